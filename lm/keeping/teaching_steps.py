"""Cuts what is to be learned into steps of a few milliseconds, so that a request never waits long.

Most of a text is counted, a microsecond a character; its end is also read by the word network, 0.2 ms a character,
which teaches the gates how far counts are to be trusted.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from lm.text.own_words import chunks
from lm.text.secret_text import BREAK

COUNTED_CHARS = 2048
READ_CHARS = 24
_READ_AT_END_CHARS = 4000
"""Of a long text; of a short one, a quarter is read."""


@dataclass(frozen=True, slots=True)
class Step:
    """A piece of text to take in at once.

    Attributes:
        continues: it follows the last step of the same kind.
        is_read: the word network reads it; else it is counted alone.
        is_typed: it is a part of what is being typed, so that the state at the caret is kept.
    """

    text: str
    continues: bool
    is_read: bool
    is_typed: bool = False


class Learner(Protocol):
    """What can be taught in steps."""

    def learn(self, text: str, *, continues: bool = False, keeps_state: bool = False) -> int:
        """Read and count."""

    def count(self, text: str, *, continues: bool = False) -> int:
        """Count alone."""


def take_in(learner: Learner, step: Step) -> None:
    """Do one step."""
    if step.is_read:
        learner.learn(step.text, continues=step.continues, keeps_state=step.is_typed)
    else:
        learner.count(step.text, continues=step.continues)


def typed_steps(text: str, *, continues: bool) -> Iterator[Step]:
    """Cut what was typed; all of it is read."""
    for step in _steps(text, READ_CHARS, continues=continues, is_read=True):
        yield replace(step, is_typed=True)


def document_steps(texts: Sequence[str]) -> Iterator[Step]:
    """Cut documents, the oldest first: all of them are counted, except the end of the last one, which is read."""
    total = sum(map(len, texts))
    left = min(_READ_AT_END_CHARS, total // 4)
    for text in texts:
        total -= len(text)
        if total >= left:
            yield from _steps(text, COUNTED_CHARS, continues=False, is_read=False)
            continue
        counted = max(0, len(text) + total - left)
        cut = max(text.rfind("\n", 0, counted) + 1, text.rfind(" ", 0, counted), 0)
        yield from _steps(text[:cut], COUNTED_CHARS, continues=False, is_read=False)
        yield from _steps(text[cut:], READ_CHARS, continues=False, is_read=True)


def _steps(text: str, size: int, *, continues: bool, is_read: bool) -> Iterator[Step]:
    for part in text.split(BREAK):
        for piece in chunks(part, size):
            yield Step(piece, continues, is_read)
            continues = True
        continues = False
