import numpy as np
import pytest

from gan_gallery.errors import ModelError
from gan_gallery.network.architecture import GeneratorArchitecture
from gan_gallery.network.generator import FaceGenerator, interpolation, latents, slerp, to_faces, variations


def test_the_same_seed_gives_the_same_face(tiny_model):
    first, second = FaceGenerator.load(str(tiny_model)), FaceGenerator.load(str(tiny_model))
    np.testing.assert_array_equal(first.render(latents(7, 3, 10)), second.render(latents(7, 3, 10)))


def test_latents_are_those_of_pcg64_on_any_machine():
    np.testing.assert_allclose(latents(7, 1, 3)[0], [1.5219693, -1.1441058, 1.1501616], atol=1e-6)


def test_a_smaller_count_is_the_beginning_of_a_larger_one():
    np.testing.assert_array_equal(latents(5, 20, 10)[:4], latents(5, 4, 10))


def test_truncation_brings_faces_nearer_to_the_average():
    assert np.linalg.norm(latents(5, 1, 10, 0.5)) == pytest.approx(np.linalg.norm(latents(5, 1, 10)) / 2)
    assert not latents(5, 3, 10, 0.0).any()


def test_faces_are_rgb_bytes_in_any_number(tiny_model):
    generator = FaceGenerator.load(str(tiny_model))
    for count in (0, 1, 65):
        faces = generator.render(latents(1, count, 10))
        assert faces.shape == (count, 64, 64, 3)
        assert faces.dtype == np.uint8


def test_a_face_does_not_depend_on_its_neighbours(tiny_model):
    generator = FaceGenerator.load(str(tiny_model))
    z = latents(1, 9, 10)
    apart = np.concatenate([generator.render(row[None]) for row in z])
    assert np.abs(generator.render(z).astype(int) - apart).max() <= 1


def test_the_ends_of_the_range_are_black_and_white():
    images = np.stack([np.full((3, 2, 2), value, np.float32) for value in (-1.0, 1.0)])
    np.testing.assert_array_equal(to_faces(images)[:, 0, 0, 0], [0, 255])


def test_an_interpolation_begins_and_ends_at_its_faces_and_keeps_its_length():
    start, end = latents(2, 2, 50)
    way = interpolation(start, end, 9)
    np.testing.assert_allclose(way[[0, -1]], [start, end], atol=1e-5)
    lengths = np.linalg.norm(way, axis=1)
    assert lengths.min() > 0.95 * min(np.linalg.norm(start), np.linalg.norm(end))


def test_an_interpolation_between_equal_faces_stays():
    z = latents(2, 1, 50)[0]
    np.testing.assert_allclose(slerp(z, z, [0.0, 0.5, 1.0]), [z, z, z], atol=1e-5)


def test_variations_are_near_and_differ():
    z = latents(2, 1, 50)[0]
    near = variations(z, 1, 6, 0.2)
    distances = np.linalg.norm(near - z, axis=1)
    assert (distances < 0.5 * np.linalg.norm(z)).all()
    assert len(np.unique(near[:, 0])) == 6
    np.testing.assert_allclose(variations(z, 1, 2, 0.0), [z, z], atol=1e-5)


def test_a_graph_that_is_none_is_refused():
    with pytest.raises(ModelError, match="copy the model again"):
        FaceGenerator(b"no graph", GeneratorArchitecture.tutorial(10, 4), "broken")


def test_a_graph_of_another_card_is_refused(tiny_model):
    graph = (tiny_model / "generator.onnx").read_bytes()
    with pytest.raises(ModelError, match="not the one its card describes"):
        FaceGenerator(graph, GeneratorArchitecture.tutorial(11, 4), "mixed up")
