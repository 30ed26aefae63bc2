"""The one small idea that everything else stands on.

A language model takes symbols and returns a distribution over the next ones, and a state:
`step(symbols, state) -> (log_probs, state)`, for N streams at once. Engines over bytes or words, and the mixture of
both, speak it; completion, generation and evaluation are written once, on top of it.
"""

from collections.abc import Sequence
from typing import Any, Protocol, TypeVar

import numpy as np
import numpy.typing as npt

LogProbs = npt.NDArray[np.float32]
"""Natural logarithms of probabilities, [N, V]; each row's exponentials sum to 1."""

S = TypeVar("S")


class LanguageModel(Protocol[S]):
    """Anything that predicts the next symbol.

    A state is an immutable list of one entry per stream: `step` never changes what it is given, so a caller may keep
    a state and go on from it again and again.
    """

    @property
    def vocab_size(self) -> int:
        """V, the number of symbols."""
        ...

    def begin_state(self) -> S:
        """Return one stream's state before the first symbol."""
        ...

    def step(self, symbols: Sequence[int], states: Sequence[S]) -> tuple[LogProbs, list[S]]:
        """Feed one symbol to each of N streams; return what may follow, [N, V], and the states after it."""
        ...


AnyModel = LanguageModel[Any]
