import numpy as np

from gan_gallery.training.averaging import AveragedGenerator
from gan_gallery.training.config import TrainConfig
from gan_gallery.training.game import Game
from resources.runs.mxnet_shim import mx

_CONFIG = TrainConfig(latent_size=10, ngf=4, ndf=4)


def _averaged():
    game = Game(_CONFIG, mx.cpu())
    return game, AveragedGenerator(_CONFIG.generator, game.generator, mx.cpu())


def test_the_average_follows_half_way_in_its_half_life():
    game, averaged = _averaged()
    start = averaged.arrays()["up1.weight"]
    parameter = game.generator.named_parameters()["up1.weight"]
    parameter.set_data(mx.nd.array(start + 1))
    for _ in range(10):
        averaged.update(batch_size=32, images_seen=10**9, half_life_images=320)
    np.testing.assert_allclose(averaged.arrays()["up1.weight"], start + 0.5, atol=1e-4)


def test_early_weights_are_soon_forgotten():
    game, averaged = _averaged()
    parameter = game.generator.named_parameters()["up1.weight"]
    parameter.set_data(parameter.data() + 1)
    averaged.update(batch_size=32, images_seen=32, half_life_images=20_000)
    np.testing.assert_allclose(averaged.arrays()["up1.weight"], parameter.data().asnumpy(), atol=1e-5)


def test_the_shown_weights_have_statistics_of_their_own():
    _, averaged = _averaged()
    shown = averaged.weights()
    assert not np.allclose(shown["bn1.running_var"], 1.0)
    assert set(shown) == set(_CONFIG.generator.parameter_shapes())


def test_the_shown_weights_are_the_same_each_time():
    _, averaged = _averaged()
    first = averaged.weights()
    for _ in range(5):
        for name, array in averaged.weights().items():
            np.testing.assert_array_equal(array, first[name], err_msg=name)


def test_a_restored_average_is_the_same():
    _, first = _averaged()
    _, second = _averaged()
    changed = {name: array + 1 for name, array in first.arrays().items()}
    second.restore(changed)
    for name, array in second.arrays().items():
        np.testing.assert_array_equal(array, changed[name])
