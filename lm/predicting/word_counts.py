"""What the person wrote, counted: the words that followed every word and every run of words.

After one word and after two, the followers are counted in tables. Longer runs are found in the text itself: the places
where the same three words stood form a chain, the latest first, and each is compared word by word with what was typed
now. So a match may be as long as it likes and costs four bytes a word, and a forgotten word is a hole in the text.
"""

from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

LONGEST_HISTORY = 6
_TABLE_LENGTHS = 2
_CHAIN_LENGTH = 3
_LATEST_PLACES = 48
"""Places looked at in a chain: what stood more often is known to the tables, and what was written last counts most."""
RECENT_WORDS = 400
"""The subject at hand: some two pages."""
_HOLE = -1
_KEY_BASE = 1 << 21
"""Larger than any word's number: a run of words becomes one integer."""

History = tuple[int, ...]
Followers = dict[int, int]
Probabilities = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Layer:
    """What followed one run of words.

    Attributes:
        length: of the run, in words.
        words: [n], the followers.
        times: [n], how often each came.
    """

    length: int
    words: npt.NDArray[np.int64]
    times: Probabilities


class WordCounts:
    """Counts of word numbers, in the order in which they were written."""

    def __init__(self, num_words: int) -> None:
        """`num_words` are known beforehand; more may come."""
        self.single = np.zeros(num_words + 256)
        self.total = 0
        self._tables: list[dict[int, int | Followers]] = [{} for _ in range(_TABLE_LENGTHS)]
        self._text = array("i")
        self._earlier = array("i")  # for each place, the one before it in its chain
        self._latest: dict[int, int] = {}  # the latest place after three words
        self._end: History = ()  # the words that the text ends in
        self._all: Layer | None = None
        self._recent: Layer | None = None

    def add(self, word: int, history: History) -> History:
        """Count a word after its history; return the history after it."""
        if word >= len(self.single):
            room = max(256, len(self.single) // 2, word + 1 - len(self.single))
            self.single = np.concatenate([self.single, np.zeros(room)])
        self.single[word] += 1.0
        self._all = self._recent = None
        self.total += 1
        if history != self._end:
            self._go_on_from(history)
        for table, key in zip(self._tables, _keys(history, _TABLE_LENGTHS), strict=False):
            known = table.get(key)
            if known is None:
                table[key] = word
            elif isinstance(known, dict):
                known[word] = known.get(word, 0) + 1
            else:
                table[key] = {known: 2} if known == word else {known: 1, word: 1}
        earlier = -1
        if len(history) >= _CHAIN_LENGTH:
            (chain,) = _keys(history[-_CHAIN_LENGTH:], _CHAIN_LENGTH, _CHAIN_LENGTH)
            earlier = self._latest.get(chain, -1)
            self._latest[chain] = len(self._text)
        self._text.append(word)
        self._earlier.append(earlier)
        self._end = (*history, word)[-LONGEST_HISTORY:]
        return self._end

    def layers(self, history: History) -> list[Layer]:
        """Return what followed the end of `history`, the longest run first, as far as it was ever written."""
        found: list[Layer] = []
        for length, (table, key) in enumerate(zip(self._tables, _keys(history, _TABLE_LENGTHS), strict=False), start=1):
            followers = table.get(key)
            if followers is None:
                return found[::-1]
            found.append(_layer(length, followers if isinstance(followers, dict) else {followers: 1}))
        found += [_layer(length, followers) for length, followers in enumerate(self._chained(history), _CHAIN_LENGTH)]
        return found[::-1]

    def all_words(self) -> Layer:
        """Return every word that was written, counted."""
        if self._all is None:
            words = np.flatnonzero(self.single)
            self._all = Layer(0, words, self.single[words])
        return self._all

    def recent(self) -> Layer:
        """Return the words written last, counted."""
        if self._recent is None:
            words = np.array(self._text[-RECENT_WORDS:], dtype=np.int64)
            words, times = np.unique(words[words != _HOLE], return_counts=True)
            self._recent = Layer(0, words, times.astype(np.float64))
        return self._recent

    def forget(self, words: set[int]) -> None:
        """Remove every count of these words, and of what followed them."""
        self._all = self._recent = None
        for word in words:
            self.total -= int(self.single[word])
            self.single[word] = 0.0
        for table in self._tables:
            for key in [key for key, followers in table.items() if _holds(key, followers, words)]:
                _remove(table, key, words)
        for key in [key for key in self._latest if _holds(key, _HOLE, words)]:
            del self._latest[key]
        text = np.frombuffer(self._text, dtype=np.int32)
        text[np.isin(text, list(words))] = _HOLE
        self._end = ()

    def _go_on_from(self, history: History) -> None:
        """Write a history that is not what the text ends in, so that what follows it can be compared with it."""
        for word in (_HOLE, *history):
            self._text.append(word)
            self._earlier.append(-1)

    def _chained(self, history: History) -> Iterator[Followers]:
        """Yield what followed the last three words, the last four, and so on."""
        if len(history) < _CHAIN_LENGTH:
            return
        (chain,) = _keys(history[-_CHAIN_LENGTH:], _CHAIN_LENGTH, _CHAIN_LENGTH)
        before = history[-_CHAIN_LENGTH - 1 :: -1]  # what stands before the three, the nearest first
        found: list[Followers] = [{} for _ in range(len(before) + 1)]
        place, text = self._latest.get(chain, -1), self._text
        for _ in range(_LATEST_PLACES):
            if place < 0:
                break
            word, start = text[place], place - _CHAIN_LENGTH - 1
            if word != _HOLE:
                for length, followers in enumerate(found):
                    followers[word] = followers.get(word, 0) + 1
                    if length == len(before) or start < length or text[start - length] != before[length]:
                        break
            place = self._earlier[place]
        for followers in found:
            if not followers:
                return
            yield followers


def _layer(length: int, followers: Followers) -> Layer:
    size = len(followers)
    words = np.fromiter(followers, dtype=np.int64, count=size)
    return Layer(length, words, np.fromiter(followers.values(), dtype=np.float64, count=size))


def _keys(history: History, most: int, least: int = 1) -> Iterator[int]:
    """Yield the end of `history` as one number, for `least` words, for one more, up to `most`."""
    key = 0
    for length, word in enumerate(history[: -most - 1 : -1], start=1):
        key = key * _KEY_BASE + word + 1
        if length >= least:
            yield key


def _holds(key: int, followers: int | Followers, words: set[int]) -> bool:
    if followers in words if isinstance(followers, int) else not words.isdisjoint(followers):
        return True
    while key:
        key, word = divmod(key, _KEY_BASE)
        if word - 1 in words:
            return True
    return False


def _remove(table: dict[int, int | Followers], key: int, words: Iterable[int]) -> None:
    followers = table[key]
    if isinstance(followers, int) or _holds(key, _HOLE, set(words)):
        del table[key]
        return
    for word in words:
        followers.pop(word, None)
    if not followers:
        del table[key]
