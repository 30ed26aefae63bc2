from pathlib import Path

import numpy as np
import pytest

from lm.errors import ModelError
from lm.model.architecture import Architecture
from lm.training.onnx_export import export_step
from lm.training.step_weights import holds_weights, step_weights
from tests.lm.small_models import Trained

ARCHITECTURES = [
    Architecture("lstm", 60, 6, 8, 1, tied=True, num_words=40),
    Architecture("lstm", 60, 6, 8, 2, tied=True, num_words=40),
    Architecture("rnn_tanh", 60, 6, 8, 1, tied=True, num_words=40),
    Architecture("lstm", 4200, 6, 8, 1, tied=True),
]


BYTES = Architecture("lstm", 256, 6, 8)


def _random_weights(architecture: Architecture) -> dict[str, np.ndarray]:
    rng = np.random.default_rng(3)
    shapes = architecture.parameter_shapes()
    return {name: rng.normal(0.0, 0.4, shape).astype(np.float32) for name, shape in shapes.items()}


@pytest.mark.parametrize("int8", [False, True])
@pytest.mark.parametrize(
    "architecture", ARCHITECTURES, ids=lambda each: f"{each.kind}-{each.num_layers}-{each.num_words}"
)
def test_weights_come_back_from_the_step(architecture: Architecture, int8: bool, tmp_path: Path):
    weights, path = _random_weights(architecture), tmp_path / "step.onnx"
    largest = max(np.abs(array).max() for array in weights.values())
    path.write_bytes(export_step(architecture, weights, int8=int8))

    found = step_weights(path, architecture)

    assert found.keys() == weights.keys()
    for name, array in weights.items():
        if name.endswith("i2h_bias"):
            other = name.replace("i2h", "h2h")
            np.testing.assert_allclose(found[name] + found[other], array + weights[other], atol=1e-6)
        elif not name.endswith("h2h_bias"):
            np.testing.assert_allclose(found[name], array, atol=0.51 / 63 * largest if int8 else 1e-6)  # half a step


def test_a_step_of_what_was_read_back_is_the_same_step(trained_words: Trained, tmp_path: Path):
    architecture = trained_words.config.architecture
    step = export_step(architecture, trained_words.weights, int8=True)
    (tmp_path / "step.onnx").write_bytes(step)
    again = export_step(architecture, step_weights(tmp_path / "step.onnx", architecture), int8=True)
    assert again == step


def test_step_of_another_network_is_refused(tmp_path: Path):
    small, large = ARCHITECTURES[:2]
    path = tmp_path / "step.onnx"
    path.write_bytes(export_step(small, _random_weights(small), int8=True))
    with pytest.raises(ModelError):
        step_weights(path, large)
    path.write_bytes(b"no graph")
    with pytest.raises(ModelError):
        step_weights(path, small)


def test_step_that_does_not_hold_the_weights_asks_for_a_whole_model(tmp_path: Path):
    path = tmp_path / "step.onnx"
    path.write_bytes(export_step(BYTES, _random_weights(BYTES), int8=True))
    with pytest.raises(ModelError, match="complete model"):
        step_weights(path, BYTES)


def test_networks_over_bytes_do_not_hold_their_weights():
    assert not holds_weights(BYTES)
    assert not holds_weights(Architecture("gru", 60, 6, 8, tied=True, num_words=40))
    assert all(map(holds_weights, ARCHITECTURES))
