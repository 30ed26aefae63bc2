"""Writing a model folder whole: a generator's weights for training on, the graph for rendering, the card; a judge's."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from gan_gallery.errors import ModelError
from gan_gallery.judging.judge import FAMILY as JUDGE_FAMILY
from gan_gallery.judging.judge import GRAPH as JUDGE_GRAPH
from gan_gallery.judging.judge import Crowd, Judge, scores_json
from gan_gallery.network.architecture import GeneratorArchitecture, Weights
from gan_gallery.network.generator import Faces
from gan_gallery.network.model_folder import FAMILY, GRAPH
from gan_gallery.network.onnx_export import discriminator_onnx, generator_onnx
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


def publish_judge(
    path: Path, name: str, weights: Weights, real: Faces, generated: Faces, facts: Mapping[str, Any]
) -> None:
    """Write a discriminator's model folder in one move, with what it thinks of these real and generated pictures.

    Raises:
        ModelError: if the disk refuses or the name is taken by something else.
    """
    graph = discriminator_onnx(weights)
    nobody = Crowd(0, (0.0, 0.0))
    judge = Judge(graph, nobody, nobody)
    scores = scores_json(Crowd.of(judge.scores(real)), Crowd.of(judge.scores(generated)))
    try:
        publish(path, JUDGE_FAMILY, {JUDGE_GRAPH: graph}, {"name": name, "scores": scores} | dict(facts))
    except ModelFolderError as exc:
        raise ModelError(str(exc)) from exc
