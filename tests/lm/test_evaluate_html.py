"""`evaluate --html` on small pages: the guard is right by distance, the network alone is asked about a sample."""

import json
from pathlib import Path

import pytest

from lm.evaluating.tag_evaluation import LABELS, Tally, with_guard, without_guard
from lm.html.pages import parse_page
from lm.predicting.predictor import Predictor
from tests.lm.small_models import Trained, byte_chain

FAR = "<main>" + "<p>The garden bed is painted.</p>\n" * 40 + "<ul><li>one</li></ul></main>\n"


@pytest.fixture
def folder(tmp_path) -> Path:
    (tmp_path / "far.html").write_text(FAR)
    (tmp_path / "open.html").write_text("<ul><li>one<li>two</ul><p>some <b>bold</p>\n" * 4)
    return tmp_path


def chain_predictor(text: bytes) -> Predictor:
    model = byte_chain(text)
    return Predictor("chain", model, model, learner=None, ngram=None, card={}, emptied=lambda: chain_predictor(text))


def test_json_is_one_line_with_accuracy_and_counts_by_distance(run_lm, trained_bytes: Trained, folder):
    outcome = run_lm("evaluate", "--html", folder, "--model", trained_bytes.folder, "--sample", 5, "--json")
    assert outcome.code == 0
    assert outcome.stderr == ""
    assert outcome.stdout.count("\n") == 1
    result = json.loads(outcome.stdout)
    assert (result["pages"], result["well_formed_pages"], result["end_tags"]) == (2, 1, 43 + 8)
    guard = result["with_guard"]
    assert (guard["accuracy"], guard["n"]) == (1.0, 43)
    assert [guard["by_distance"][label]["n"] for label in LABELS] == [42, 0, 0, 1]
    assert guard["by_distance"]["50-200"]["accuracy"] is None
    alone = result["without_guard"]
    assert [alone["by_distance"][label]["n"] for label in LABELS] == [5, 0, 0, 1]
    assert 0.0 <= alone["accuracy"] <= 1.0
    assert result["other_pages_with_guard"]["n"] == 8


def test_without_a_sample_no_model_is_needed(run_lm, folder):
    outcome = run_lm("evaluate", "--html", folder / "far.html", "--model", "none", "--sample", 0, "--json")
    assert "without_guard" not in json.loads(outcome.stdout)


def test_figures_for_people_are_a_table(run_lm, folder):
    outcome = run_lm("evaluate", "--html", folder, "--sample", 0)
    assert outcome.code == 0
    assert "with the guard" in outcome.stdout
    assert "100.0% of 43" in outcome.stdout


@pytest.mark.parametrize("arguments", [[], ["--text", "a.txt", "--html", "a.html"]])
def test_one_of_text_and_pages_is_measured(run_lm, arguments):
    assert run_lm("evaluate", *arguments).code == 2


@pytest.mark.parametrize("name", ["missing.html", "empty"])
def test_what_cannot_be_read_is_one_error_line(run_lm, tmp_path, name):
    (tmp_path / "empty").mkdir()
    outcome = run_lm("evaluate", "--html", tmp_path / name, "--json")
    assert outcome.code == 1
    assert json.loads(outcome.stdout)["ending"] == "failed"
    assert outcome.stderr.startswith("error: ")
    assert outcome.stderr.count("\n") == 1


def test_the_guard_is_wrong_where_a_page_closes_what_it_did_not_open_last():
    tally = with_guard([parse_page(Path("page.html"), "<div><span>one</div>")], lambda _: None)
    assert (sum(tally.asked.values()), sum(tally.right.values())) == (1, 0)


def test_the_network_alone_is_right_when_its_likeliest_word_is_the_name():
    text = "<em>a</em>" * 20
    page = parse_page(Path("page.html"), text)
    knows, knows_not = (chain_predictor(text.replace("em", name).encode() * 9) for name in ("em", "qu"))
    tallies = [without_guard([page], each, 7, 0, lambda _: None) for each in (knows, knows_not)]
    assert [tally.json()["accuracy"] for tally in tallies] == [1.0, 0.0]
    assert tallies[0].json()["n"] == 7


def test_a_distance_belongs_to_the_first_stretch_that_reaches_it():
    tally = Tally()
    for distance in (0, 50, 51, 200, 1000, 1001):
        tally.note(distance, is_right=True)
    assert [tally.json()["by_distance"][label]["n"] for label in LABELS] == [2, 2, 1, 1]
