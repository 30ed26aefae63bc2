"""What the model that answers is told to learn and forget: frozen, without Qt."""

from dataclasses import dataclass

from lm.text.secret_text import SafeText


@dataclass(frozen=True, slots=True)
class Lesson:
    """A text for the model that answers."""

    text: SafeText
    run: int
    continues: bool
    is_document: bool


@dataclass(frozen=True, slots=True)
class WholeLesson:
    """All that is kept, the oldest first; `replaces` says that whatever else was learned is to be forgotten."""

    texts: tuple[SafeText, ...]
    replaces: bool


@dataclass(frozen=True, slots=True)
class UnlearnWord:
    """A word that the model is to forget."""

    word: str
