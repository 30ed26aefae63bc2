"""A byte-level model that knows nothing: the spelling of unknown words where a word model stands alone."""

from collections.abc import Sequence

import numpy as np

from lm.model.language_model import LogProbs
from lm.predicting.engine import Row


class UniformBytes:
    """Every byte is equally probable."""

    vocab_size = 256

    def begin_state(self) -> Row:
        return np.zeros(0, dtype=np.float32)

    def step(self, symbols: Sequence[int], states: Sequence[Row]) -> tuple[LogProbs, list[Row]]:
        return np.full((len(symbols), 256), -np.log(256.0), dtype=np.float32), list(states)
