"""Writing a trained network, or a pair of them, as a model folder with its card."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from lm.errors import ModelError
from lm.model.folder_layout import BYTES, FP32_STEP, INT8_STEP, PHRASES, VOCABULARY, WORDS, architecture_of
from lm.model.vocabulary import Vocabulary, WordVocabulary
from lm.predicting.phrase_table import FAMILY as PHRASES_FAMILY
from lm.training.config import TrainConfig
from lm.training.messages import Finished
from lm.training.onnx_export import export_step
from lm.training.step_weights import holds_weights
from resources.model_folder import (
    CARD,
    WEIGHTS,
    ModelFolder,
    ModelFolderError,
    card_bytes,
    open_model,
    publish,
    weights_bytes,
)

Weights = Mapping[str, npt.NDArray[np.float32]]


def publish_trained(
    out: Path,
    *,
    name: str,
    config: TrainConfig,
    vocabulary: Vocabulary,
    weights: Weights,
    finished: Finished,
    texts: Sequence[str],
    facts: Mapping[str, Any] | None = None,
) -> None:
    """Publish one network after its training run; `facts` go into its card, over those of the same name.

    Raises:
        ModelError: if the disk refuses; what was published before is untouched.
    """
    card = {
        "name": name,
        "created": _now(),
        "symbols": vocabulary.name,
        "architecture": config.architecture.to_json(),
        "parameters": config.architecture.num_parameters(),
        "training": {
            "texts": list(texts),
            "recipe": config.to_json(),
            "chars_seen": finished.train_chars_seen,
            "seconds": round(finished.train_seconds),
            "ended": finished.reason,
        },
        "measured": {
            "held_out_bytes": finished.held_out_bytes,
            "bits_per_char": round(finished.bits_per_char, 4),
            "perplexity": round(finished.perplexity, 3),
            "note": "of the network alone, per symbol of its own vocabulary"
            + (", where an unknown unit is one symbol" if vocabulary.name == WORDS else ""),
        },
    }
    _publish(out, "lm", network_files(config, vocabulary, weights), card | dict(facts or {}))


def network_files(config: TrainConfig, vocabulary: Vocabulary, weights: Weights) -> dict[str, bytes]:
    """Return the files of one network: weights, both steps, and the vocabulary of a word model."""
    import json

    files = {
        WEIGHTS: weights_bytes(weights),
        INT8_STEP: export_step(config.architecture, weights, int8=True),
        FP32_STEP: export_step(config.architecture, weights, int8=False),
    }
    if isinstance(vocabulary, WordVocabulary):
        files[VOCABULARY] = json.dumps(vocabulary.to_json(), ensure_ascii=True, indent=0).encode()
    return files


@dataclass(frozen=True, slots=True)
class Trim:
    """What of a network may be left out to make a model small.

    Attributes:
        fp32_step: its step in full precision, where there is one in int8.
        half_weights: the second half of each weight's bits; enough to train on from.
        weights_in_step: weights that can be read back from the int8 step.
    """

    fp32_step: bool = False
    half_weights: bool = False
    weights_in_step: bool = False


def publish_pair(
    out: Path,
    name: str,
    byte_folder: Path,
    word_folder: Path,
    facts: Mapping[str, Any],
    trim: Trim | None = None,
    phrases: Path | None = None,
) -> None:
    """Publish two published networks, and a phrase table, as one model; `facts` go into its card.

    Raises:
        ModelError: if one of them is damaged or the disk refuses.
    """
    files: dict[str, bytes] = {}
    try:
        for part, folder in ((BYTES, byte_folder), (WORDS, word_folder)):
            network = open_model(folder, "lm")
            if network.card.get("symbols") != part:
                raise ModelError(f"{folder} predicts {network.card.get('symbols')!r}, not {part}: swap the folders?")
            inner = {file: network.verified(file).read_bytes() for file in network.card["files"]}
            card = (folder / CARD).read_bytes()
            if trim is not None:
                inner = _trimmed(network, inner, trim)
                card = card_bytes("lm", inner, network.card)
            files |= {f"{part}/{file}": data for file, data in inner.items()} | {f"{part}/{CARD}": card}
        if phrases is not None:
            table = open_model(phrases, PHRASES_FAMILY)
            files |= {f"{PHRASES}/{file}": table.verified(file).read_bytes() for file in table.card["files"]}
            files[f"{PHRASES}/{CARD}"] = (phrases / CARD).read_bytes()
    except (ModelFolderError, OSError) as exc:
        raise ModelError(str(exc)) from exc
    _publish(out, "lm-pair", files, {"name": name, "created": _now()} | dict(facts))


def _trimmed(network: ModelFolder, files: Mapping[str, bytes], trim: Trim) -> dict[str, bytes]:
    kept, architecture = dict(files), architecture_of(network)
    if trim.fp32_step and INT8_STEP in kept:
        kept.pop(FP32_STEP, None)
    if trim.weights_in_step and {INT8_STEP, WEIGHTS} <= kept.keys() and holds_weights(architecture):
        del kept[WEIGHTS]
        # Made anew, because an older one does not name its parts.
        kept[INT8_STEP] = export_step(architecture, network.weights(architecture.parameter_shapes()), int8=True)
    if trim.half_weights and WEIGHTS in kept:
        kept[WEIGHTS] = weights_bytes(network.weights(architecture.parameter_shapes()), is_half=True)
    return kept


def _publish(out: Path, family: str, files: Mapping[str, bytes], card: Mapping[str, Any]) -> None:
    try:
        publish(out, family, files, card)
    except ModelFolderError as exc:
        raise ModelError(str(exc)) from exc


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
