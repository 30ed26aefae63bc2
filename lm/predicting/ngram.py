"""The user's own units, counted, beside the word network and the phrase table: an adaptive model that learns at once.

Counting is over words, without the space before them and their capitals, so that ` Thanks` teaches `Thanks` too. What
is expected of a word is shared out among its spellings as the network shares it; for the user's own words, which the
network does not know, as the user spelled them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from lm.model.vocabulary import UNIT, WordVocabulary
from lm.predicting.own_units import OwnSpellings, OwnUnits, spaces_of
from lm.predicting.phrase_table import KnownPhrases, PhraseTable
from lm.predicting.trust import (
    PHRASES,
    RECENT,
    Features,
    Say,
    Trust,
    counts_features,
    phrases_features,
    recent_features,
)
from lm.predicting.word_counts import LONGEST_HISTORY, History, WordCounts

__all__ = ["AdaptiveNgram", "Expectation", "History", "OwnUnits"]

_DISCOUNT = 0.6
_LEAST = 1e-12
_UNKNOWN = WordVocabulary.UNKNOWN

Probabilities = npt.NDArray[np.float64]
Numbers = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Expectation:
    """What all experts together expect next.

    Attributes:
        known: [V], probability of each unit of the vocabulary; entry 0 is the unknown's that has no symbol at all.
        own: [U], probability of each of the user's own units.
        trust: the weight of what the user wrote, 0 to 1.
    """

    known: Probabilities
    own: Probabilities
    trust: float


@dataclass(frozen=True, slots=True)
class _Opinion:
    """What one expert expects: shares of `words`, or of all words [W] where that is None."""

    expert: int
    features: Features
    trust: float
    words: Numbers | None
    shares: Probabilities

    def of(self, word: int) -> float:
        """Return the probability that it gives to a word."""
        return float(self.shares[self.words == word].sum())


class AdaptiveNgram:
    """The network's opinion, the phrase table's and the user's counts, mixed."""

    def __init__(self, vocabulary: WordVocabulary, phrases: PhraseTable | None = None) -> None:
        """`phrases` may have another vocabulary: what it knows of other words is left out."""
        self._spellings = OwnSpellings(vocabulary)
        self._size = len(vocabulary)
        self._num_words = self._spellings.num_words
        self._word_of = vocabulary.factors.word_of
        self._newline = self._spellings.word(vocabulary.symbol(b"\n"))
        self._counts = WordCounts(self._num_words)
        self._trust = Trust()
        self._phrases = KnownPhrases(phrases, vocabulary.factors.words) if phrases else None
        self._spaced, self._bare = spaces_of(vocabulary)

    @property
    def vocabulary(self) -> WordVocabulary:
        """The units that are not the user's own."""
        return self._spellings.vocabulary

    @property
    def is_empty(self) -> bool:
        """Say whether nothing has been learned."""
        return self._counts.total == 0

    def symbol(self, unit: bytes) -> int:
        """Return the symbol of a unit: the vocabulary's, or the user's own, or `UNKNOWN`."""
        return self._spellings.symbol(unit)

    def own_units(self) -> OwnUnits:
        """Return the user's own units; the value changes only when another one is to be offered."""
        return self._spellings.snapshot(self._counts.single)

    def after(self, history: History, symbol: int) -> History:
        """Return the history after one more unit; empty lines are none."""
        word = self._spellings.word(symbol)
        if word == self._newline and history[-1:] == (word,):
            return history
        return (*history, word)[-LONGEST_HISTORY:]

    def learn(self, text: bytes, history: History = ()) -> History:
        """Count the units of `text`, which follow `history`; return the history after it."""
        for unit in UNIT.findall(text):
            history = self.count(self._spellings.number(unit), history)
        return history

    def count(self, symbol: int, history: History) -> History:
        """Count one unit after its history and return the history after it."""
        word = self._spellings.word(symbol)
        is_empty_line = word == self._newline and history[-1:] == (word,)
        if not is_empty_line:
            history = self._counts.add(word, history or (self._newline,))
        self._spellings.count(symbol, float(self._counts.single[word]))
        return history

    def expect(self, by_network: Probabilities, history: History, own: OwnUnits) -> Expectation:
        """Mix the network's distribution over units [V] with what the table and the counts expect after `history`."""
        if self.is_empty and self._phrases is None:
            return Expectation(by_network, np.zeros(len(own.offered)), 0.0)
        words = self._words(by_network)
        opinions = self._opinions(words, history)
        static = words
        if opinions and opinions[0].words is None:
            static = words + opinions[0].trust * (opinions[0].shares - words)
            opinions = opinions[1:]
        return self._spelled(by_network, words, static, opinions, own)

    def counted(self, history: History, own: OwnUnits) -> Expectation:
        """Return what the user's counts alone expect after `history`; nothing where there are none."""
        times = self._spellings.times[: self._size]
        by_times = times / max(float(times.sum()), 1.0)
        words = self._words(by_times)
        opinions = [opinion for opinion in self._opinions(words, history) if opinion.words is not None]
        return self._spelled(by_times, words, np.zeros(self._num_words), opinions, own)

    def teach(self, by_network: Probabilities, history: History, came: int) -> None:
        """Move the trust that `history` calls for towards whoever foresaw what came."""
        word = self._spellings.word(came)
        is_own = word >= self._num_words
        if word == _UNKNOWN or (is_own and self._counts.single[word] == 0.0):
            return  # a new word says nothing of anybody
        words = self._words(by_network)
        share = self._share_of_unknown(word) if is_own else 1.0
        place = _UNKNOWN if is_own else word
        says = [
            Say(
                opinion.expert,
                opinion.features,
                opinion.trust,
                share * float(opinion.shares[place]) if opinion.words is None else opinion.of(word),
            )
            for opinion in self._opinions(words, history)
        ]
        self._trust.learn(share * float(words[place]), says)

    def forget(self, units: Iterable[bytes]) -> bool:
        """Remove every count of these units' words, in any spelling, and of what followed; say if there was one."""
        found = {self._spellings.word(self.symbol(unit)) for unit in units} - {_UNKNOWN}
        found = {word for word in found if self._counts.single[word] > 0}
        if found:
            self._counts.forget(found)
            for word in found:
                self._spellings.forget(word)
        return bool(found)

    def words(self) -> dict[bytes, int]:
        """Return every unit that was counted, with its count."""
        return self._spellings.written()

    def _words(self, by_network: Probabilities) -> Probabilities:
        """Return the probability of each word of the vocabulary, [W]."""
        return np.bincount(self._word_of, weights=by_network, minlength=self._num_words).astype(np.float64)

    def _opinions(self, words: Probabilities, history: History) -> list[_Opinion]:
        """Return what the table and the counts expect after `history`, the lowest expert first."""
        found: list[_Opinion] = []
        if self._phrases is not None:
            table = self._phrases.expect(history)
            features = phrases_features(table.order, table.backoff, words, table.probabilities)
            found.append(self._opinion(PHRASES, features, None, table.probabilities))
        if self.is_empty:
            return found
        recent = self._counts.recent()
        if len(recent.words):
            features = recent_features(recent.times)
            found.append(self._opinion(RECENT, features, recent.words, recent.times / recent.times.sum()))
        for layer in (self._counts.all_words(), *reversed(self._counts.layers(history))):
            kept = layer.times - _DISCOUNT
            found.append(self._opinion(layer.length, counts_features(layer.times), layer.words, kept / kept.sum()))
        return found

    def _opinion(self, expert: int, features: Features, words: Numbers | None, shares: Probabilities) -> _Opinion:
        return _Opinion(expert, features, self._trust.of(expert, features), words, shares)

    def _share_of_unknown(self, word: int) -> float:
        """Return how much of the unknown's probability one of the user's own words has (Witten and Bell 1991)."""
        times = self._counts.single[self._num_words :]
        return float(self._counts.single[word] / (times.sum() + np.count_nonzero(times) + 1.0))

    def _spelled(
        self,
        by_network: Probabilities,
        words: Probabilities,
        static: Probabilities,
        opinions: Sequence[_Opinion],
        own: OwnUnits,
    ) -> Expectation:
        """Mix opinions over what is `static` [W], and share each word's probability out among its spellings.

        Args:
            by_network: the network's distribution over units, [V].
            words: the same over words, [W].
            static: over words, what nothing of the user's has part in.
            opinions: the user's counts, the lowest first.
            own: the spellings outside the vocabulary.
        """
        single, size = self._counts.single, self._num_words
        added = np.zeros(len(single))
        left = 1.0
        for opinion in reversed(opinions):
            added[opinion.words] += left * opinion.trust * opinion.shares
            left *= 1.0 - opinion.trust
        times = single[size:]
        num_own = np.count_nonzero(times)
        if num_own:
            added[size:] += times * (left * static[_UNKNOWN] / (times.sum() + num_own + 1.0))
        own_probability = self._own(by_network, added, own)
        ratio = (left * static + added[:size]) / np.maximum(words, _LEAST)
        known = by_network * ratio[self._word_of]
        known[_UNKNOWN] = max(0.0, 1.0 - known[_UNKNOWN + 1 :].sum() - own_probability.sum())
        return Expectation(known, own_probability, 1.0 - left)

    def _own(self, by_network: Probabilities, added: Probabilities, own: OwnUnits) -> Probabilities:
        """Return the probability of each of the user's own spellings, [U], and take it from its word's in `added`."""
        if not len(own.offered):
            return np.zeros(0)
        spaced, bare = float(by_network @ self._spaced), float(by_network @ self._bare)
        by_space = (np.array([bare, spaced]) + _LEAST) / (spaced + bare + 2.0 * _LEAST)
        weights = self._spellings.pair_times(own.sibling) * own.offered * by_space[own.is_spaced.astype(np.int64)]
        sums = np.bincount(own.word_index, weights=weights, minlength=len(own.words))
        totals = np.maximum(sums + own.spelled_otherwise @ by_space, _LEAST)
        probability: Probabilities = weights * (added[own.words] / totals)[own.word_index]
        is_known = own.words < self._num_words
        added[own.words[is_known]] *= (1.0 - sums / totals)[is_known]
        return probability
