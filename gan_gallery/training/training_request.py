"""What a person asked to be trained, kept in a file so that it can go on after a crash or another day."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from gan_gallery.faces.export import write_file

_FORMAT_VERSION = 1
_LARGEST_BYTES = 100_000
_MOST_STEPS = 10_000_000
_TEXTS = ("pictures", "out", "crop")
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


def save_request(path: Path, request: TrainingRequest) -> None:
    """Remember a run; raise ExportError if the disk refuses."""
    fields = {name: str(value) if isinstance(value, Path) else value for name, value in asdict(request).items()}
    write_file(path, (json.dumps({"format_version": _FORMAT_VERSION} | fields) + "\n").encode())


def forget_request(path: Path) -> None:
    """Note that there is nothing to go on with."""
    path.unlink(missing_ok=True)


def load_request(path: Path) -> TrainingRequest | None:
    """Return the run that did not end, or None when there is none that is whole."""
    try:
        with path.open("rb") as file:
            data = json.loads(file.read(_LARGEST_BYTES).decode())
        if data["format_version"] != _FORMAT_VERSION or not all(isinstance(data[n], str) for n in _TEXTS):
            return None
        steps = data["steps"]
        if isinstance(steps, bool) or not isinstance(steps, int) or not 0 < steps <= _MOST_STEPS:
            return None
        return TrainingRequest(Path(data["pictures"]), Path(data["out"]), steps, data["crop"])
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
