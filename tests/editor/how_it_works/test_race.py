from pathlib import Path

import pytest

from editor.how_it_works import race
from editor.how_it_works.race import Lane
from editor.how_it_works.race_page import RacePage
from editor.process.training_job import Ending, Outcome
from tests.lm.small_models import garden_text

STEP = {"event": "step", "fraction": 0.5, "chars_per_second": 900.0}


def test_lane_is_what_the_child_has_told():
    lane = Lane()
    for event in (STEP, {"event": "evaluated", "bits_per_char": 3.0}, {"event": "checkpointed", "step": 1}):
        lane = lane.after(event)
    assert lane == Lane(((0.5, 3.0),), 0.5, 900.0)
    assert lane.after({"event": "finished", "bits_per_char": 2.5}).final == 2.5


def test_both_networks_are_started_alike_but_for_their_kind():
    lstm, unrolled = (race.arguments(kind, Path("/t.txt"), Path("/out"), 1.0) for kind in race.KINDS)
    assert [pair for pair in zip(lstm, unrolled, strict=True) if pair[0] != pair[1]] == [("lstm", "unrolled")]


@pytest.fixture
def page(qtbot, watched, thread) -> RacePage:
    made = RacePage(watched, thread)
    qtbot.addWidget(made)
    yield made
    made.stop()


def test_short_document_is_refused_with_a_sentence(page, text_edit):
    text_edit.load("short")
    page.button.click()
    assert "open one of 5,000" in page.state.text()
    assert not page.is_running


def test_where_nothing_can_be_trained_it_is_said(page, text_edit, monkeypatch):
    monkeypatch.setattr(race, "can_train", lambda: False)
    text_edit.load("word " * 2000)
    page.button.click()
    assert "MXNet" in page.state.text()


def test_both_learn_the_document_and_write_at_the_end(qtbot, page, text_edit, monkeypatch):
    monkeypatch.setattr("editor.how_it_works.race_page._MINUTES", 0.02)
    text = garden_text(300).decode()
    text_edit.load(text)
    page.button.click()
    assert page.is_running
    assert page.button.text() == "&Stop"
    qtbot.waitUntil(lambda: all(label.text() != "–" for label in page.samples.values()), timeout=120_000)
    assert not page.is_running
    assert "is ahead" in page.state.text()
    for runner in page.runners:
        assert runner.lane.final < 8.0
        assert len(runner.lane.points) > 1
        assert page.samples[runner.kind].text().startswith(text[:20])


def test_started_children_are_stopped(qtbot, page, text_edit):
    text_edit.load("The gardener planted seven lemon trees.\n" * 200)
    page.button.click()
    page.button.click()
    qtbot.waitUntil(lambda: not page.is_running, timeout=10_000)
    assert page.button.text() == "&Start"
    assert all(label.text() == "–" for label in page.samples.values())


def test_failure_of_a_child_is_said(page):
    page.runners[0]._on_finished(Outcome(Ending.FAILED, "the text is too short"))
    assert page.state.text() == "the text is too short"


def test_files_go_with_the_page(page, tmp_path):
    folder = tmp_path / "race"
    folder.mkdir()
    page._folder = folder
    page.stop()
    assert not folder.exists()
