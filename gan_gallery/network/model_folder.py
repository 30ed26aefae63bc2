"""A generator's model folder: its card, weights and graph, opened by name or path and checked."""

from dataclasses import dataclass
from pathlib import Path

from gan_gallery.errors import ModelError
from gan_gallery.network.architecture import GeneratorArchitecture, Weights
from resources import shipped_model, shipped_models
from resources.model_folder import ModelFolder, ModelFolderError, open_model

FAMILY = "gan"
GRAPH = "generator.onnx"
DEFAULT_MODEL = "faces"


@dataclass(frozen=True, slots=True)
class GeneratorModel:
    """A model folder whose card was checked, and the generator that it describes."""

    folder: ModelFolder
    architecture: GeneratorArchitecture

    @property
    def name(self) -> str:
        """The model's name in its card."""
        return str(self.folder.card.get("name") or self.folder.path.name)

    def graph(self) -> bytes:
        """Return the checked content of the `.onnx` file.

        Raises:
            ModelError: if it is missing or altered.
        """
        try:
            return self.folder.verified(GRAPH).read_bytes()
        except (ModelFolderError, OSError) as exc:
            raise ModelError(str(exc)) from exc

    def weights(self) -> Weights:
        """Return the checked parameters, for MXNet.

        Raises:
            ModelError: if they are missing, altered or do not fit the card.
        """
        try:
            return self.folder.weights(self.architecture.parameter_shapes())
        except ModelFolderError as exc:
            raise ModelError(str(exc)) from exc


def open_generator_model(name_or_path: str = DEFAULT_MODEL) -> GeneratorModel:
    """Open a model that ships with Foretype by its name, or any model folder by its path.

    Raises:
        ModelError: if there is none, or it is damaged or of another kind.
    """
    path = Path(name_or_path)
    if not path.exists() and path.name == name_or_path:
        path = shipped_model(name_or_path)
        if not path.exists():
            shipped = ", ".join(shipped_models()) or "none"
            raise ModelError(f"there is no model {name_or_path}: name a model folder or a shipped model ({shipped})")
    try:
        folder = open_model(path, FAMILY)
    except ModelFolderError as exc:
        raise ModelError(str(exc)) from exc
    try:
        architecture = GeneratorArchitecture.from_json(folder.card.get("generator"))
    except ValueError as exc:
        raise ModelError(f"the card in {path} describes no generator ({exc}): copy the model again") from exc
    return GeneratorModel(folder, architecture)
