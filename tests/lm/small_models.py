"""Small language models and a text of our own writing, for the tests of `lm`."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from lm.model.language_model import AnyModel, LogProbs
from lm.model.vocabulary import Vocabulary
from lm.text.corpus import Split
from lm.training.config import TrainConfig
from lm.training.messages import Finished

_WHO = ("the gardener", "my sister", "an old sailor", "the baker", "our neighbour", "a tired doctor", "the children")
_DID = ("planted", "watered", "carried home", "forgot", "painted", "sold", "found again", "couldn't leave")
_WHAT = (
    "seven lemon trees",
    "the blue boat",
    "a basket of bread",
    "the well-known map",
    "two café chairs",
    "her letters",
)
_WHEN = ("before the rain", "on Monday", "after the long winter", "in the morning", "while the bells rang")


@dataclass(frozen=True, slots=True)
class Trained:
    """A trained network and everything that made it; `folder` is where it was published."""

    config: TrainConfig
    vocabulary: Vocabulary
    split: Split
    weights: dict[str, Any]
    finished: Finished
    folder: Path


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a command ended: its exit code and what it wrote."""

    code: int
    stdout: str
    stderr: str


def garden_text(num_sentences: int, seed: int = 1) -> bytes:
    """Return sentences about people and what they did, five to a paragraph, as UTF-8."""
    rng = random.Random(seed)
    sentences = []
    for number in range(1, num_sentences + 1):
        words = (rng.choice(_WHO), rng.choice(_DID), rng.choice(_WHAT), rng.choice(_WHEN))
        sentences.append(" ".join(words).capitalize() + (".\n\n" if number % 5 == 0 else ". "))
    return "".join(sentences).encode()


class Markov:
    """A model whose next symbol depends on the last one alone; its state counts what was read."""

    def __init__(self, table: npt.NDArray[np.float64]) -> None:
        """`table` [V, V] holds the probability of each symbol after each symbol."""
        with np.errstate(divide="ignore"):
            self._log_probs = np.log(table).astype(np.float32)

    @property
    def vocab_size(self) -> int:
        return len(self._log_probs)

    def begin_state(self) -> int:
        return 0

    def step(self, symbols: Sequence[int], states: Sequence[int]) -> tuple[LogProbs, list[int]]:
        return self._log_probs[list(symbols)], [state + 1 for state in states]


class Counting:
    """Any model, with a count of the symbols that it has read."""

    def __init__(self, model: AnyModel) -> None:
        self._model = model
        self.symbols_read = 0

    @property
    def vocab_size(self) -> int:
        return self._model.vocab_size

    def begin_state(self) -> Any:
        return self._model.begin_state()

    def step(self, symbols: Sequence[int], states: Sequence[Any]) -> tuple[LogProbs, list[Any]]:
        self.symbols_read += len(symbols)
        return self._model.step(symbols, states)


def random_table(size: int, seed: int) -> npt.NDArray[np.float64]:
    """Return a matrix [size, size] of random rows that sum to 1."""
    return np.random.default_rng(seed).dirichlet(np.full(size, 0.3), size)


def byte_chain(text: bytes, smoothing: float = 1e-4) -> Markov:
    """Return the model over bytes that has counted each pair of neighbours in `text`."""
    counts = np.full((256, 256), smoothing)
    for first, second in pairwise(text):
        counts[first, second] += 1.0
    return Markov(counts / counts.sum(axis=1, keepdims=True))


def one_thread() -> dict[str, str]:
    """Return the environment of a training process that leaves the other cores to whoever has them."""
    names = ("FORETYPE_TRAINING_THREADS", "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS")
    return dict.fromkeys(names, "1") | {"KMP_AFFINITY": "disabled"}


def never() -> bool:
    """Ask nothing to stop."""
    return False
