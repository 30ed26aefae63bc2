import json
import shutil
from pathlib import Path

import numpy as np
import pytest

from lm.errors import ModelError
from lm.model.folder_layout import INT8_STEP, VOCABULARY, find_model
from lm.predicting.engine import Engine
from lm.predicting.mixture import Mixture
from lm.predicting.predictor import load_network, load_predictor
from resources import shipped_model
from resources.model_folder import CARD, WEIGHTS, publish, weights_bytes
from tests.lm.small_models import Trained


@pytest.fixture
def copied(trained_bytes: Trained, tmp_path) -> Path:
    """A byte model to damage."""
    return Path(shutil.copytree(trained_bytes.folder, tmp_path / "copied"))


def _republish(folder: Path, files: dict[str, bytes], **card: object) -> None:
    """Publish a folder again with other content, its checksums right."""
    old = json.loads((folder / CARD).read_text())
    whole = {name: (folder / name).read_bytes() for name in old.pop("files")} | files
    publish(folder, old.pop("family"), {name: data for name, data in whole.items() if data}, old | card)


def _refusal(folder: Path) -> str:
    with pytest.raises(ModelError) as refused:
        load_predictor(folder)
    sentence = str(refused.value)
    assert "\n" not in sentence
    return sentence


def test_byte_network_is_the_model_itself(trained_bytes: Trained):
    predictor = load_predictor(trained_bytes.folder)
    assert isinstance(predictor.model, Engine)
    assert predictor.name == "small-bytes"


@pytest.mark.parametrize("which", ["words", "pair"])
def test_word_network_is_projected_onto_bytes(which, trained_words: Trained, pair_folder):
    predictor = load_predictor(trained_words.folder if which == "words" else pair_folder)
    assert isinstance(predictor.model, Mixture)
    log_probs, _ = predictor.model.step([ord("T")], [predictor.model.begin_state()])
    assert log_probs.shape == (1, 256)
    assert np.exp(log_probs.astype(np.float64)).sum() == pytest.approx(1.0, abs=1e-4)


def test_fp32_step_serves_where_int8_is_left_out(copied):
    _republish(copied, {INT8_STEP: b""})
    assert load_predictor(copied).model.vocab_size == 256


def test_model_without_weights_serves_all_the_same(copied):
    _republish(copied, {WEIGHTS: b""})
    assert load_predictor(copied).model.vocab_size == 256


def test_missing_folder_is_a_sentence(tmp_path):
    assert "there is no model" in _refusal(tmp_path / "missing")


@pytest.mark.parametrize("name", [INT8_STEP, WEIGHTS])
@pytest.mark.parametrize("keep", [0, 1000])
def test_truncated_file_is_a_sentence(copied, name, keep):
    (copied / name).write_bytes((copied / name).read_bytes()[:keep])
    assert "truncated or altered" in _refusal(copied)


@pytest.mark.parametrize("name", [INT8_STEP, WEIGHTS])
def test_altered_byte_is_a_sentence(copied, name):
    data = bytearray((copied / name).read_bytes())
    data[-1] ^= 1
    (copied / name).write_bytes(data)
    assert "checksum" in _refusal(copied)


def test_weights_with_nan_are_a_sentence(copied, trained_bytes: Trained):
    weights = trained_bytes.weights | {"decoder.bias": np.full(256, np.nan, dtype=np.float32)}
    _republish(copied, {WEIGHTS: weights_bytes(weights)})
    assert "NaN" in _refusal(copied)


def test_weights_of_a_wrong_shape_are_a_sentence(copied, trained_bytes: Trained):
    weights = trained_bytes.weights | {"decoder.bias": np.zeros(255, dtype=np.float32)}
    _republish(copied, {WEIGHTS: weights_bytes(weights)})
    assert "has shape [255], not [256]" in _refusal(copied)


def test_step_that_is_a_pickle_is_a_sentence(copied):
    _republish(copied, {INT8_STEP: b"\x80\x04\x95\x0c\0\0\0\0\0\0\0\x8c\x08builtins\x94."})
    assert "ONNX Runtime cannot load" in _refusal(copied)


@pytest.mark.parametrize(
    "architecture",
    [None, {}, {"kind": "lstm"}, {"kind": ["lstm"], "vocab_size": 256, "embedding_size": 16, "hidden_size": 32}],
    ids=str,
)
def test_card_that_describes_no_network_is_a_sentence(copied, architecture):
    _republish(copied, {}, architecture=architecture)
    assert "describes no network" in _refusal(copied)


def test_card_of_another_size_than_the_network_is_a_sentence(copied, trained_bytes: Trained):
    _republish(copied, {}, architecture=trained_bytes.config.architecture.to_json() | {"hidden_size": 33})
    assert "shape" in _refusal(copied)


@pytest.mark.parametrize("symbols", [None, "letters", "words"])
def test_card_with_other_symbols_is_a_sentence(copied, symbols):
    _republish(copied, {}, symbols=symbols)
    _refusal(copied)


@pytest.mark.parametrize("data", [b'["a", "a"]', b"{}", b"[", b'["only one"]'], ids=repr)
def test_broken_vocabulary_is_a_sentence(trained_words: Trained, tmp_path, data):
    folder = Path(shutil.copytree(trained_words.folder, tmp_path / "words"))
    _republish(folder, {VOCABULARY: data})
    assert "vocabulary" in _refusal(folder)


def test_pair_without_one_of_its_networks_is_a_sentence(pair_folder, tmp_path):
    folder = Path(shutil.copytree(pair_folder, tmp_path / "pair"))
    shutil.rmtree(folder / "words")
    assert "there is no model" in _refusal(folder)


def test_load_network_tells_bytes_from_words(trained_bytes: Trained, trained_words: Trained):
    assert load_network(trained_bytes.folder)[1] is None
    assert load_network(trained_words.folder)[1] is not None
    with pytest.raises(ModelError, match="there is no model"):
        load_network(trained_bytes.folder / "missing")


def test_find_model_takes_a_folder_or_says_what_ships(tmp_path):
    assert find_model(str(tmp_path)) == tmp_path
    with pytest.raises(ModelError, match="there is no model klingon: name a folder or one of the shipped models"):
        find_model("klingon")


def test_shipped_english_model_loads_and_knows_english():
    folder = shipped_model("english")
    if not (folder / CARD).is_file():
        pytest.skip("the english model does not ship with this checkout yet")
    model = load_predictor(folder).model
    state = model.begin_state()
    for byte in b"\nThank you very muc":
        log_probs, (state,) = model.step([byte], [state])
    assert int(log_probs[0].argmax()) == ord("h")
