"""Training the DCGAN in MXNet, as a generator of events.

Every step draws its pictures, latents and flips from (seed, step) alone, and a checkpoint holds all that a step
reads: a run that was killed and resumed ends where an uninterrupted one does.
"""

import math
import time
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from gan_gallery.errors import TrainingError
from gan_gallery.faces.export import grid, origin, save_png
from gan_gallery.network.architecture import IMAGE_SIZE
from gan_gallery.pictures.pack import Dataset
from gan_gallery.training.augmentation import Augmentation, parse_kinds
from gan_gallery.training.averaging import AveragedGenerator
from gan_gallery.training.batches import RealBatches
from gan_gallery.training.best import Best, load_best, save_best
from gan_gallery.training.config import TrainConfig
from gan_gallery.training.examination import Examiner
from gan_gallery.training.game import Game
from gan_gallery.training.health import HealthWatch
from gan_gallery.training.messages import Checkpointed, Evaluated, Event, Finished, Sample, Started, Step, Warned
from gan_gallery.training.run_folder import RunFolder, is_milestone
from resources.runs.checkpoint import Checkpoint
from resources.runs.device import Device
from resources.runs.mxnet_shim import mx

_REPORT_SECONDS = 1.0
_SMOOTHING = 0.98
"""Of the D loss that steers D's rate: some 50 steps."""
_CERTAIN_LOSS_D = 0.4
"""Smoothed D loss at which D's rate is at its lowest."""
_LOWEST_RATE = 0.1
_SAMPLE_SEED = 7
_SAMPLE_COUNT = 64


class _Stopped(Exception):  # noqa: N818  # not an error: the person asked for it
    """Raised between two batches of faces when the run was asked to stop."""


@dataclass(slots=True)
class _Progress:
    """Where a run stands; what a checkpoint's facts hold."""

    step: int = 0
    seconds: float = 0.0
    smoothed_loss_d: float = 2 * math.log(2.0)
    evaluated_step: int = 0


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
            ValueError: if the config names an augmentation that there is not.
        """
        if len(dataset.images) < config.batch_size:
            raise TrainingError(
                f"there are {len(dataset.images)} usable pictures and a batch needs {config.batch_size}: "
                "add pictures, or lower --batch-size"
            )
        self._config = config
        self._dataset = dataset
        self._real = RealBatches(dataset.images, config.batch_size, config.seed, config.flips)
        self._augmentations = parse_kinds(config.augmentation)
        self._examiner = Examiner(config.generator, dataset.images, self._look_for_stop)
        self._device = device
        self._folder = folder
        self._should_stop = should_stop
        self._ctx = mx.gpu() if device.name == "gpu" else mx.cpu()
        self._game = Game(config, self._ctx)
        self._average = AveragedGenerator(config.generator, self._game.generator, self._ctx)
        self._health = HealthWatch()
        self._progress = _Progress()
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
        if self._is_due(config.evaluate_every) and progress.evaluated_step != progress.step:
            yield from self._evaluate()  # a stop came between the step and its measurement
        while self._fraction() < 1.0:
            self._look_for_stop()
            started = time.monotonic()
            yield from self._step(window)
            seconds = time.monotonic() - started
            progress.seconds += seconds
            window.seconds += seconds
            if self._fraction() >= 1.0 or time.monotonic() - window.started >= _REPORT_SECONDS:
                yield self._step_event(window)
                window = _Window()
            if self._is_due(config.sample_every):
                yield self._sample()
            if self._is_due(config.evaluate_every):
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
        real = self._real.draw(progress.step, rng)
        of_fake = None
        if self._augmentations:
            of_real, of_fake = (
                Augmentation.draw(self._augmentations, config.batch_size, IMAGE_SIZE, rng) for _ in range(2)
            )
            real = of_real.apply(real)
        losses = self._game.step(mx.nd.array(real, ctx=self._ctx), mx.nd.array(z, ctx=self._ctx), self._lr_d(), of_fake)
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

    def _is_due(self, every: int) -> bool:
        """Say whether what happens `every` so many steps, and at the end, belongs after the last step."""
        step = self._progress.step
        return step > 0 and (step % every == 0 or self._fraction() >= 1.0)

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
        faces = self._examiner.faces(self._average.weights(), _SAMPLE_SEED, _SAMPLE_COUNT)
        save_png(path, grid(faces), origin("in training", _SAMPLE_SEED, step=self._progress.step))
        return Sample(self._progress.step, str(path))

    def _evaluate(self) -> Iterator[Event]:
        """Measure the averaged generator, and keep its weights when they are the best."""
        step, best = self._progress.step, self.best
        weights = self._average.weights()
        quality = self._examiner.quality(weights, self._config.evaluate_count)
        self._progress.evaluated_step = step
        best_fid = best.quality.fid if best and best.quality else math.inf
        is_best = quality.fid < best_fid
        if is_best:
            self.best = Best(step, weights, quality)
            save_best(self._folder.best, self.best)
        yield Evaluated(step, quality.fid, quality.kid, quality.n, quality.diversity, quality.repeats, is_best)
        for message in self._health.after_evaluation(step, quality, best_fid, best.step if best else 0):
            yield Warned(step, message)

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
