"""Training a language model in MXNet: a network in Gluon, Adam, and what a training run asks of both."""

from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

import numpy as np

from lm.model.vocabulary import Symbols
from lm.training.batches import Batch
from lm.training.config import TrainConfig
from lm.training.held_out_loss import held_out_loss
from lm.training.initialization import initial_weights
from lm.training.network import RecurrentNetwork, detach
from lm.training.training_data import TrainingData
from lm.training.training_run import CHECKPOINT_SECONDS, REPORT_SECONDS, TrainingRun, Weights, never
from resources.runs.adam import Adam
from resources.runs.checkpoint import Arrays, Checkpoint
from resources.runs.device import Device
from resources.runs.mxnet_shim import mx

_BETA2 = 0.99
"""Shorter than Adam's usual 0.999: recurrent nets train in few thousand steps, and the gradient's scale drifts."""


class Trainer(TrainingRun):
    """A training run in MXNet."""

    _damage: ClassVar[tuple[type[Exception], ...]] = (*TrainingRun._damage, mx.MXNetError)

    def __init__(
        self,
        config: TrainConfig,
        data: TrainingData,
        device: Device,
        checkpoint_path: Path | None = None,
        initial: Weights | None = None,
        should_stop: Callable[[], bool] = never,
        checkpoint_seconds: float = CHECKPOINT_SECONDS,
        report_seconds: float = REPORT_SECONDS,
    ) -> None:
        """`initial` are the weights to begin with instead of random ones; a checkpoint needs a path."""
        super().__init__(config, data, device, checkpoint_path, should_stop, checkpoint_seconds, report_seconds)
        self._ctx = mx.gpu() if device.name == "gpu" else mx.cpu()
        factors = data.factors if config.architecture.is_factored else None
        self._network = RecurrentNetwork(config.architecture, factors)
        self._network.initialize(ctx=self._ctx)
        for block in (self._network.embedding, self._network.layers):
            block.hybridize()
        self._network.set_weights(initial or initial_weights(config.architecture, config.seed, self._unigram))
        self._adam = Adam(self._network.named_parameters(), self._ctx, beta2=_BETA2)
        self.best_weights = self._network.weights()
        self._begin_state()

    def _begin_state(self) -> None:
        self._state = self._network.begin_state(self._config.batch_size, self._ctx)

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
                candidates = self._sampler.draw(self._decoder_rows(targets), rng)
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

    def _held_out_loss(self, symbols: Symbols, limit: int | None = None) -> float:
        return held_out_loss(self._network, symbols, self._ctx, self._look_for_stop, limit)

    def _weights(self) -> Weights:
        return self._network.weights()

    def _use(self, weights: Weights) -> None:
        self._network.set_weights(weights)

    def _arrays(self) -> Arrays:
        arrays = {f"weights/{name}": array for name, array in self._network.weights().items()}
        arrays |= {f"adam/{name}": array for name, array in self._adam.moments().items()}
        return arrays | {f"state/{index}": array.asnumpy() for index, array in enumerate(self._state)}

    def _adam_steps(self) -> int:
        return self._adam.steps

    def _read(self, checkpoint: Checkpoint) -> None:
        self._network.set_weights(checkpoint.group("weights"))
        self._adam.restore(checkpoint.group("adam"), checkpoint.facts["adam_steps"])
        states = checkpoint.group("state")
        self._state = [mx.nd.array(states[str(index)], ctx=self._ctx) for index in range(len(states))]
