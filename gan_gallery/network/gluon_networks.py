"""The tutorial's DCGAN (Radford et al. 2016) in MXNet Gluon, for training, and exact statistics for its batch norms."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from gan_gallery.network.architecture import (
    BATCH_NORM_EPSILON,
    BATCH_NORM_PARTS,
    CHANNELS,
    KERNEL_SIZE,
    LEAK,
    NUM_LAYERS,
    DiscriminatorArchitecture,
    GeneratorArchitecture,
    Weights,
)
from resources.runs.mxnet_shim import autograd, gluon, mx, nn

_WEIGHT_SCALE = 0.02  # Radford et al., section 4


class _Network(nn.HybridSequential):  # type: ignore[misc]  # MXNet carries no types
    """A stack of layers whose parameters have the names of an architecture."""

    def __init__(self) -> None:
        super().__init__()
        self._layers: dict[str, gluon.Block] = {}

    def _append(self, name: str, layer: gluon.Block) -> None:
        self._layers[name] = layer
        self.add(layer)

    def named_parameters(self) -> dict[str, gluon.Parameter]:
        """Return every parameter, running statistics included, under the architecture's names."""
        found: dict[str, gluon.Parameter] = {}
        for name, layer in self._layers.items():
            parts = BATCH_NORM_PARTS if isinstance(layer, nn.BatchNorm) else ("weight", "bias")
            found |= {f"{name}.{part}": getattr(layer, part) for part in parts if getattr(layer, part) is not None}
        return found

    def learned_parameters(self) -> dict[str, gluon.Parameter]:
        """Return the parameters that gradients change."""
        return {name: parameter for name, parameter in self.named_parameters().items() if parameter.grad_req != "null"}

    def weights(self) -> Weights:
        """Copy every parameter into NumPy."""
        return {name: parameter.data().asnumpy() for name, parameter in self.named_parameters().items()}

    def set_weights(self, weights: Mapping[str, npt.NDArray[np.float32]]) -> None:
        """Overwrite every parameter; names and shapes are those of the architecture."""
        for name, parameter in self.named_parameters().items():
            parameter.set_data(mx.nd.array(weights[name], dtype="float32"))


class _FromLatent(nn.HybridBlock):  # type: ignore[misc]  # MXNet carries no types
    """The transposed convolution from 1x1 to 4x4 as the matrix product that it is: twice as fast.

    Latents [N, L, 1, 1] to features [N, C, 4, 4]; the weight is the convolution's [L, C, 4, 4].
    """

    def __init__(self, latent_size: int, width: int) -> None:
        super().__init__()
        self._num_outputs = width * KERNEL_SIZE**2
        self._width = width
        self.bias = None
        with self.name_scope():
            self.weight = self.params.get("weight", shape=(latent_size, width, KERNEL_SIZE, KERNEL_SIZE))

    def hybrid_forward(self, F: Any, x: Any, weight: Any) -> Any:  # noqa: N803  # Gluon's name
        matrix = F.transpose(F.reshape(weight, (0, -1)))  # [C * 16, L]
        features = F.FullyConnected(x, matrix, no_bias=True, num_hidden=self._num_outputs)
        return F.reshape(features, (0, self._width, KERNEL_SIZE, KERNEL_SIZE))


class _ToScore(nn.HybridBlock):  # type: ignore[misc]  # MXNet carries no types
    """The convolution from 4x4 to one score as the product that it is: features [N, C, 4, 4] to scores [N, 1]."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.bias = None
        with self.name_scope():
            self.weight = self.params.get("weight", shape=(1, width, KERNEL_SIZE, KERNEL_SIZE))

    def hybrid_forward(self, F: Any, x: Any, weight: Any) -> Any:  # noqa: N803  # Gluon's name
        return F.FullyConnected(x, F.reshape(weight, (1, -1)), no_bias=True, num_hidden=1)


class Generator(_Network):
    """Latents [N, L, 1, 1] to images [N, 3, 64, 64] in -1 to 1."""

    def __init__(self, architecture: GeneratorArchitecture) -> None:
        super().__init__()
        channels = (architecture.latent_size, *architecture.widths, CHANNELS)
        for layer in range(NUM_LAYERS):
            is_last = layer == NUM_LAYERS - 1
            self._append(f"up{layer}", _up(channels[layer], channels[layer + 1], layer == 0, is_last))
            if not is_last:
                self._append(f"bn{layer}", _batch_norm(channels[layer + 1]))
            self.add(nn.Activation("tanh" if is_last else "relu"))

    def batch_statistics(self, z: mx.nd.NDArray) -> Weights:
        """Return `bn0.running_mean`, `bn0.running_var` ...: exactly what `z` [N, L, 1, 1] brings each batch norm.

        MXNet updates its own in backward alone, as a moving average; averaged weights need others. Training mode,
        because oneDNN turns weights into a layout of its own in inference mode, and reading them then is a race.
        """
        statistics: Weights = {}
        norms = {layer: name for name, layer in self._layers.items() if isinstance(layer, nn.BatchNorm)}
        features = z
        with autograd.train_mode():
            for layer in self:
                if layer in norms:
                    mean = features.mean(axis=(0, 2, 3))
                    variance = (features - mean.reshape((1, -1, 1, 1))).square().mean(axis=(0, 2, 3))
                    statistics[f"{norms[layer]}.running_mean"] = mean.asnumpy()
                    statistics[f"{norms[layer]}.running_var"] = variance.asnumpy()
                features = layer(features)
        return statistics


class Discriminator(_Network):
    """Images [N, 3, 64, 64] to one score [N] each: the logit of being real."""

    def __init__(self, architecture: DiscriminatorArchitecture) -> None:
        super().__init__()
        channels = (CHANNELS, *architecture.widths, 1)
        for layer in range(NUM_LAYERS):
            is_last = layer == NUM_LAYERS - 1
            if is_last:
                self._append(f"down{layer}", _ToScore(channels[layer]))
                break
            down = nn.Conv2D(channels[layer + 1], KERNEL_SIZE, 2, 1, use_bias=False, in_channels=channels[layer])
            self._append(f"down{layer}", down)
            if layer > 0:
                self._append(f"bn{layer}", _batch_norm(channels[layer + 1]))
            self.add(nn.LeakyReLU(LEAK))


def initial_weights(shapes: Mapping[str, Sequence[int]], seed: int) -> Weights:
    """Return fresh parameters: weights and scales as Radford et al. draw them, from NumPy alone."""
    rng = np.random.default_rng(seed)
    weights: Weights = {}
    for name, shape in shapes.items():
        part = name.rpartition(".")[2]
        if part == "weight":
            weights[name] = rng.normal(0.0, _WEIGHT_SCALE, shape).astype(np.float32)
        elif part == "gamma":
            weights[name] = rng.normal(1.0, _WEIGHT_SCALE, shape).astype(np.float32)
        else:
            weights[name] = np.full(shape, 1.0 if part == "running_var" else 0.0, np.float32)
    return weights


def _up(in_channels: int, channels: int, is_first: bool, is_last: bool) -> gluon.Block:
    if is_first:
        return _FromLatent(in_channels, channels)
    return nn.Conv2DTranspose(channels, KERNEL_SIZE, 2, 1, use_bias=is_last, in_channels=in_channels)


def _batch_norm(width: int) -> nn.BatchNorm:
    return nn.BatchNorm(epsilon=BATCH_NORM_EPSILON, in_channels=width)
