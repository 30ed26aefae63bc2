"""Writing a generator's model folder whole: weights for training on, the graph for rendering, the card."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from gan_gallery.architecture import GeneratorArchitecture, Weights
from gan_gallery.errors import ModelError
from gan_gallery.model_store import FAMILY, GRAPH
from gan_gallery.onnx_export import generator_onnx
from resources.model_folder import WEIGHTS, ModelFolderError, publish, weights_bytes


def publish_generator(
    path: Path, name: str, architecture: GeneratorArchitecture, weights: Weights, facts: Mapping[str, Any]
) -> None:
    """Write a model folder in one move; `facts` are what its card says of the data, the recipe and the figures.

    Raises:
        ModelError: if the disk refuses or the name is taken by something else.
    """
    files = {WEIGHTS: weights_bytes(weights), GRAPH: generator_onnx(architecture, weights)}
    try:
        publish(path, FAMILY, files, {"name": name, "generator": architecture.to_json()} | dict(facts))
    except ModelFolderError as exc:
        raise ModelError(str(exc)) from exc
