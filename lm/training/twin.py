"""The trainer's twin in PyTorch: the same LSTM, the same loss and Adam, several times as fast on some processors.

Where a processor multiplies bfloat16 matrices in hardware, the products are taken in it, beside float32 weights; an
average of the weights over the last steps is what is measured and published. A checkpoint of either twin is one of the
other's too. PyTorch's gates stand in MXNet's order (i, f, g, o), each with two biases, so no weight is rearranged.
"""

import math
from collections.abc import Callable
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional

from lm.errors import TrainingError
from lm.model.factored_units import NUM_CASES
from lm.model.vocabulary import Symbols
from lm.training.batches import Batch, num_batches, stream_batches
from lm.training.config import TrainConfig
from lm.training.initialization import initial_weights
from lm.training.training_data import TrainingData
from lm.training.training_run import CHECKPOINT_SECONDS, REPORT_SECONDS, TrainingRun, Weights, never
from resources.runs.checkpoint import Arrays, Checkpoint
from resources.runs.device import Device

_BETA1, _BETA2, _EPSILON = 0.9, 0.99, 1e-8
"""As in the trainer."""
_AVERAGED_STEPS = 500
"""How far back the average of the weights reaches at the most; at first, a tenth of the steps so far."""
_STREAMS, _LEAST_STREAM_SYMBOLS, _BPTT, _LOGITS_PER_BLOCK = 32, 512, 256, 1 << 23
"""As in `held_out_loss`, so that both measure the same."""

Tensors = dict[str, torch.Tensor]


class TwinTrainer(TrainingRun):
    """A training run in PyTorch, on one core."""

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
        """`initial` are the weights to begin with instead of random ones; a checkpoint needs a path.

        Raises:
            TrainingError: if the network is of another kind than the twin knows.
        """
        super().__init__(config, data, device, checkpoint_path, should_stop, checkpoint_seconds, report_seconds)
        architecture = config.architecture
        if architecture.kind != "lstm" or architecture.dropout:
            raise TrainingError("PyTorch's twin trains an LSTM without dropout: leave out --twin")
        torch.set_num_threads(1)
        first = initial or initial_weights(architecture, config.seed, self._unigram)
        self._parameters = _tensors(first)
        self._average = _tensors(first)
        self._means = {name: torch.zeros_like(each) for name, each in self._parameters.items()}
        self._variances = {name: torch.zeros_like(each) for name, each in self._parameters.items()}
        self._steps = 0
        sizes = (architecture.embedding_size, architecture.hidden_size, architecture.num_layers)
        self._lstm = torch.nn.LSTM(*sizes, dtype=torch.bfloat16 if _multiplies_bfloat16() else torch.float32)
        self._lstm_names = {
            f"layer{layer}.{ours}": f"{theirs}_l{layer}"
            for layer in range(architecture.num_layers)
            for ours, theirs in (
                ("i2h_weight", "weight_ih"),
                ("h2h_weight", "weight_hh"),
                ("i2h_bias", "bias_ih"),
                ("h2h_bias", "bias_hh"),
            )
        }
        self._factors = data.factors if architecture.is_factored else None
        self._state: tuple[torch.Tensor, ...] | None = None
        self.best_weights = _arrays(self._average)

    def _begin_state(self) -> None:
        self._state = None

    def _update(self, batch: Batch, lr: float) -> tuple[float, float]:
        for parameter in self._parameters.values():
            parameter.requires_grad_()
        self._load_lstm(self._parameters)
        self._lstm.zero_grad()
        features, state = self._features(self._parameters, batch.inputs, self._state)
        self._state = tuple(each.detach() for each in state)
        targets = batch.targets.reshape(-1)
        rows = self._decoder_rows(targets)
        weight, bias = self._decoder(self._parameters)
        shift = 0.0
        if self._sampler is not None:
            rng = np.random.default_rng((self._config.seed, self._progress.step))
            rng.integers(1 << 31)  # MXNet's trainer draws its dropout's seed here
            candidates = self._sampler.draw(rows, rng)
            chosen, rows = torch.from_numpy(candidates.symbols).long(), candidates.targets
            correction = torch.from_numpy(candidates.log_inclusion)
            weight, bias = weight[chosen], bias[chosen] - correction
            # Dividing a target's own term by its inclusion shifts the loss by a constant that no gradient sees.
            shift = float(correction[torch.from_numpy(rows).long()].mean())
        loss = functional.cross_entropy(self._scores(features, weight, bias), torch.from_numpy(rows).long())
        loss = loss - self._form_log_probs(self._parameters, features, targets).mean()
        loss.backward()
        return float(loss.detach()) - shift, self._step(lr)

    def _step(self, lr: float) -> float:
        """Update every parameter and the average; return the norm of all gradients before clipping."""
        lstm = dict(self._lstm.named_parameters())
        gradients = {name: lstm[theirs].grad for name, theirs in self._lstm_names.items()}
        gradients |= {name: each.grad for name, each in self._parameters.items() if name not in gradients}
        found = {name: each.float() for name, each in gradients.items() if each is not None}
        norm = math.sqrt(sum(float(each.square().sum()) for each in found.values()))
        if not math.isfinite(norm):
            return norm
        scale = min(1.0, self._config.grad_clip / (norm + 1e-12))
        self._steps += 1
        correction = math.sqrt(1 - _BETA2**self._steps) / (1 - _BETA1**self._steps)
        kept = 1.0 - 1.0 / min(_AVERAGED_STEPS, 1.0 + self._steps / 10)
        with torch.no_grad():
            for name, gradient in found.items():
                gradient = gradient * scale
                mean, variance, parameter = self._means[name], self._variances[name], self._parameters[name]
                mean.lerp_(gradient, 1.0 - _BETA1)
                variance.mul_(_BETA2).addcmul_(gradient, gradient, value=1.0 - _BETA2)
                parameter.addcdiv_(mean, variance.sqrt().add_(_EPSILON), value=-lr * correction)
                parameter.grad = None
                self._average[name].lerp_(parameter, 1.0 - kept)
        return norm

    def _features(
        self, parameters: Tensors, symbols: Symbols, state: tuple[torch.Tensor, ...] | None
    ) -> tuple[torch.Tensor, tuple[torch.Tensor, ...]]:
        """Return the features [T * N, F] of symbols [T, N] and the state after them."""
        rows = torch.from_numpy(self._decoder_rows(symbols)).long()
        embedded = functional.embedding(rows, parameters["embedding.weight"])  # [T, N, E]
        if self._factors is not None:
            forms = torch.from_numpy(self._factors.form_of[symbols])
            embedded = embedded + functional.embedding(forms, parameters["form_embedding.weight"])
        output, state = self._lstm(embedded.to(self._lstm.weight_ih_l0.dtype), state)
        output = output.reshape(-1, output.shape[-1])
        if self._config.architecture.tied:
            output = self._scores(output, parameters["projection.weight"], parameters["projection.bias"])
        return output, state

    def _scores(self, features: torch.Tensor, weight: torch.Tensor, bias: torch.Tensor) -> torch.Tensor:
        """Return features [M, F] times weight [K, F] plus bias [K], the product in the LSTM's type."""
        kind = self._lstm.weight_ih_l0.dtype
        return functional.linear(features.to(kind), weight.to(kind)).float() + bias

    def _decoder(self, parameters: Tensors) -> tuple[torch.Tensor, torch.Tensor]:
        tied = self._config.architecture.tied
        return parameters["embedding.weight" if tied else "decoder.weight"], parameters["decoder.bias"]

    def _form_log_probs(self, parameters: Tensors, features: torch.Tensor, targets: Symbols) -> torch.Tensor:
        """Return the log-probability of each target's form, given its word, [M]; 0 for whole units."""
        if self._factors is None:
            return torch.zeros(len(targets))
        words, forms = self._factors.word_of[targets], self._factors.form_of[targets]
        rows, features = torch.from_numpy(words), features.float()
        space = functional.linear(features, parameters["space.weight"])[:, 0] + parameters["space.bias"][rows]
        sign = torch.from_numpy(np.where(forms >= NUM_CASES, np.float32(1.0), np.float32(-1.0)))
        case = functional.linear(features, parameters["case.weight"]) + parameters["case.bias"][rows]
        case = -functional.cross_entropy(case, torch.from_numpy(forms % NUM_CASES), reduction="none")
        return functional.logsigmoid(sign * space) + case * torch.from_numpy(self._factors.is_cased[words])

    def _held_out_loss(self, symbols: Symbols, limit: int | None = None) -> float:
        streams = max(1, min(_STREAMS, (len(symbols) - 1) // _LEAST_STREAM_SYMBOLS))
        bptt = min(_BPTT, (len(symbols) - 1) // streams)
        count = num_batches(symbols, streams, bptt)
        if limit is not None:
            count = min(count, max(1, limit // (streams * bptt)))
        self._load_lstm(self._average)
        weight, bias = self._decoder(self._average)
        block = max(1, _LOGITS_PER_BLOCK // len(weight))
        total, state = 0.0, None
        with torch.no_grad():
            for _, batch in zip(range(count), stream_batches(symbols, streams, bptt), strict=False):
                features, state = self._features(self._average, batch.inputs, state)
                targets = batch.targets.reshape(-1)
                total -= float(self._form_log_probs(self._average, features, targets).sum())
                rows = torch.from_numpy(self._decoder_rows(targets)).long()
                for some, wanted in zip(features.split(block), rows.split(block), strict=True):
                    self._look_for_stop()
                    scores = self._scores(some, weight, bias)
                    total += float(functional.cross_entropy(scores, wanted, reduction="sum"))
        return total / (count * streams * bptt)

    def _load_lstm(self, parameters: Tensors) -> None:
        with torch.no_grad():
            for ours, theirs in self._lstm_names.items():
                getattr(self._lstm, theirs).copy_(parameters[ours])

    def _weights(self) -> Weights:
        return _arrays(self._average)

    def _use(self, weights: Weights) -> None:
        self._average = _tensors(weights)

    def _arrays(self) -> Arrays:
        groups = {"weights": self._parameters, "average": self._average}
        groups |= {"adam/mean": self._means, "adam/variance": self._variances}
        if self._state is not None:
            groups["state"] = {str(index): each.float() for index, each in enumerate(self._state)}
        return {f"{group}/{name}": array for group, each in groups.items() for name, array in _arrays(each).items()}

    def _adam_steps(self) -> int:
        return self._steps

    def _read(self, checkpoint: Checkpoint) -> None:
        self._parameters = _tensors(checkpoint.group("weights"))
        self._average = _tensors(checkpoint.group("average") or checkpoint.group("weights"))
        self._means = _tensors(checkpoint.group("adam/mean"))
        self._variances = _tensors(checkpoint.group("adam/variance"))
        self._steps = int(checkpoint.facts["adam_steps"])
        state = _tensors(checkpoint.group("state"))
        kind = self._lstm.weight_ih_l0.dtype
        self._state = (state["0"].to(kind), state["1"].to(kind)) if state else None


def _tensors(arrays: Weights) -> Tensors:
    return {name: torch.from_numpy(np.array(array, dtype=np.float32)) for name, array in arrays.items()}


def _arrays(tensors: Tensors) -> Weights:
    return {name: np.array(each.detach().numpy(), dtype=np.float32) for name, each in tensors.items()}


def _multiplies_bfloat16() -> bool:
    """Say whether the processor has instructions for it; without them bfloat16 is slower than float32."""
    try:
        flags = Path("/proc/cpuinfo").read_text(encoding="ascii", errors="replace")
    except OSError:
        return False
    return "avx512_bf16" in flags or "amx_bf16" in flags
