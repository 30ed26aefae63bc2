"""The rules of a ghost that is on the page, without Qt: what survives a keystroke, what one accept takes of it."""

import re
from dataclasses import dataclass, replace

from lm.model.words import APOSTROPHES, HYPHENS, WORD

# One accept: a word or a run of punctuation, with the one space that follows it.
_UNIT = re.compile(rf"\s*(?:{WORD}|[^\w\s]+)[ ]?|\s+")
_WORD_TAIL = re.compile(rf"[\w{APOSTROPHES}{re.escape(HYPHENS)}.,]*\Z")


@dataclass(frozen=True, slots=True)
class Ghost:
    """A suggestion and how much of it is in the document by now.

    Attributes:
        text: the whole of what was suggested.
        used: how many of its characters have been typed or taken since.
        has_soft_space: a soft space comes after it, its last character if that is one.
    """

    text: str
    used: int = 0
    has_soft_space: bool = False

    @property
    def remaining(self) -> str:
        """What is painted after the caret."""
        return self.text[self.used :]

    def after_insert(self, inserted: str) -> "Ghost | None":
        """Return the ghost after `inserted` entered at the caret; None when it contradicts the ghost."""
        if not inserted or not self.remaining.startswith(inserted):
            return None
        return replace(self, used=self.used + len(inserted))

    def after_backspace(self, count: int) -> "Ghost | None":
        """Give back `count` characters; None when more than the ghost's own were removed."""
        return replace(self, used=self.used - count) if 0 < count <= self.used else None

    def is_soft_behind(self, taken: str) -> bool:
        """Tell whether a soft space comes after `taken`, the beginning of what remains."""
        return self.has_soft_space if taken == self.remaining else taken.endswith(" ")


def units(text: str, before: str = "") -> list[str]:
    """Split a ghost into what one "next word" takes each; `before` is the text before the caret."""
    tail = None if text[:1].isspace() else _WORD_TAIL.search(before[-64:])
    joined = (tail.group() if tail else "") + text
    start = len(joined) - len(text)
    matches = _UNIT.finditer(joined)
    return [joined[max(match.start(), start) : match.end()] for match in matches if match.end() > start]


def next_unit(text: str, before: str = "") -> str:
    """Return what "next word" takes of the ghost: the rest of the word or a punctuation mark, and one space."""
    parts = units(text, before)
    return parts[0] if parts else ""
