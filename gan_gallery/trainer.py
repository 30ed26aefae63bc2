"""Training the DCGAN in MXNet, as a generator of events.

Every step draws its pictures, latents and flips from (seed, step) alone, and a checkpoint holds all that a step
reads: a run that was killed and resumed ends where an uninterrupted one does.
"""

import math
import time
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass, field
from typing import Any

import mxnet as mx
import numpy as np
import numpy.typing as npt

from gan_gallery.averaging import AveragedGenerator
from gan_gallery.best import Best, load_best, save_best
from gan_gallery.checkpoint import Checkpoint
from gan_gallery.device import Device
from gan_gallery.errors import TrainingError
from gan_gallery.export import grid, origin, save_png
from gan_gallery.game import Game
from gan_gallery.generator import FaceGenerator, Faces, latents
from gan_gallery.health import HealthWatch
from gan_gallery.metric import Reference
from gan_gallery.onnx_export import Weights, generator_onnx
from gan_gallery.pack import Dataset
from gan_gallery.run_folder import RunFolder, is_milestone
from gan_gallery.training import Checkpointed, Evaluated, Event, Finished, Sample, Started, Step, TrainConfig, Warned

_REPORT_SECONDS = 1.0
_SMOOTHING = 0.98
"""Of the D loss that steers D's rate: some 50 steps."""
_CERTAIN_LOSS_D = 0.4
"""Smoothed D loss at which D's rate is at its lowest."""
_LOWEST_RATE = 0.1
_SAMPLE_SEED = 7
_SAMPLE_COUNT = 64
_EVALUATION_SEED = 11
_REFERENCE_COUNT = 5_000
"""Real faces measured against while training; `evaluate` takes more."""
_RENDERED_AT_ONCE = 64
"""Faces between two looks at `should_stop`."""


class _Stopped(Exception):  # noqa: N818  # not an error: the person asked for it
    """Raised between two batches of faces when the run was asked to stop."""


@dataclass(slots=True)
class _Progress:
    """Where a run stands; what a checkpoint's facts hold."""

    step: int = 0
    seconds: float = 0.0
    smoothed_loss_d: float = 2 * math.log(2.0)


@dataclass(slots=True)
class _Window:
    """Sums since the last progress event."""

    seconds: float = 0.0
    steps: int = 0
    loss_d: float = 0.0
    loss_g: float = 0.0
    started: float = field(default_factory=time.monotonic)


class Trainer:
    """One training run over one set of pictures; `events()` does the work.

    Attributes:
        best: the weights with the best figures, or None before the first measurement.
    """

    def __init__(
        self,
        config: TrainConfig,
        dataset: Dataset,
        device: Device,
        folder: RunFolder,
        should_stop: Callable[[], bool] = lambda: False,
    ) -> None:
        """Build the networks.

        Raises:
            TrainingError: if there are too few pictures for a batch.
        """
        if len(dataset.images) < config.batch_size:
            raise TrainingError(
                f"there are {len(dataset.images)} usable pictures and a batch needs {config.batch_size}: "
                "add pictures, or lower --batch-size"
            )
        self._config = config
        self._dataset = dataset
        self._device = device
        self._folder = folder
        self._should_stop = should_stop
        self._ctx = mx.gpu() if device.name == "gpu" else mx.cpu()
        self._game = Game(config, self._ctx)
        self._average = AveragedGenerator(config.generator, self._game.generator, self._ctx)
        self._health = HealthWatch()
        self._progress = _Progress()
        self._reference: Reference | None = None
        self._saved_step = -1
        self.best: Best | None = None

    def resume(self, checkpoint: Checkpoint) -> None:
        """Go on from a checkpoint of this run.

        Raises:
            TrainingError: if it was made from other pictures.
        """
        if checkpoint.facts["digest"] != self._dataset.digest:
            raise TrainingError(
                f"the run in {self._folder.path} learned from other pictures: name the same folder or ZIP, "
                "or start without --resume"
            )
        self._game.generator.set_weights(checkpoint.group("generator"))
        self._game.discriminator.set_weights(checkpoint.group("discriminator"))
        self._game.adam_g.restore(checkpoint.group("adam_g"), checkpoint.facts["progress"]["step"])
        self._game.adam_d.restore(checkpoint.group("adam_d"), checkpoint.facts["progress"]["step"])
        self._average.restore(checkpoint.group("average"))
        self._progress = _Progress(**checkpoint.facts["progress"])
        self.best = load_best(self._folder.best)

    def events(self) -> Generator[Event, None, None]:
        """Train to the end of the schedule, yielding what happens; closing the generator stops and checkpoints.

        Raises:
            TrainingError: if a loss is no longer finite, or the disk refuses.
        """
        shapes = self._config.generator.parameter_shapes() | self._config.discriminator.parameter_shapes()
        yield Started(
            step=self._progress.step,
            num_images=len(self._dataset.images),
            num_parameters=sum(math.prod(shape) for shape in shapes.values()),
            batch_size=self._config.batch_size,
            device=self._device.name,
            device_reason=self._device.reason,
        )
        reason = "done"
        try:
            yield from self._train()
        except _Stopped:
            reason = "stopped"
        except GeneratorExit:
            self._save()
            raise
        if self._saved_step != self._progress.step:
            yield self._save()
        if self.best is None:
            self.best = Best(self._progress.step, self._average.weights(), None)
        quality = self.best.quality
        yield Finished(
            step=self._progress.step,
            reason=reason,
            best_step=self.best.step,
            fid=quality.fid if quality else math.nan,
            kid=quality.kid if quality else math.nan,
            n=quality.n if quality else 0,
            images_seen=self._progress.step * self._config.batch_size,
            train_seconds=self._progress.seconds,
        )

    def _train(self) -> Iterator[Event]:
        config, progress = self._config, self._progress
        window = _Window()
        saved_at = time.monotonic()
        while self._fraction() < 1.0:
            self._look_for_stop()
            started = time.monotonic()
            yield from self._step(window)
            seconds = time.monotonic() - started
            progress.seconds += seconds
            window.seconds += seconds
            is_last = self._fraction() >= 1.0
            if is_last or time.monotonic() - window.started >= _REPORT_SECONDS:
                yield self._step_event(window)
                window = _Window()
            if is_last or progress.step % config.sample_every == 0:
                yield self._sample()
            if is_last or progress.step % config.evaluate_every == 0:
                yield from self._evaluate()
            best_now = self.best is not None and self.best.step == progress.step
            overdue = time.monotonic() - saved_at >= config.checkpoint_seconds
            if overdue or best_now or is_milestone(progress.step):
                yield self._save()
                saved_at = time.monotonic()

    def _step(self, window: _Window) -> Iterator[Event]:
        """Take one step; yield warnings."""
        config, progress = self._config, self._progress
        rng = np.random.default_rng((config.seed, progress.step))
        z = rng.standard_normal((config.batch_size, config.latent_size, 1, 1), np.float32)
        losses = self._game.step(
            mx.nd.array(self._real(rng), ctx=self._ctx), mx.nd.array(z, ctx=self._ctx), self._lr_d()
        )
        if not (math.isfinite(losses.d) and math.isfinite(losses.g)):
            raise TrainingError(
                f"the loss is no longer finite at step {progress.step}: "
                "go back with --resume --back-to STEP and smaller --lr-g and --lr-d"
            )
        progress.step += 1
        progress.smoothed_loss_d = _SMOOTHING * progress.smoothed_loss_d + (1 - _SMOOTHING) * losses.d
        self._average.update(config.batch_size, progress.step * config.batch_size, config.ema_images)
        window.steps += 1
        window.loss_d += losses.d
        window.loss_g += losses.g
        for message in self._health.after_step(progress.smoothed_loss_d):
            yield Warned(progress.step, message)

    def _real(self, rng: np.random.Generator) -> npt.NDArray[np.float32]:
        """Return the step's real pictures [N, 3, 64, 64] in -1 to 1; every epoch has an order of its own."""
        config = self._config
        per_epoch = len(self._dataset.images) // config.batch_size
        epoch, batch = divmod(self._progress.step, per_epoch)
        order = np.random.default_rng((config.seed, epoch, 1)).permutation(len(self._dataset.images))
        chosen = np.sort(order[batch * config.batch_size : (batch + 1) * config.batch_size])
        pictures = self._dataset.images[chosen]
        if config.flips:
            mirrored = rng.random(config.batch_size) < 0.5
            pictures[mirrored] = pictures[mirrored, :, ::-1]
        return np.asarray(pictures.transpose(0, 3, 1, 2), np.float32) / np.float32(127.5) - np.float32(1.0)

    def _lr_d(self) -> float:
        """Return D's rate: lowered while D is nearly never wrong, so that G can catch up."""
        span = self._config.lowest_loss_d - _CERTAIN_LOSS_D
        if span <= 0:
            return self._config.lr_d
        rate = (self._progress.smoothed_loss_d - _CERTAIN_LOSS_D) / span
        return self._config.lr_d * min(1.0, max(_LOWEST_RATE, rate))

    def _fraction(self) -> float:
        """Return how much of the run is behind, 0 to 1."""
        if self._config.minutes:
            return min(1.0, self._progress.seconds / (60.0 * self._config.minutes))
        return min(1.0, self._progress.step / max(1, self._config.steps))

    def _step_event(self, window: _Window) -> Step:
        fraction = self._fraction()
        return Step(
            step=self._progress.step,
            fraction=fraction,
            loss_d=window.loss_d / window.steps,
            loss_g=window.loss_g / window.steps,
            images_per_second=window.steps * self._config.batch_size / max(window.seconds, 1e-9),
            lr_d=self._lr_d(),
            eta_seconds=self._progress.seconds / fraction - self._progress.seconds if fraction else math.nan,
        )

    def _sample(self) -> Sample:
        path = self._folder.sample(self._progress.step)
        faces = self._faces(self._average.weights(), _SAMPLE_SEED, _SAMPLE_COUNT)
        save_png(path, grid(faces), origin("in training", _SAMPLE_SEED, step=self._progress.step))
        return Sample(self._progress.step, str(path))

    def _evaluate(self) -> Iterator[Event]:
        """Measure the averaged generator, and keep its weights when they are the best."""
        if self._reference is None:
            self._reference = Reference.of(self._dataset.images, _REFERENCE_COUNT, self._look_for_stop)
        step, best = self._progress.step, self.best
        weights = self._average.weights()
        quality = self._reference.quality(self._faces(weights, _EVALUATION_SEED, self._config.evaluate_count))
        best_fid = best.quality.fid if best and best.quality else math.inf
        is_best = quality.fid < best_fid
        if is_best:
            self.best = Best(step, weights, quality)
            save_best(self._folder.best, self.best)
        yield Evaluated(step, quality.fid, quality.kid, quality.n, quality.diversity, quality.repeats, is_best)
        for message in self._health.after_evaluation(step, quality, best_fid, best.step if best else 0):
            yield Warned(step, message)

    def _faces(self, weights: Weights, seed: int, count: int) -> Faces:
        """Render faces as the published model will."""
        architecture = self._config.generator
        generator = FaceGenerator(generator_onnx(architecture, weights), architecture, "in training")
        z = latents(seed, count, architecture.latent_size)
        parts = []
        for start in range(0, count, _RENDERED_AT_ONCE):
            self._look_for_stop()
            parts.append(generator.render(z[start : start + _RENDERED_AT_ONCE]))
        return np.concatenate(parts)

    def _look_for_stop(self) -> None:
        if self._should_stop():
            raise _Stopped

    def _save(self) -> Checkpointed:
        arrays = self._game.arrays() | {f"average/{name}": array for name, array in self._average.arrays().items()}
        facts: dict[str, Any] = {
            "config": self._config.to_json(),
            "progress": {name: getattr(self._progress, name) for name in _Progress.__dataclass_fields__},
            "digest": self._dataset.digest,
        }
        best_step = self.best.step if self.best else 0
        self._saved_step = self._progress.step
        path = self._folder.save(self._progress.step, Checkpoint(arrays, facts), best_step)
        return Checkpointed(self._progress.step, str(path))
