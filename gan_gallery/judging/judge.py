"""The discriminator as a judge: how real a picture looks to the network that the generator had to deceive.

It is the other half of the game, published beside the generator as a graph for ONNX Runtime, with what it thinks of
many real and many generated pictures: a single score says little, its place among those says more.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from gan_gallery.errors import ModelError
from gan_gallery.network.architecture import CHANNELS, GRAPH_OUTPUT, GRAPH_SCORES, IMAGE_SIZE
from gan_gallery.network.generator import Faces
from resources.model_folder import ModelFolderError, open_model
from resources.onnx_runtime import one_thread, onnxruntime

FAMILY = "gan-discriminator"
GRAPH = "discriminator.onnx"
_BATCH_SIZE = 64

Scores = npt.NDArray[np.float32]
"""Logits [N]: above 0 means rather real, below 0 rather generated."""


@dataclass(frozen=True, slots=True)
class Crowd:
    """How many pictures of one kind scored.

    Attributes:
        count: pictures that were judged.
        quantiles: 0, 1 ... 100 % of their scores lie below these.
    """

    count: int
    quantiles: tuple[float, ...]

    @classmethod
    def of(cls, scores: Scores) -> "Crowd":
        """Sum up the scores of a crowd."""
        return cls(len(scores), tuple(float(value) for value in np.quantile(scores, np.linspace(0.0, 1.0, 101))))

    def share_below(self, score: float) -> float:
        """Return which part of the crowd scored less, 0 to 1."""
        return float(np.interp(score, self.quantiles, np.linspace(0.0, 1.0, len(self.quantiles))))


class Judge:
    """One discriminator, ready to judge; used by one thread.

    Attributes:
        real, generated: what it thinks of the pictures it was trained on, and of its generator's.
    """

    def __init__(self, graph: bytes, real: Crowd, generated: Crowd) -> None:
        """Load the graph.

        Raises:
            ModelError: if ONNX Runtime refuses it or it judges no pictures of ours.
        """
        try:
            self._session = onnxruntime.InferenceSession(graph, one_thread(), providers=["CPUExecutionProvider"])
        except Exception as exc:  # ONNX Runtime raises a dozen classes without a common base
            raise ModelError("ONNX Runtime cannot load the discriminator: copy the model again") from exc
        if [(value.name, value.shape[1:]) for value in self._session.get_inputs()] != [
            (GRAPH_OUTPUT, [CHANNELS, IMAGE_SIZE, IMAGE_SIZE])
        ]:
            raise ModelError("the discriminator's graph judges no pictures of 64 pixels: copy the model again")
        self.real, self.generated = real, generated

    @classmethod
    def load(cls, folder: Path) -> "Judge":
        """Open a published discriminator.

        Raises:
            ModelError: if it is missing, damaged or of another kind.
        """
        try:
            model = open_model(folder, FAMILY)
            graph = model.verified(GRAPH).read_bytes()
        except (ModelFolderError, OSError) as exc:
            raise ModelError(str(exc)) from exc
        try:
            real, generated = (_crowd(model.card["scores"][name]) for name in ("real", "generated"))
        except (KeyError, TypeError, ValueError) as exc:
            raise ModelError(f"the card in {folder} has no scores ({exc}): copy the model again") from exc
        return cls(graph, real, generated)

    def scores(self, faces: Faces) -> Scores:
        """Return the scores [N] of RGB pictures [N, 64, 64, 3]."""
        images = faces.astype(np.float32).transpose(0, 3, 1, 2) / 127.5 - 1.0
        found = [
            self._session.run(
                [GRAPH_SCORES], {GRAPH_OUTPUT: np.ascontiguousarray(images[start : start + _BATCH_SIZE])}
            )[0]
            for start in range(0, len(images), _BATCH_SIZE)
        ]
        return np.concatenate(found).astype(np.float32) if found else np.zeros(0, np.float32)


def scores_json(real: Crowd, generated: Crowd) -> Mapping[str, Any]:
    """Return what a card says of both crowds."""

    def values(crowd: Crowd) -> Mapping[str, Any]:
        return {"count": crowd.count, "quantiles": [float(f"{value:.5g}") for value in crowd.quantiles]}

    return {"real": values(real), "generated": values(generated)}


def _crowd(values: Mapping[str, Any]) -> Crowd:
    quantiles: Sequence[Any] = values["quantiles"]
    numbers = tuple(float(value) for value in quantiles)
    if len(numbers) < 2 or not np.all(np.isfinite(numbers)) or list(numbers) != sorted(numbers):
        raise ValueError("no rising quantiles")
    return Crowd(int(values["count"]), numbers)
