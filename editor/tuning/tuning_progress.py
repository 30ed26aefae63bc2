"""What a fine-tuning has told so far, as the dialog shows it: plain data, made of the child's events, without Qt."""

import math
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

WORDS, BYTES = "words", "bytes"
_NETWORKS = {WORDS: "words", BYTES: "letters"}
"""What the dialog calls them."""
_SAVINGS = (("Keystrokes saved by the ghost", "ksr_inline"), ("Keystrokes saved by the bar", "ksr_bar"))


@dataclass(frozen=True, slots=True)
class Curve:
    """One network's bits per character on the held-out text over its training.

    Attributes:
        before: the parent's.
        points: (fraction of the network's training, bits per character), oldest first.
        training: the same for the text that is being read; empty where the loss says nothing in this unit.
        fraction: how far it is.
        steps: how many that took.
    """

    before: float
    points: tuple[tuple[float, float], ...] = ()
    training: tuple[tuple[float, float], ...] = ()
    fraction: float = 0.0
    steps: int = 0

    def place(self, step: int) -> float:
        """Return how far the training was at a step, in proportion to the last one that was told."""
        latest = self.points[-1][0] if self.points else 0.0
        return min(1.0, max(latest, self.fraction * step / self.steps if self.steps else self.fraction))


@dataclass(frozen=True, slots=True)
class Comparison:
    """One figure before and after, on the user's held-out text and on general text."""

    what: str
    user: tuple[float, float]
    general: tuple[float, float]
    is_bits: bool


@dataclass(frozen=True, slots=True)
class TuningProgress:
    """Everything that is shown of a run.

    Attributes:
        phase: what is being done, in words.
        fraction: of the whole run, 0 to 1; None before that is known.
        estimate_seconds: how long it takes at the most, measured on this machine; None before.
        device: where it trains, with the reason.
        curves: by network.
        comparisons: figures before and after, as far as they are known.
        chars_per_second: of the network in training.
        notes: sentences worth reading: what was skipped, new words, a network that stays.
    """

    phase: str = "Starting…"
    fraction: float | None = None
    estimate_seconds: float | None = None
    device: str = ""
    curves: Mapping[str, Curve] = field(default_factory=dict)
    comparisons: tuple[Comparison, ...] = ()
    chars_per_second: float = 0.0
    notes: tuple[str, ...] = ()


class ProgressTracker:
    """Makes the progress of events; keeps the time that is left honest between two of them."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self.progress = TuningProgress()
        self._eta: tuple[float, float] | None = None

    def seconds_left(self) -> float | None:
        """Return the time left as it was told, less what has passed since; None before anything is known."""
        if self._eta is None:
            return None
        seconds, told_at = self._eta
        return max(0.0, seconds - (self._clock() - told_at))

    def start(self) -> None:
        """A child begins, at first or after a pause; what was seen of the run stays."""
        self.progress = replace(self.progress, phase="Loading the trainer…")
        self._eta = None

    def take(self, event: Mapping[str, Any]) -> None:
        """Take in one event of `python -m lm finetune --json`; one of another shape is passed over."""
        try:
            self._take(event)
        except (KeyError, TypeError, ValueError, AttributeError):  # a trainer of another version
            return

    def _take(self, event: Mapping[str, Any]) -> None:
        now = self.progress
        match event["event"]:
            case "started":
                device = "the GPU" if event["device"] == "gpu" else "the CPU"
                phase = "Reading what was done…" if event["resumed"] else "Reading the documents…"
                self.progress = replace(now, phase=phase, device=f"On {device}: {event['device_reason']}.")
            case "read":
                held_out = event["held_out_bytes"]
                note = f"{held_out:,} bytes of your text are held out: they are measured and never learned."
                self.progress = replace(now, phase="Measuring the model as it is, and this machine…", notes=(note,))
            case "measured":
                self._set_curve(event["network"], before=_number(event["before"]["user"]))
            case "estimated":
                seconds = _number(event["seconds"])
                self._eta = (seconds, self._clock())
                self.progress = replace(self.progress, phase="Training…", estimate_seconds=seconds)
            case "step":
                self._take_step(event)
            case "evaluated":
                network = event["network"]
                curve = self._curve(network, _number(event["before"]))
                points = curve.points or ((0.0, curve.before),)
                point = (curve.place(int(event["step"])), _number(event["bits_per_char"]))
                self._set_curve(network, points=(*points, point))
            case "tuned":
                self._take_tuned(event)
            case "typed":
                self._take_typed(event)
            case "finished":
                self.progress = replace(now, phase="Done", fraction=1.0)

    def _take_step(self, event: Mapping[str, Any]) -> None:
        network, fraction = event["network"], _number(event["network_fraction"])
        training = self._curve(network).training
        if network == BYTES:  # one byte is about one character; a word network's sampled loss has no such reading
            training = (*training, (fraction, _number(event["train_loss"]) / math.log(2.0)))
        self._set_curve(network, training=training, fraction=fraction, steps=int(event["step"]))
        self._eta = (_number(event["eta_seconds"]), self._clock())
        self.progress = replace(
            self.progress,
            phase=f"Training the network of {_NETWORKS[network]}…",
            fraction=_number(event["fraction"]),
            chars_per_second=_number(event["chars_per_second"]),
        )

    def _take_tuned(self, event: Mapping[str, Any]) -> None:
        network, before, after = event["network"], event["before"], event["after"]
        comparison = Comparison(
            f"Bits per character, {_NETWORKS[network]}",
            (_number(before["user"]), _number(after["user"])),
            (_number(before["general"]), _number(after["general"])),
            is_bits=True,
        )
        others = tuple(c for c in self.progress.comparisons if c.what != comparison.what)
        curve = self._curve(network, _number(before["user"]))
        points = curve.points or ((0.0, curve.before), (1.0, comparison.user[1]))
        self._set_curve(network, points=points, fraction=1.0)
        notes = list(self.progress.notes)
        if event["new_units"]:
            notes.append(f"{event['new_units']} of your words are new to the model.")
        if not event["kept"]:
            notes.append(f"The network of {_NETWORKS[network]} got no better: the old one stays.")
        self.progress = replace(
            self.progress,
            comparisons=(*others, comparison),
            notes=tuple(dict.fromkeys(notes)),
            phase="Measuring what it is worth…",
        )

    def _take_typed(self, event: Mapping[str, Any]) -> None:
        before, after = event["before"], event["after"]
        rows = tuple(
            Comparison(
                what,
                (_number(before["user"][key]), _number(after["user"][key])),
                (_number(before["general"][key]), _number(after["general"][key])),
                is_bits=False,
            )
            for what, key in (
                ("Keystrokes saved by the ghost", "ksr_inline"),
                ("Keystrokes saved by the bar", "ksr_bar"),
            )
        )
        bits = tuple(comparison for comparison in self.progress.comparisons if comparison.is_bits)
        typed = (
            f"Keystrokes were counted on {event['user_chars']:,} characters of your held-out text "
            f"and {event['general_chars']:,} of general text."
        )
        notes = tuple(dict.fromkeys((*self.progress.notes, typed)))
        self.progress = replace(self.progress, comparisons=(*bits, *rows), notes=notes)

    def _curve(self, network: str, before: float = math.nan) -> Curve:
        return self.progress.curves.get(network) or Curve(before)

    def _set_curve(self, network: str, **changes: Any) -> None:
        curve = replace(self._curve(network), **changes)
        self.progress = replace(self.progress, curves=dict(self.progress.curves) | {network: curve})


def _number(value: Any) -> float:
    number = float(value)
    if not math.isfinite(number):
        raise ValueError("no finite number")
    return number


def duration(seconds: float) -> str:
    """Return a duration in words, the rougher the longer: `about 20 s`, `about 3 min`, `about 1 h 20 min`."""
    if seconds < 55:
        return f"about {max(5, 5 * math.ceil(seconds / 5))} s"
    minutes = round(seconds / 60)
    return f"about {minutes} min" if minutes < 60 else f"about {minutes // 60} h {minutes % 60:02d} min"
