import numpy as np
import pytest

from gan_gallery.network.architecture import GeneratorArchitecture
from gan_gallery.network.generator import FaceGenerator, latents
from gan_gallery.network.gluon_networks import Generator
from gan_gallery.network.onnx_export import fold_batch_norms, generator_onnx
from resources.runs.mxnet_shim import mx


@pytest.mark.parametrize(
    "architecture", [GeneratorArchitecture.tutorial(10, 4), GeneratorArchitecture(7, (9, 3, 8, 5))]
)
def test_the_graph_computes_what_gluon_does(architecture, make_weights):
    weights = make_weights(architecture)
    network = Generator(architecture)
    network.initialize()
    network.set_weights(weights)
    z = latents(3, 5, architecture.latent_size)
    expected = network(mx.nd.array(z[:, :, None, None])).asnumpy()
    images = FaceGenerator(generator_onnx(architecture, weights), architecture, "test").images(z)
    assert expected.std() > 0.05
    np.testing.assert_allclose(images, expected, atol=1e-4)


def test_nothing_of_the_batch_norms_is_left(tiny_architecture, make_weights):
    folded = fold_batch_norms(make_weights(tiny_architecture))
    assert sorted(folded) == sorted(f"up{layer}.{part}" for layer in range(5) for part in ("weight", "bias"))
