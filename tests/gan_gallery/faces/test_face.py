import numpy as np
import pytest

from gan_gallery.faces.face import Face, Portrait, Variation
from gan_gallery.network.generator import latents

_VARIED = Face(7, 3, (Variation(5, 2, 0.35), Variation(9, 0, 0.2)))


def test_face_of_a_seed_is_the_one_that_the_command_line_renders():
    assert np.array_equal(Face(7, 3).latent(100), latents(7, 16, 100)[3])


def test_variation_is_the_same_each_time_and_near_its_face():
    near, far = _VARIED.latent(100), Face(8, 0).latent(100)
    base = Face(7, 3).latent(100)
    assert np.array_equal(near, _VARIED.latent(100))
    assert 0 < np.linalg.norm(near - base) < np.linalg.norm(far - base)


def test_neighbours_are_all_different():
    faces = Face(7, 3).neighbours(seed=1, count=15, strength=0.35)
    assert len({face.latent(10).tobytes() for face in faces}) == 15


def test_portrait_survives_its_json():
    portrait = Portrait(_VARIED, 0.8, "faces")
    assert Portrait.from_json(portrait.to_json()) == portrait


@pytest.mark.parametrize(
    "change",
    [
        {"truncation": 3},
        {"truncation": None},
        {"model": ""},
        {"face": None},
        {"face": {"seed": -1, "index": 0, "varied": []}},
        {"face": {"seed": 1, "index": 10**9, "varied": []}},
        {"face": {"seed": 1, "index": 0, "varied": [{"seed": 1, "index": 0, "strength": 7}]}},
    ],
)
def test_broken_portrait_is_refused(change):
    with pytest.raises(ValueError):
        Portrait.from_json(Portrait(_VARIED, 0.8, "faces").to_json() | change)


def test_origin_holds_what_renders_it_again():
    made_from = _VARIED.origin("faces", 0.8)
    assert (made_from["model"], made_from["seed"], made_from["index"]) == ("faces", 7, 3)
    assert made_from["variations"][1] == {"seed": 9, "index": 0, "strength": 0.2}
