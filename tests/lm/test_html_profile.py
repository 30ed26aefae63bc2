"""The model for HTML that ships: small, complete, and it knows how elements end without being told."""

from pathlib import Path

import pytest

from lm.evaluating.tag_evaluation import without_guard
from lm.finetuning.parent_model import read_parent
from lm.html.pages import parse_page
from lm.predicting.predictor import load_predictor
from resources import shipped_model
from resources.model_folder import CARD

_FOLDER = shipped_model("html")
_MEGABYTE = 1_000_000
PAGE = """<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <title>Visiting the garden</title>
</head>
<body>
  <h1>Visiting the garden</h1>
  <p>The garden is open on <strong>every day</strong> of the week. See <a href="hours.html">our hours</a>.</p>
  <ul>
    <li>Roses</li>
    <li>Apple trees</li>
  </ul>
  <p>Please close the gate.</p>
</body>
</html>
"""


@pytest.fixture(scope="module")
def page():
    return parse_page(Path("garden.html"), PAGE)


def test_it_is_small_and_can_be_trained_on():
    files = [path for path in _FOLDER.rglob("*") if path.is_file()]
    assert sum(path.stat().st_size for path in files) < 45 * _MEGABYTE
    assert {path.name for path in files} >= {CARD, "step.int8.onnx", "weights.safetensors"}
    assert [network.name for network in read_parent(_FOLDER).networks] == ["words", "bytes"]


def test_its_network_alone_closes_most_elements_of_a_simple_page(page):
    figures = without_guard([page], load_predictor(_FOLDER), 100, 0, lambda _: None).json()
    assert figures["n"] == len(page.end_tags)
    assert figures["accuracy"] >= 0.8
