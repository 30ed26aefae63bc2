import numpy as np

from gan_gallery.training.adam import Adam
from tests.trainers import autograd, gluon, mx


def _parameter():
    parameter = gluon.Parameter("p", shape=(3,))
    parameter.initialize(mx.init.One())
    return parameter


def _step(parameter, adam, lr=0.1):
    with autograd.record():
        loss = (parameter.data() * mx.nd.array([1.0, -2.0, 3.0])).sum() ** 2
    loss.backward()
    adam.step(lr)


def test_the_first_step_is_the_rate_in_the_gradients_direction():
    parameter = _parameter()
    _step(parameter, Adam({"p": parameter}, mx.cpu(), 0.5))
    np.testing.assert_allclose(parameter.data().asnumpy(), [0.9, 1.1, 0.9], atol=1e-5)


def test_restored_moments_go_on_as_if_nothing_had_happened():
    straight, resumed = _parameter(), _parameter()
    first = Adam({"p": straight}, mx.cpu(), 0.5)
    for _ in range(5):
        _step(straight, first)
    before = Adam({"p": resumed}, mx.cpu(), 0.5)
    for _ in range(2):
        _step(resumed, before)
    after = Adam({"p": resumed}, mx.cpu(), 0.5)
    after.restore(before.moments(), before.steps)
    for _ in range(3):
        _step(resumed, after)
    np.testing.assert_array_equal(straight.data().asnumpy(), resumed.data().asnumpy())
