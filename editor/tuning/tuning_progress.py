"""What a fine-tuning has told so far, as the dialog shows it: plain data, made of the child's events, without Qt.

Its sentences are marked here, and put into the window's language by the function that is handed in.
"""

import math
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from resources.marked_sentence import QT_TR_NOOP

WORDS, BYTES = "words", "bytes"
_SAVINGS = (
    (QT_TR_NOOP("Keystrokes saved by the ghost"), "ksr_inline"),
    (QT_TR_NOOP("Keystrokes saved by the bar"), "ksr_bar"),
)
_TRAINING = {
    WORDS: QT_TR_NOOP("Training the word network…"),
    BYTES: QT_TR_NOOP("Training the letter network…"),
}
_BITS = {WORDS: QT_TR_NOOP("Bits per character, words"), BYTES: QT_TR_NOOP("Bits per character, letters")}
_STAYS = {
    WORDS: QT_TR_NOOP("The word network got no better: the old one stays in use."),
    BYTES: QT_TR_NOOP("The letter network got no better: the old one stays in use."),
}
_ON_GPU, _ON_CPU = QT_TR_NOOP("On the GPU: {reason}."), QT_TR_NOOP("On the CPU: {reason}.")
_STARTING = QT_TR_NOOP("Starting…")

Say = Callable[[str], str]
"""Puts a marked sentence into the window's language."""


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

    phase: str = _STARTING
    fraction: float | None = None
    estimate_seconds: float | None = None
    device: str = ""
    curves: Mapping[str, Curve] = field(default_factory=dict)
    comparisons: tuple[Comparison, ...] = ()
    chars_per_second: float = 0.0
    notes: tuple[str, ...] = ()


class ProgressTracker:
    """Makes the progress of events; keeps the time that is left honest between two of them."""

    def __init__(self, clock: Callable[[], float] = time.monotonic, say: Say = str) -> None:
        """`say` puts the sentences into the window's language."""
        self._clock = clock
        self._say = say
        self.progress = TuningProgress(phase=say(_STARTING))
        self._eta: tuple[float, float] | None = None

    def seconds_left(self) -> float | None:
        """Return the time left as it was told, less what has passed since; None before anything is known."""
        if self._eta is None:
            return None
        seconds, told_at = self._eta
        return max(0.0, seconds - (self._clock() - told_at))

    def start(self) -> None:
        """A child begins, at first or after a pause; what was seen of the run stays."""
        self.progress = replace(self.progress, phase=self._say(QT_TR_NOOP("Loading the trainer…")))
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
                device = self._say(_ON_GPU if event["device"] == "gpu" else _ON_CPU)
                reading = QT_TR_NOOP("Reading the documents…")
                phase = self._say(QT_TR_NOOP("Reading what was done…") if event["resumed"] else reading)
                self.progress = replace(now, phase=phase, device=device.format(reason=event["device_reason"]))
            case "read":
                note = QT_TR_NOOP("{count:,} bytes of your text are set aside to measure with, and never learned.")
                phase = self._say(QT_TR_NOOP("Measuring the model as it is, and this machine…"))
                self.progress = replace(
                    now, phase=phase, notes=(self._say(note).format(count=event["held_out_bytes"]),)
                )
            case "measured":
                self._set_curve(event["network"], before=_number(event["before"]["user"]))
            case "estimated":
                seconds = _number(event["seconds"])
                self._eta = (seconds, self._clock())
                phase = self._say(QT_TR_NOOP("Training…"))
                self.progress = replace(self.progress, phase=phase, estimate_seconds=seconds)
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
                self.progress = replace(now, phase=self._say(QT_TR_NOOP("Done")), fraction=1.0)

    def _take_step(self, event: Mapping[str, Any]) -> None:
        network, fraction = event["network"], _number(event["network_fraction"])
        training = self._curve(network).training
        if network == BYTES:  # one byte is about one character; a word network's sampled loss has no such reading
            training = (*training, (fraction, _number(event["train_loss"]) / math.log(2.0)))
        self._set_curve(network, training=training, fraction=fraction, steps=int(event["step"]))
        self._eta = (_number(event["eta_seconds"]), self._clock())
        self.progress = replace(
            self.progress,
            phase=self._say(_TRAINING[network]),
            fraction=_number(event["fraction"]),
            chars_per_second=_number(event["chars_per_second"]),
        )

    def _take_tuned(self, event: Mapping[str, Any]) -> None:
        network, before, after = event["network"], event["before"], event["after"]
        comparison = Comparison(
            self._say(_BITS[network]),
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
            notes.append(
                self._say(QT_TR_NOOP("{count} of your words are new to the model.")).format(count=event["new_units"])
            )
        if not event["kept"]:
            notes.append(self._say(_STAYS[network]))
        self.progress = replace(
            self.progress,
            comparisons=(*others, comparison),
            notes=tuple(dict.fromkeys(notes)),
            phase=self._say(QT_TR_NOOP("Measuring how much better it is…")),
        )

    def _take_typed(self, event: Mapping[str, Any]) -> None:
        before, after = event["before"], event["after"]
        rows = tuple(
            Comparison(
                self._say(what),
                (_number(before["user"][key]), _number(after["user"][key])),
                (_number(before["general"][key]), _number(after["general"][key])),
                is_bits=False,
            )
            for what, key in _SAVINGS
        )
        bits = tuple(comparison for comparison in self.progress.comparisons if comparison.is_bits)
        typed = QT_TR_NOOP(
            "Keystrokes were counted on {own:,} characters of your held-out text and {general:,} of general text."
        )
        typed = self._say(typed).format(own=event["user_chars"], general=event["general_chars"])
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


def duration(seconds: float, say: Say = str) -> str:
    """Return a duration in words, the rougher the longer: `about 20 s`, `about 3 min`, `about 1 h 20 min`.

    `say` puts them into the window's language.
    """
    if seconds < 55:
        return say(QT_TR_NOOP("about {seconds} s")).format(seconds=max(5, 5 * math.ceil(seconds / 5)))
    minutes = round(seconds / 60)
    if minutes < 60:
        return say(QT_TR_NOOP("about {minutes} min")).format(minutes=minutes)
    sentence = say(QT_TR_NOOP("about {hours} h {minutes:02d} min"))
    return sentence.format(hours=minutes // 60, minutes=minutes % 60)
