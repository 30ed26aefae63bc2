"""A published network on ONNX Runtime: the step of an LSTM, GRU, RNN or unrolled RNN, without MXNet.

A state is a row of float32 numbers; N of them are stacked for a batched step. One thread, because a step is too short
to share and the window needs the other cores.
"""

import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from lm.errors import ModelError
from lm.model.architecture import Architecture
from lm.model.factored_units import Factors
from lm.model.language_model import LogProbs
from lm.predicting.unit_distribution import UnitDistribution
from resources.onnx_runtime import one_thread, onnxruntime

Row = npt.NDArray[np.float32]

_GPU_PROVIDERS = ("CUDAExecutionProvider", "ROCMExecutionProvider", "CoreMLExecutionProvider", "DmlExecutionProvider")
_PROBE_STEPS = 20
_PROBE_STREAMS = 8
_LARGEST_SUM_ERROR = 1e-3
_NO_ROWS = np.empty(0, dtype=np.int64)
_FORMS = {"forms", "form_logits", "space.bias", "case.bias"}
"""What a factored network's graph has besides; see `onnx_export`."""


class Engine:
    """One network's step; a `LanguageModel` over its own symbols."""

    def __init__(
        self,
        graph: Path | bytes,
        architecture: Architecture,
        factors: Factors | None = None,
        provider: str = "CPUExecutionProvider",
    ) -> None:
        """`graph` is what `export_step` made for `architecture`, whose units have `factors` if it is factored.

        Raises:
            ModelError: if ONNX Runtime cannot load it, its inputs and outputs are not those of a step, or what it
                computes is no distribution.
        """
        options = one_thread()
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        source = str(graph) if isinstance(graph, Path) else graph
        where = source if isinstance(source, str) else "the graph"
        try:
            self._session = onnxruntime.InferenceSession(source, options, providers=[provider])
        except Exception as exc:  # ONNX Runtime's exceptions share no public base
            first_line = str(exc).splitlines()[0]
            raise ModelError(f"ONNX Runtime cannot load {where} ({first_line[:160]}): copy the model again") from exc
        self.architecture = architecture
        self.provider = provider
        self._factors = factors
        self._state_size = architecture.state_size
        shapes = {entry.name: entry.shape for entry in (*self._session.get_inputs(), *self._session.get_outputs())}
        rows = architecture.num_words or architecture.vocab_size
        if (
            shapes.keys() != {"symbols", "state", "rows", "log_probs", "state_out"} | (_FORMS if factors else set())
            or shapes["state"][1:] != [self._state_size]
            or shapes["log_probs"][1:] != [rows]
        ):
            raise ModelError(f"{where} does not fit the architecture in its card: copy the model again")
        self._units = self._unit_distribution(factors) if factors else None
        log_probs, _ = self.step([0], [self.begin_state()])
        if not abs(float(np.exp(log_probs).sum()) - 1.0) < _LARGEST_SUM_ERROR:  # NaN fails this too
            raise ModelError(f"{where} gives probabilities that do not sum to 1: copy the model again, or train again")

    @property
    def vocab_size(self) -> int:
        return self.architecture.vocab_size

    def begin_state(self) -> Row:
        return np.zeros(self._state_size, dtype=np.float32)

    def _unit_distribution(self, factors: Factors) -> UnitDistribution:
        inputs = {
            "symbols": _NO_ROWS,
            "forms": _NO_ROWS,
            "state": np.empty((0, self._state_size), dtype=np.float32),
            "rows": _NO_ROWS,
        }
        return UnitDistribution(factors, *self._session.run(("space.bias", "case.bias"), inputs))

    def step(self, symbols: Sequence[int], states: Sequence[Row]) -> tuple[LogProbs, list[Row]]:
        log_probs, state = self.step_rows(np.asarray(symbols, dtype=np.int64), np.stack(states))
        return log_probs, list(state)

    def step_rows(
        self, symbols: npt.NDArray[np.int64], state: npt.NDArray[np.float32], rows: npt.NDArray[np.int64] | None = None
    ) -> tuple[LogProbs, npt.NDArray[np.float32]]:
        """Feed symbols [N] to a stacked state [N, S]; return log-probabilities of `rows` [M] (all if None)."""
        if rows is None:
            rows = np.arange(len(symbols), dtype=np.int64)
        inputs = {"symbols": symbols, "state": state, "rows": rows}
        if self._factors is None or self._units is None:
            log_probs, state = self._session.run(("log_probs", "state_out"), inputs)
            return log_probs, state
        inputs |= {"symbols": self._factors.word_of[symbols], "forms": self._factors.form_of[symbols]}
        words, forms, state = self._session.run(("log_probs", "form_logits", "state_out"), inputs)
        return self._units.log_probs(words, forms), state

    def read(self, symbols: Sequence[int], state: Row) -> Row:
        """Feed symbols one after the other to one stream, without asking what follows."""
        stacked = state[None]
        for symbol in symbols:
            _, stacked = self.step_rows(np.array([symbol], dtype=np.int64), stacked, _NO_ROWS)
        row: Row = stacked[0]
        return row


def fastest_engine(graph: Path, architecture: Architecture, factors: Factors | None = None) -> Engine:
    """Load a graph on the GPU when ONNX Runtime offers one and it is faster there, else on the CPU.

    Raises:
        ModelError: if it cannot be loaded on the CPU.
    """
    best = Engine(graph, architecture, factors)
    for provider in _GPU_PROVIDERS:
        if provider not in onnxruntime.get_available_providers():
            continue
        try:
            candidate = Engine(graph, architecture, factors, provider)
            if _seconds_per_step(candidate) < _seconds_per_step(best):
                best = candidate
        except Exception:  # noqa: BLE001, S112  # a GPU that does not work is no GPU
            continue
    return best


def _seconds_per_step(engine: Engine) -> float:
    symbols = np.zeros(_PROBE_STREAMS, dtype=np.int64)
    state = np.stack([engine.begin_state()] * _PROBE_STREAMS)
    engine.step_rows(symbols, state)
    started = time.perf_counter()
    for _ in range(_PROBE_STEPS):
        engine.step_rows(symbols, state)
    return (time.perf_counter() - started) / _PROBE_STEPS
