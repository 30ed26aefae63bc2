"""Every hyperparameter of a training run, in one frozen value that is kept with the model."""

import math
from dataclasses import asdict, dataclass, fields
from typing import Any

from lm.model.architecture import Architecture

_LEAST_WARMUP = 0.05
"""Share of the highest learning rate that the first step takes."""


@dataclass(frozen=True, slots=True)
class TrainConfig:
    """Every hyperparameter of a run.

    Attributes:
        architecture: the network.
        batch_size: N, streams read side by side.
        bptt: T, symbols between two truncations of the gradient.
        epochs: passes over the training text, used when `minutes` is 0.
        minutes: wall-clock length of the run, summed over resumes; the schedule follows the clock.
        lr: the highest learning rate; it rises over `warmup` of the run, then falls along a cosine to `final_lr`.
        grad_clip: largest global norm of a gradient.
        num_candidates: K of the sampled softmax; 0 for the full softmax.
        seed: of the split, the initial weights, dropout, offsets and candidates.
        evaluations: how often the held-out text is measured over the run.
        patience: evaluations in a row without a better held-out loss after which the run stops.
    """

    architecture: Architecture
    batch_size: int = 32
    bptt: int = 64
    epochs: float = 1.0
    minutes: float = 0.0
    lr: float = 2e-3
    final_lr: float = 2e-5
    warmup: float = 0.01
    grad_clip: float = 1.0
    num_candidates: int = 0
    seed: int = 1
    evaluations: int = 20
    patience: int = 6

    def __post_init__(self) -> None:
        for name in ("batch_size", "bptt", "evaluations", "patience"):
            if getattr(self, name) < 1:
                raise ValueError(f"{name} is {getattr(self, name)}, not at least 1")
        for name in ("num_candidates", "seed"):
            if getattr(self, name) < 0:
                raise ValueError(f"{name} is {getattr(self, name)}, not at least 0")
        for name in ("lr", "grad_clip", "minutes" if self.minutes else "epochs"):
            value = getattr(self, name)
            if not (math.isfinite(value) and value > 0.0):
                raise ValueError(f"{name} is {value}, not above 0")
        if self.bptt < self.architecture.window:
            raise ValueError(f"bptt is {self.bptt}, less than the window of {self.architecture.window}")

    def lr_at(self, fraction: float) -> float:
        """Return the learning rate when so much of the run is behind, 0 to 1."""
        if fraction < self.warmup:
            return self.lr * max(_LEAST_WARMUP, fraction / self.warmup)
        cosine = 0.5 * (1.0 + math.cos(math.pi * (fraction - self.warmup) / (1.0 - self.warmup)))
        return self.final_lr + (self.lr - self.final_lr) * cosine

    def to_json(self) -> dict[str, Any]:
        """Return the fields as the model card holds them."""
        return asdict(self)

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> "TrainConfig":
        """Read what `to_json` returned."""
        known = {field.name for field in fields(cls)} - {"architecture"}
        return cls(
            architecture=Architecture(**data["architecture"]),
            **{name: value for name, value in data.items() if name in known},
        )
