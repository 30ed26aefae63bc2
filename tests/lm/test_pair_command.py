from lm.predictor import load_predictor
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


def test_swapped_models_are_one_error_line(run_lm, trained_bytes: Trained, trained_words: Trained, tmp_path):
    parts = ("--bytes", trained_words.folder, "--words", trained_bytes.folder)
    outcome = run_lm("pair", *parts, "--out", tmp_path / "pair")
    assert outcome.code == 1
    assert outcome.stderr.startswith("error: ")
    assert outcome.stderr.count("\n") == 1
