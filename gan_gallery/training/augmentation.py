"""Differentiable augmentation (Zhao et al. 2020): D sees real and generated pictures altered alike.

So it cannot learn the real ones by heart. Each alteration is affine in the pixels, so its gradient is the transposed
map, written out here in NumPy: MXNet's autograd would need a gather of every pixel for the shifts.
"""

from dataclasses import dataclass
from typing import Self

import numpy as np
import numpy.typing as npt

KINDS = ("colour", "translation", "cutout")
_MOST_BRIGHTNESS = 0.5
"""Of a range of 2."""
_MOST_SHIFT = 0.125
_HOLE = 0.5
"""Sides, as parts of the picture's."""

Pictures = npt.NDArray[np.float32]
"""RGB pictures [N, 3, H, W] in -1 to 1."""


def parse_kinds(text: str) -> frozenset[str]:
    """Read a list such as `colour,translation,cutout`; "" is none. Raises ValueError with the ones there are."""
    kinds = frozenset(part.strip() for part in text.split(",") if part.strip())
    if not kinds <= set(KINDS):
        raise ValueError(f"{text} is not a list of {', '.join(KINDS)}")
    return kinds


@dataclass(frozen=True, slots=True)
class Augmentation:
    """What happens to each picture of one batch.

    Attributes:
        brightness: added [N, 1, 1, 1].
        saturation, contrast: factors of what differs from the pixel's grey and from the picture's mean [N, 1, 1, 1].
        shifts: pixels down and to the right [N, 2]; what comes in is mid-grey.
        hole_corners: top and left of a grey square [N, 2], which may reach over the edge.
        hole_size: its side in pixels, 0 for none.
    """

    brightness: Pictures
    saturation: Pictures
    contrast: Pictures
    shifts: npt.NDArray[np.int64]
    hole_corners: npt.NDArray[np.int64]
    hole_size: int

    @classmethod
    def draw(cls, kinds: frozenset[str], count: int, size: int, rng: np.random.Generator) -> Self:
        """Draw for `count` pictures of `size` pixels; a kind that is not in `kinds` changes nothing."""
        most_shift = round(size * _MOST_SHIFT)
        hole = round(size * _HOLE)
        shape = (count, 1, 1, 1)
        brightness = rng.uniform(-_MOST_BRIGHTNESS, _MOST_BRIGHTNESS, shape).astype(np.float32)
        saturation = rng.uniform(0.0, 2.0, shape).astype(np.float32)
        contrast = rng.uniform(0.5, 1.5, shape).astype(np.float32)
        shifts = rng.integers(-most_shift, most_shift + 1, (count, 2))
        corners = rng.integers(-(hole // 2), size - hole // 2, (count, 2))
        one = np.ones(shape, np.float32)
        has_colour = "colour" in kinds
        return cls(
            brightness if has_colour else 0 * one,
            saturation if has_colour else one,
            contrast if has_colour else one,
            shifts if "translation" in kinds else 0 * shifts,
            corners,
            hole if "cutout" in kinds else 0,
        )

    def apply(self, pictures: Pictures) -> Pictures:
        """Return the altered pictures."""
        return self._cut(_shifted(self._mixed(pictures, self.brightness), self.shifts))

    def transposed(self, gradient: Pictures) -> Pictures:
        """Return the gradient with respect to the pictures, from that with respect to the altered ones."""
        return self._mixed(_shifted(self._cut(gradient.copy()), -self.shifts), None)

    def _mixed(self, pictures: Pictures, brightness: Pictures | None) -> Pictures:
        """Change saturation and contrast: both are their own transpose, and they commute.

        Saturation moves a pixel from its grey, contrast from the picture's mean, which saturation leaves alone: so
        the colours of a picture go through one matrix and are moved by one number.
        """
        count, channels = pictures.shape[:2]
        contrast, saturation = self.contrast[:, 0], self.saturation[:, 0]  # [N, 1, 1]
        matrices = contrast * (saturation * np.eye(channels, dtype=np.float32) + (1 - saturation) / channels)
        pixels = pictures.reshape(count, channels, -1)
        offsets = (1 - contrast) * pixels.mean(axis=(1, 2), keepdims=True)
        if brightness is not None:
            offsets += brightness[:, 0]
        mixed: Pictures = matrices @ pixels  # [N, 3, H * W]
        mixed += offsets
        return mixed.reshape(pictures.shape)

    def _cut(self, pictures: Pictures) -> Pictures:
        """Cut the holes into `pictures` themselves."""
        if self.hole_size:
            for picture, (top, left) in zip(pictures, self.hole_corners, strict=True):
                picture[:, max(0, top) : top + self.hole_size, max(0, left) : left + self.hole_size] = 0.0
        return pictures


def _shifted(pictures: Pictures, shifts: npt.NDArray[np.int64]) -> Pictures:
    if not shifts.any():
        return pictures
    height, width = pictures.shape[2:]
    moved = np.zeros_like(pictures)
    for target, source, (down, right) in zip(moved, pictures, shifts, strict=True):
        rows, columns = slice(max(0, down), height + min(0, down)), slice(max(0, right), width + min(0, right))
        from_rows = slice(max(0, -down), height + min(0, -down))
        from_columns = slice(max(0, -right), width + min(0, -right))
        target[:, rows, columns] = source[:, from_rows, from_columns]
    return moved
