"""The generator that is shown: an exponential moving average of the weights that play (Karras et al. 2018)."""

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt

from gan_gallery.network.architecture import GeneratorArchitecture, Weights
from gan_gallery.network.generator import latents
from gan_gallery.network.gluon_networks import Generator
from resources.runs.mxnet_shim import mx

_RAMP = 0.05
"""Largest half-life, as a fraction of the images seen: the first weights are soon forgotten."""
_STATISTICS_SEED = 0
_STATISTICS_COUNT = 256
"""Faces behind the batch norms' statistics: 4,096 pixels a channel even at 4x4, within about two percent."""


class AveragedGenerator:
    """Holds the average and turns it into weights with batch norms of their own."""

    def __init__(self, architecture: GeneratorArchitecture, playing: Generator, ctx: mx.Context) -> None:
        self._architecture = architecture
        self._ctx = ctx
        self._playing = playing.learned_parameters()
        self._averages = {name: parameter.data(ctx).copy() for name, parameter in self._playing.items()}
        self._shown = Generator(architecture)
        self._shown.initialize(ctx=ctx)

    def update(self, batch_size: int, images_seen: int, half_life_images: int) -> None:
        """Move the average towards the weights that play."""
        half_life = max(1.0, min(half_life_images, _RAMP * images_seen))
        rate = 1.0 - 0.5 ** (batch_size / half_life)
        for name, parameter in self._playing.items():
            average = self._averages[name]
            # average - rate * average + rate * weight, in one pass over the memory: descent's update with decay.
            mx.nd.sgd_update(average, parameter.data(self._ctx), out=average, lr=rate, wd=1.0, rescale_grad=-1.0)

    def weights(self) -> Weights:
        """Return the weights to show: the average, with batch statistics measured on it."""
        for name, parameter in self._shown.learned_parameters().items():
            parameter.set_data(self._averages[name])
        z = latents(_STATISTICS_SEED, _STATISTICS_COUNT, self._architecture.latent_size)
        return self.arrays() | self._shown.batch_statistics(mx.nd.array(z[:, :, None, None], ctx=self._ctx))

    def arrays(self) -> Weights:
        """Copy the average into NumPy, as a checkpoint holds it."""
        return {name: average.asnumpy() for name, average in self._averages.items()}

    def restore(self, arrays: Mapping[str, npt.NDArray[np.float32]]) -> None:
        """Continue from what `arrays` returned."""
        for name, average in self._averages.items():
            average[:] = mx.nd.array(arrays[name], ctx=self._ctx)
