import math

import numpy as np
import pytest

from lm.model.architecture import Architecture
from lm.training.config import TrainConfig
from lm.training.progress import Progress, Schedule, Window
from lm.training.training_data import TrainingData

SYMBOLS = np.zeros(41, np.int32)  # ten steps of 2 x 2 symbols
DATA = TrainingData(SYMBOLS, SYMBOLS[:20], train_bytes=82, held_out_bytes=80, digest="")
CONFIG = TrainConfig(Architecture("lstm", 256, 8, 16), batch_size=2, bptt=2, epochs=2.0)


def _after(steps: int, seconds_per_step: float = 0.1) -> Progress:
    progress = Progress()
    for _ in range(steps):
        progress.count_step(4, seconds_per_step)
    return progress


def test_steps_add_up():
    progress = _after(3)
    assert (progress.step, progress.batch, progress.symbols_seen) == (3, 3, 12)
    assert progress.seconds == pytest.approx(0.3)


def test_a_slow_step_counts_as_long_as_it_took():
    progress = _after(10)
    progress.count_step(4, 0.4)
    assert progress.seconds == pytest.approx(1.4)


def test_a_step_that_was_interrupted_counts_as_a_usual_one():
    progress = _after(10)
    progress.count_step(4, 3600.0)
    assert progress.seconds == pytest.approx(1.1)


def test_a_new_epoch_begins_at_its_first_batch():
    progress = _after(10)
    progress.count_epoch()
    assert (progress.step, progress.epoch, progress.batch) == (10, 1, 0)


def test_an_evaluation_is_the_best_when_its_loss_is_lower_than_all_before():
    progress = Progress()
    assert [progress.count_evaluation(loss) for loss in (2.0, 1.0, 1.0, 1.5, 0.5)] == [True, True, False, False, True]
    assert (progress.best_loss, progress.evaluations, progress.evaluations_without_gain) == (0.5, 5, 0)


def test_evaluations_without_gain_are_those_since_the_best():
    progress = Progress()
    for loss in (1.0, 2.0, 3.0):
        progress.count_evaluation(loss)
    assert progress.evaluations_without_gain == 2


def test_progress_survives_a_checkpoint():
    progress = _after(7)
    progress.count_evaluation(1.0)
    assert Progress(**progress.to_json()) == progress


def test_a_run_of_epochs_is_done_after_their_steps():
    schedule = Schedule(CONFIG, DATA)
    assert [schedule.fraction(_after(steps)) for steps in (0, 5, 20, 30)] == [0.0, 0.25, 1.0, 1.0]


def test_a_run_of_minutes_is_done_when_they_have_passed():
    schedule = Schedule(TrainConfig(CONFIG.architecture, batch_size=2, bptt=2, minutes=0.5), DATA)
    assert schedule.fraction(_after(3, seconds_per_step=5.0)) == pytest.approx(0.5)


def test_seconds_left_follow_from_the_speed_so_far():
    schedule = Schedule(CONFIG, DATA)
    assert schedule.seconds_left(_after(5, seconds_per_step=2.0)) == pytest.approx(30.0)
    assert math.isnan(schedule.seconds_left(Progress()))


def test_a_window_tells_its_mean_loss_its_largest_gradient_and_where_the_run_is():
    window = Window()
    window.add(math.log(2.0), 0.5, 4)
    window.add(3 * math.log(2.0), 0.25, 4)
    event = window.event(_after(5), Schedule(CONFIG, DATA), DATA, 1e-3)
    assert event.train_loss == pytest.approx(2 * math.log(2.0))
    assert event.bits_per_char == pytest.approx(0.5)  # two bits a symbol, four bytes a symbol
    assert (event.grad_norm, event.step, event.fraction, event.epoch) == (0.5, 5, 0.25, 0.5)
    assert event.chars_per_second > 0.0
