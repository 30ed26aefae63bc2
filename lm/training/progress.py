"""How far a training run has come, and what it tells about its speed and the time left."""

import math
import time
from dataclasses import asdict, dataclass, field
from typing import Any

from lm.training.batches import num_batches
from lm.training.config import TrainConfig
from lm.training.messages import Step
from lm.training.training_data import TrainingData

_PAUSE_STEPS = 20
_PAUSE_SECONDS = 5.0
"""A step that takes longer than both this and so many usual steps was interrupted: SIGSTOP, or a closed lid."""


@dataclass(slots=True)
class Progress:
    """How far a run has come. A checkpoint holds these facts, so a resumed run counts on from them."""

    step: int = 0
    epoch: int = 0
    batch: int = 0
    seconds: float = 0.0
    symbols_seen: int = 0
    best_loss: float = math.inf
    evaluations: int = 0
    evaluations_without_gain: int = 0

    def count_step(self, num_symbols: int, seconds: float) -> None:
        """Count one step; one that was interrupted counts as long as the usual one."""
        usual = self.seconds / max(1, self.step)
        is_pause = usual > 0.0 and seconds > max(_PAUSE_SECONDS, _PAUSE_STEPS * usual)
        self.seconds += usual if is_pause else seconds
        self.step += 1
        self.batch += 1
        self.symbols_seen += num_symbols

    def count_epoch(self) -> None:
        """Begin the next pass over the text."""
        self.epoch += 1
        self.batch = 0

    def count_evaluation(self, loss: float) -> bool:
        """Count one evaluation, of `loss` nats per symbol; say whether it is the best so far."""
        is_best = loss < self.best_loss
        self.evaluations += 1
        self.evaluations_without_gain = 0 if is_best else self.evaluations_without_gain + 1
        if is_best:
            self.best_loss = loss
        return is_best

    def to_json(self) -> dict[str, Any]:
        """Return the fields as a checkpoint holds them."""
        return asdict(self)


class Schedule:
    """The length of a run: so many passes over the text, or so many minutes."""

    def __init__(self, config: TrainConfig, data: TrainingData) -> None:
        self._config = config
        self._steps_per_epoch = max(1, num_batches(data.train, config.batch_size, config.bptt))

    def fraction(self, progress: Progress) -> float:
        """Return how much of the run is done, 0 to 1."""
        if self._config.minutes:
            return min(1.0, progress.seconds / (60.0 * self._config.minutes))
        return min(1.0, progress.step / max(1.0, self._config.epochs * self._steps_per_epoch))

    def epoch(self, progress: Progress) -> float:
        """Return how often the text has been read, with the part of the current pass."""
        return progress.epoch + progress.batch / self._steps_per_epoch

    def seconds_left(self, progress: Progress) -> float:
        """Return the seconds left at the speed so far; NaN before the first step."""
        fraction = self.fraction(progress)
        return progress.seconds / fraction - progress.seconds if fraction else math.nan


@dataclass(slots=True)
class Window:
    """Sums over the steps since the last progress event."""

    started: float = field(default_factory=time.monotonic)
    loss: float = 0.0
    steps: int = 0
    symbols: int = 0
    grad_norm: float = 0.0

    def add(self, loss: float, grad_norm: float, num_symbols: int) -> None:
        """Add one step: its loss in nats per symbol, its gradient's norm, its symbols."""
        self.loss += loss
        self.steps += 1
        self.symbols += num_symbols
        self.grad_norm = max(self.grad_norm, grad_norm)

    @property
    def seconds(self) -> float:
        """Wall-clock seconds since it began."""
        return time.monotonic() - self.started

    def event(self, progress: Progress, schedule: Schedule, data: TrainingData, lr: float) -> Step:
        """Return what these steps tell: mean loss, speed, and how far the run has come."""
        train_loss = self.loss / self.steps
        return Step(
            step=progress.step,
            epoch=schedule.epoch(progress),
            fraction=schedule.fraction(progress),
            train_loss=train_loss,
            bits_per_char=train_loss / math.log(2.0) * data.held_out_symbols_per_byte,
            chars_per_second=self.symbols / self.seconds * data.bytes_per_symbol,
            lr=lr,
            grad_norm=self.grad_norm,
            eta_seconds=schedule.seconds_left(progress),
        )
