"""Adam over Gluon parameters, with its moments in plain arrays, so that a checkpoint never needs a pickle."""

import math
from collections.abc import Mapping

import numpy as np
import numpy.typing as npt

from resources.runs.mxnet_shim import gluon, mx

_BETA2 = 0.999
_EPSILON = 1e-8


class Adam:
    """Adam (Kingma and Ba 2015) without clipping: batch norms keep the gradients of a DCGAN in scale."""

    def __init__(self, parameters: Mapping[str, gluon.Parameter], ctx: mx.Context, beta1: float) -> None:
        self._parameters = dict(parameters)
        self._ctx = ctx
        self._beta1 = beta1
        self._means = {name: mx.nd.zeros(p.shape, ctx=ctx) for name, p in self._parameters.items()}
        self._variances = {name: mx.nd.zeros(p.shape, ctx=ctx) for name, p in self._parameters.items()}
        self.steps = 0

    def step(self, lr: float) -> None:
        """Update every parameter from its gradient."""
        self.steps += 1
        correction = math.sqrt(1 - _BETA2**self.steps) / (1 - self._beta1**self.steps)
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
                beta2=_BETA2,
                epsilon=_EPSILON,
            )

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
