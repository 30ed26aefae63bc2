import math

import numpy as np
import pytest

from resources.runs.adam import Adam
from resources.runs.mxnet_shim import gluon, mx

BETA2 = 0.99


def _parameter(value: np.ndarray) -> gluon.Parameter:
    parameter = gluon.Parameter("w", shape=value.shape)
    parameter.initialize(mx.init.Zero())
    parameter.set_data(mx.nd.array(value))
    return parameter


def _set_gradient(parameter: gluon.Parameter, gradient: np.ndarray) -> None:
    parameter.grad()[:] = mx.nd.array(gradient)


def _reference(weight: np.ndarray, gradients: list[np.ndarray], lr: float, grad_clip: float) -> np.ndarray:
    """Compute Adam as its paper writes it, with the norm clipped first."""
    mean, variance = np.zeros_like(weight), np.zeros_like(weight)
    for step, gradient in enumerate(gradients, start=1):
        clipped = gradient * min(1.0, grad_clip / np.linalg.norm(gradient))
        mean = 0.9 * mean + 0.1 * clipped
        variance = 0.99 * variance + 0.01 * clipped**2
        weight = weight - lr * (mean / (1 - 0.9**step)) / (np.sqrt(variance / (1 - 0.99**step)) + 1e-8)
    return weight


def test_updates_are_adams_with_the_norm_clipped():
    rng = np.random.default_rng(1)
    start = rng.normal(size=(3, 4))
    gradients = [rng.normal(size=(3, 4)) for _ in range(5)]
    parameter = _parameter(start)
    adam = Adam({"w": parameter}, mx.cpu(), beta2=BETA2)

    for gradient in gradients:
        _set_gradient(parameter, gradient)
        norm = adam.clipped_step(lr=0.1, grad_clip=1.0)
        assert norm == pytest.approx(np.linalg.norm(gradient), rel=1e-5)

    np.testing.assert_allclose(parameter.data().asnumpy(), _reference(start, gradients, 0.1, 1.0), rtol=1e-4)


@pytest.mark.parametrize("value", [math.nan, math.inf])
def test_gradient_that_is_not_finite_changes_nothing(value):
    parameter = _parameter(np.ones(4))
    adam = Adam({"w": parameter}, mx.cpu(), beta2=BETA2)
    _set_gradient(parameter, np.array([0.0, 1.0, value, 0.0]))
    assert not math.isfinite(adam.clipped_step(lr=0.1, grad_clip=1.0))
    np.testing.assert_array_equal(parameter.data().asnumpy(), 1.0)
    assert adam.steps == 0


def test_restored_moments_go_on_as_if_never_interrupted():
    rng = np.random.default_rng(2)
    gradients = [rng.normal(size=4) for _ in range(6)]
    unbroken, broken = _parameter(np.ones(4)), _parameter(np.ones(4))
    first, second = Adam({"w": unbroken}, mx.cpu(), beta2=BETA2), Adam({"w": broken}, mx.cpu(), beta2=BETA2)
    for index, gradient in enumerate(gradients):
        if index == 3:
            moments, steps = second.moments(), second.steps
            second = Adam({"w": broken}, mx.cpu(), beta2=BETA2)
            second.restore(moments, steps)
        for parameter, adam in ((unbroken, first), (broken, second)):
            _set_gradient(parameter, gradient)
            adam.clipped_step(lr=0.1, grad_clip=1.0)
    np.testing.assert_array_equal(unbroken.data().asnumpy(), broken.data().asnumpy())


def test_an_unclipped_step_is_the_rate_in_the_gradients_direction():
    parameter = _parameter(np.ones(3))
    _set_gradient(parameter, np.array([40.0, -0.5, 3.0]))
    Adam({"w": parameter}, mx.cpu(), beta1=0.5).step(lr=0.1)
    np.testing.assert_allclose(parameter.data().asnumpy(), [0.9, 1.1, 0.9], atol=1e-5)
