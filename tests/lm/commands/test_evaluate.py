import json
import shutil
from pathlib import Path

import pytest

from lm.evaluating.ideal_typist import bits
from lm.predicting.predictor import load_predictor
from tests.lm.small_models import Trained, garden_text

FIELDS = {"bits_per_char", "ksr_inline", "ksr_bar", "top1", "top3", "latency_ms", "chars"}


@pytest.fixture
def text(tmp_path) -> Path:
    path = tmp_path / "held-out.txt"
    path.write_bytes(garden_text(8, seed=5))
    return path


def test_json_is_one_line_with_every_figure(run_lm, pair_folder, text):
    outcome = run_lm("evaluate", "--model", pair_folder, "--text", text, "--chars", 200, "--json")
    assert outcome.code == 0
    assert outcome.stderr == ""
    assert outcome.stdout.count("\n") == 1
    result = json.loads(outcome.stdout)
    assert result.keys() >= FIELDS
    assert result["latency_ms"].keys() == {"p50", "p95", "p99"}
    assert result["chars"] == 200
    assert 0.0 < result["bits_per_char"] < 4.0
    assert 0.2 < result["ksr_bar"] < 1.0


def test_bits_per_char_are_those_of_the_model(run_lm, trained_bytes: Trained, text):
    outcome = run_lm("evaluate", "--model", trained_bytes.folder, "--text", text, "--no-typing", "--json")
    data = text.read_bytes()
    expected = sum(bits(load_predictor(trained_bytes.folder).model, data)) / len(data.decode())
    assert json.loads(outcome.stdout)["bits_per_char"] == pytest.approx(expected, abs=1e-4)


def test_past_text_of_the_user_makes_the_rest_cheaper(run_lm, pair_folder, text, tmp_path):
    past = tmp_path / "past.txt"
    past.write_text("Xanthippe polishes Wittgenstein's telescope. " * 30)
    text.write_text("Xanthippe polishes Wittgenstein's telescope. " * 3)
    arguments = ("evaluate", "--model", pair_folder, "--text", text, "--json")
    plain, learned = (json.loads(run_lm(*arguments, *more).stdout) for more in ((), ("--learn", past)))
    assert learned["bits_per_char"] < plain["bits_per_char"] - 0.3
    assert learned["ksr_bar"] > plain["ksr_bar"]


def test_figures_for_people_are_one_a_line(run_lm, trained_bytes: Trained, text):
    outcome = run_lm("evaluate", "--model", trained_bytes.folder, "--text", text, "--chars", 40, "--eager")
    assert outcome.code == 0
    assert {line.split()[0] for line in outcome.stdout.splitlines()} >= FIELDS


def test_openings_tell_how_often_the_next_word_was_offered(run_lm, pair_folder, tmp_path):
    path = tmp_path / "openings.jsonl"
    path.write_text('{"context": "The ", "next": ["zzz"]}\n', encoding="utf-8")
    result = json.loads(run_lm("evaluate", "--model", pair_folder, "--openings", path, "--json").stdout)
    assert (result["openings"], result["first"], result["among_three"]) == (1, 0.0, 0.0)
    assert 0 < len(result["missed"]["The "]) <= 3


@pytest.mark.parametrize("option", ["--text", "--learn"])
def test_file_that_cannot_be_read_is_one_error_line(run_lm, trained_bytes: Trained, text, tmp_path, option):
    outcome = run_lm(
        "evaluate", "--model", trained_bytes.folder, "--text", text, option, tmp_path / "missing", "--json"
    )
    assert outcome.code == 1
    assert json.loads(outcome.stdout)["ending"] == "failed"
    assert outcome.stderr.startswith("error: cannot read")
    assert outcome.stderr.count("\n") == 1


def test_damaged_model_is_one_error_line(run_lm, trained_bytes: Trained, text, tmp_path):
    folder = Path(shutil.copytree(trained_bytes.folder, tmp_path / "broken"))
    (folder / "card.json").write_bytes(b"\x80\x04K\x01.")
    outcome = run_lm("evaluate", "--model", folder, "--text", text, "--json")
    assert outcome.code == 1
    assert json.loads(outcome.stdout)["ending"] == "failed"
    assert outcome.stderr.startswith("error: ")
    assert outcome.stderr.count("\n") == 1
