import numpy as np

from lm.finetuning.parent_model import read_parent
from lm.model.folder_layout import FP32_STEP
from lm.predicting.predictor import load_predictor
from resources.model_folder import WEIGHTS
from tests.lm.small_models import Trained


def test_pair_of_two_models_is_published_with_its_note(
    run_lm, trained_bytes: Trained, trained_words: Trained, tmp_path
):
    out = tmp_path / "pair"
    parts = ("--bytes", trained_bytes.folder, "--words", trained_words.folder)
    outcome = run_lm("pair", *parts, "--out", out, "--note", "our own sentences")
    assert outcome.code == 0, outcome.stderr
    predictor = load_predictor(out)
    assert predictor.name == "pair"
    assert predictor.card["note"] == "our own sentences"


def test_small_pair_predicts_the_same_and_can_be_trained_on(
    run_lm, trained_bytes: Trained, trained_words: Trained, tmp_path
):
    parts = ("pair", "--bytes", trained_bytes.folder, "--words", trained_words.folder)
    assert run_lm(*parts, "--out", tmp_path / "whole").code == 0
    assert run_lm(*parts, "--out", tmp_path / "small", "--no-fp32-step", "--half-weights").code == 0
    whole, small = (load_predictor(tmp_path / name).model for name in ("whole", "small"))
    for model in (whole, small):
        log_probs, _ = model.step([ord("T")], [model.begin_state()])
        assert log_probs[0].argmax() == ord("h")
    assert not list((tmp_path / "small").rglob(FP32_STEP))
    parent = read_parent(tmp_path / "small")
    for network, trained in zip(parent.networks, (trained_words, trained_bytes), strict=True):
        for name, array in network.weights().items():
            assert array.dtype == np.float32
            np.testing.assert_allclose(array, trained.weights[name], rtol=1e-3, atol=1e-6)


def test_pair_without_the_weights_of_words_can_be_trained_on(
    run_lm, trained_bytes: Trained, trained_words: Trained, tmp_path
):
    parts = ("pair", "--bytes", trained_bytes.folder, "--words", trained_words.folder)
    assert run_lm(*parts, "--out", tmp_path / "small", "--no-fp32-step", "--weights-in-step").code == 0
    assert [path.parent.name for path in (tmp_path / "small").rglob(WEIGHTS)] == ["bytes"]
    words, _ = read_parent(tmp_path / "small").networks
    weights = words.weights()
    assert weights.keys() == trained_words.weights.keys()
    np.testing.assert_allclose(weights["embedding.weight"], trained_words.weights["embedding.weight"], atol=0.05)


def test_swapped_models_are_one_error_line(run_lm, trained_bytes: Trained, trained_words: Trained, tmp_path):
    parts = ("--bytes", trained_words.folder, "--words", trained_bytes.folder)
    outcome = run_lm("pair", *parts, "--out", tmp_path / "pair")
    assert outcome.code == 1
    assert outcome.stderr.startswith("error: ")
    assert outcome.stderr.count("\n") == 1
