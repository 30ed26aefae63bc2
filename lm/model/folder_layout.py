"""What a folder of a language model holds, and which ones ship.

family `lm`       one network: over bytes it is the model, over words it is projected onto bytes
family `lm-pair`  a byte-level and a word-level network in the folders `bytes` and `words`, mixed, with a phrase table
                  in `phrases`; a pair without one may name the shipped model whose table it shares, in its card
"""

from pathlib import Path
from typing import TYPE_CHECKING

from lm.errors import ModelError
from resources import shipped_model, shipped_models

if TYPE_CHECKING:  # the window names models before anything that reads them is loaded
    from lm.model.architecture import Architecture
    from resources.model_folder import ModelFolder

DEFAULT_MODEL, HTML_MODEL = "english", "html"
"""The shipped models for prose and for markup."""
INT8_STEP = "step.int8.onnx"
FP32_STEP = "step.onnx"
VOCABULARY = "vocabulary.json"
BYTES, WORDS = "bytes", "words"
PHRASES = "phrases"


def find_model(name_or_folder: str) -> Path:
    """Return the folder of a model that is given as a folder or by a shipped name.

    Raises:
        ModelError: if there is none.
    """
    folder = Path(name_or_folder)
    if folder.exists():
        return folder
    if name_or_folder in shipped_models():
        return shipped_model(name_or_folder)
    known = ", ".join(shipped_models()) or "none"
    raise ModelError(f"there is no model {name_or_folder}: name a folder or one of the shipped models ({known})")


def architecture_of(folder: "ModelFolder") -> "Architecture":
    """Read the architecture in a card.

    Raises:
        ModelError: if it is none.
    """
    from lm.model.architecture import Architecture

    try:
        return Architecture(**folder.card["architecture"])
    except (KeyError, TypeError, ValueError) as exc:
        raise ModelError(f"the card of {folder.path} describes no network ({exc}): copy the model again") from exc
