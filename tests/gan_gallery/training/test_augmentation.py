import numpy as np
import pytest

from gan_gallery.training.augmentation import KINDS, Augmentation, parse_kinds


def _drawn(kinds, seed=1, size=16):
    return Augmentation.draw(frozenset(kinds), 5, size, np.random.default_rng(seed))


def _pictures(seed, size=16):
    return np.random.default_rng(seed).normal(0, 1, (5, 3, size, size)).astype(np.float32)


@pytest.mark.parametrize("kinds", [(kind,) for kind in KINDS] + [KINDS])
def test_gradient_is_the_transpose_of_what_happens_to_the_pictures(kinds):
    augmentation = _drawn(kinds)
    pictures, weights = _pictures(2), _pictures(3)
    linear = augmentation.apply(pictures) - augmentation.apply(np.zeros_like(pictures))

    assert np.vdot(linear, weights) == pytest.approx(np.vdot(pictures, augmentation.transposed(weights)), rel=1e-4)


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_changes_the_pictures(kind):
    pictures = _pictures(2)

    assert not np.allclose(_drawn((kind,)).apply(pictures), pictures)


def test_no_kind_changes_nothing():
    pictures = _pictures(2)

    assert np.allclose(_drawn(()).apply(pictures), pictures, atol=1e-6)


def test_translation_moves_by_its_shift():
    augmentation = _drawn(("translation",))
    pictures = _pictures(2)
    down, right = augmentation.shifts[0]
    moved = augmentation.apply(pictures)[0]

    assert moved[:, 8, 8] == pytest.approx(pictures[0, :, 8 - down, 8 - right])


def test_unknown_kind_is_refused_by_name():
    with pytest.raises(ValueError, match="blur"):
        parse_kinds("cutout,blur")
