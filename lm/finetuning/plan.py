"""The plan of a fine-tuning run: how long each network is trained. It is kept in a file, so that a run can resume.

The time is shared: the word network comes first and takes at most its share of it, the byte network the rest.
"""

import json
import math
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from lm.errors import TrainingError
from lm.finetuning.messages import Figures, KeysSaved, Options, Savings, TuningStep
from lm.finetuning.typing_test import TypingPlan
from lm.model.architecture import Architecture
from lm.model.folder_layout import WORDS
from lm.model.vocabulary import Symbols
from lm.training.config import TrainConfig
from lm.training.messages import Step
from resources.files.atomic_file import write_atomically

_FORMAT_VERSION = 1
_EVALUATIONS = 8
_PATIENCE = 3
_LOWEST_LR = 0.04
"""The last learning rate, as a part of the highest one."""
_BPTT = {"words": 32, "bytes": 64}
_LARGEST_BATCH = 32
_STEPS_PER_EPOCH = 50
"""A short text gets a smaller batch rather than fewer steps."""
_FULL_SOFTMAX_LARGEST = 8192
_NUM_CANDIDATES = 2048
_WORDS_SHARE = 0.4
_LEAST_TRAINING = 0.5
"""The part of the time that is left for training, however long measuring takes."""


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast this machine is on one network: seconds for one step, and for measuring the held-out text once."""

    steps_per_epoch: int
    step_seconds: float
    measure_seconds: float


@dataclass(frozen=True, slots=True)
class NetworkPlan:
    """One network's part of the run: its config, the parent's figures, and the seconds that it takes at most."""

    network: str
    config: TrainConfig
    before: Figures
    training_seconds: float
    measuring_seconds: float

    @property
    def seconds(self) -> float:
        """The seconds for training and measuring together."""
        return self.training_seconds + self.measuring_seconds


@dataclass(frozen=True, slots=True)
class Plan:
    """The whole run; `parent` and `documents` are checksums of what it was made for.

    `typing` is None where no keystrokes are measured.
    """

    parent: tuple[str, ...]
    documents: str
    networks: tuple[NetworkPlan, ...]
    typing: TypingPlan | None = None

    @property
    def typing_seconds(self) -> float:
        """The seconds that typing with the tuned model will take."""
        return self.typing.seconds if self.typing else 0.0

    def step(self, event: Step, index: int) -> TuningStep:
        """Return the progress of one network as progress of the whole run."""
        part = self.networks[index]
        behind = sum(other.seconds for other in self.networks[:index])
        ahead = sum(other.seconds for other in self.networks[index + 1 :]) + self.typing_seconds
        return TuningStep(
            network=part.network,
            step=event.step,
            fraction=(behind + event.fraction * part.seconds) / (behind + part.seconds + ahead),
            network_fraction=event.fraction,
            train_loss=event.train_loss,
            chars_per_second=event.chars_per_second,
            lr=event.lr,
            eta_seconds=event.eta_seconds + (1.0 - event.fraction) * part.measuring_seconds + ahead,
        )

    def save(self, path: Path) -> None:
        """Write the plan to `path` in one move.

        Raises:
            TrainingError: if the disk refuses.
        """
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(path, json.dumps({"format_version": _FORMAT_VERSION} | asdict(self)).encode())
        except OSError as exc:
            raise TrainingError(f"cannot write {path} ({exc.strerror or exc}): choose another --out") from exc

    @classmethod
    def load(cls, path: Path) -> "Plan | None":
        """Read what `save` wrote; None if there is nothing.

        Raises:
            TrainingError: if it is damaged.
        """
        try:
            data = _checked(json.loads(path.read_text(encoding="utf-8")))
            networks = tuple(map(_network_plan, data["networks"]))
            plan = cls(tuple(data["parent"]), data["documents"], networks, _typing_plan(data.get("typing")))
        except FileNotFoundError:
            return None
        except (OSError, KeyError, TypeError, ValueError, RecursionError) as exc:
            raise TrainingError(f"{path} is damaged ({exc}): start without --resume") from exc
        if len(plan.networks) != len(plan.parent):
            raise TrainingError(f"{path} is damaged (a network is missing): start without --resume")
        return plan


def first_config(architecture: Architecture, network: str, symbols: Symbols, options: Options) -> TrainConfig:
    """Return the recipe for one network on the training text `symbols`, [T], before its time is known."""
    bptt = _BPTT[network]
    batch_size = max(1, min(_LARGEST_BATCH, len(symbols) // (bptt * _STEPS_PER_EPOCH)))
    return TrainConfig(
        architecture=architecture,
        batch_size=batch_size,
        bptt=max(1, architecture.window, min(bptt, (len(symbols) - 1) // batch_size)),
        epochs=options.epochs,
        lr=options.lr,
        final_lr=options.lr * _LOWEST_LR,
        num_candidates=_NUM_CANDIDATES if architecture.vocab_size > _FULL_SOFTMAX_LARGEST else 0,
        seed=options.seed,
        evaluations=_EVALUATIONS,
        patience=_PATIENCE,
    )


def share_time(parts: Sequence[NetworkPlan], paces: Sequence[Pace], minutes: float) -> list[NetworkPlan]:
    """Return the parts with their time: a network whose epochs fit runs all of them, another stops by the clock.

    `minutes` are shared by all of them; what one does not need is left to those after it.
    """
    measuring = [(_EVALUATIONS + 1) * pace.measure_seconds for pace in paces]
    left = max(60.0 * minutes - sum(measuring), 60.0 * minutes * _LEAST_TRAINING)
    shared: list[NetworkPlan] = []
    for part, pace, overhead in zip(parts, paces, measuring, strict=True):
        share = _WORDS_SHARE * left if part.network == WORDS and len(parts) > 1 else left
        needed = part.config.epochs * pace.steps_per_epoch * pace.step_seconds
        config = part.config if needed <= share else replace(part.config, minutes=share / 60.0)
        shared.append(replace(part, config=config, training_seconds=min(needed, share), measuring_seconds=overhead))
        left -= min(needed, share)
    return shared


def _checked(data: Any) -> dict[str, Any]:
    if not isinstance(data, dict) or data.get("format_version") != _FORMAT_VERSION:
        raise ValueError("it is no plan of this version")
    return data


def _typing_plan(data: Any) -> TypingPlan | None:
    if data is None:
        return None
    before = Savings(*(KeysSaved(**data["before"][text]) for text in ("user", "general")))
    plan = TypingPlan(before, int(data["user_chars"]), int(data["general_chars"]), float(data["seconds"]))
    if plan.user_chars < 0 or plan.general_chars < 0 or not math.isfinite(plan.seconds):
        raise ValueError("its typing makes no sense")
    return plan


def _network_plan(data: dict[str, Any]) -> NetworkPlan:
    part = NetworkPlan(
        network=str(data["network"]),
        config=TrainConfig.from_json(data["config"]),
        before=Figures(**data["before"]),
        training_seconds=float(data["training_seconds"]),
        measuring_seconds=float(data["measuring_seconds"]),
    )
    if not math.isfinite(part.before.user + part.before.general + part.seconds):
        raise ValueError("its figures are not finite")
    return part
