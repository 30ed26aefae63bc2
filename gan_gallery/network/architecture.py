"""What the two networks are: sizes, and the names and shapes of their parameters. Plain data, no MXNet.

    generator       z [N, L] -> 4x4 -> 8x8 -> 16x16 -> 32x32 -> 64x64, transposed convolutions 4x4
    discriminator   the mirror: 64x64 -> 32 -> 16 -> 8 -> 4x4 -> one score

Parameters are named by layer, `up0` to `up4` and `down0` to `down4`, with `bn0`... for the batch norms between.
"""

from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

IMAGE_SIZE = 64
CHANNELS = 3
KERNEL_SIZE = 4
NUM_LAYERS = 5
BATCH_NORM_EPSILON = 1e-5
"""Gluon's default, which the exported graph must use too."""
BATCH_NORM_PARTS = ("gamma", "beta", "running_mean", "running_var")
LEAK = 0.2
"""Of the discriminator's leaky ReLU (Radford et al. 2016)."""
GRAPH_INPUT, GRAPH_OUTPUT = "z", "images"
"""The names in the generator's graph: latents [N, L] to images [N, 3, 64, 64]."""
GRAPH_SCORES = "scores"
"""The discriminator's graph maps `images` to it, [N]."""
_LARGEST_LATENT_SIZE = 4096
_LARGEST_WIDTH = 4096

Shapes = dict[str, tuple[int, ...]]
Weights = dict[str, npt.NDArray[np.float32]]
"""Parameters by name."""


@dataclass(frozen=True, slots=True)
class GeneratorArchitecture:
    """The generator's sizes.

    Attributes:
        latent_size: L, numbers in a latent vector z.
        widths: channels after each layer but the last, from 4x4 to 32x32.
    """

    latent_size: int = 100
    widths: tuple[int, int, int, int] = (512, 256, 128, 64)

    def __post_init__(self) -> None:
        """Refuse sizes that no sound model has, so that a wrong card cannot claim the memory."""
        if not 1 <= self.latent_size <= _LARGEST_LATENT_SIZE:
            raise ValueError(f"latent size {self.latent_size} is not between 1 and {_LARGEST_LATENT_SIZE}")
        if len(self.widths) != NUM_LAYERS - 1 or not all(1 <= width <= _LARGEST_WIDTH for width in self.widths):
            raise ValueError(f"widths {list(self.widths)} are not {NUM_LAYERS - 1} numbers from 1 to {_LARGEST_WIDTH}")

    @classmethod
    def tutorial(cls, latent_size: int, ngf: int) -> "GeneratorArchitecture":
        """Return the tutorial's halving widths for `ngf` channels at 32x32."""
        return cls(latent_size, (8 * ngf, 4 * ngf, 2 * ngf, ngf))

    @classmethod
    def from_json(cls, data: Any) -> "GeneratorArchitecture":
        """Read what `to_json` returned.

        Raises:
            ValueError: if it is something else.
        """
        try:
            first, second, third, fourth = (int(width) for width in data["widths"])
            return cls(int(data["latent_size"]), (first, second, third, fourth))
        except (KeyError, TypeError) as exc:
            raise ValueError("no latent_size and widths") from exc

    def to_json(self) -> dict[str, Any]:
        """Return the fields as the model card holds them."""
        return asdict(self) | {"widths": list(self.widths)}

    def parameter_shapes(self) -> Shapes:
        """Return the shape of every parameter; a transposed convolution's is [in, out, 4, 4]."""
        channels = (self.latent_size, *self.widths, CHANNELS)
        shapes: Shapes = {}
        for layer in range(NUM_LAYERS):
            shapes[f"up{layer}.weight"] = (channels[layer], channels[layer + 1], KERNEL_SIZE, KERNEL_SIZE)
            if layer < NUM_LAYERS - 1:
                shapes |= _batch_norm_shapes(layer, channels[layer + 1])
        # The last layer alone has a bias: before a batch norm one would be subtracted again.
        shapes[f"up{NUM_LAYERS - 1}.bias"] = (CHANNELS,)
        return shapes


@dataclass(frozen=True, slots=True)
class DiscriminatorArchitecture:
    """The discriminator's size: `ndf` channels at 32x32, doubled at every layer down to 4x4."""

    ndf: int = 64

    @property
    def widths(self) -> tuple[int, int, int, int]:
        """Channels after each layer but the last."""
        return (self.ndf, 2 * self.ndf, 4 * self.ndf, 8 * self.ndf)

    def parameter_shapes(self) -> Shapes:
        """Return the shape of every parameter; a convolution's is [out, in, 4, 4]."""
        channels = (CHANNELS, *self.widths, 1)
        shapes: Shapes = {}
        for layer in range(NUM_LAYERS):
            shapes[f"down{layer}.weight"] = (channels[layer + 1], channels[layer], KERNEL_SIZE, KERNEL_SIZE)
            if 0 < layer < NUM_LAYERS - 1:
                shapes |= _batch_norm_shapes(layer, channels[layer + 1])
        return shapes


def _batch_norm_shapes(layer: int, width: int) -> Shapes:
    return {f"bn{layer}.{part}": (width,) for part in BATCH_NORM_PARTS}
