import numpy as np

from gan_gallery.network.architecture import DiscriminatorArchitecture, GeneratorArchitecture
from gan_gallery.network.gluon_networks import Discriminator, Generator, initial_weights
from resources.runs.mxnet_shim import mx


def _generator():
    architecture = GeneratorArchitecture.tutorial(10, 4)
    generator = Generator(architecture)
    generator.initialize()
    generator.set_weights(initial_weights(architecture.parameter_shapes(), 1))
    return architecture, generator


def test_names_and_shapes_are_those_of_the_architectures():
    architecture, generator = _generator()
    assert {name: array.shape for name, array in generator.weights().items()} == architecture.parameter_shapes()
    mirror = DiscriminatorArchitecture(4)
    discriminator = Discriminator(mirror)
    discriminator.initialize()
    assert {name: array.shape for name, array in discriminator.weights().items()} == mirror.parameter_shapes()


def test_latents_become_images_and_images_scores():
    _, generator = _generator()
    discriminator = Discriminator(DiscriminatorArchitecture(4))
    discriminator.initialize()
    images = generator(mx.nd.ones((2, 10, 1, 1)))
    assert images.shape == (2, 3, 64, 64)
    assert float(images.abs().max().asscalar()) <= 1.0
    assert discriminator(images).shape == (2, 1)


def test_weights_can_be_set_and_read_back():
    architecture, generator = _generator()
    weights = initial_weights(architecture.parameter_shapes(), 2)
    generator.set_weights(weights)
    for name, array in generator.weights().items():
        np.testing.assert_array_equal(array, weights[name])


def test_exact_statistics_make_inference_equal_training():
    _, generator = _generator()
    z = mx.nd.array(np.random.default_rng(0).standard_normal((32, 10, 1, 1)).astype(np.float32))
    with mx.autograd.train_mode():
        expected = generator(z).asnumpy()
    generator.set_weights(generator.weights() | generator.batch_statistics(z))
    np.testing.assert_allclose(generator(z).asnumpy(), expected, atol=1e-4)


def test_the_same_seed_gives_the_same_weights():
    shapes = GeneratorArchitecture.tutorial(10, 4).parameter_shapes()
    first, same, other = (initial_weights(shapes, seed)["up1.weight"] for seed in (1, 1, 2))
    np.testing.assert_array_equal(first, same)
    assert not np.array_equal(first, other)
