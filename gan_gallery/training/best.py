"""The best weights of a run so far, with their figures, in a file of their own."""

from dataclasses import dataclass
from pathlib import Path

from gan_gallery.judging.metric import Quality
from gan_gallery.network.architecture import Weights
from resources.runs.checkpoint import Checkpoint, load_checkpoint, save_checkpoint


@dataclass(frozen=True, slots=True)
class Best:
    """Weights to show, the step they are from, and their figures; None when they were kept without measuring."""

    step: int
    weights: Weights
    quality: Quality | None


def save_best(path: Path, best: Best) -> None:
    """Write `best` in one move.

    Raises:
        TrainingError: if the disk refuses.
    """
    quality = best.quality.to_json() if best.quality else None
    save_checkpoint(path, Checkpoint(best.weights, {"step": best.step, "quality": quality}))


def load_best(path: Path) -> Best | None:
    """Read what `save_best` wrote, or None when nothing was measured yet.

    Raises:
        TrainingError: if it is damaged.
    """
    if not path.is_file():
        return None
    checkpoint = load_checkpoint(path)
    quality = checkpoint.facts["quality"]
    return Best(checkpoint.facts["step"], checkpoint.arrays, Quality(**quality) if quality else None)
