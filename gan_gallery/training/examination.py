"""Measuring weights while they train: rendered as the published model will, compared with real pictures."""

from collections.abc import Callable

import numpy as np

from gan_gallery.judging.metric import Quality, Reference
from gan_gallery.network.architecture import GeneratorArchitecture, Weights
from gan_gallery.network.generator import FaceGenerator, Faces, latents
from gan_gallery.network.onnx_export import generator_onnx
from gan_gallery.pictures.pack import Images

_SEED = 11
_REFERENCE_COUNT = 5_000
"""Real faces measured against while training; `evaluate` takes more."""
_RENDERED_AT_ONCE = 64


class Examiner:
    """Renders and measures; the real pictures are measured once, when they are first needed."""

    def __init__(self, architecture: GeneratorArchitecture, real: Images, look: Callable[[], None]) -> None:
        """`look` is called a few times a second and may raise to stop."""
        self._architecture = architecture
        self._real = real
        self._look = look
        self._reference: Reference | None = None

    def quality(self, weights: Weights, count: int) -> Quality:
        """Measure `count` faces, from the same latents every time."""
        if self._reference is None:
            self._reference = Reference.of(self._real, _REFERENCE_COUNT, self._look)
        return self._reference.quality(self.faces(weights, _SEED, count))

    def faces(self, weights: Weights, seed: int, count: int) -> Faces:
        """Render the first `count` faces of a seed."""
        generator = FaceGenerator(generator_onnx(self._architecture, weights), self._architecture, "in training")
        z = latents(seed, count, self._architecture.latent_size)
        parts = []
        for start in range(0, count, _RENDERED_AT_ONCE):
            self._look()
            parts.append(generator.render(z[start : start + _RENDERED_AT_ONCE]))
        return np.concatenate(parts)
