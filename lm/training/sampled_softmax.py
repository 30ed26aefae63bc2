"""A softmax over a sample of a large vocabulary, for training a word model at a tenth of the cost.

The candidates of a batch are its own targets and a random sample of the rest, frequent symbols first. Each
candidate's term in the partition sum is divided by the probability that it became one (the estimator of Horvitz
and Thompson 1952), so that the sum is unbiased; the idea is Bengio and Senecal 2008.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from lm.model.vocabulary import Symbols

_FLATTENING = 0.75
"""Exponent on the unigram frequencies that draw the sample (Mikolov et al. 2013)."""


@dataclass(frozen=True, slots=True)
class Candidates:
    """The symbols that one batch is scored against.

    Attributes:
        symbols: [K], sorted.
        targets: [T, N], the place of each target among them.
        log_inclusion: [K], log of the probability that a symbol is a candidate.
    """

    symbols: Symbols
    targets: Symbols
    log_inclusion: npt.NDArray[np.float32]


class CandidateSampler:
    """Draws the candidates of a batch."""

    def __init__(self, unigram: npt.NDArray[np.float64], num_candidates: int, targets_per_batch: int) -> None:
        """`unigram` [V] are the symbols' frequencies in the corpus, summing to 1."""
        self.num_candidates = min(num_candidates, len(unigram))
        weights = np.maximum(unigram, 1e-9) ** _FLATTENING
        self._log_weights = np.log(weights)
        as_target = 1.0 - (1.0 - unigram) ** targets_per_batch
        drawn = self.num_candidates - as_target.sum()  # about what remains to be drawn beside the targets
        as_sample = _inclusion(weights, max(1.0, drawn), as_target)
        inclusion = as_target + (1.0 - as_target) * as_sample
        self._log_inclusion = np.log(np.clip(inclusion, 1e-6, 1.0)).astype(np.float32)

    def draw(self, targets: Symbols, rng: np.random.Generator) -> Candidates:
        """Return the candidates of a batch of targets [T, N]."""
        present = np.unique(targets)
        # Gumbel top-k: a weighted sample without replacement in one pass (Efraimidis and Spirakis 2006).
        keys = self._log_weights - np.log(rng.exponential(size=len(self._log_weights)))
        keys[present] = np.inf
        count = max(self.num_candidates, len(present))
        symbols = np.sort(np.argpartition(-keys, count - 1)[:count]).astype(np.int32)
        places = np.searchsorted(symbols, targets).astype(np.int32)
        return Candidates(symbols, places, self._log_inclusion[symbols])


def _inclusion(
    weights: npt.NDArray[np.float64], draws: float, as_target: npt.NDArray[np.float64]
) -> npt.NDArray[np.float64]:
    """Solve for the rate r at which sum (1 - as_target)(1 - exp(-r w)) is `draws`, and return 1 - exp(-r w)."""
    low, high = 0.0, 1.0
    available = 1.0 - as_target
    draws = min(draws, 0.999 * available.sum())
    while (available * -np.expm1(-high * weights)).sum() < draws:
        high *= 2.0
    for _ in range(60):
        middle = 0.5 * (low + high)
        if (available * -np.expm1(-middle * weights)).sum() < draws:
            low = middle
        else:
            high = middle
    solved: npt.NDArray[np.float64] = -np.expm1(-high * weights)
    return solved
