"""The questions to the spelling thread and its answers. No Qt."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OpenDictionary:
    """The wish for a language ("" for the system's, "off"), and the system's, such as "en_US"."""

    wish: str
    locale: str


@dataclass(frozen=True, slots=True)
class SpellingState:
    """What is spelled now.

    Attributes:
        languages: those that are installed.
        in_use: whose words are right: one that the person chose, or the system's and English; () when spelling is off.
        failure: why it is off, a sentence; "" when it is not, or when the person wants it off.
    """

    languages: tuple[str, ...] = ()
    in_use: tuple[str, ...] = ()
    failure: str = ""


@dataclass(frozen=True, slots=True)
class CheckWords:
    """Words to look up in the dictionaries of `languages`."""

    languages: tuple[str, ...]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Verdicts:
    """Which of the words asked about are in one of the dictionaries."""

    languages: tuple[str, ...]
    is_right: dict[str, bool]


@dataclass(frozen=True, slots=True)
class SuggestFor:
    """A word to find others for; the answer carries the same `id`."""

    id: int
    word: str


@dataclass(frozen=True, slots=True)
class Meant:
    """What may be meant, the likeliest first."""

    id: int
    words: tuple[str, ...]
