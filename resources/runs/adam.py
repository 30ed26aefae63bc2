"""Adam over Gluon parameters, with its moments in plain arrays, so that a checkpoint never needs a pickle."""

import math
from collections.abc import Mapping

import numpy as np
import numpy.typing as npt

from resources.runs.mxnet_shim import gluon, mx

_EPSILON = 1e-8


class Adam:
    """Adam (Kingma and Ba 2015), on request with clipping by the global gradient norm (Pascanu et al. 2013)."""

    def __init__(
        self, parameters: Mapping[str, gluon.Parameter], ctx: mx.Context, *, beta1: float = 0.9, beta2: float = 0.999
    ) -> None:
        self._parameters = dict(parameters)
        self._ctx = ctx
        self._beta1, self._beta2 = beta1, beta2
        self._means = {name: mx.nd.zeros(p.shape, ctx=ctx) for name, p in self._parameters.items()}
        self._variances = {name: mx.nd.zeros(p.shape, ctx=ctx) for name, p in self._parameters.items()}
        self.steps = 0

    def step(self, lr: float) -> None:
        """Update every parameter from its gradient."""
        self._update(lr, 1.0)

    def clipped_step(self, lr: float, grad_clip: float) -> float:
        """Update every parameter from its clipped gradient; return the norm of all gradients before clipping.

        Nothing is updated where the norm is not finite.
        """
        gradients = [parameter.grad(self._ctx) for parameter in self._parameters.values()]
        squares = mx.nd.multi_sum_sq(*gradients, num_arrays=len(gradients))
        norm = math.sqrt(float(squares.sum().asscalar()))
        if math.isfinite(norm):
            self._update(lr, min(1.0, grad_clip / (norm + 1e-12)))
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

    def _update(self, lr: float, scale: float) -> None:
        self.steps += 1
        correction = math.sqrt(1 - self._beta2**self.steps) / (1 - self._beta1**self.steps)
        for name, parameter in self._parameters.items():
            weight = parameter.data(self._ctx)
            mx.nd.adam_update(
                weight,
                parameter.grad(self._ctx),
                self._means[name],
                self._variances[name],
                out=weight,
                lr=lr * correction,
                beta1=self._beta1,
                beta2=self._beta2,
                epsilon=_EPSILON,
                rescale_grad=scale,
            )
