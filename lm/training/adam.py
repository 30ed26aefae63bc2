"""Adam over Gluon parameters, with its moments in plain arrays, so that a checkpoint never needs a pickle."""

import math
from collections.abc import Mapping

import numpy as np
import numpy.typing as npt

from resources.runs.mxnet_shim import gluon, mx

_BETA1 = 0.9
_BETA2 = 0.99
"""Shorter than Adam's usual 0.999: recurrent nets train in few thousand steps, and the gradient's scale drifts."""
_EPSILON = 1e-8


class Adam:
    """Adam (Kingma and Ba 2015) with clipping by the global gradient norm (Pascanu et al. 2013)."""

    def __init__(self, parameters: Mapping[str, gluon.Parameter], ctx: mx.Context) -> None:
        self._parameters = dict(parameters)
        self._ctx = ctx
        self._means = {name: mx.nd.zeros(p.shape, ctx=ctx) for name, p in self._parameters.items()}
        self._variances = {name: mx.nd.zeros(p.shape, ctx=ctx) for name, p in self._parameters.items()}
        self.steps = 0

    def step(self, lr: float, grad_clip: float) -> float:
        """Update every parameter from its gradient and return the norm of all gradients before clipping."""
        gradients = {name: parameter.grad(self._ctx) for name, parameter in self._parameters.items()}
        squares = mx.nd.multi_sum_sq(*gradients.values(), num_arrays=len(gradients))
        norm = math.sqrt(float(squares.sum().asscalar()))
        if not math.isfinite(norm):
            return norm
        scale = min(1.0, grad_clip / (norm + 1e-12))
        self.steps += 1
        correction = math.sqrt(1 - _BETA2**self.steps) / (1 - _BETA1**self.steps)
        for name, parameter in self._parameters.items():
            weight = parameter.data(self._ctx)
            mx.nd.adam_update(
                weight,
                gradients[name],
                self._means[name],
                self._variances[name],
                out=weight,
                lr=lr * correction,
                beta1=_BETA1,
                beta2=_BETA2,
                epsilon=_EPSILON,
                rescale_grad=scale,
            )
        return norm

    def moments(self) -> dict[str, npt.NDArray[np.float32]]:
        """Copy the moments into NumPy, as `mean/NAME` and `variance/NAME`."""
        copies = {f"mean/{name}": array.asnumpy() for name, array in self._means.items()}
        return copies | {f"variance/{name}": array.asnumpy() for name, array in self._variances.items()}

    def restore(self, moments: Mapping[str, npt.NDArray[np.float32]], steps: int) -> None:
        """Continue from what `moments` returned after `steps` updates."""
        for name in self._parameters:
            self._means[name][:] = mx.nd.array(moments[f"mean/{name}"], ctx=self._ctx)
            self._variances[name][:] = mx.nd.array(moments[f"variance/{name}"], ctx=self._ctx)
        self.steps = steps
