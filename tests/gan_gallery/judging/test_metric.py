import numpy as np
import pytest

from gan_gallery.judging.metric import Reference, frechet_distance, kernel_distance, nearest
from gan_gallery.pictures.dataset import load_dataset


def test_the_frechet_distance_of_known_normal_distributions():
    rng = np.random.default_rng(0)
    first, second = rng.normal(0, 1, (200_000, 3)), rng.normal(2, 3, (200_000, 3))
    assert frechet_distance(first, second) == pytest.approx(3 * (2**2 + (3 - 1) ** 2), rel=0.02)
    assert frechet_distance(first, first) == pytest.approx(0, abs=1e-6)


def test_the_kernel_distance_has_no_bias():
    rng = np.random.default_rng(0)
    estimates = [kernel_distance(rng.normal(size=(2, 40, 8)), rng.normal(size=(2, 40, 8))) for _ in range(200)]
    assert abs(np.mean(estimates)) < 3 * np.std(estimates) / np.sqrt(len(estimates))
    assert kernel_distance(rng.normal(size=(2, 40, 8)), rng.normal(2, 1, size=(2, 40, 8))) > 1


def test_figures_do_not_depend_on_which_way_faces_look(make_pictures):
    reference = Reference.of(make_pictures(120, seed=1))
    faces = make_pictures(60, seed=2)
    plain, mirrored = reference.quality(faces), reference.quality(faces[:, :, ::-1])
    assert mirrored.fid == pytest.approx(plain.fid, rel=1e-6)
    assert mirrored.kid == pytest.approx(plain.kid, rel=1e-6)


def test_real_faces_score_better_than_other_pictures(make_pictures):
    reference = Reference.of(make_pictures(200, seed=1))
    real = reference.quality(make_pictures(100, seed=2))
    noise = reference.quality(np.random.default_rng(0).integers(0, 256, (100, 64, 64, 3)).astype(np.uint8))
    assert real.fid < noise.fid
    assert real.kid < noise.kid
    assert real.n == 100
    assert real.diversity == pytest.approx(1, abs=0.1)
    assert real.repeats == pytest.approx(1, abs=0.1)


def test_repeats_are_seen_where_mean_distance_is_blind(make_pictures):
    reference = Reference.of(make_pictures(200, seed=1))
    repeated = reference.quality(np.repeat(make_pictures(10, seed=2), 10, axis=0))
    assert repeated.diversity > 0.8
    assert repeated.repeats < 0.05


def test_copies_of_the_real_faces_are_seen(make_pictures):
    real = make_pictures(200, seed=1)
    reference = Reference.of(real)
    assert reference.quality(real[:50, :, ::-1]).copying < 0.01
    assert reference.quality(make_pictures(50, seed=2)).copying > 0.8
    indices, distances = reference.neighbours(real[[7, 40]])
    np.testing.assert_array_equal(indices, [7, 40])
    assert distances.max() < 1e-3


def test_a_face_is_not_its_own_neighbour():
    rows = np.random.default_rng(0).normal(size=(300, 4))
    indices, distances = nearest(rows, np.stack([rows, rows + 9]), skip_self=True)
    assert (indices != np.arange(300)).all()
    assert distances.min() > 0


@pytest.mark.training
def test_the_ladder_of_the_notes_holds_on_real_faces(shared_faces, tmp_path):
    images = load_dataset(shared_faces, tmp_path).images
    reference, held_out = Reference.of(images[::8], most=1_000), images[1::20]
    scores = [
        reference.quality(faces[:600]).fid
        for faces in (held_out, np.repeat(held_out[:100], 6, axis=0), np.repeat(held_out[:16], 40, axis=0))
    ]
    assert scores[0] < 2 < scores[1] < 8 < 20 < scores[2] < 45
