"""What a run tells is shown as it was told, and the time that is left never grows by waiting."""

import math

import pytest

from editor.tuning.tuning_progress import ProgressTracker, duration
from tests.editor.tuning.scripted_job import fine_tuning_events


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def tracker(clock):
    return ProgressTracker(clock)


def take(tracker, events):
    for event in events:
        tracker.take(event)
    return tracker.progress


def test_nothing_is_promised_before_it_was_measured(tracker):
    progress = take(tracker, fine_tuning_events()[:3])
    assert progress.fraction is None
    assert progress.estimate_seconds is None
    assert tracker.seconds_left() is None
    assert "900 bytes" in progress.notes[0]
    assert "there is no GPU" in progress.device


def test_time_left_is_what_was_told_less_what_has_passed(tracker, clock):
    take(tracker, fine_tuning_events()[:4])
    assert tracker.seconds_left() == 80.0
    clock.now += 30.0
    assert tracker.seconds_left() == 50.0
    take(tracker, fine_tuning_events()[4:5])
    assert tracker.seconds_left() == 40.0
    clock.now += 1000.0
    assert tracker.seconds_left() == 0.0


def test_after_a_pause_the_curve_stays_and_the_time_is_unknown_until_it_is_told_again(tracker):
    take(tracker, fine_tuning_events()[:6])
    tracker.start()
    assert tracker.seconds_left() is None
    assert tracker.progress.curves["words"].points


def test_curve_begins_at_the_parents_figure_and_has_a_point_for_each_measurement(tracker):
    curve = take(tracker, fine_tuning_events()[:6]).curves["words"]
    assert curve.points == ((0.0, 2.5), (pytest.approx(0.75 * 8 / 7), 2.3))
    assert curve.training == ()  # a loss per word is not one per character


def test_training_loss_of_bytes_is_shown_in_bits(tracker):
    step = fine_tuning_events()[4] | {"network": "bytes", "train_loss": math.log(2.0)}
    assert take(tracker, [step]).curves["bytes"].training == ((0.75, pytest.approx(1.0)),)


def test_figures_before_and_after_are_of_both_texts(tracker):
    progress = take(tracker, fine_tuning_events())
    bits, ghost, bar = progress.comparisons
    assert (bits.user, bits.general) == ((2.5, 2.25), (1.5, 1.625))
    assert (ghost.user, bar.user, bar.general) == ((0.25, 0.3), (0.5, 0.55), (0.5, 0.5))
    assert any("12 of your words" in note for note in progress.notes)
    assert take(tracker, fine_tuning_events()).comparisons == progress.comparisons  # a resumed run tells them again


def test_network_that_stays_is_said(tracker):
    assert any("stays" in note for note in take(tracker, fine_tuning_events(is_better=False)).notes)


@pytest.mark.parametrize(
    "event",
    [
        {"event": "step"},
        {"event": "step", "network": "words", "network_fraction": "x"},
        {"event": "measured", "network": "words", "before": {"user": math.nan}},
        {"event": "tuned", "network": "words", "before": 3, "after": {}},
        {"event": "evaluated", "network": []},
        {"event": "of another version"},
        {"event": "typed", "before": None, "after": {}},
    ],
)
def test_event_of_another_shape_changes_nothing(tracker, event):
    before = take(tracker, fine_tuning_events()[:5])
    assert take(tracker, [event]) == before


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0.4, "about 5 s"), (31, "about 35 s"), (58, "about 1 min"), (170, "about 3 min"), (5000, "about 1 h 23 min")],
)
def test_duration_is_as_rough_as_it_is_known(seconds, words):
    assert duration(seconds) == words


def test_every_sentence_is_put_into_the_windows_language(clock):
    tracker = ProgressTracker(clock, say=lambda sentence: f"<{sentence}>")
    said = {tracker.progress.phase}
    tracker.start()
    said.add(tracker.progress.phase)
    for event in fine_tuning_events():
        tracker.take(event)
        now = tracker.progress
        said.update((now.phase, now.device, *now.notes), (comparison.what for comparison in now.comparisons))
    assert len(said - {""}) > 12
    assert [sentence for sentence in said - {""} if not sentence.startswith("<")] == []
    assert duration(31, lambda sentence: f"<{sentence}>") == "<about 35 s>"
