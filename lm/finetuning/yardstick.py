"""What a network's loss means in bits per character, whatever its vocabulary.

A unit outside a word vocabulary would be coded as one symbol, so that a smaller vocabulary would look better. Here
it is spelled too, by pairs of letters counted over the parent's vocabulary: the whole text is coded, and networks of
different vocabularies, or over bytes, compare.
"""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from lm.model.vocabulary import UNIT, Symbols, Vocabulary, WordVocabulary

_END = 256
_SMOOTHING = 0.01
"""Added to every pair's count, because most pairs of bytes never occur."""


class Spelling:
    """The bits that it takes to spell a unit byte by byte."""

    def __init__(self, units: Iterable[bytes]) -> None:
        """`units` are the words from which the pairs of letters are counted."""
        counts = np.full((_END + 1, _END + 1), _SMOOTHING)
        for unit in units:
            for first, second in _pairs(unit):
                counts[first, second] += 1.0
        self._bits = -np.log2(counts / counts.sum(axis=1, keepdims=True))

    def bits(self, unit: bytes) -> float:
        """Return what spelling `unit` to its end costs."""
        return float(sum(self._bits[first, second] for first, second in _pairs(unit)))


@dataclass(frozen=True, slots=True)
class Yardstick:
    """A text to measure on: symbols [T] of one vocabulary, its characters, the bits of spelling what is unknown."""

    symbols: Symbols
    chars: int
    spelling_bits: float

    @classmethod
    def of(cls, text: bytes, vocabulary: Vocabulary, spelling: Spelling) -> "Yardstick":
        """Encode `text` for one network."""
        spelled = 0.0
        if isinstance(vocabulary, WordVocabulary):
            unknown = (unit for unit in UNIT.findall(text) if vocabulary.symbol(unit) == WordVocabulary.UNKNOWN)
            spelled = sum(map(spelling.bits, unknown))
        return cls(vocabulary.encode(text), len(text.decode("utf-8", "replace")), spelled)

    def bits_per_char(self, loss: float) -> float:
        """Return the bits per character of a network whose loss is `loss` nats per symbol."""
        return (loss / math.log(2.0) * len(self.symbols) + self.spelling_bits) / max(1, self.chars)


def _pairs(unit: bytes) -> Iterator[tuple[int, int]]:
    return pairwise((_END, *unit, _END))
