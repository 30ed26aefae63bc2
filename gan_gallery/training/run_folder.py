"""The folder of one training run: its checkpoints, the best weights so far, and the time line of sample grids.

checkpoints/step_00000500.safetensors    the last few, and milestones that stay
best.safetensors                         the weights with the best figures
samples/step_00000500.png                the fixed latents, as they looked at that step
"""

import os
import shutil
from pathlib import Path

from gan_gallery.errors import TrainingError
from resources.runs.checkpoint import Checkpoint, load_checkpoint, save_checkpoint

_KEPT_CHECKPOINTS = 3
_FIRST_MILESTONE = 500
"""Milestones are at 500 steps times a power of two: ten of them reach beyond any run."""


class RunFolder:
    """Names and keeps the files of one run."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def steps(self) -> list[int]:
        """Return the steps that have a checkpoint, in order."""
        return sorted(int(path.stem.partition("_")[2]) for path in self._checkpoints().glob("step_*.safetensors"))

    def save(self, step: int, checkpoint: Checkpoint, best_step: int) -> Path:
        """Write a checkpoint and drop older ones that are neither recent, nor milestones, nor the best.

        Raises:
            TrainingError: if the disk refuses.
        """
        path = self._checkpoint(step)
        save_checkpoint(path, checkpoint)
        for old in self.steps()[:-_KEPT_CHECKPOINTS]:
            if old != best_step and not is_milestone(old):
                self._checkpoint(old).unlink(missing_ok=True)
        return path

    def load(self, at_most: int | None = None) -> Checkpoint | None:
        """Return the last checkpoint, or the last of step `at_most`; None when the run has not written one yet.

        Raises:
            TrainingError: if it is damaged, or there is none that old.
        """
        steps = self.steps()
        if at_most is not None:
            kept = [step for step in steps if step <= at_most]
            if not kept:
                raise TrainingError(
                    f"{self.path} has no checkpoint at or before step {at_most}: it has {steps or 'none'}"
                )
            steps = kept
        return load_checkpoint(self._checkpoint(steps[-1])) if steps else None

    def forget_after(self, step: int) -> None:
        """Drop checkpoints and samples later than `step`: the run goes another way from there."""
        for path in [*self._checkpoints().glob("step_*"), *(self.path / "samples").glob("step_*")]:
            if int(path.stem.partition("_")[2].partition(".")[0]) > step:
                path.unlink(missing_ok=True)

    def sample(self, step: int) -> Path:
        """Return where the sample grid of a step belongs."""
        return self.path / "samples" / f"step_{step:08d}.png"

    def samples(self) -> list[Path]:
        """Return the time line, in order."""
        return sorted((self.path / "samples").glob("step_*.png"))

    @property
    def best(self) -> Path:
        """Where the best weights belong."""
        return self.path / "best.safetensors"

    def set_aside(self) -> None:
        """Move an older run out of the way, so that a new one loses nothing; only one older run is kept.

        Raises:
            TrainingError: if the disk refuses.
        """
        if not self.path.exists():
            return
        aside = self.path.with_name(self.path.name + ".old")
        try:
            shutil.rmtree(aside, ignore_errors=True)
            os.replace(self.path, aside)
        except OSError as exc:
            raise TrainingError(f"cannot move the older run {self.path} aside ({exc}): choose another --out") from exc

    def create(self) -> None:
        """Make the folder.

        Raises:
            TrainingError: if the disk refuses.
        """
        try:
            self._checkpoints().mkdir(parents=True, exist_ok=True)
        except OSError as exc:
            raise TrainingError(f"cannot write {self.path} ({exc.strerror or exc}): choose another --out") from exc

    def _checkpoints(self) -> Path:
        return self.path / "checkpoints"

    def _checkpoint(self, step: int) -> Path:
        return self._checkpoints() / f"step_{step:08d}.safetensors"


def is_milestone(step: int) -> bool:
    """Say whether the checkpoint of `step` stays: 500, 1,000, 2,000, 4,000 and so on."""
    times, rest = divmod(step, _FIRST_MILESTONE)
    return rest == 0 and times > 0 and times & (times - 1) == 0
