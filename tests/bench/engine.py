"""One step of the shipped networks, against MXNet's fused operator, NumPy and the memory's copy rate."""

from collections.abc import Iterator
from typing import Any

import numpy as np

from lm.model.folder_layout import BYTES, INT8_STEP, WORDS, architecture_of
from lm.predicting.engine import Engine
from lm.training.onnx_export import export_step
from resources import shipped_model
from resources.model_folder import ModelFolder, open_model
from tests.bench.timing import median_ms

_COPIES = 64


def run() -> Iterator[str]:
    folder = shipped_model("english")
    if not folder.exists():
        yield "no shipped model: nothing to measure"
        return
    yield f"{'one step, ms':34}{'batch 1':>10}{'batch 8':>10}"
    for part in (BYTES, WORDS):
        yield from _network(part, open_model(folder / part, "lm"))


def _network(part: str, folder: ModelFolder) -> Iterator[str]:
    architecture = architecture_of(folder)
    weights = folder.weights(architecture.parameter_shapes())
    label = f"{part} {architecture.num_layers}x{architecture.hidden_size}"
    rows: dict[str, tuple[float, float]] = {}
    fp32 = export_step(architecture, weights, int8=False)
    for name, graph in (("ONNX Runtime int8", folder.verified(INT8_STEP)), ("ONNX Runtime fp32", fp32)):
        engine = Engine(graph, architecture)
        rows[name] = (_engine_ms(engine, 1), _engine_ms(engine, 8))
    rows["NumPy fp32"] = (_numpy_ms(architecture, weights, 1), _numpy_ms(architecture, weights, 8))
    rows["MXNet fused, T=1"] = (_mxnet_ms(architecture, weights, 1), _mxnet_ms(architecture, weights, 8))
    for name, (one, eight) in rows.items():
        yield f"{label + ', ' + name:34}{one:10.3f}{eight:10.3f}"
    matrices = [shape for name, shape in architecture.parameter_shapes().items() if len(shape) == 2]
    size = sum(a * b for a, b in matrices)
    if architecture.vocab_size <= 4096:  # folded into a table of which a step reads one row
        size -= architecture.vocab_size * architecture.embedding_size
        size -= architecture.num_gates * architecture.hidden_size * architecture.embedding_size
    limit = _copy_ms(size)
    ratio = rows["ONNX Runtime int8"][0] / limit
    yield f"{label}: {size / 1e6:.1f} MB of int8 weights copied in {limit:.3f} ms; a step takes {ratio:.2f} x that"


def _engine_ms(engine: Engine, batch: int) -> float:
    symbols = np.arange(batch, dtype=np.int64)
    state = np.stack([engine.begin_state()] * batch)
    return median_ms(lambda: engine.step_rows(symbols, state))


def _numpy_ms(architecture: Any, weights: dict[str, Any], batch: int) -> float:
    hidden = architecture.hidden_size
    h = np.zeros((batch, hidden), dtype=np.float32)
    c = np.zeros_like(h)
    x = weights["embedding.weight"][:batch]
    i2h, h2h = weights["layer0.i2h_weight"].T, weights["layer0.h2h_weight"].T
    bias = weights["layer0.i2h_bias"] + weights["layer0.h2h_bias"]
    decoder = weights["embedding.weight" if architecture.tied else "decoder.weight"].T

    def step() -> None:
        gates = x @ i2h + h @ h2h + bias
        i, f, g, o = np.split(gates, 4, axis=1)
        sigmoid_i, sigmoid_f, sigmoid_o = (1.0 / (1.0 + np.exp(-gate)) for gate in (i, f, o))
        cell = sigmoid_f * c + sigmoid_i * np.tanh(g)
        output = sigmoid_o * np.tanh(cell)
        if architecture.tied:
            output = output @ weights["projection.weight"].T + weights["projection.bias"]
        scores = output @ decoder + weights["decoder.bias"]
        scores -= scores.max(axis=1, keepdims=True)
        scores - np.log(np.exp(scores).sum(axis=1, keepdims=True))

    return median_ms(step)


def _mxnet_ms(architecture: Any, weights: dict[str, Any], batch: int) -> float:
    from lm.training.network import RecurrentNetwork
    from resources.runs.mxnet_shim import mx

    network = RecurrentNetwork(architecture)
    network.initialize()
    network.set_weights(weights)
    symbols = mx.nd.arange(batch).reshape((1, batch))
    state = network.begin_state(batch, mx.cpu())

    def step() -> None:
        features, _ = network(symbols, state)
        mx.nd.log_softmax(network.logits(features.reshape((-3, 0)))).wait_to_read()

    return median_ms(step)


def _copy_ms(size_bytes: int) -> float:
    """Return how long one core takes to copy as many bytes, from buffers as warm as the weights are."""
    source = np.ones(size_bytes, dtype=np.uint8)
    target = np.empty_like(source)
    return median_ms(lambda: np.copyto(target, source))
