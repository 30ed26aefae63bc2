"""The user's own units, counted: an adaptive n-gram model that learns at once and can forget.

Orders are interpolated with absolute discounting (Ney, Essen and Kneser 1994), down to the word network's own
distribution, so that what was never counted keeps the network's opinion. How far the counts are trusted is learned
as text comes in, separately for each order that was matched and each number of times it had been seen.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from lm.model.unit_trie import UnitTrie, build_trie
from lm.model.vocabulary import UNIT, WordVocabulary

_DISCOUNT = 0.75
LONGEST_HISTORY = 3
_GATE_RATE = 0.02
_LEAST_TRUST, _MOST_TRUST = 0.01, 0.95
_INITIAL_TRUST = (0.05, 0.1, 0.25, 0.45)
"""Weight of the counts by the length of the matched history, before anything was learned about them."""
_COUNT_STEPS = (1, 3, 15)
_KEY_BASE = 1 << 21
"""Larger than any symbol: a history of symbols becomes one integer."""
_NEW_UNIT_SIGHTINGS = 2
"""A unit outside the vocabulary is offered from its second sighting on: misspellings seen once are not."""

Followers = dict[int, int]
History = tuple[int, ...]
Probabilities = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class OwnUnits:
    """The user's units outside the vocabulary, as they were at one moment.

    Attributes:
        first_symbol: the symbol of the first of them.
        trie: over those that are offered; its symbols count from 0.
        offered: [U], whether a unit is.
    """

    first_symbol: int
    trie: UnitTrie
    offered: npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Expectation:
    """What the counts and the network together expect next.

    Attributes:
        known: [V], probability of each unit of the vocabulary; entry 0 is the unknown's that has no symbol at all.
        own: [U], probability of each of the user's own units.
        bucket: the gate that was used.
        trust: its weight of the counts.
    """

    known: Probabilities
    own: Probabilities
    bucket: int
    trust: float


class AdaptiveNgram:
    """Counts of unit n-grams over a word vocabulary and the user's own units."""

    def __init__(self, vocabulary: WordVocabulary) -> None:
        self._vocabulary = vocabulary
        self._size = len(vocabulary)
        self._own: dict[bytes, int] = {}
        self._own_units: list[bytes] = []
        self._unigram = np.zeros(self._size + 1024)
        self._distinct = 0
        self._total = 0
        self._followers: list[dict[int, int | Followers]] = [{} for _ in range(LONGEST_HISTORY)]
        buckets = 1 + LONGEST_HISTORY * (len(_COUNT_STEPS) + 1)
        self._trust = np.array([_initial_trust(bucket) for bucket in range(buckets)])
        self._snapshot: OwnUnits | None = None

    @property
    def vocabulary(self) -> WordVocabulary:
        """The units that are not the user's own."""
        return self._vocabulary

    @property
    def is_empty(self) -> bool:
        """Say whether nothing has been learned."""
        return self._total == 0

    def symbol(self, unit: bytes) -> int:
        """Return the symbol of a unit: the vocabulary's, or the user's own, or `UNKNOWN`."""
        return self._vocabulary.symbol(unit) or self._own.get(unit, WordVocabulary.UNKNOWN)

    def own_units(self) -> OwnUnits:
        """Return the user's own units; the value changes only when another one is to be offered."""
        if self._snapshot is None:
            counts = self._unigram[self._size : self._size + len(self._own_units)]
            offered = counts >= _NEW_UNIT_SIGHTINGS
            units = [unit if is_offered else b"" for unit, is_offered in zip(self._own_units, offered, strict=True)]
            self._snapshot = OwnUnits(self._size, build_own_trie(units), offered)
        return self._snapshot

    def learn(self, text: bytes, history: History = ()) -> History:
        """Count the units of `text`, which follow `history`; return the history after it."""
        for unit in UNIT.findall(text):
            history = self.count(self._symbol_or_new(unit), history)
        return history

    def count(self, symbol: int, history: History) -> History:
        """Count one unit after its history and return the history after it."""
        self._unigram[symbol] += 1.0
        self._distinct += int(self._unigram[symbol] == 1.0)
        if symbol >= self._size and self._unigram[symbol] == _NEW_UNIT_SIGHTINGS:
            self._snapshot = None
        self._total += 1
        key = 0
        for length, previous in enumerate(reversed(history)):
            key = key * _KEY_BASE + previous + 1
            table = self._followers[length]
            known = table.get(key)
            if known is None:
                table[key] = symbol
            elif isinstance(known, dict):
                known[symbol] = known.get(symbol, 0) + 1
            else:
                table[key] = {known: 2} if known == symbol else {known: 1, symbol: 1}
        return (*history, symbol)[-LONGEST_HISTORY:]

    def expect(self, by_network: Probabilities, history: History, own: OwnUnits) -> Expectation:
        """Mix the network's distribution [V] with the counts after `history`."""
        size, count = self._size, len(own.offered)
        if not self._total:
            return Expectation(by_network, np.zeros(count), 0, 0.0)
        layers, bucket = self._layers(history)
        trust = float(self._trust[bucket])
        # The network's unknown may be one of the user's own units, or a new one (Witten and Bell 1991).
        own_counts = self._unigram[size : size + count] * own.offered
        own_total = float(own_counts.sum())
        seen_share = own_total / (own_total + np.count_nonzero(own_counts) + 1.0)

        passed_on = trust  # what is left of the counts' weight for the lower orders
        parts: list[tuple[npt.NDArray[np.int64], Probabilities]] = []
        for followers in layers:
            symbols = np.fromiter(followers, dtype=np.int64, count=len(followers))
            counts = np.fromiter(followers.values(), dtype=np.float64, count=len(followers))
            total = counts.sum()
            parts.append((symbols, passed_on * (counts - _DISCOUNT) / total))
            passed_on *= _DISCOUNT * len(followers) / total
        unigram = np.maximum(self._unigram[: size + count] - _DISCOUNT, 0.0) * (passed_on / self._total)
        network_share = 1.0 - trust + passed_on * _DISCOUNT * self._distinct / self._total
        known = network_share * by_network + unigram[:size]
        own_probability = unigram[size:]
        if own_total:
            unknown = network_share * by_network[WordVocabulary.UNKNOWN] * seen_share
            own_probability = own_probability + own_counts * (unknown / own_total)
        for symbols, probability in parts:
            known_symbols = symbols < size
            known[symbols[known_symbols]] += probability[known_symbols]
            own_symbols = ~known_symbols & (symbols < size + count)
            own_probability[symbols[own_symbols] - size] += probability[own_symbols]
        own_probability *= own.offered
        # Units that are not offered, and the share of the unknown that went to those that are.
        known[WordVocabulary.UNKNOWN] = max(
            0.0, 1.0 - known[WordVocabulary.UNKNOWN + 1 :].sum() - own_probability.sum()
        )
        return Expectation(known, own_probability, bucket, trust)

    def teach(self, by_network: Probabilities, history: History, came: int) -> None:
        """Move the gate that `history` uses towards whichever of the two, network or counts, foresaw what came."""
        expected = self.expect(by_network, history, self.own_units())
        if came < self._size:
            mixed, network = expected.known[came], by_network[came]
        elif came - self._size < len(expected.own) and expected.own[came - self._size] > 0.0:
            mixed, network = expected.own[came - self._size], 0.0
        else:
            return  # a new unit says nothing of either
        if mixed > 0.0 and expected.trust > 0.0:
            posterior = min(1.0, max(0.0, 1.0 - (1.0 - expected.trust) * network / mixed))
            moved = self._trust[expected.bucket] + _GATE_RATE * (posterior - self._trust[expected.bucket])
            self._trust[expected.bucket] = min(_MOST_TRUST, max(_LEAST_TRUST, moved))

    def forget(self, units: Iterable[bytes]) -> bool:
        """Remove every count of these units, and of what followed them; say whether there was one."""
        symbols = {self.symbol(unit) for unit in units} - {WordVocabulary.UNKNOWN}
        symbols = {symbol for symbol in symbols if self._unigram[symbol] > 0}
        for symbol in symbols:
            self._total -= int(self._unigram[symbol])
            self._unigram[symbol] = 0.0
            self._distinct -= 1
            if symbol >= self._size:
                unit = self._own_units[symbol - self._size]
                self._own.pop(unit, None)
                self._own_units[symbol - self._size] = b""  # its number is not given out again
        for table in self._followers:
            for key in [key for key, followers in table.items() if _holds(key, followers, symbols)]:
                _remove(table, key, symbols)
        self._snapshot = None
        return bool(symbols)

    def words(self) -> dict[bytes, int]:
        """Return every unit that was counted, with its count."""
        found = {}
        for symbol in np.flatnonzero(self._unigram):
            unit = self._vocabulary.units[symbol] if symbol < self._size else self._own_units[int(symbol) - self._size]
            if unit:
                found[unit] = int(self._unigram[symbol])
        return found

    def _symbol_or_new(self, unit: bytes) -> int:
        symbol = self.symbol(unit)
        if symbol == WordVocabulary.UNKNOWN:
            symbol = self._size + len(self._own_units)
            self._own[unit] = symbol
            self._own_units.append(unit)
            if symbol >= len(self._unigram):
                self._unigram = np.concatenate([self._unigram, np.zeros(len(self._unigram) // 2)])
        return symbol

    def _layers(self, history: History) -> tuple[list[Followers], int]:
        """Return the followers of each matched history, longest first, and the gate's bucket."""
        found: list[Followers] = []
        key = 0
        for length, previous in enumerate(reversed(history)):
            key = key * _KEY_BASE + previous + 1
            followers = self._followers[length].get(key)
            if followers is None:
                break
            found.append(followers if isinstance(followers, dict) else {followers: 1})
        if not found:
            return [], 0
        seen = sum(found[-1].values())
        step = sum(seen > limit for limit in _COUNT_STEPS)
        bucket = 1 + (len(found) - 1) * (len(_COUNT_STEPS) + 1) + step
        return found[::-1], bucket


def build_own_trie(units: Sequence[bytes]) -> UnitTrie:
    """Build the trie of the user's units: symbol i is `units[i]`, and an empty one is left out."""
    present = [index for index, unit in enumerate(units) if unit]
    trie = build_trie([b"", *(units[index] for index in present)])
    back = np.array([-1, *present], dtype=np.int32)
    symbol = np.where(trie.symbol >= 0, back[np.maximum(trie.symbol, 0)], -1)
    return UnitTrie(back[trie.order], trie.low, trie.high, symbol, trie.first_child, trie.child_byte, trie.child_node)


def _initial_trust(bucket: int) -> float:
    return _INITIAL_TRUST[0 if bucket == 0 else 1 + (bucket - 1) // (len(_COUNT_STEPS) + 1)]


def _holds(key: int, followers: int | Followers, symbols: set[int]) -> bool:
    if followers in symbols if isinstance(followers, int) else not symbols.isdisjoint(followers):
        return True
    while key:
        key, previous = divmod(key, _KEY_BASE)
        if previous - 1 in symbols:
            return True
    return False


def _remove(table: dict[int, int | Followers], key: int, symbols: set[int]) -> None:
    followers = table[key]
    in_history = _holds(key, -1, symbols)
    if in_history or isinstance(followers, int):
        del table[key]
        return
    for symbol in symbols:
        followers.pop(symbol, None)
    if not followers:
        del table[key]
