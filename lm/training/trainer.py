"""Training a language model in MXNet, as a generator of events.

Truncated backpropagation through time with the state carried from segment to segment, Adam under a warm-up and
cosine schedule, held-out validation, the best weights kept, and a checkpoint from which a killed run goes on.
"""

import math
import time
from collections.abc import Callable, Generator, Iterator
from pathlib import Path

import numpy as np

from lm.errors import TrainingError, TrainingStopped
from lm.model.vocabulary import Symbols
from lm.training.batches import Batch, stream_batches
from lm.training.config import TrainConfig
from lm.training.held_out_loss import held_out_loss
from lm.training.initialization import initial_weights
from lm.training.messages import Checkpointed, Evaluated, Event, Finished, Started
from lm.training.network import RecurrentNetwork, Weights, detach
from lm.training.progress import Progress, Schedule, Window
from lm.training.sampled_softmax import CandidateSampler
from lm.training.training_data import TrainingData
from resources.runs.adam import Adam
from resources.runs.checkpoint import Checkpoint, load_checkpoint, save_checkpoint
from resources.runs.device import Device
from resources.runs.mxnet_shim import mx

_REPORT_SECONDS = 2.0
_CHECKPOINT_SECONDS = 180.0
_TIMED_STEPS = 4
_BETA2 = 0.99
"""Shorter than Adam's usual 0.999: recurrent nets train in few thousand steps, and the gradient's scale drifts."""
_PERIODIC_EVALUATION_SYMBOLS = 65_536


def _never() -> bool:
    return False


class Trainer:
    """One training run over one text; `events()` does the work."""

    def __init__(
        self,
        config: TrainConfig,
        data: TrainingData,
        device: Device,
        checkpoint_path: Path | None = None,
        initial: Weights | None = None,
        should_stop: Callable[[], bool] = _never,
        checkpoint_seconds: float = _CHECKPOINT_SECONDS,
        report_seconds: float = _REPORT_SECONDS,
    ) -> None:
        """`initial` are the weights to begin with instead of random ones; a checkpoint needs a path.

        `should_stop` is asked before every step, so that a run stops where its checkpoint is whole.
        """
        self._config = config
        self._data = data
        self._device = device
        self._ctx = mx.gpu() if device.name == "gpu" else mx.cpu()
        self._checkpoint_path = checkpoint_path
        self._checkpoint_seconds = checkpoint_seconds
        self._report_seconds = report_seconds
        self._should_stop = should_stop
        factors = data.factors if config.architecture.is_factored else None
        self._network = RecurrentNetwork(config.architecture, factors)
        unigram = np.bincount(self._network.decoder_rows(data.train), minlength=self._network.num_rows) + 0.5
        self._unigram = unigram / unigram.sum()
        self._sampler = (
            CandidateSampler(self._unigram, config.num_candidates, config.batch_size * config.bptt)
            if config.num_candidates
            else None
        )
        self._network.initialize(ctx=self._ctx)
        for block in (self._network.embedding, self._network.layers):
            block.hybridize()
        self._network.set_weights(initial or initial_weights(config.architecture, config.seed, self._unigram))
        self._adam = Adam(self._network.named_parameters(), self._ctx, beta2=_BETA2)
        self._progress = Progress()
        self._schedule = Schedule(config, data)
        self._state = self._network.begin_state(config.batch_size, self._ctx)
        self.best_weights = self._network.weights()

    def resume(self) -> None:
        """Go on from the checkpoint.

        Raises:
            TrainingError: if there is none, it is damaged, or of another network or text.
        """
        if self._checkpoint_path is None:
            raise TrainingError("this run keeps no checkpoint: give it a path to resume from")
        try:
            self._restore(load_checkpoint(self._checkpoint_path))
        except (KeyError, TypeError, ValueError, mx.MXNetError) as exc:
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
        self._network.set_weights(checkpoint.group("weights"))
        self.best_weights = checkpoint.group("best")
        self._adam.restore(checkpoint.group("adam"), checkpoint.facts["adam_steps"])
        self._progress = Progress(**checkpoint.facts["progress"])
        states = checkpoint.group("state")
        self._state = [mx.nd.array(states[str(index)], ctx=self._ctx) for index in range(len(states))]

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
        self._network.set_weights(self.best_weights)
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
        return held_out_loss(self._network, symbols, self._ctx, self._look_for_stop)

    def seconds_per_step(self) -> float:
        """Time a few steps; they change the weights, so this is for a trainer that is not needed afterwards."""
        started = time.monotonic()
        for index, batch in zip(range(1 + _TIMED_STEPS), self._batches(), strict=False):
            self._look_for_stop()
            self._update(batch, self._config.lr)
            if index == 0:  # MXNet prepares its operators
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
            self._state = self._network.begin_state(config.batch_size, self._ctx)

    def _epoch_offset(self, epoch: int) -> int:
        spare = len(self._data.train) - self._config.batch_size * self._config.bptt - 1
        highest = min(self._config.bptt, max(0, spare))
        return int(np.random.default_rng((self._config.seed, epoch)).integers(0, highest + 1))

    def _update(self, batch: Batch, lr: float) -> tuple[float, float]:
        """Take one step on one segment; return the loss in nats per symbol and the gradient's norm."""
        seed = (self._config.seed, self._progress.step)
        rng = np.random.default_rng(seed)
        mx.random.seed(int(rng.integers(1 << 31)))  # dropout masks that a resumed run draws again
        inputs = mx.nd.array(batch.inputs, ctx=self._ctx)
        skipped = max(0, self._config.architecture.window - 1)
        with mx.autograd.record():
            features, state = self._network(inputs, self._state)
            features = features.reshape((-3, 0))  # [T * N, F]
            targets = batch.targets[skipped:].reshape(-1)
            if self._sampler is None:
                log_probs = self._network.target_log_probs(features, targets)
            else:
                candidates = self._sampler.draw(self._network.decoder_rows(targets), rng)
                rows = mx.nd.array(candidates.symbols, ctx=self._ctx)
                weight, bias = self._network.decoder(self._ctx)
                correction = mx.nd.array(candidates.log_inclusion, ctx=self._ctx)
                logits = mx.nd.FullyConnected(
                    features,
                    mx.nd.take(weight, rows),
                    mx.nd.take(bias, rows) - correction,
                    num_hidden=len(candidates.symbols),
                )
                places = mx.nd.array(candidates.targets, ctx=self._ctx)
                log_probs = mx.nd.pick(mx.nd.log_softmax(logits), places)
                log_probs = log_probs + self._network.form_log_probs(features, targets)
            loss = -log_probs.mean()
        loss.backward()
        grad_norm = self._adam.clipped_step(lr, self._config.grad_clip)
        self._state = detach(state)
        # Dividing a target's own term by its inclusion shifts the loss by a constant that no gradient sees.
        shift = 0.0 if self._sampler is None else float(candidates.log_inclusion[candidates.targets].mean())
        return float(loss.asscalar()) - shift, grad_norm

    def _evaluated(self) -> Evaluated:
        held_out, limit = self._data.held_out, _PERIODIC_EVALUATION_SYMBOLS
        loss = held_out_loss(self._network, held_out, self._ctx, self._look_for_stop, limit)
        is_best = self._progress.count_evaluation(loss)
        if is_best:
            self.best_weights = self._network.weights()
        perplexity = math.exp(min(loss, 700.0))
        return Evaluated(self._progress.step, loss, perplexity, self._bits_per_char(loss), is_best)

    def _look_for_stop(self) -> None:
        if self._should_stop():
            where = f": go on from {self._checkpoint_path} with --resume" if self._checkpoint_path else ""
            raise TrainingStopped(f"stopped before the end, what was published before is untouched{where}")

    def _bits_per_char(self, loss: float) -> float:
        return loss / math.log(2.0) * self._data.held_out_symbols_per_byte

    def _save(self) -> None:
        if self._checkpoint_path is None:
            return
        arrays = {f"weights/{name}": array for name, array in self._network.weights().items()}
        arrays |= {f"best/{name}": array for name, array in self.best_weights.items()}
        arrays |= {f"adam/{name}": array for name, array in self._adam.moments().items()}
        arrays |= {f"state/{index}": array.asnumpy() for index, array in enumerate(self._state)}
        facts = {
            "config": self._config.to_json(),
            "progress": self._progress.to_json(),
            "adam_steps": self._adam.steps,
            "digest": self._data.digest,
        }
        save_checkpoint(self._checkpoint_path, Checkpoint(arrays, facts))
