"""Several experts' opinions about the next byte as one language model.

A Bayesian mixture with fixed share (Herbster and Warmuth 1998): each expert's weight grows with the probability it
gave to what came, then moves a share of the way back to its prior, so that the mixture follows changes of the text.
The experts are a byte-level network, which also spells what the word vocabulary lacks, and the word-level network
projected onto bytes.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from lm.engine import Row
from lm.language_model import LanguageModel, LogProbs
from lm.word_projection import Position, Probabilities, WordProjection

BYTE_PRIOR = 0.12
"""Prior weight of the byte model; tuned on held-out base text, where the word model knows far more."""
_SHARE = 0.5
_LEAST = 1e-12


@dataclass(frozen=True, slots=True)
class MixtureState:
    """One stream's state.

    Attributes:
        row: the byte engine's.
        position: the word projection's.
        weight: of the byte expert; the word expert has the rest.
        by_byte, by_word: what each expects next, [256].
    """

    row: Row
    position: Position
    weight: float
    by_byte: Probabilities
    by_word: Probabilities

    def probabilities(self) -> Probabilities:
        """Return what the mixture expects next, [256]."""
        mixed: Probabilities = self.weight * self.by_byte + (1.0 - self.weight) * self.by_word
        return mixed


class Mixture:
    """A byte engine and a word projection together; a `LanguageModel` over bytes."""

    vocab_size = 256

    def __init__(self, byte_engine: LanguageModel[Row], words: WordProjection, *, look_ahead: bool = True) -> None:
        """With `look_ahead` the word model is also asked what may follow each place where a word could end.

        It costs one of its steps there and gains some 0.025 bits per character; a beam search, which only needs to
        know that the word ends, does without.
        """
        self._byte_engine = byte_engine
        self._words = words
        self._look_ahead = look_ahead
        self.prior = BYTE_PRIOR

    def quick(self) -> "Mixture":
        """Return the same mixture without the look ahead; states can be handed from one to the other."""
        return Mixture(self._byte_engine, self._words, look_ahead=False)

    def begin_state(self) -> MixtureState:
        log_probs, (row,) = self._byte_engine.step([ord("\n")], [self._byte_engine.begin_state()])
        by_byte = np.exp(log_probs[0], dtype=np.float64)
        position = self._words.begin()
        return MixtureState(row, position, self.prior, by_byte, self._words.distribution(position, by_byte))

    def step(self, symbols: Sequence[int], states: Sequence[MixtureState]) -> tuple[LogProbs, list[MixtureState]]:
        log_by_byte, rows = self._byte_engine.step(symbols, [state.row for state in states])
        spelling = [float(state.by_byte[symbol]) for symbol, state in zip(symbols, states, strict=True)]
        positions = self._words.advance(
            [state.position for state in states], symbols, spelling, look_ahead=self._look_ahead
        )
        by_byte = np.exp(log_by_byte, dtype=np.float64)
        after = []
        mixed = np.empty((len(states), 256))
        for index, (symbol, old) in enumerate(zip(symbols, states, strict=True)):
            weight = self._reweigh(old, symbol)
            by_word = self._words.distribution(positions[index], by_byte[index])
            after.append(MixtureState(rows[index], positions[index], weight, by_byte[index], by_word))
            mixed[index] = weight * by_byte[index] + (1.0 - weight) * by_word
        return np.log(np.maximum(mixed, _LEAST)).astype(np.float32), after

    def look_ahead(self, state: MixtureState) -> tuple[npt.NDArray[np.float32], MixtureState]:
        """Return what `step` would have returned where `quick` went: its log-probabilities [256] and state."""
        position = self._words.look_ahead(state.position)
        by_word = self._words.distribution(position, state.by_byte)
        exact = MixtureState(state.row, position, state.weight, state.by_byte, by_word)
        return np.log(np.maximum(exact.probabilities(), _LEAST)).astype(np.float32), exact

    def _reweigh(self, state: MixtureState, symbol: int) -> float:
        by_byte = state.weight * state.by_byte[symbol]
        total = by_byte + (1.0 - state.weight) * state.by_word[symbol]
        posterior = by_byte / total if total > _LEAST else state.weight
        return float((1.0 - _SHARE) * posterior + _SHARE * self.prior)
