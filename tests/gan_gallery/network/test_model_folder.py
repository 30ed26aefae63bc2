import json

import numpy as np
import pytest

from gan_gallery.errors import ModelError
from gan_gallery.network.model_folder import open_generator_model


def test_what_was_published_opens_again(tiny_model, tiny_architecture, make_weights):
    model = open_generator_model(str(tiny_model))
    assert model.name == "tiny"
    assert model.architecture == tiny_architecture
    expected = make_weights(tiny_architecture)
    for name, array in model.weights().items():
        np.testing.assert_array_equal(array, expected[name])


@pytest.mark.parametrize("name", ["generator.onnx", "weights.safetensors"])
def test_a_flipped_bit_is_noticed(tiny_model, name):
    path = tiny_model / name
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(bytes(data))
    model = open_generator_model(str(tiny_model))
    with pytest.raises(ModelError, match="does not match the checksum"):
        model.graph() if name.endswith("onnx") else model.weights()


def test_a_truncated_file_is_noticed(tiny_model):
    path = tiny_model / "generator.onnx"
    path.write_bytes(path.read_bytes()[:-1])
    with pytest.raises(ModelError, match="truncated"):
        open_generator_model(str(tiny_model)).graph()


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"family": "lm"}, "family 'lm'"),
        ({"format_version": 99}, "format version 99"),
        ({"generator": {"latent_size": 100}}, "describes no generator"),
        ({"generator": {"latent_size": 10**9, "widths": [1, 1, 1, 1]}}, "describes no generator"),
    ],
)
def test_a_wrong_card_is_refused_in_a_sentence(tiny_model, change, message):
    card = json.loads((tiny_model / "card.json").read_text())
    (tiny_model / "card.json").write_text(json.dumps(card | change))
    with pytest.raises(ModelError, match=message):
        open_generator_model(str(tiny_model))


def test_a_missing_model_is_refused_in_a_sentence(tmp_path):
    with pytest.raises(ModelError, match="there is no model nobody"):
        open_generator_model("nobody")
    with pytest.raises(ModelError, match="check the name"):
        open_generator_model(str(tmp_path / "nobody"))
    with pytest.raises(ModelError, match="not a model folder"):
        open_generator_model(str(tmp_path))
