"""Reads texts for the phrase table: words in lower case, without their spaces, and the documents that they stand in."""

from collections.abc import Iterator

import numpy as np

from lm.model.factored_units import factor
from lm.model.vocabulary import UNIT
from lm.training.phrase_counts import CountedText

LINE_END = b"\n"
_STRAIGHT = str.maketrans({"\u2019": "'", "\u2018": "'", "\u201c": '"', "\u201d": '"', "\u00a0": " "})
"""Curly quotes are read as straight ones."""


class WordReader:
    """Numbers the words of texts by a vocabulary, 0 for what it lacks."""

    def __init__(self, words: tuple[bytes, ...]) -> None:
        """`words` are the vocabulary's, the unknown first."""
        self._numbers = {word: number for number, word in enumerate(words) if number}
        self._of_unit: dict[bytes, int] = {}

    def read(self, text: bytes, weight: float) -> CountedText:
        """Read one text; its documents end at blank lines, and a run of line ends counts as one."""
        words, documents = [], []
        for document, paragraphs in enumerate(_documents(text)):
            numbers = [self._number(unit) for unit in UNIT.findall(paragraphs)]
            words.append(np.array(numbers, dtype=np.int64))
            documents.append(np.full(len(numbers), document, dtype=np.int64))
        return CountedText(np.concatenate(words), np.concatenate(documents), weight)

    def _number(self, unit: bytes) -> int:
        number = self._of_unit.get(unit)
        if number is None:
            number = self._of_unit[unit] = self._numbers.get(factor(unit)[0], 0)
        return number


def _documents(text: bytes) -> Iterator[bytes]:
    """Yield the documents of a text, each with a line's end before its first line and none after its last."""
    straight = text.decode("utf-8", "replace").translate(_STRAIGHT).encode()
    lines: list[bytes] = []
    for line in (*straight.split(LINE_END), b""):
        if line.strip():
            lines.append(line)
        elif lines:
            yield LINE_END + LINE_END.join(lines)
            lines = []
    yield LINE_END
