"""What a training run tells: its events.

Plain data without MXNet, so that the window and the command line can speak of a run that happens in a child process.
"""

from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Started:
    """The run begins, or continues when `step` is not 0."""

    step: int
    num_images: int
    num_parameters: int
    batch_size: int
    device: str
    device_reason: str


@dataclass(frozen=True, slots=True)
class Step:
    """Progress, every second or two. Losses are nats, averaged since the last event; `fraction` is 0 to 1."""

    step: int
    fraction: float
    loss_d: float
    loss_g: float
    images_per_second: float
    lr_d: float
    eta_seconds: float


@dataclass(frozen=True, slots=True)
class Sample:
    """A grid of faces from the fixed latents was written: one picture of the time line."""

    step: int
    path: str


@dataclass(frozen=True, slots=True)
class Evaluated:
    """A measurement against the real pictures; see `metric.Quality`. `is_best` says that its weights were kept."""

    step: int
    fid: float
    kid: float
    n: int
    diversity: float
    repeats: float
    is_best: bool


@dataclass(frozen=True, slots=True)
class Warned:
    """Something that a person should know, as a sentence."""

    step: int
    message: str


@dataclass(frozen=True, slots=True)
class Checkpointed:
    """Everything needed to resume was written."""

    step: int
    path: str


@dataclass(frozen=True, slots=True)
class Finished:
    """The run is over, for `reason`; the figures are those of the best weights, NaN when none were measured."""

    step: int
    reason: str
    best_step: int
    fid: float
    kid: float
    n: int
    images_seen: int
    train_seconds: float


Event = Started | Step | Sample | Evaluated | Warned | Checkpointed | Finished


def event_json(event: Event) -> dict[str, Any]:
    """Return an event as one JSON line's object: its kind under `event`, then its fields; NaN becomes null."""
    facts = {name: None if value != value else value for name, value in asdict(event).items()}
    return {"event": type(event).__name__.lower()} | facts
