"""`python -m lm phrases`: a table from texts, beside a pair's networks."""

import pytest

from lm.evaluating.ideal_typist import bits
from lm.predicting.phrase_table import PhraseTable
from lm.predicting.predictor import load_predictor
from tests.lm.small_models import Trained, garden_text


@pytest.fixture
def texts(tmp_path):
    (tmp_path / "garden.txt").write_bytes(garden_text(200, seed=3))
    (tmp_path / "letters.txt").write_text("the gardener watered the blue boat and forgot her letters in the morning\n")
    return tmp_path


def test_a_table_is_counted_and_goes_into_a_pair(run_lm, trained_bytes: Trained, trained_words: Trained, texts):
    out = texts / "phrases"
    outcome = run_lm(
        *("phrases", texts / "garden.txt", "--words", trained_words.folder, "--out", out, "--weight", "garden=2"),
        *("--ours", texts / "letters.txt"),
    )
    assert outcome.code == 0, outcome.stderr
    table = PhraseTable.load(out)
    sister = table.words.index(b"sister")
    expected = table.expect([table.words.index(b"my")])
    assert expected.probabilities.argmax() == sister
    assert expected.order == 1
    parts = ("--bytes", trained_bytes.folder, "--words", trained_words.folder, "--phrases", out)
    assert run_lm("pair", *parts, "--out", texts / "pair").code == 0
    assert run_lm("pair", *parts[:4], "--out", texts / "plain").code == 0
    coming = b"My sister carried home the well-known map in the morning."
    with_table, without = (sum(bits(load_predictor(texts / name).model, coming)) for name in ("pair", "plain"))
    assert with_table < without


def test_a_phrase_of_one_document_is_kept_only_if_it_is_ours(run_lm, trained_words: Trained, texts):
    run_lm(
        "phrases", texts / "letters.txt", "--words", trained_words.folder, "--out", texts / "theirs", "--held-out", "0"
    )
    run_lm(
        *("phrases", texts / "garden.txt", "--ours", texts / "letters.txt"),
        *("--words", trained_words.folder, "--out", texts / "ours"),
    )
    theirs, ours = PhraseTable.load(texts / "theirs"), PhraseTable.load(texts / "ours")
    history = [theirs.words.index(word) for word in (b"watered", b"the")]
    assert theirs.expect(history).order == 0
    assert ours.expect(history).order == 2


@pytest.mark.parametrize("options", [("--weight", "garden"), ("--weight", "garden=much")])
def test_a_wrong_option_is_one_error_line(run_lm, trained_words: Trained, texts, options):
    outcome = run_lm("phrases", texts / "garden.txt", "--words", trained_words.folder, "--out", texts / "x", *options)
    assert outcome.code == 1
    assert outcome.stderr.startswith("error: ")
    assert outcome.stderr.count("\n") == 1


def test_a_model_over_bytes_has_no_words_to_count(run_lm, trained_bytes: Trained, texts):
    outcome = run_lm("phrases", texts / "garden.txt", "--words", trained_bytes.folder, "--out", texts / "x")
    assert outcome.code == 1
    assert "predicts no words" in outcome.stderr
