"""The events that a training run reports.

Plain data without MXNet, so that the window and the command line can speak of a run that happens in a child process.
"""

from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Started:
    """The run begins or resumes. Sizes are in bytes of text and in symbols."""

    step: int
    num_parameters: int
    train_bytes: int
    train_symbols: int
    held_out_bytes: int
    device: str
    device_reason: str


@dataclass(frozen=True, slots=True)
class Step:
    """Progress, a few times a minute. Losses are nats per symbol, averaged since the last event."""

    step: int
    epoch: float
    fraction: float
    train_loss: float
    bits_per_char: float
    chars_per_second: float
    lr: float
    grad_norm: float
    eta_seconds: float


@dataclass(frozen=True, slots=True)
class Evaluated:
    """A measurement on held-out text. `val_loss` is nats per symbol; `is_best` says that its weights were kept."""

    step: int
    val_loss: float
    perplexity: float
    bits_per_char: float
    is_best: bool


@dataclass(frozen=True, slots=True)
class Checkpointed:
    """A checkpoint was written, from which the run can resume."""

    step: int
    path: str


@dataclass(frozen=True, slots=True)
class Finished:
    """The run is over; the figures are of the best weights on all of the held-out text."""

    step: int
    reason: str
    val_loss: float
    perplexity: float
    bits_per_char: float
    held_out_bytes: int
    train_chars_seen: int
    train_seconds: float


Event = Started | Step | Evaluated | Checkpointed | Finished


def event_json(event: Event) -> dict[str, Any]:
    """Return an event as one JSON line's object: its kind under `event`, then its fields."""
    return {"event": type(event).__name__.lower()} | asdict(event)
