import numpy as np
import pytest

from lm.model.architecture import Architecture
from lm.model.vocabulary import WordVocabulary
from lm.predicting.engine import Engine
from lm.training.network import RecurrentNetwork
from lm.training.onnx_export import export_step
from resources.runs.mxnet_shim import mx

VOCABULARY = WordVocabulary(
    [
        b" the",
        b"The",
        b" The",
        b" THE",
        b"\n",
        b".",
        b" united",
        b"United",
        b" United",
        b" states",
        b" States",
        b" iPhone",
    ]
)
ARCHITECTURE = Architecture("lstm", len(VOCABULARY), 8, 12, tied=True, num_words=len(VOCABULARY.factors.words))


@pytest.fixture
def weights() -> dict[str, np.ndarray]:
    rng = np.random.default_rng(5)
    shapes = ARCHITECTURE.parameter_shapes()
    return {name: rng.normal(0.0, 0.6, shape).astype(np.float32) for name, shape in shapes.items()}


def _engine(weights, *, int8=False) -> Engine:
    return Engine(export_step(ARCHITECTURE, weights, int8=int8), ARCHITECTURE, VOCABULARY.factors)


def test_step_gives_the_units_what_gluon_gives_them(weights):
    network = RecurrentNetwork(ARCHITECTURE, VOCABULARY.factors)
    network.initialize()
    network.set_weights(weights)
    symbols = np.array([5, 1, 7, 10, 0, 4, 12], dtype=np.int32)
    features, _ = network(mx.nd.array(symbols[:, None]), network.begin_state(1, mx.cpu()))
    engine = _engine(weights)
    state = engine.begin_state()
    for symbol, feature in zip(symbols, features, strict=True):
        log_probs, (state,) = engine.step([int(symbol)], [state])
        targets = np.arange(1, len(VOCABULARY), dtype=np.int32)
        expected = network.target_log_probs(mx.nd.tile(feature, (len(targets), 1)), targets).asnumpy()
        np.testing.assert_allclose(log_probs[0, 1:], expected, atol=1e-4)


def test_what_no_unit_spells_is_the_unknowns(weights):
    log_probs, _ = _engine(weights).step([3, 6], [np.zeros(24, np.float32)] * 2)
    np.testing.assert_allclose(np.exp(log_probs).sum(axis=1), 1.0, atol=1e-5)
    assert (log_probs[:, 0] > np.log(1e-3)).all()  # " UNITED" is nobody's else


def test_forms_keep_their_shares_in_int8(weights):
    exact, _ = _engine(weights).step([5], [np.zeros(24, np.float32)])
    rounded, _ = _engine(weights, int8=True).step([5], [np.zeros(24, np.float32)])
    np.testing.assert_allclose(np.exp(rounded), np.exp(exact), atol=0.05)


def test_a_very_sure_network_gives_finite_numbers(weights):
    weights = weights | {"space.weight": weights["space.weight"] * 1e3, "case.bias": weights["case.bias"] * 1e3}
    log_probs, _ = _engine(weights).step([5], [np.zeros(24, np.float32)])
    assert np.isfinite(log_probs).all()
