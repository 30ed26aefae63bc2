import numpy as np

from gan_gallery.training.batches import RealBatches


def _draw(batches, step):
    return batches.draw(step, np.random.default_rng(step))


def test_every_picture_is_used_once_an_epoch(make_pictures):
    batches = RealBatches(make_pictures(16), 4, seed=3, flips=False)
    for epoch in range(2):
        seen = {picture.tobytes() for step in range(4) for picture in _draw(batches, 4 * epoch + step)}
        assert len(seen) == 16


def test_a_step_draws_the_same_without_those_before(make_pictures):
    first, second = (RealBatches(make_pictures(16), 4, seed=3, flips=True) for _ in range(2))
    for step in range(5):
        _draw(first, step)
    np.testing.assert_array_equal(_draw(first, 6), _draw(second, 6))


def test_epochs_differ(make_pictures):
    batches = RealBatches(make_pictures(16), 4, seed=3, flips=False)
    assert not np.array_equal(_draw(batches, 0), _draw(batches, 4))


def test_half_are_mirrored_and_the_source_stays(make_pictures):
    pictures = make_pictures(64)
    before = pictures.copy()
    drawn = _draw(RealBatches(pictures, 64, seed=3, flips=True), 0)
    plain = _draw(RealBatches(pictures, 64, seed=3, flips=False), 0)
    mirrored = sum(not np.array_equal(ours, theirs) for ours, theirs in zip(drawn, plain, strict=True))
    assert 16 < mirrored < 48
    np.testing.assert_array_equal(pictures, before)


def test_values_go_from_minus_one_to_one(make_pictures):
    pictures = make_pictures(4)
    pictures[0, 0, 0], pictures[0, 1, 1] = 0, 255
    drawn = _draw(RealBatches(pictures, 4, seed=3, flips=False), 0)
    assert drawn.shape == (4, 3, 64, 64)
    assert (drawn.min(), drawn.max()) == (-1.0, 1.0)
