"""Vocabularies: text as UTF-8 bytes to symbols and back, at two granularities.

Bytes are never unknown and need no surgery for a new language. Words follow a cut that needs one byte of
lookahead, so that a word-level model can be asked about the middle of a word (see `word_projection`).
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Any, ClassVar, Protocol

import numpy as np
import numpy.typing as npt

from lm.model.factored_units import CAPITAL, LOWER, NUM_CASES, Factors, factor, factors_of, is_cased, spell

Symbols = npt.NDArray[np.int32]

# A letter or digit of ASCII, or a two-byte character from U+00C0 (Latin with accents, Greek, Cyrillic, ...).
_WORD_START = rb"(?:[A-Za-z0-9]|[\xc3-\xdf][\x80-\xbf])"
_WORD_CHARACTER = rb"(?:[A-Za-z0-9']|[\xc3-\xdf][\x80-\xbf])"
_CHARACTER = rb"(?:[\x21-\x7f]|[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf7][\x80-\xbf]{3})"
_IN_ALL_FORMS = 8000
"""So many of the most frequent words have a symbol in each of the usual forms, whether it occurs or not."""
_USUAL_FORMS = (LOWER, CAPITAL, NUM_CASES + LOWER, NUM_CASES + CAPITAL)
UNIT = re.compile(rb" ?" + _WORD_START + _WORD_CHARACTER + rb"*| ?" + _CHARACTER + rb"|[\x00-\xff]")
"""One unit of the word level: a word or a mark, each with the space before it, or a single byte."""


class Vocabulary(Protocol):
    """A two-way map between UTF-8 bytes and symbol numbers."""

    name: ClassVar[str]

    def __len__(self) -> int:
        """Return V, the number of symbols."""
        ...

    def encode(self, text: bytes) -> Symbols:
        """Return the symbols of `text`, shape [T]."""
        ...

    def decode(self, symbols: Iterable[int]) -> bytes:
        """Return the bytes that `symbols` spell."""
        ...


class ByteVocabulary:
    """The 256 bytes: symbol n is byte n."""

    name: ClassVar[str] = "bytes"

    def __len__(self) -> int:
        return 256

    def encode(self, text: bytes) -> Symbols:
        return np.frombuffer(text, dtype=np.uint8).astype(np.int32)

    def decode(self, symbols: Iterable[int]) -> bytes:
        return bytes(symbols)


class WordVocabulary:
    """The most frequent units of a corpus; symbol 0 stands for every other unit."""

    name: ClassVar[str] = "words"
    UNKNOWN: ClassVar[int] = 0

    def __init__(self, units: Sequence[bytes]) -> None:
        """`units` are the known ones, most frequent first, without the unknown."""
        self.units: tuple[bytes, ...] = (b"", *units)
        self._symbols = {unit: symbol for symbol, unit in enumerate(self.units) if symbol}
        if len(self._symbols) != len(units) or b"" in self._symbols:
            raise ValueError("a word vocabulary holds each unit once and no empty one")

    @classmethod
    def build(cls, texts: Iterable[bytes], vocab_size: int) -> "WordVocabulary":
        """Return the vocabulary of the `vocab_size - 1` most frequent units of `texts` that occur twice or more."""
        counts: Counter[bytes] = Counter()
        for text in texts:
            counts.update(UNIT.findall(text))
        frequent = sorted((-count, unit) for unit, count in counts.items() if count >= 2)
        return cls([unit for _, unit in frequent[: vocab_size - 1]])

    @classmethod
    def of_words(cls, texts: Iterable[bytes], num_words: int) -> "WordVocabulary":
        """Return the vocabulary of the `num_words` - 1 most frequent words of `texts` that occur twice or more.

        A word comes in each spelling that occurs twice, the most frequent words in every one that a line or a sentence
        may give them: its beginning in particular, where a word that is known must not be unknown.
        """
        counts: Counter[bytes] = Counter()
        for text in texts:
            counts.update(UNIT.findall(text))
        words: Counter[bytes] = Counter()
        for unit, count in counts.items():
            words[factor(unit)[0]] += count
        frequent = sorted((-count, word) for word, count in words.items() if count >= 2)[: num_words - 1]
        rank = {word: index for index, (_, word) in enumerate(frequent)}
        units = {unit: count for unit, count in counts.items() if count >= 2 and factor(unit)[0] in rank}
        for word, index in rank.items():
            forms = _USUAL_FORMS if index < _IN_ALL_FORMS and is_cased(word) else (NUM_CASES,)
            for unit in (spell(word, form) for form in forms):
                units.setdefault(unit, counts[unit])
        return cls(sorted(units, key=lambda unit: (-units[unit], unit)))

    def __len__(self) -> int:
        return len(self.units)

    @cached_property
    def factors(self) -> Factors:
        """The words and the forms that the units are made of."""
        return factors_of(self.units)

    def symbol(self, unit: bytes) -> int:
        """Return the symbol of one unit, `UNKNOWN` if it has none."""
        return self._symbols.get(unit, self.UNKNOWN)

    def encode(self, text: bytes) -> Symbols:
        get = self._symbols.get
        return np.fromiter((get(unit, 0) for unit in UNIT.findall(text)), dtype=np.int32)

    def decode(self, symbols: Iterable[int]) -> bytes:
        return b"".join(self.units[symbol] or b"\xef\xbf\xbd" for symbol in symbols)

    def to_json(self) -> list[str]:
        """Return the known units as strings; a stray byte is kept as a lone surrogate."""
        return [unit.decode("utf-8", "surrogateescape") for unit in self.units[1:]]

    @classmethod
    def from_json(cls, units: Any) -> "WordVocabulary":
        """Read what `to_json` returned.

        Raises:
            ValueError: if it is anything else.
        """
        if not isinstance(units, list) or not all(isinstance(unit, str) for unit in units):
            raise ValueError("the units of a word vocabulary are a list of strings")
        return cls([unit.encode("utf-8", "surrogateescape") for unit in units])
