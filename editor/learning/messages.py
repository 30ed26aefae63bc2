"""What window, keeper of the personal store and teacher of the model say to each other: frozen, without Qt."""

from dataclasses import dataclass
from pathlib import Path

from lm.keeping.personal_store import Source


@dataclass(frozen=True, slots=True)
class WrittenText:
    """Something the person typed or pasted.

    Attributes:
        path: the document it was written into, None for an untitled text.
        run: tells one stretch of uninterrupted typing from the others.
        continues: it follows what came last in this run.
        is_pasted: it is counted as a document is.
    """

    path: Path | None
    text: str
    run: int
    continues: bool
    is_pasted: bool


@dataclass(frozen=True, slots=True)
class OpenedText:
    """A document that was opened; of a long one `text` is the last part."""

    path: Path
    text: str
    is_whole: bool = True


@dataclass(frozen=True, slots=True)
class ForgetWords:
    """The wish to forget words in every text, in any case."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ForgetSources:
    """The wish to forget documents, or what was typed on a day."""

    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ForgetEverything:
    """The wish to forget all of it."""


@dataclass(frozen=True, slots=True)
class ExportLearned:
    """The wish to have all of it in a file to read."""

    path: Path


@dataclass(frozen=True, slots=True)
class Learned:
    """What was learned.

    Attributes:
        sources: the newest first; their texts are left out.
        words: with their counts, the most frequent first.
        note: why something is not as the person expects, in a sentence.
    """

    sources: tuple["LearnedSource", ...]
    words: tuple[tuple[str, int], ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class LearnedSource:
    """A source as a list shows it."""

    key: str
    name: str
    path: Path | None
    size_bytes: int
    changed_at: float


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a wish ended, in a sentence."""

    sentence: str
    is_failure: bool = False


Wish = ForgetWords | ForgetSources | ForgetEverything | ExportLearned


def listed(source: Source) -> LearnedSource:
    """Return a source as a list shows it."""
    return LearnedSource(source.key, source.name, source.path, source.size_bytes, source.changed_at)
