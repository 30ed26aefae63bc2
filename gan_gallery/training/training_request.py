"""What a person asked to be trained, kept in a file so that it can be resumed after a crash or on another day."""

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from gan_gallery.errors import ExportError
from resources.files.state_file import StateFile

_FORMAT_VERSION = 1
_MOST_STEPS = 10_000_000
_STEPS_BETWEEN_SAMPLES = "100"
"""Someone watches."""


@dataclass(frozen=True, slots=True)
class TrainingRequest:
    """A run.

    Attributes:
        pictures: the folder or ZIP.
        out: the folder of the new model.
        steps: the length of the run.
        crop: which part of each picture is kept; see `cropping.choose_crop`.
    """

    pictures: Path
    out: Path
    steps: int
    crop: str = "centre"

    @property
    def run_folder(self) -> Path:
        """Where `train` keeps checkpoints and samples."""
        return self.out.with_name(self.out.name + ".training")

    def arguments(self, cache: Path) -> tuple[str, ...]:
        """Return the command line of the trainer."""
        places = ("train", str(self.pictures), "--out", str(self.out), "--name", self.out.name, "--cache", str(cache))
        length = ("--steps", str(self.steps), "--sample-every", _STEPS_BETWEEN_SAMPLES)
        return (*places, *length, "--crop", self.crop, "--json")


class RequestFile:
    """The file that tells of a run until it is over."""

    def __init__(self, path: Path) -> None:
        self._file = StateFile(path, _FORMAT_VERSION, "there is no training to resume")

    def save(self, request: TrainingRequest) -> None:
        """Remember a run; raise ExportError if the disk refuses."""
        fields = {name: str(value) if isinstance(value, Path) else value for name, value in asdict(request).items()}
        try:
            self._file.write(fields)
        except OSError as exc:
            raise ExportError(f"the training cannot be remembered ({exc.strerror or exc}): free some space") from exc

    def forget(self) -> None:
        """Note that there is nothing to resume."""
        self._file.remove()

    def load(self) -> TrainingRequest | None:
        """Return the run that did not end, or None when there is none that is whole."""
        return self._file.read(_parsed)


def _parsed(data: dict[str, Any]) -> TrainingRequest:
    pictures, out, crop, steps = (data[name] for name in ("pictures", "out", "crop", "steps"))
    if not all(isinstance(text, str) for text in (pictures, out, crop)):
        raise ValueError("a path is missing")
    if isinstance(steps, bool) or not isinstance(steps, int) or not 0 < steps <= _MOST_STEPS:
        raise ValueError(f"{steps!r} is not a number of steps")
    return TrainingRequest(Path(pictures), Path(out), steps, crop)
