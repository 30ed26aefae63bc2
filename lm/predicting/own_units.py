"""The spellings that the user wrote: of words that the vocabulary has, and of words of the user's own.

A unit outside the vocabulary gets a number of its own, and so does the same spelling with or without the space before
it, for a name that was written in a sentence may begin the next line.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from lm.model.factored_units import NUM_CASES, factor, spell
from lm.model.unit_trie import UnitTrie, build_trie
from lm.model.vocabulary import WordVocabulary
from lm.model.word_bytes import STARTS_WORD

_OFFERED_SIGHTINGS = 2
"""A word outside the vocabulary is offered from its second sighting on: misspellings seen once are not."""

Numbers = npt.NDArray[np.int64]
Times = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class OwnUnits:
    """The user's units outside the vocabulary, as they were at one moment.

    Attributes:
        first_symbol: the symbol of the first of them.
        trie: over those that are offered; its symbols count from 0.
        offered: [U], whether a unit is.
        is_spaced: [U], whether it begins with a space.
        sibling: [U], the same spelling with or without the space.
        words: [N], the words that they are spellings of.
        word_index: [U], which of these each is of.
        spelled_otherwise: [N, 2], how often each of these words was written as a unit of the vocabulary, without and
            with a space before it.
    """

    first_symbol: int
    trie: UnitTrie
    offered: npt.NDArray[np.bool_]
    is_spaced: npt.NDArray[np.bool_]
    sibling: Numbers
    words: Numbers
    word_index: Numbers
    spelled_otherwise: Times


class OwnSpellings:
    """Numbers units, tells their words, and counts how often each was written."""

    def __init__(self, vocabulary: WordVocabulary) -> None:
        self.vocabulary = vocabulary
        self._size = len(vocabulary)
        self._word_of = vocabulary.factors.word_of
        self._known_words = {word: number for number, word in enumerate(vocabulary.factors.words) if number}
        self.num_words = len(vocabulary.factors.words)
        self._own_words: dict[bytes, int] = {}
        self._next_word = self.num_words
        self._symbols: dict[bytes, int] = {}
        self._units: list[bytes] = []
        self._words: list[int] = []
        self.times = np.zeros(self._size + 1024)
        self._snapshot: OwnUnits | None = None

    def symbol(self, unit: bytes) -> int:
        """Return the symbol of a unit: the vocabulary's, or the user's own, or `UNKNOWN`."""
        return self.vocabulary.symbol(unit) or self._symbols.get(unit, WordVocabulary.UNKNOWN)

    def word(self, symbol: int) -> int:
        """Return the number of a unit's word; the user's own come after the vocabulary's."""
        return int(self._word_of[symbol]) if symbol < self._size else self._words[symbol - self._size]

    def number(self, unit: bytes) -> int:
        """Return the symbol of a unit, a new one if it has none."""
        symbol = self.symbol(unit)
        if symbol != WordVocabulary.UNKNOWN:
            return symbol
        word, form = factor(unit)
        number = self._known_words.get(word) or self._own_words.get(word)
        if number is None:
            number = self._own_words[word] = self._next_word
            self._next_word += 1
        symbol = self._size + len(self._units)
        sibling = spell(word, (form + NUM_CASES) % (2 * NUM_CASES))
        for spelling in (unit, sibling if self.symbol(sibling) == WordVocabulary.UNKNOWN else b""):
            if spelling:
                self._symbols[spelling] = self._size + len(self._units)
            self._units.append(spelling)
            self._words.append(number)
        if self._size + len(self._units) > len(self.times):
            self.times = np.concatenate([self.times, np.zeros(len(self.times) // 2)])
        return symbol

    def count(self, symbol: int, word_times: float) -> None:
        """Count one more of a unit, whose word has been written `word_times` by now."""
        self.times[symbol] += 1.0
        index = symbol - self._size
        if index >= 0:
            written = self.times[symbol] + self.times[self._size + (index ^ 1)]
            seen = word_times if self._words[index] >= self.num_words else written
            if seen == _OFFERED_SIGHTINGS or (written == 1.0 and seen > _OFFERED_SIGHTINGS):
                self._snapshot = None  # it is to be offered from now on

    def snapshot(self, single: Times) -> OwnUnits:
        """Return the user's own units; `single` says how often each word was written."""
        if self._snapshot is None:
            sibling = np.arange(len(self._units)) ^ 1  # the two stand side by side
            words, index = np.unique(np.array(self._words, dtype=np.int64), return_inverse=True)
            written = self.pair_times(sibling)
            own_word = np.array(self._words, dtype=np.int64) >= self.num_words
            word_times = single[words][index] if len(words) else written
            offered = np.where(own_word, word_times, written) >= _OFFERED_SIGHTINGS
            offered &= (written > 0) & np.array([bool(unit) for unit in self._units], dtype=bool)
            units = [unit if is_offered else b"" for unit, is_offered in zip(self._units, offered, strict=True)]
            is_spaced = np.array([unit[:1] == b" " and len(unit) > 1 for unit in units], dtype=bool)
            self._snapshot = OwnUnits(
                self._size,
                build_own_trie(units),
                offered,
                is_spaced,
                sibling,
                words,
                index,
                np.array([self._spelled_otherwise(int(word)) for word in words]).reshape(-1, 2),
            )
        return self._snapshot

    def pair_times(self, sibling: Numbers) -> Times:
        """Return how often each of the user's own spellings was written, with a space before it or without, [U]."""
        times = self.times[self._size : self._size + len(sibling)]
        both: Times = times + times[sibling]
        return both

    def forget(self, word: int) -> None:
        """Remove every spelling of a word."""
        if word < self.num_words:
            self.times[: self._size][self._word_of == word] = 0.0
        for index, number in enumerate(self._words):
            if number == word and self._units[index]:
                self._symbols.pop(self._units[index], None)
                self._own_words.pop(factor(self._units[index])[0], None)
                self._units[index] = b""  # its number is not given out again
                self.times[self._size + index] = 0.0
        self._snapshot = None

    def written(self) -> dict[bytes, int]:
        """Return every unit that was written, with how often."""
        found = {}
        for symbol in np.flatnonzero(self.times):
            unit = self.vocabulary.units[symbol] if symbol < self._size else self._units[int(symbol) - self._size]
            if unit:
                found[unit] = int(self.times[symbol])
        return found

    def _spelled_otherwise(self, word: int) -> tuple[float, float]:
        if word >= self.num_words:
            return 0.0, 0.0
        units = np.flatnonzero(self._word_of == word)
        spaced = self.vocabulary.factors.form_of[units] >= NUM_CASES
        return float(self.times[units[~spaced]].sum()), float(self.times[units[spaced]].sum())


def spaces_of(vocabulary: WordVocabulary) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """Return which units are words with a space before them, and which are words without, [V] of 0 and 1."""
    factors = vocabulary.factors
    starts = np.array([bool(word) and bool(STARTS_WORD[word[0]]) for word in factors.words])[factors.word_of]
    spaced = factors.form_of >= NUM_CASES
    return (starts & spaced).astype(np.float64), (starts & ~spaced).astype(np.float64)


def build_own_trie(units: Sequence[bytes]) -> UnitTrie:
    """Build the trie of the user's units: symbol i is `units[i]`, and an empty one is left out."""
    present = [index for index, unit in enumerate(units) if unit]
    trie = build_trie([b"", *(units[index] for index in present)])
    back = np.array([-1, *present], dtype=np.int32)
    symbol = np.where(trie.symbol >= 0, back[np.maximum(trie.symbol, 0)], -1)
    return UnitTrie(back[trie.order], trie.low, trie.high, symbol, trie.first_child, trie.child_byte, trie.child_node)
