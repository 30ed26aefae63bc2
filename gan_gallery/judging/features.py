"""The fixed feature that faces are compared on: edges and colours, no download, the same on every machine.

    edges    HOG of the grey picture, 16x16 blocks every 8 pixels of 2x2 cells, 9 directions -> PCA to 48
    colours  16x16 thumbnail in LAB -> PCA to 16

Both PCAs are fitted on real faces with their mirror images; each part is scaled to a mean variance of 1, so that
48 numbers speak of edges and 16 of colours.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Self

import cv2
import numpy as np
import numpy.typing as npt

from gan_gallery.network.architecture import IMAGE_SIZE

_EDGE_COMPONENTS = 48
_COLOUR_COMPONENTS = 16
_THUMBNAIL_SIZE = 16
_BLOCK, _STRIDE, _CELL, _DIRECTIONS = (16, 16), (8, 8), (8, 8), 9
_FITTED_IMAGES = 4_000
"""Enough that another choice of faces moves a score by 0.1; more would only cost time."""
_FITTED_AT_ONCE = 500

Images = npt.NDArray[np.uint8]
"""RGB pictures [N, 64, 64, 3]."""
Matrix = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Component:
    """A PCA: mean [D], axes [D, K], and the one scale that brings their mean variance to 1."""

    mean: Matrix
    axes: Matrix
    scale: float

    @classmethod
    def fit(cls, values: npt.NDArray[np.float32], num_axes: int) -> Self:
        """Fit to rows [M, D]."""
        mean = values.mean(axis=0, dtype=np.float64)
        centred = values - mean.astype(np.float32)
        if len(values) < values.shape[1]:  # few pictures: their singular vectors are found much sooner
            _, roots, rows = np.linalg.svd(centred.astype(np.float64), full_matrices=False)
            variances, axes = roots**2 / max(1, len(values) - 1), rows.T
        else:
            # Single precision: half the time of what no request to stop can interrupt.
            variances, axes = np.linalg.eigh(centred.T @ centred / np.float32(len(values) - 1))  # ascending
            variances, axes = variances[::-1], axes[:, ::-1].astype(np.float64)
        scale = 1.0 / np.sqrt(max(float(variances[:num_axes].mean()), 1e-12))
        return cls(mean, np.ascontiguousarray(axes[:, :num_axes]), scale)

    def project(self, values: npt.NDArray[np.float32]) -> Matrix:
        """Map rows [M, D] to [M, K]."""
        projected: Matrix = (values - self.mean) @ self.axes * self.scale
        return projected


@dataclass(frozen=True, slots=True)
class FeatureSpace:
    """The feature, fitted: maps pictures to [N, 64] numbers."""

    edges: Component
    colours: Component

    @classmethod
    def fit(cls, real: Images, look: Callable[[], None] = lambda: None) -> Self:
        """Fit to real faces, to a spread-out choice of them when they are many; `look` is called often, may raise."""
        chosen = real[np.linspace(0, len(real) - 1, min(len(real), _FITTED_IMAGES)).astype(int)]
        parts = []
        for start in range(0, len(chosen), _FITTED_AT_ONCE):
            look()
            part = chosen[start : start + _FITTED_AT_ONCE]
            parts += [_raw(part), _raw(part[:, :, ::-1])]
        edges = Component.fit(np.concatenate([part[0] for part in parts]), _EDGE_COMPONENTS)
        look()
        return cls(edges, Component.fit(np.concatenate([part[1] for part in parts]), _COLOUR_COMPONENTS))

    def of(self, images: Images) -> Matrix:
        """Return the features [N, 64] of RGB pictures."""
        edges, colours = _raw(images)
        return np.concatenate([self.edges.project(edges), self.colours.project(colours)], axis=1)

    def of_both_ways(self, images: Images) -> Matrix:
        """Return the features [2, N, 64] of pictures and of their mirror images."""
        return np.stack([self.of(images), self.of(images[:, :, ::-1])])


def _raw(images: Images) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.float32]]:
    """Return HOG [N, 1764] and LAB thumbnails [N, 768] before the PCAs."""
    hog = cv2.HOGDescriptor((IMAGE_SIZE, IMAGE_SIZE), _BLOCK, _STRIDE, _CELL, _DIRECTIONS)
    thumbnail = (_THUMBNAIL_SIZE, _THUMBNAIL_SIZE)
    edges, colours = [], []
    for image in images:
        rgb = np.ascontiguousarray(image)
        edges.append(np.asarray(hog.compute(cv2.cvtColor(rgb, cv2.COLOR_RGB2GRAY))).ravel())
        small = cv2.resize(rgb, thumbnail, interpolation=cv2.INTER_AREA)
        colours.append(cv2.cvtColor(small, cv2.COLOR_RGB2LAB).ravel())
    return np.asarray(edges, np.float32), np.asarray(colours, np.float32)
