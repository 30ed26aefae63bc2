import numpy as np
import pytest

from gan_gallery.errors import ModelError
from gan_gallery.network.generator import FaceGenerator, latents
from gan_gallery.publishing.importing import generator_from_arrays, import_params
from resources.runs.mxnet_shim import mx, nn


def _tutorial_generator(ngf=4, use_bias=False, channels=3, prefix=None):
    """Return a generator as the tutorial builds it, with batch norms that do something."""
    network = nn.HybridSequential(prefix=prefix)
    with network.name_scope():
        for width, stride, padding in ((8 * ngf, 1, 0), (4 * ngf, 2, 1), (2 * ngf, 2, 1), (ngf, 2, 1)):
            network.add(nn.Conv2DTranspose(width, 4, stride, padding, use_bias=use_bias))
            network.add(nn.BatchNorm(), nn.Activation("relu"))
        network.add(nn.Conv2DTranspose(channels, 4, 2, 1, use_bias=use_bias), nn.Activation("tanh"))
    network.initialize(mx.init.Normal(0.1))
    return network


def _shake(network, latent_size):
    network(mx.nd.zeros((1, latent_size, 1, 1)))
    rng = np.random.default_rng(0)
    for name, parameter in network.collect_params().items():
        if not name.endswith("weight"):
            parameter.set_data(mx.nd.array(np.abs(rng.normal(0.5, 0.2, parameter.shape)) + 0.05))


@pytest.mark.parametrize("use_bias", [False, True])
@pytest.mark.parametrize("latent_size", [100, 150])
@pytest.mark.parametrize("how", ["structure", "prefix", "module"])
def test_a_generator_of_the_tutorial_gives_the_same_faces(tmp_path, use_bias, latent_size, how):
    network = _tutorial_generator(use_bias=use_bias, prefix="netg_")
    _shake(network, latent_size)
    path = tmp_path / "netG.params"
    if how == "structure":
        network.save_parameters(str(path))
    else:
        saved = network.collect_params().items()
        kind = {True: "aux:", False: "arg:"} if how == "module" else {True: "", False: ""}
        mx.nd.save(str(path), {kind["running" in name] + name: value.data() for name, value in saved})
    architecture = import_params(path, tmp_path / "imported")
    assert architecture.latent_size == latent_size
    assert architecture.widths == (32, 16, 8, 4)
    z = latents(1, 3, latent_size)
    images = FaceGenerator.load(str(tmp_path / "imported")).images(z)
    np.testing.assert_allclose(images, network(mx.nd.array(z[:, :, None, None])).asnumpy(), atol=1e-4)


def test_layers_numbered_over_nine_keep_their_order(tmp_path):
    network = _tutorial_generator()
    _shake(network, 10)
    arrays = {}
    for name, value in network._collect_params_with_prefix().items():
        number, _, part = name.partition(".")
        arrays[f"gen.conv{int(number) + 8}_{part}"] = value.data().asnumpy()
    _, weights = generator_from_arrays(arrays, tmp_path / "x.params")
    np.testing.assert_array_equal(weights["up0.weight"], arrays["gen.conv8_weight"])


def _sound(ngf=4):
    network = _tutorial_generator(ngf)
    _shake(network, 10)
    return {name: value.data().asnumpy() for name, value in network._collect_params_with_prefix().items()}


def test_a_discriminator_is_named_as_such(tmp_path):
    widths = (3, 4, 8, 16, 32, 1)
    arrays = {f"{i}.weight": np.zeros((widths[i + 1], widths[i], 4, 4), np.float32) for i in range(5)}
    with pytest.raises(ModelError, match="holds a discriminator"):
        generator_from_arrays(arrays, tmp_path / "netD.params")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda arrays: arrays.pop("3.weight"), "holds 4 convolutions"),
        (lambda arrays: arrays.pop("1.gamma"), "3 whole batch norms"),
        (lambda arrays: arrays.update({"3.weight": np.zeros((31, 16, 4, 4), np.float32)}), "do not fit"),
        (lambda arrays: arrays.update({"12.weight": np.zeros((4, 1, 4, 4), np.float32)}), "not RGB"),
        (lambda arrays: arrays.update({"1.beta": np.zeros(7, np.float32)}), "would have shape"),
        (lambda arrays: arrays["1.gamma"].fill(np.nan), "NaN or infinity"),
        (lambda arrays: arrays["1.running_var"].fill(-1), "variance is negative"),
        (lambda arrays: arrays.clear(), "holds 0 convolutions"),
    ],
)
def test_what_is_no_generator_is_refused_in_a_sentence(tmp_path, change, message):
    arrays = _sound()
    change(arrays)
    with pytest.raises(ModelError, match=message):
        generator_from_arrays(arrays, tmp_path / "odd.params")
