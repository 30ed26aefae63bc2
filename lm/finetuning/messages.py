"""The options of a fine-tuning run, and the events that it reports.

Plain data without MXNet, so that the window and the command line can speak of a run that happens in a child process.
Losses are nats per symbol of one network; bits per character count the whole text, with
unknown words spelled out (see `yardstick`). Seconds are of the wall clock; fractions lie between 0 and 1.
"""

import math
from dataclasses import asdict, dataclass
from typing import Any

from lm.errors import TrainingError
from lm.text.documents import Skipped

DEFAULT_MINUTES = 5.0
DEFAULT_EPOCHS = 4.0
"""More passes over one's own text gain little, and the general language is forgotten."""
EPOCHS_BY_THE_CLOCK = 12.0
"""The most passes when a time is given, so that a few documents are not read for hours."""
DEFAULT_LR = 5e-4


@dataclass(frozen=True, slots=True)
class Options:
    """How to fine-tune.

    Attributes:
        minutes: most time for all networks together; infinite for none.
        epochs: most passes over the text.
        lr: highest learning rate.
        seed: of the held-out part, the new rows, dropout and offsets.
        keep: publish networks even if they got worse.
        typing: also measure the keystrokes saved.
    """

    minutes: float = DEFAULT_MINUTES
    epochs: float = DEFAULT_EPOCHS
    lr: float = DEFAULT_LR
    seed: int = 1
    keep: bool = False
    typing: bool = True

    def __post_init__(self) -> None:
        for name in ("minutes", "epochs", "lr"):
            value = getattr(self, name)
            if not value > 0.0 or (name != "minutes" and not math.isfinite(value)):
                raise TrainingError(f"--{name} {value} is not above 0: choose another")
        if self.seed < 0:
            raise TrainingError(f"--seed {self.seed} is negative: choose another")


@dataclass(frozen=True, slots=True)
class Figures:
    """Bits per character on the user's held-out text and on the general sample."""

    user: float
    general: float


@dataclass(frozen=True, slots=True)
class KeysSaved:
    """Keystrokes saved on one text, 1 - keys / characters: by the ghost, and by the bar of words."""

    ksr_inline: float
    ksr_bar: float


@dataclass(frozen=True, slots=True)
class Savings:
    """Keystrokes saved on the user's held-out text and on the general sample."""

    user: KeysSaved
    general: KeysSaved


@dataclass(frozen=True, slots=True)
class TuningStarted:
    """The run begins, or is `resumed`."""

    model: str
    networks: tuple[str, ...]
    resumed: bool
    device: str
    device_reason: str


@dataclass(frozen=True, slots=True)
class Read:
    """The documents are read: how many, their size, what was skipped and why, and how many bytes are held out."""

    files: int
    bytes: int
    skipped: tuple[Skipped, ...]
    held_out_bytes: int


@dataclass(frozen=True, slots=True)
class Measured:
    """How well one network of the parent predicts before the training."""

    network: str
    before: Figures


@dataclass(frozen=True, slots=True)
class Estimated:
    """How long the run takes at most, from steps timed on this machine; an early stop makes it shorter."""

    seconds: float
    words_seconds: float
    bytes_seconds: float
    typing_seconds: float


@dataclass(frozen=True, slots=True)
class TuningStep:
    """Progress, a few times a minute. `fraction` and `eta_seconds` are of the whole run."""

    network: str
    step: int
    fraction: float
    network_fraction: float
    train_loss: float
    chars_per_second: float
    lr: float
    eta_seconds: float


@dataclass(frozen=True, slots=True)
class TuningEvaluated:
    """A measurement on the user's held-out text; `is_best` says that its weights were kept."""

    network: str
    step: int
    val_loss: float
    bits_per_char: float
    before: float
    is_best: bool


@dataclass(frozen=True, slots=True)
class Tuned:
    """One network is done; `kept` says that the new weights are taken and not the parent's."""

    network: str
    before: Figures
    after: Figures
    kept: bool
    new_units: int
    reason: str


@dataclass(frozen=True, slots=True)
class Typed:
    """What the whole model saves before and after, on so many characters of each text."""

    before: Savings
    after: Savings
    user_chars: int
    general_chars: int


@dataclass(frozen=True, slots=True)
class TuningFinished:
    """The new model is published; `typed` is None where keystrokes were not measured."""

    out: str
    networks: tuple[Tuned, ...]
    typed: Typed | None
    seconds: float


Event = TuningStarted | Read | Measured | Estimated | TuningStep | TuningEvaluated | Tuned | Typed | TuningFinished


def event_json(event: Event) -> dict[str, Any]:
    """Return an event as one JSON line's object: its kind under `event`, then its fields."""
    return {"event": type(event).__name__.removeprefix("Tuning").lower()} | asdict(event)
