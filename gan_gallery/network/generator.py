"""Faces from latent vectors, on ONNX Runtime with one thread: what the panel and the command line render with.

The same seed gives the same latents on any machine (NumPy's PCG64), and so the same face within rounding.
"""

import math
from collections.abc import Sequence
from typing import Self

import numpy as np
import numpy.typing as npt

from gan_gallery.errors import ModelError
from gan_gallery.network.architecture import CHANNELS, GRAPH_INPUT, GRAPH_OUTPUT, IMAGE_SIZE, GeneratorArchitecture
from gan_gallery.network.model_folder import DEFAULT_MODEL, GeneratorModel, open_generator_model
from resources.onnx_runtime import one_thread, onnxruntime

_BATCH_SIZE = 64
"""Faces rendered at once: bounds the memory, and the time until a stop is seen."""
_NEARLY_PARALLEL = 1e-4

Latents = npt.NDArray[np.float32]
"""Latent vectors [N, L]."""
Faces = npt.NDArray[np.uint8]
"""RGB faces [N, 64, 64, 3]."""


class FaceGenerator:
    """One model, ready to render; lives in the thread that made it, or in one worker thread.

    Attributes:
        latent_size: L, numbers in a latent vector.
        name: the model's name in its card.
        device_reason: where faces render and why, as a sentence.
    """

    def __init__(self, graph: bytes, architecture: GeneratorArchitecture, name: str) -> None:
        """Load the graph.

        Raises:
            ModelError: if ONNX Runtime refuses it, or it is another graph than its card says.
        """
        try:
            self._session = onnxruntime.InferenceSession(graph, one_thread(), providers=["CPUExecutionProvider"])
        except Exception as exc:  # ONNX Runtime raises a dozen classes without a common base
            raise ModelError(
                f"ONNX Runtime cannot load the graph of the model {name} ({_first_line(exc)}): copy the model again"
            ) from exc
        inputs, outputs = self._session.get_inputs(), self._session.get_outputs()
        if [(value.name, value.shape[1:]) for value in inputs] != [(GRAPH_INPUT, [architecture.latent_size])] or [
            (value.name, value.shape[1:]) for value in outputs
        ] != [(GRAPH_OUTPUT, [CHANNELS, IMAGE_SIZE, IMAGE_SIZE])]:
            raise ModelError(f"the graph of the model {name} is not the one its card describes: copy the model again")
        has_gpu = "CUDAExecutionProvider" in onnxruntime.get_available_providers()
        why = (
            "pictures as small as these are rendered there just as fast"
            if has_gpu
            else "ONNX Runtime offers no GPU here"
        )
        self.device_reason = f"Faces render on the CPU: {why}."
        self.latent_size = architecture.latent_size
        self.name = name

    @classmethod
    def load(cls, model: str | GeneratorModel = DEFAULT_MODEL) -> Self:
        """Open a model by its name, its path or its opened folder.

        Raises:
            ModelError: if it is missing, damaged or of another kind.
        """
        opened = open_generator_model(model) if isinstance(model, str) else model
        return cls(opened.graph(), opened.architecture, opened.name)

    def render(self, z: Latents) -> Faces:
        """Return the faces [N, 64, 64, 3] of latents [N, L]."""
        return to_faces(self.images(z))

    def images(self, z: Latents) -> npt.NDArray[np.float32]:
        """Return the generator's output [N, 3, 64, 64] in -1 to 1."""
        batches = [z[start : start + _BATCH_SIZE] for start in range(0, len(z), _BATCH_SIZE)]
        outputs = [
            self._session.run([GRAPH_OUTPUT], {GRAPH_INPUT: np.ascontiguousarray(batch, np.float32)})[0]
            for batch in batches
        ]
        return np.concatenate(outputs) if outputs else np.zeros((0, CHANNELS, IMAGE_SIZE, IMAGE_SIZE), np.float32)


def to_faces(images: npt.NDArray[np.float32]) -> Faces:
    """Turn images [N, 3, 64, 64] in -1 to 1 into RGB bytes [N, 64, 64, 3]."""
    scaled = np.clip(np.rint((images + 1.0) * 127.5), 0, 255).astype(np.uint8)
    return np.ascontiguousarray(scaled.transpose(0, 2, 3, 1))


def latents(seed: int, count: int, size: int, truncation: float = 1.0) -> Latents:
    """Draw `count` latent vectors; the first ones of a larger count are those of a smaller one.

    `truncation` shrinks them towards the average face: 1 is full variety, 0 the average face alone.
    """
    return truncate(np.random.Generator(np.random.PCG64(seed)).standard_normal((count, size), np.float32), truncation)


def truncate(z: Latents, truncation: float) -> Latents:
    """Shrink latents towards the average face."""
    return z * np.float32(truncation)


def slerp(start: Latents, end: Latents, fractions: Sequence[float]) -> Latents:
    """Return the latents [T, L] on the way from `start` [L] to `end` [L], at each fraction from 0 to 1.

    Spherical (Shoemake 1985): a straight line would pass nearer to the average face than either end.
    """
    t = np.asarray(fractions, np.float64)[:, None]
    first, last = start.astype(np.float64), end.astype(np.float64)
    lengths = np.linalg.norm(first), np.linalg.norm(last)
    cosine = float(first @ last) / max(float(lengths[0] * lengths[1]), 1e-12)
    angle = math.acos(min(1.0, max(-1.0, cosine)))
    if math.sin(angle) < _NEARLY_PARALLEL:
        return np.asarray((1 - t) * first + t * last, np.float32)
    between = (np.sin((1 - t) * angle) * first + np.sin(t * angle) * last) / np.sin(angle)
    return np.asarray(between, np.float32)


def interpolation(start: Latents, end: Latents, num_frames: int) -> Latents:
    """Return `num_frames` latents [T, L] evenly spaced on the way from `start` to `end`, both included."""
    return slerp(start, end, [float(fraction) for fraction in np.linspace(0.0, 1.0, num_frames)])


def variations(z: Latents, seed: int, count: int, strength: float = 0.35) -> Latents:
    """Return `count` latents [N, L] near one [L]; `strength` 0 repeats it, 1 forgets it."""
    others = latents(seed, count, len(z))
    scale = np.linalg.norm(z) / (np.linalg.norm(others, axis=1, keepdims=True) + 1e-12)
    return np.concatenate([slerp(z, other, [strength]) for other in others * scale])


def _first_line(exc: Exception) -> str:
    return str(exc).strip().partition("\n")[0][:160]
