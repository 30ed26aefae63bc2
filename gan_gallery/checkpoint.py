"""The checkpoints of a training run, refused with an error of this package and what to do."""

from pathlib import Path

from gan_gallery.errors import TrainingError
from resources import checkpoint as checkpoints
from resources.checkpoint import Checkpoint, CheckpointError


def save_checkpoint(path: Path, checkpoint: Checkpoint) -> None:
    """Write `checkpoint` to `path` in one move.

    Raises:
        TrainingError: if the disk refuses.
    """
    try:
        checkpoints.save_checkpoint(path, checkpoint)
    except CheckpointError as exc:
        raise TrainingError(f"{exc}: free some space or choose another --out") from exc


def load_checkpoint(path: Path) -> Checkpoint:
    """Read what `save_checkpoint` wrote.

    Raises:
        TrainingError: if it is missing, damaged or of another version.
    """
    try:
        return checkpoints.load_checkpoint(path)
    except CheckpointError as exc:
        raise TrainingError(f"{exc}: delete it to go on from an older one") from exc
