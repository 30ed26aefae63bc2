"""What the panel and its worker say to each other: frozen, without Qt."""

from dataclasses import dataclass
from pathlib import Path

from lm.lessons.surprise import Chunk, Surprise
from lm.lessons.unit_probe import FoundUnit
from lm.predicting.opinions import Opinion


@dataclass(frozen=True, slots=True)
class AskNext:
    """What may come next, by each of the small networks.

    Attributes:
        id: grows; the greatest is the newest, and every older request is out of date.
        context: the text before the caret, its last part.
    """

    id: int
    context: str


@dataclass(frozen=True, slots=True)
class AskSurprise:
    """How surprising each character is.

    Attributes:
        network: name of the network that reads.
        text: all of it.
        wanted: its chunks, the most wanted first.
    """

    id: int
    network: str
    text: str
    wanted: tuple[Chunk, ...]


@dataclass(frozen=True, slots=True)
class AskUnits:
    """Which units keep something readable in mind while `text` is read by the network of this name."""

    id: int
    network: str
    text: str


@dataclass(frozen=True, slots=True)
class AskWriting:
    """What the network in `folder` writes after `prompt`, some `length` characters."""

    id: int
    folder: Path
    prompt: str
    length: int


Ask = AskNext | AskSurprise | AskUnits | AskWriting


@dataclass(frozen=True, slots=True)
class Next:
    """The opinion of each small network, its `part` being the network's name."""

    ask: AskNext
    opinions: tuple[Opinion, ...]


@dataclass(frozen=True, slots=True)
class Surprised:
    """One chunk of the text; `is_last` with the last one that was wanted."""

    ask: AskSurprise
    surprise: Surprise
    is_last: bool


@dataclass(frozen=True, slots=True)
class Units:
    """What was found, the clearest first."""

    ask: AskUnits
    units: tuple[FoundUnit, ...]


@dataclass(frozen=True, slots=True)
class Written:
    """What was written, the prompt before it."""

    ask: AskWriting
    text: str


@dataclass(frozen=True, slots=True)
class Failed:
    """Why a request cannot be answered, in a sentence."""

    ask: Ask
    failure: str


Answer = Next | Surprised | Units | Written | Failed
