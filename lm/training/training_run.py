"""A training run over one text, whatever library the network is written in, as a generator of events.

Truncated backpropagation through time with the state carried from segment to segment under a warm-up and cosine
schedule, held-out validation, the best weights kept, and a checkpoint from which a killed run goes on. `trainer` runs
it in MXNet, `twin` in PyTorch.
"""

import math
import time
from abc import ABC, abstractmethod
from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from typing import ClassVar

import numpy as np
import numpy.typing as npt

from lm.errors import TrainingError, TrainingStopped
from lm.model.vocabulary import Symbols
from lm.training.batches import Batch, stream_batches
from lm.training.config import TrainConfig
from lm.training.messages import Checkpointed, Evaluated, Event, Finished, Started
from lm.training.progress import Progress, Schedule, Window
from lm.training.sampled_softmax import CandidateSampler
from lm.training.training_data import TrainingData
from resources.runs.checkpoint import Arrays, Checkpoint, load_checkpoint, save_checkpoint
from resources.runs.device import Device

Weights = dict[str, npt.NDArray[np.float32]]

REPORT_SECONDS = 2.0
CHECKPOINT_SECONDS = 180.0
_TIMED_STEPS = 4
_PERIODIC_EVALUATION_SYMBOLS = 65_536


def never() -> bool:
    """Say that nobody asks to stop."""
    return False


class TrainingRun(ABC):
    """One training run over one text; `events()` does the work. A library's part is what is abstract here.

    Attributes:
        best_weights: those with the least held-out loss so far; a subclass sets the first.
    """

    _damage: ClassVar[tuple[type[Exception], ...]] = (KeyError, TypeError, ValueError)
    """What is raised when a damaged checkpoint is read; a library has an error of its own."""

    best_weights: Weights

    def __init__(
        self,
        config: TrainConfig,
        data: TrainingData,
        device: Device,
        checkpoint_path: Path | None = None,
        should_stop: Callable[[], bool] = never,
        checkpoint_seconds: float = CHECKPOINT_SECONDS,
        report_seconds: float = REPORT_SECONDS,
    ) -> None:
        """`should_stop` is asked before every step, so that a run stops where its checkpoint is whole."""
        self._config = config
        self._data = data
        self._device = device
        self._checkpoint_path = checkpoint_path
        self._checkpoint_seconds = checkpoint_seconds
        self._report_seconds = report_seconds
        self._should_stop = should_stop
        rows = config.architecture.num_words or config.architecture.vocab_size
        unigram = np.bincount(self._decoder_rows(data.train), minlength=rows) + 0.5
        self._unigram: npt.NDArray[np.float64] = unigram / unigram.sum()
        self._sampler = (
            CandidateSampler(self._unigram, config.num_candidates, config.batch_size * config.bptt)
            if config.num_candidates
            else None
        )
        self._progress = Progress()
        self._schedule = Schedule(config, data)

    @abstractmethod
    def _begin_state(self) -> None:
        """Forget what was read: the next segment begins a pass over the text."""

    @abstractmethod
    def _update(self, batch: Batch, lr: float) -> tuple[float, float]:
        """Take one step on one segment; return the loss in nats per symbol and the gradient's norm."""

    @abstractmethod
    def _held_out_loss(self, symbols: Symbols, limit: int | None = None) -> float:
        """Return nats per symbol on `symbols` [T], or on about `limit` of them, with the full softmax."""

    @abstractmethod
    def _weights(self) -> Weights:
        """Copy the weights that are published."""

    @abstractmethod
    def _use(self, weights: Weights) -> None:
        """Measure these weights from now on."""

    @abstractmethod
    def _arrays(self) -> Arrays:
        """Copy what a checkpoint needs: `weights/NAME`, `adam/mean/NAME`, `adam/variance/NAME`, `state/INDEX`."""

    @abstractmethod
    def _adam_steps(self) -> int:
        """Count Adam's updates."""

    @abstractmethod
    def _read(self, checkpoint: Checkpoint) -> None:
        """Go on from what `_arrays` and `_adam_steps` returned."""

    def resume(self) -> None:
        """Go on from the checkpoint.

        Raises:
            TrainingError: if there is none, it is damaged, or of another network or text.
        """
        if self._checkpoint_path is None:
            raise TrainingError("this run keeps no checkpoint: give it a path to resume from")
        try:
            self._restore(load_checkpoint(self._checkpoint_path))
        except self._damage as exc:
            raise TrainingError(
                f"the checkpoint {self._checkpoint_path} is damaged ({exc}): start without --resume"
            ) from exc

    def _restore(self, checkpoint: Checkpoint) -> None:
        saved = TrainConfig.from_json(checkpoint.facts["config"])
        if saved.architecture != self._config.architecture or saved.batch_size != self._config.batch_size:
            raise TrainingError(
                f"the checkpoint {self._checkpoint_path} is of another network or batch size: "
                "give the same options as before, or start without --resume"
            )
        if checkpoint.facts["digest"] != self._data.digest:
            raise TrainingError(
                f"the checkpoint {self._checkpoint_path} was made from other texts: "
                "name the same ones in the same order, or start without --resume"
            )
        shapes = self._config.architecture.parameter_shapes()
        for group in ("weights", "best", "adam/mean", "adam/variance"):
            if {name: array.shape for name, array in checkpoint.group(group).items()} != shapes:
                raise ValueError(f"its {group} have other shapes than the network")
        self.best_weights = checkpoint.group("best")
        self._progress = Progress(**checkpoint.facts["progress"])
        self._read(checkpoint)

    def events(self) -> Generator[Event, None, None]:
        """Train to the end of the schedule, yielding what happens; closing the generator stops and checkpoints.

        Raises:
            CorpusError: if the text is too short for one batch.
            TrainingError: if the loss is no longer finite.
            TrainingStopped: if `should_stop` said so; the checkpoint is written.
        """
        architecture = self._config.architecture
        yield Started(
            step=self._progress.step,
            num_parameters=architecture.num_parameters(),
            train_bytes=self._data.train_bytes,
            train_symbols=len(self._data.train),
            held_out_bytes=self._data.held_out_bytes,
            device=self._device.name,
            device_reason=self._device.reason,
        )
        reason = "done"
        try:
            for event in self._train():
                yield event
                if isinstance(event, Evaluated) and self._progress.evaluations_without_gain >= self._config.patience:
                    reason = f"stopped early: no gain in {self._config.patience} evaluations"
                    break
        except (GeneratorExit, TrainingStopped):
            self._save()
            raise
        self._save()
        self._use(self.best_weights)
        loss = self.measure(self._data.held_out)
        yield Finished(
            step=self._progress.step,
            reason=reason,
            val_loss=loss,
            perplexity=math.exp(min(loss, 700.0)),
            bits_per_char=self._bits_per_char(loss),
            held_out_bytes=self._data.held_out_bytes,
            train_chars_seen=round(self._progress.symbols_seen * self._data.bytes_per_symbol),
            train_seconds=self._progress.seconds,
        )

    def measure(self, symbols: Symbols) -> float:
        """Return nats per symbol on `symbols`, [T]: before `events` of the first weights, after it of the best."""
        return self._held_out_loss(symbols)

    def seconds_per_step(self) -> float:
        """Time a few steps; they change the weights, so this is for a trainer that is not needed afterwards."""
        started = time.monotonic()
        for index, batch in zip(range(1 + _TIMED_STEPS), self._batches(), strict=False):
            self._look_for_stop()
            self._update(batch, self._config.lr)
            if index == 0:  # the libraries prepare their operators
                started = time.monotonic()
        return (time.monotonic() - started) / _TIMED_STEPS

    def _train(self) -> Iterator[Event]:
        progress, window = self._progress, Window()
        saved_at = time.monotonic()
        for batch in self._batches():
            self._look_for_stop()
            started = time.monotonic()
            lr = self._config.lr_at(self._schedule.fraction(progress))
            loss, grad_norm = self._update(batch, lr)
            if not (math.isfinite(loss) and math.isfinite(grad_norm)):
                raise TrainingError(f"the loss is no longer finite at step {progress.step}: resume with a smaller --lr")
            progress.count_step(batch.inputs.size, time.monotonic() - started)
            window.add(loss, grad_norm, batch.inputs.size)
            if window.seconds >= self._report_seconds:
                yield window.event(progress, self._schedule, self._data, lr)
                window = Window()
            if self._schedule.fraction(progress) * self._config.evaluations >= progress.evaluations + 1:
                yield self._evaluated()
                window = Window()
            if self._checkpoint_path and time.monotonic() - saved_at >= self._checkpoint_seconds:
                self._save()
                yield Checkpointed(progress.step, str(self._checkpoint_path))
                saved_at = time.monotonic()
            if self._schedule.fraction(progress) >= 1.0:
                break
        if not math.isfinite(progress.best_loss) or progress.evaluations < self._config.evaluations:
            yield self._evaluated()

    def _batches(self) -> Iterator[Batch]:
        """Yield batches epoch after epoch, each epoch from another offset, beginning where the run stands."""
        config = self._config
        while True:
            offset = self._epoch_offset(self._progress.epoch)
            yield from stream_batches(self._data.train, config.batch_size, config.bptt, offset, self._progress.batch)
            self._progress.count_epoch()
            self._begin_state()

    def _epoch_offset(self, epoch: int) -> int:
        spare = len(self._data.train) - self._config.batch_size * self._config.bptt - 1
        highest = min(self._config.bptt, max(0, spare))
        return int(np.random.default_rng((self._config.seed, epoch)).integers(0, highest + 1))

    def _evaluated(self) -> Evaluated:
        loss = self._held_out_loss(self._data.held_out, _PERIODIC_EVALUATION_SYMBOLS)
        is_best = self._progress.count_evaluation(loss)
        if is_best:
            self.best_weights = self._weights()
        perplexity = math.exp(min(loss, 700.0))
        return Evaluated(self._progress.step, loss, perplexity, self._bits_per_char(loss), is_best)

    def _look_for_stop(self) -> None:
        if self._should_stop():
            where = f": go on from {self._checkpoint_path} with --resume" if self._checkpoint_path else ""
            raise TrainingStopped(f"stopped before the end, what was published before is untouched{where}")

    def _bits_per_char(self, loss: float) -> float:
        return loss / math.log(2.0) * self._data.held_out_symbols_per_byte

    def _decoder_rows(self, symbols: Symbols) -> Symbols:
        """Return the decoder's rows of symbols: their words' in a factored network, else themselves."""
        factors = self._data.factors if self._config.architecture.is_factored else None
        return symbols if factors is None else factors.word_of[symbols].astype(np.int32)

    def _save(self) -> None:
        if self._checkpoint_path is None:
            return
        arrays = self._arrays() | {f"best/{name}": array for name, array in self.best_weights.items()}
        facts = {
            "config": self._config.to_json(),
            "progress": self._progress.to_json(),
            "adam_steps": self._adam_steps(),
            "digest": self._data.digest,
        }
        save_checkpoint(self._checkpoint_path, Checkpoint(arrays, facts))
