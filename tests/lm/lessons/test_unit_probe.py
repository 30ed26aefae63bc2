import numpy as np
import pytest

from lm.lessons.unit_probe import PROPERTIES, activations, find_units
from lm.model.architecture import Architecture
from lm.predicting.engine import Engine
from lm.training.initialization import initial_weights
from lm.training.onnx_export import export_step

TEXT = b'She said "come in" and (later) went.\n<p class="x">It is 7 o\'clock.</p>\n' * 12


def _values(name: str, text: bytes) -> list[float]:
    (found,) = [each for each in PROPERTIES if each.name == name]
    return found.values(text).tolist()


@pytest.mark.parametrize(
    ("name", "text", "values"),
    [
        ("inside quotation marks", b'a"bc"d', [0, 1, 1, 1, 0, 0]),
        ("inside a tag", b"a<b>c", [0, 1, 1, 0, 0]),
        ("how far along the line", b"ab\ncd", [1, 2, 0, 1, 2]),
        ("how far into the word", b"ab cd", [1, 2, 0, 1, 2]),
        ("after a digit", b"a1b", [0, 1, 0]),
    ],
)
def test_property_is_what_a_reader_sees_after_each_byte(name, text, values):
    assert _values(name, text) == values


def test_every_property_has_a_number_for_each_byte():
    for each in PROPERTIES:
        assert each.values(TEXT).shape == (len(TEXT),)
        assert each.values(b"").shape == (0,)


def test_unit_that_keeps_a_property_in_mind_is_found_among_noise_whichever_way_round():
    rng = np.random.default_rng(0)
    units = rng.normal(0, 0.3, (len(TEXT), 40)).astype(np.float32)
    units[:, 17] -= _values("inside quotation marks", TEXT)
    found = {unit.property_name: unit for unit in find_units(TEXT, units)}
    quotes = found["inside quotation marks"]
    assert quotes.unit == 17
    assert quotes.correlation < -0.5
    inside = np.array(_values("inside quotation marks", TEXT)) > 0
    assert quotes.activations[inside].mean() > quotes.activations[~inside].mean()  # turned round


def test_noise_goes_with_nothing():
    units = np.random.default_rng(0).normal(0, 1, (len(TEXT), 300)).astype(np.float32)
    assert find_units(TEXT, units) == []


def test_property_that_the_text_does_not_show_has_no_unit():
    text = b"no marks at all " * 40
    units = np.random.default_rng(0).normal(0, 1, (len(text), 5)).astype(np.float32)
    assert "inside a tag" not in {unit.property_name for unit in find_units(text, units)}


@pytest.mark.parametrize("text", [b"", b"a", b"ab"])
def test_text_too_short_to_tell_finds_nothing(text):
    assert find_units(text, np.zeros((len(text), 4), dtype=np.float32)) == []


@pytest.mark.parametrize("kind", ["lstm", "gru"])
def test_activations_are_the_cells_of_the_state_after_each_byte(kind):
    architecture = Architecture(kind, 256, 6, 8)
    weights = initial_weights(architecture, 1, np.full(256, 1.0 / 256))
    engine = Engine(export_step(architecture, weights, int8=False), architecture)
    found = activations(engine, b"ab")
    state = engine.read(b"\nab", engine.begin_state())
    expected = np.tanh(state[8:16]) if kind == "lstm" else state[:8]
    assert found.shape == (2, 8)
    np.testing.assert_allclose(found[1], expected, atol=1e-6)
    assert len(activations(engine, b"abc", lambda: True)) == 0
