"""A training run's checkpoint: one file with the weights, the optimiser's moments and how far the run has come.

The file is safetensors, which cannot carry code, with the run's facts as JSON in its header; it is written beside
its name and moved there, so that a kill at any moment leaves a whole one.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from safetensors import SafetensorError, safe_open
from safetensors.numpy import save_file

from resources.files.atomic_file import replaced
from resources.user_error import UserError

_FORMAT_VERSION = 1
_WHAT_TO_DO = "delete it to continue from an older one, or start without --resume"

Arrays = dict[str, npt.NDArray[np.float32]]


class CheckpointError(UserError):
    """A checkpoint that cannot be written or read."""


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """Arrays by name and the JSON facts that belong to them."""

    arrays: Arrays
    facts: dict[str, Any]

    def group(self, prefix: str) -> Arrays:
        """Return the arrays whose names begin with `prefix/`, without it."""
        start = prefix + "/"
        return {name[len(start) :]: array for name, array in self.arrays.items() if name.startswith(start)}


def save_checkpoint(path: Path, checkpoint: Checkpoint) -> None:
    """Write `checkpoint` to `path` in one move.

    Raises:
        CheckpointError: if the disk refuses.
    """
    facts = json.dumps({"format_version": _FORMAT_VERSION} | checkpoint.facts)
    try:
        with replaced(path) as temporary:
            save_file(checkpoint.arrays, temporary, metadata={"facts": facts})
    except (OSError, SafetensorError) as exc:
        raise CheckpointError(
            f"cannot write the checkpoint {path} ({exc}): free some space or choose another --out"
        ) from exc


def load_checkpoint(path: Path) -> Checkpoint:
    """Read what `save_checkpoint` wrote.

    Raises:
        CheckpointError: if it is missing, damaged or of another version.
    """
    try:
        with safe_open(path, framework="numpy") as file:
            facts = json.loads((file.metadata() or {}).get("facts", "{}"))
            arrays = {name: file.get_tensor(name) for name in file.keys()}  # noqa: SIM118  # not a dict
        version = facts.get("format_version") if isinstance(facts, dict) else None
    except FileNotFoundError as exc:
        raise CheckpointError(f"there is no checkpoint {path}: start without --resume") from exc
    except (OSError, SafetensorError, ValueError, AttributeError, TypeError) as exc:
        # The last two: an array of a type that NumPy lacks.
        raise CheckpointError(f"the checkpoint {path} is damaged ({exc}): {_WHAT_TO_DO}") from exc
    if version != _FORMAT_VERSION:
        raise CheckpointError(f"the checkpoint {path} is of another version: {_WHAT_TO_DO}")
    return Checkpoint(arrays, facts)
