import numpy as np
import pytest
from onnx import TensorProto, helper

from lm.errors import ModelError
from lm.model.architecture import Architecture
from lm.predicting.engine import Engine, fastest_engine
from lm.training.initialization import initial_weights
from lm.training.onnx_export import export_step
from resources.onnx_runtime import onnxruntime

ARCHITECTURES = [
    Architecture("lstm", 30, 6, 8, 2, tied=True),
    Architecture("gru", 30, 6, 8),
    Architecture("rnn_tanh", 30, 6, 8, 3),
    Architecture("unrolled", 30, 6, 8, window=4),
]


def _graph(architecture: Architecture, **changed: np.ndarray) -> bytes:
    weights = initial_weights(architecture, 1, np.full(architecture.vocab_size, 1.0 / architecture.vocab_size))
    return export_step(architecture, weights | changed, int8=False)


def _engine(architecture: Architecture) -> Engine:
    return Engine(_graph(architecture), architecture)


@pytest.fixture(params=ARCHITECTURES, ids=lambda architecture: architecture.kind)
def engine(request) -> Engine:
    return _engine(request.param)


def test_every_distribution_sums_to_1(engine):
    log_probs, _ = engine.step([1, 2, 3], [engine.begin_state()] * 3)
    np.testing.assert_allclose(np.exp(log_probs).sum(axis=1), 1.0, rtol=1e-5)


def test_batched_step_is_the_steps_of_its_streams(engine):
    states = [engine.read(prefix, engine.begin_state()) for prefix in ([1], [2, 3], [4, 5, 6])]
    together, after_together = engine.step([7, 8, 9], states)
    for index, symbol in enumerate((7, 8, 9)):
        alone, (after_alone,) = engine.step([symbol], [states[index]])
        np.testing.assert_allclose(together[index], alone[0], atol=1e-5)
        np.testing.assert_allclose(after_together[index], after_alone, atol=1e-5)


def test_state_of_a_prefix_gives_the_same_distribution_as_reading_it_anew(engine):
    kept = engine.read([1, 2, 3, 4, 5], engine.begin_state())
    gone_on, _ = engine.step([6], [kept])
    anew, _ = engine.step([6], [engine.read([5], engine.read([1, 2, 3, 4], engine.begin_state()))])
    np.testing.assert_allclose(gone_on, anew, atol=1e-6)


def test_step_leaves_the_state_it_was_given_as_it_was(engine):
    state = engine.read([1, 2], engine.begin_state())
    before = state.copy()
    first, _ = engine.step([3], [state])
    engine.step([4], [state])
    again, _ = engine.step([3], [state])
    np.testing.assert_array_equal(state, before)
    np.testing.assert_array_equal(first, again)


def test_only_the_rows_that_are_wanted_get_a_distribution(engine):
    symbols = np.array([1, 2, 3], dtype=np.int64)
    states = np.stack([engine.begin_state()] * 3)
    everything, state = engine.step_rows(symbols, states)
    wanted, state_again = engine.step_rows(symbols, states, np.array([2, 0], dtype=np.int64))
    np.testing.assert_allclose(wanted, everything[[2, 0]], atol=1e-6)
    np.testing.assert_array_equal(state, state_again)


def test_fastest_engine_is_on_a_provider_that_is_there(tmp_path):
    path = tmp_path / "step.onnx"
    path.write_bytes(_graph(ARCHITECTURES[0]))
    engine = fastest_engine(path, ARCHITECTURES[0])
    assert engine.provider in onnxruntime.get_available_providers()


@pytest.mark.parametrize("data", [b"", b"not a graph", b"\x80\x04K\x01."], ids=["empty", "text", "pickle"])
def test_file_that_is_no_graph_is_a_sentence(tmp_path, data):
    path = tmp_path / "step.onnx"
    path.write_bytes(data)
    with pytest.raises(ModelError, match=r"ONNX Runtime cannot load .*step\.onnx") as refused:
        Engine(path, ARCHITECTURES[0])
    assert "\n" not in str(refused.value)


def test_graph_of_another_architecture_is_a_sentence():
    with pytest.raises(ModelError, match="does not fit the architecture"):
        Engine(_graph(ARCHITECTURES[0]), ARCHITECTURES[1])


def test_graph_that_is_no_step_is_a_sentence():
    values = [helper.make_tensor_value_info(name, TensorProto.FLOAT, [1]) for name in ("x", "y")]
    graph = helper.make_graph([helper.make_node("Identity", ["x"], ["y"])], "other", values[:1], values[1:])
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    with pytest.raises(ModelError, match="does not fit the architecture"):
        Engine(model.SerializeToString(), ARCHITECTURES[0])


def test_graph_that_computes_nan_is_a_sentence():
    bias = np.full(30, np.nan, dtype=np.float32)
    with pytest.raises(ModelError, match="do not sum to 1"):
        Engine(_graph(ARCHITECTURES[0], **{"decoder.bias": bias}), ARCHITECTURES[0])
