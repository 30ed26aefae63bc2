"""The published model that fine-tuning begins from; it is read and checked, and never changed."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from lm.errors import ModelError
from lm.model.architecture import Architecture
from lm.model.folder_layout import BYTES, INT8_STEP, VOCABULARY, WORDS, architecture_of
from lm.model.vocabulary import ByteVocabulary, Vocabulary, WordVocabulary
from resources.model_folder import WEIGHTS, ModelFolder, ModelFolderError, family_of, open_model

PAIR = "lm-pair"


@dataclass(frozen=True, slots=True)
class ParentNetwork:
    """One network of the parent.

    Attributes:
        name: what it predicts, `bytes` or `words`.
        folder: where it is published.
        architecture: its sizes.
        vocabulary: its symbols.
        digest: SHA-256 of its weights file, or of the step that holds its weights.
        training: what its card says of its own training.
    """

    name: str
    folder: Path
    architecture: Architecture
    vocabulary: Vocabulary
    digest: str
    training: Any

    def weights(self) -> dict[str, npt.NDArray[np.float32]]:
        """Read its parameters, from its step where no weights lie beside it.

        Raises:
            ModelError: if they are missing, altered or of another shape.
        """
        try:
            folder = open_model(self.folder, "lm")
            if folder.has(WEIGHTS):
                return folder.weights(self.architecture.parameter_shapes())
            # With it comes ONNX's library, which only training needs.
            from lm.training.step_weights import step_weights

            return step_weights(folder.verified(INT8_STEP), self.architecture)
        except ModelFolderError as exc:
            raise ModelError(str(exc)) from exc


@dataclass(frozen=True, slots=True)
class ParentModel:
    """A pair or a single network; `networks` are in the order in which they are tuned, words first."""

    name: str
    folder: Path
    is_pair: bool
    card: Mapping[str, Any]
    networks: tuple[ParentNetwork, ...]


def read_parent(folder: Path) -> ParentModel:
    """Read a model of either family.

    Raises:
        ModelError: if it is missing, damaged or of another kind.
    """
    try:
        is_pair = family_of(folder) == PAIR
        whole = open_model(folder, PAIR if is_pair else "lm")
        parts = [open_model(folder / part, "lm") for part in (WORDS, BYTES)] if is_pair else [whole]
        networks = tuple(map(_network, parts))
    except (ModelFolderError, ValueError) as exc:
        raise ModelError(str(exc)) from exc
    return ParentModel(str(whole.card.get("name") or folder.name), folder, is_pair, whole.card, networks)


def _network(folder: ModelFolder) -> ParentNetwork:
    architecture = architecture_of(folder)
    symbols = folder.card.get("symbols")
    if symbols not in (BYTES, WORDS):
        raise ModelError(f"{folder.path} predicts {symbols!r}, which cannot be fine-tuned: choose another model")
    vocabulary: Vocabulary = WordVocabulary.from_json(folder.json(VOCABULARY)) if symbols == WORDS else ByteVocabulary()
    if len(vocabulary) != architecture.vocab_size:
        raise ModelError(
            f"{folder.path} has {architecture.vocab_size} symbols and a vocabulary of {len(vocabulary)}: "
            "copy the model again"
        )
    source = WEIGHTS if folder.has(WEIGHTS) else INT8_STEP
    folder.verified(source)
    digest = folder.card["files"][source]["sha256"]
    return ParentNetwork(symbols, folder.path, architecture, vocabulary, digest, folder.card.get("training"))
