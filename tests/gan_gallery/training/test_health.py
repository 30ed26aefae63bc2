import math

from gan_gallery.judging.metric import Quality
from gan_gallery.training.health import HealthWatch


def _quality(fid=20.0, diversity=0.9, repeats=0.9):
    return Quality(fid, 0.1, 1_000, 5_000, diversity, repeats, 1.0)


def test_a_healthy_run_is_silent():
    watch = HealthWatch()
    assert not [message for _ in range(1_000) for message in watch.after_step(1.1)]
    assert not list(watch.after_evaluation(500, _quality(), math.inf, 0))
    assert not list(watch.after_evaluation(1_000, _quality(19), 20.0, 500))


def test_a_discriminator_that_wins_is_said_once():
    watch = HealthWatch()
    messages = [message for _ in range(1_000) for message in watch.after_step(0.35)]
    assert len(messages) == 1
    assert "lower --lr-d" in messages[0]


def test_a_collapse_is_said_with_the_way_back():
    watch = HealthWatch()
    list(watch.after_evaluation(500, _quality(), math.inf, 0))
    (message, worse) = watch.after_evaluation(1_000, _quality(60, 0.17, 0.2), 20.0, 500)
    assert "become alike" in message
    assert "--back-to 500" in message
    assert "60.0 now, 20.0 at step 500" in worse
    assert not list(watch.after_evaluation(1_500, _quality(60, 0.17, 0.2), 20.0, 500))


def test_the_first_grey_faces_are_no_collapse():
    assert not list(HealthWatch().after_evaluation(40, _quality(100, 0.1, 0.1), math.inf, 0))


def test_faces_that_stay_alike_are_said_in_the_end():
    assert list(HealthWatch().after_evaluation(5_000, _quality(100, 0.1, 0.1), math.inf, 0))


def test_what_had_passed_is_said_again_when_it_comes_back():
    watch = HealthWatch()
    for step, fid, is_told in ((500, 60, True), (1_000, 60, False), (1_500, 20, False), (2_000, 60, True)):
        assert bool(list(watch.after_evaluation(step, _quality(fid), 20.0, 100))) is is_told
