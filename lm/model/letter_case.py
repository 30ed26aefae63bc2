"""The person's case: text in capitals is predicted as its lower-case twin, whose words the networks know."""

import re
from dataclasses import dataclass
from enum import Enum, auto

_LEAST_CAPITALS = 2
"""Of a word that counts as shouted: `I` and an initial are none."""
_SHOUTED_WORDS = 2
_LINE_WORDS = 3
"""Words of a line that are all in capitals, with one of two letters: fewer may be `A TV`."""
_REST_OF_WORD = re.compile(r"[^\W_]*(?:'[^\W_]+)*")


class Raised(Enum):
    """How far what is suggested is written in capitals."""

    NOTHING = auto()
    WORD = auto()
    """The rest of the word that is being typed."""
    EVERYTHING = auto()


@dataclass(frozen=True, slots=True)
class LetterCase:
    """What a text ends in: from `start` on it is read in lower case."""

    raised: Raised
    start: int

    def read(self, context: str) -> str:
        """Return `context` with its capitals at the end in lower case."""
        return context[: self.start] + context[self.start :].lower()

    def write(self, text: str) -> str:
        """Return what is suggested after it in the person's case."""
        if self.raised is Raised.EVERYTHING:
            return text.upper()
        if self.raised is Raised.NOTHING:
            return text
        found = _REST_OF_WORD.match(text)
        end = found.end() if found else 0
        return text[:end].upper() + text[end:]


def letter_case(context: str) -> LetterCase:
    """Return how `context` goes on.

    Everything is raised after two whole words in capitals or a line of them, the rest of a word after two capitals of
    it. `TV `, `the PDF ` and `A-` raise nothing.
    """
    line_start = context.rfind("\n") + 1
    typed_start = max(context.rfind(" ") + 1, line_start)
    typed = context[typed_start:]
    if typed and not _is_raised(typed):
        return LetterCase(Raised.NOTHING, len(context))
    start, words, shouted = typed_start, 0, 0
    while start > line_start:
        end = len(context[line_start:start].rstrip(" ")) + line_start
        word_start = max(context.rfind(" ", line_start, end) + 1, line_start)
        word = context[word_start:end]
        if word != word.upper():
            break
        start = word_start
        words += any(map(str.isupper, word))
        shouted += _capitals(word) >= _LEAST_CAPITALS
    is_line = start == line_start
    has_typed = _capitals(typed) >= _LEAST_CAPITALS
    if shouted >= _SHOUTED_WORDS or (is_line and _is_line_of_capitals(words, shouted, typed)):
        return LetterCase(Raised.EVERYTHING, start)
    return LetterCase(Raised.WORD, typed_start) if has_typed else LetterCase(Raised.NOTHING, len(context))


def _is_line_of_capitals(words: int, shouted: int, typed: str) -> bool:
    has_typed = _capitals(typed) >= _LEAST_CAPITALS
    return shouted + has_typed >= _SHOUTED_WORDS or (shouted + has_typed > 0 and words + has_typed >= _LINE_WORDS)


def _capitals(word: str) -> int:
    return sum(map(str.isupper, word))


def _is_raised(word: str) -> bool:
    """Say whether a word being typed has capitals or no letters with a case at all."""
    return word == word.upper()
