import numpy as np
import onnx
import pytest

from lm.model.architecture import Architecture
from lm.predicting.engine import Engine
from lm.training.initialization import initial_weights
from lm.training.network import RecurrentNetwork
from lm.training.onnx_export import export_step
from resources.runs.mxnet_shim import mx
from tests.lm.small_models import Trained

_FOLDED_VOCAB = 40
_UNFOLDED_VOCAB = 4200
"""Above the size up to which the embedding and the input weights become one table."""

ARCHITECTURES = [
    *(
        Architecture(kind, _FOLDED_VOCAB, 6, 8, layers, tied=tied)
        for kind in ("lstm", "gru", "rnn_tanh", "rnn_relu")
        for layers in (1, 2, 3)
        for tied in (False, True)
    ),
    *(
        Architecture("unrolled", _FOLDED_VOCAB, 6, 8, window=window, tied=tied)
        for window in (1, 2, 5)
        for tied in (False, True)
    ),
    *(Architecture(kind, _UNFOLDED_VOCAB, 6, 8, 2, tied=True) for kind in ("lstm", "gru", "rnn_tanh")),
    Architecture("unrolled", _UNFOLDED_VOCAB, 6, 8, window=3, tied=True),
]


def _name(architecture: Architecture) -> str:
    parts = [architecture.kind, f"{architecture.num_layers}x{architecture.hidden_size}", f"v{architecture.vocab_size}"]
    return "-".join([*parts, f"w{architecture.window}", "tied" if architecture.tied else "untied"])


def _random_weights(architecture: Architecture) -> dict[str, np.ndarray]:
    rng = np.random.default_rng(3)
    return {
        name: rng.normal(0.0, 0.4, shape).astype(np.float32) for name, shape in architecture.parameter_shapes().items()
    }


def _gluon_log_probs(architecture: Architecture, weights: dict[str, np.ndarray], symbols: np.ndarray) -> np.ndarray:
    """Return Gluon's log-probabilities [T', N, V] for symbols [T, N]."""
    network = RecurrentNetwork(architecture)
    network.initialize()
    network.set_weights(weights)
    features, _ = network(mx.nd.array(symbols), network.begin_state(symbols.shape[1], mx.cpu()))
    logits = network.logits(features.reshape((-3, 0)))
    return mx.nd.log_softmax(logits).asnumpy().reshape(features.shape[0], symbols.shape[1], -1)


def _engine_log_probs(engine: Engine, symbols: np.ndarray) -> np.ndarray:
    states = [engine.begin_state() for _ in range(symbols.shape[1])]
    found = []
    for row in symbols:
        log_probs, states = engine.step(row.tolist(), states)
        found.append(log_probs)
    return np.stack(found)


@pytest.mark.parametrize("architecture", ARCHITECTURES, ids=_name)
def test_fp32_step_agrees_with_gluon(architecture):
    weights = _random_weights(architecture)
    symbols = np.random.default_rng(5).integers(0, architecture.vocab_size, (9, 3))
    expected = _gluon_log_probs(architecture, weights, symbols)

    engine = Engine(export_step(architecture, weights, int8=False), architecture)

    # The unrolled network's first prediction needs a whole window.
    found = _engine_log_probs(engine, symbols)[len(symbols) - len(expected) :]
    np.testing.assert_allclose(found, expected, atol=1e-4)


@pytest.mark.parametrize("architecture", ARCHITECTURES, ids=_name)
def test_int8_step_stays_close_to_fp32(architecture):
    weights = initial_weights(architecture, 1, np.full(architecture.vocab_size, 1.0 / architecture.vocab_size))
    symbols = np.random.default_rng(5).integers(0, architecture.vocab_size, (9, 3))

    exact = _engine_log_probs(Engine(export_step(architecture, weights, int8=False), architecture), symbols)
    rounded = _engine_log_probs(Engine(export_step(architecture, weights, int8=True), architecture), symbols)

    assert np.abs(np.exp(exact) - np.exp(rounded)).sum(axis=-1).max() < 0.05


@pytest.mark.parametrize("which", ["trained_bytes", "trained_words"])
def test_int8_costs_less_than_0_005_bits_per_char_on_held_out_text(which, request):
    trained: Trained = request.getfixturevalue(which)
    text = trained.split.held_out
    symbols = trained.vocabulary.encode(text)

    def bits_per_char(*, int8: bool) -> float:
        architecture = trained.config.architecture
        factors = trained.vocabulary.factors if architecture.is_factored else None
        engine = Engine(export_step(architecture, trained.weights, int8=int8), architecture, factors)
        log_probs = _engine_log_probs(engine, symbols[:-1, None])[:, 0]
        return -float(log_probs[np.arange(len(symbols) - 1), symbols[1:]].sum()) / np.log(2.0) / len(text)

    assert abs(bits_per_char(int8=True) - bits_per_char(int8=False)) < 0.005


def test_int8_tied_network_stores_its_largest_table_once():
    architecture = Architecture("lstm", _UNFOLDED_VOCAB, 32, 8, tied=True)
    graph = export_step(architecture, _random_weights(architecture), int8=True)
    table_bytes = _UNFOLDED_VOCAB * 32

    assert table_bytes < len(graph) < 2 * table_bytes


def test_graph_passes_the_onnx_checker_and_names_its_sizes():
    architecture = Architecture("gru", _FOLDED_VOCAB, 6, 8, 2)
    model = onnx.load_from_string(export_step(architecture, _random_weights(architecture), int8=True))

    onnx.checker.check_model(model, full_check=True)
    sizes = {value.name: value.type.tensor_type.shape.dim[1].dim_value for value in model.graph.output}
    assert sizes == {"log_probs": _FOLDED_VOCAB, "state_out": architecture.state_size}
