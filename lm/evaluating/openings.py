"""Openings of sentences with the words that people expect next: is one of them the first offered, or among three?"""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from lm.errors import CorpusError
from lm.model.suggestion import Suggestion
from lm.text.corpus import read_text

_SHOWN = 3

Suggest = Callable[[str], Suggestion]
"""What is offered after a context."""


@dataclass(frozen=True, slots=True)
class Opening:
    """What has been written, up to a space, and every word that plainly fits best; case counts."""

    context: str
    expected: frozenset[str]


@dataclass(frozen=True, slots=True)
class Answer:
    """What was offered after one opening, best first."""

    opening: Opening
    words: tuple[str, ...]

    @property
    def is_first(self) -> bool:
        return self.words[:1] != () and self.words[0] in self.opening.expected

    @property
    def is_shown(self) -> bool:
        return not self.opening.expected.isdisjoint(self.words[:_SHOWN])


def read_openings(path: Path) -> list[Opening]:
    """Return the openings of a file of JSON lines: {"context": "Once upon a ", "next": ["time"]}.

    Raises:
        CorpusError: if it cannot be read, a line is anything else, or there is none.
    """
    lines = read_text(path).decode("utf-8").splitlines()
    openings = [_opening(path, number, line) for number, line in enumerate(lines, 1) if line.strip()]
    if not openings:
        raise CorpusError(f"{path} holds no openings: choose another file")
    return openings


def answer(openings: Sequence[Opening], suggest: Suggest, progress: Callable[[float], None]) -> list[Answer]:
    """Ask for the word after every opening; each is a text of its own."""
    answers = []
    for index, opening in enumerate(openings):
        answers.append(Answer(opening, suggest(opening.context).shown_words))
        progress((index + 1) / len(openings))
    return answers


def _opening(path: Path, number: int, line: str) -> Opening:
    try:
        entry = json.loads(line)
        context, words = entry["context"], entry["next"]
    except (ValueError, TypeError, KeyError):
        context = words = None
    is_whole = isinstance(context, str) and isinstance(words, list) and words
    if not is_whole or not all(isinstance(word, str) for word in words):
        raise CorpusError(
            f'{path}, line {number} is not {{"context": "...", "next": ["word", ...]}}: mend or remove it'
        )
    return Opening(context, frozenset(words))
