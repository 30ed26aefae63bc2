"""What the window and the inference worker say to each other: frozen, without Qt."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from lm.model.suggestion import Suggestion

if TYPE_CHECKING:
    from lm.predicting.opinions import Opinion


@dataclass(frozen=True, slots=True)
class Request:
    """A question to the engine, with all it needs to answer and all the asker needs to know the answer by.

    Attributes:
        id: grows with every request of the program; the greatest is the newest.
        revision: the document's revision when it was asked.
        position: the caret's place then, in the document's own units.
        context: the text before the caret, its last part; all of it where an end tag is being typed.
        following: the text of the line after the caret.
        is_silent: the answer is for the bar alone; the ghost on screen stays.
        asked_at: when the key was pressed that caused it, on `time.perf_counter`'s clock.
        model: the folder of the model that is to answer; None is the default.
    """

    id: int
    revision: int
    position: int
    context: str
    following: str
    num_words: int
    min_confidence: float
    blocked: frozenset[str]
    is_silent: bool
    asked_at: float
    model: Path | None = None


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer; `suggestion` is None when the request was cancelled or failed, `failure` says how in a sentence."""

    request: Request
    suggestion: Suggestion | None
    failure: str = ""


@dataclass(frozen=True, slots=True)
class OpinionsRequest:
    """The wish to see what each part of a model expects after `context`; `model` as in `Request`."""

    context: str
    model: Path | None = None


@dataclass(frozen=True, slots=True)
class Opinions:
    """What they expect, all together last; `failure` says in a sentence why there is nothing."""

    request: OpinionsRequest
    opinions: "tuple[Opinion, ...]"
    failure: str = ""


@dataclass(frozen=True, slots=True)
class LoadModel:
    """The wish to answer from the model in `folder` from now on.

    Attributes:
        is_default: it answers every request that names no model; else only those that name this one.
    """

    folder: Path
    is_default: bool = True


@dataclass(frozen=True, slots=True)
class ModelState:
    """Which model answers; `name` is "" when none does, and `failure` then says why.

    Attributes:
        model: the folder that requests name; None is the default, whatever its folder.
    """

    name: str
    failure: str = ""
    model: Path | None = None


class RequestIds:
    """Gives out the ids of requests, and knows the newest.

    The GUI thread writes, the worker's thread reads; an attribute that holds an int needs no lock.
    """

    def __init__(self) -> None:
        self.newest = 0

    def issue(self) -> int:
        """Return a new id; every older request is out of date from now on."""
        self.newest += 1
        return self.newest
