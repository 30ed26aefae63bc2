"""How trainings and fine-tunings report, and how far an evaluation is."""

import sys
from types import TracebackType
from typing import Any, Self

from lm.finetuning.messages import (
    Estimated,
    Measured,
    Read,
    Tuned,
    TuningEvaluated,
    TuningFinished,
    TuningStarted,
    TuningStep,
    Typed,
)
from lm.finetuning.messages import Event as TuningEvent
from lm.finetuning.messages import event_json as tuning_event_json
from lm.training.messages import Checkpointed, Evaluated, Event, Finished, Started, Step, event_json
from resources.runs.terminal import EventReporter, bar, duration


class Reporter(EventReporter[Event]):
    """Reports the events of a training."""

    def _to_json(self, event: Event) -> dict[str, Any]:
        return event_json(event)

    def _tell(self, event: Event) -> None:
        match event:
            case Step():
                self.show(
                    event.fraction,
                    f"loss {event.train_loss:.3f}  {event.bits_per_char:.3f} bits/char  "
                    f"{event.chars_per_second / 1000:.1f} k char/s  ETA {duration(event.eta_seconds)}",
                )
            case Started():
                self.say(
                    f"{event.num_parameters / 1e6:.1f} M parameters, {event.train_bytes / 1e6:.1f} MB to learn, "
                    f"{event.held_out_bytes / 1e3:.0f} kB held out, on the {event.device.upper()} "
                    f"({event.device_reason})"
                )
            case Evaluated():
                kept = ", best so far" if event.is_best else ""
                self.say(
                    f"step {event.step}: held out {event.bits_per_char:.3f} bits/char, "
                    f"perplexity {event.perplexity:.2f}{kept}"
                )
            case Checkpointed():
                pass
            case Finished():
                self.say(
                    f"{event.reason}: {event.bits_per_char:.4f} bits/char, perplexity {event.perplexity:.2f} "
                    f"on {event.held_out_bytes} held-out bytes after {duration(event.train_seconds)}"
                )


class TuningReporter(EventReporter[TuningEvent]):
    """Reports the events of a fine-tuning."""

    def _to_json(self, event: TuningEvent) -> dict[str, Any]:
        return tuning_event_json(event)

    def _tell(self, event: TuningEvent) -> None:
        match event:
            case TuningStarted():
                begun = "going on" if event.resumed else "beginning"
                self.say(f"{begun} from {event.model} on the {event.device.upper()} ({event.device_reason})")
            case Read():
                self.say(f"{event.files} documents, {event.bytes / 1e3:.0f} kB, {event.held_out_bytes} B held out")
                for skipped in event.skipped:
                    self.say(f"skipped: {skipped.reason}")
            case Measured():
                self.say(
                    f"{event.network}: {event.before.user:.3f} bits/char before, "
                    f"{event.before.general:.3f} on general text"
                )
            case Estimated():
                self.say(f"at most {duration(event.seconds)} on this machine")
            case TuningStep():
                self.show(
                    event.fraction,
                    f"{event.network}  loss {event.train_loss:.3f}  {event.chars_per_second / 1000:.1f} k char/s  "
                    f"ETA {duration(event.eta_seconds)}",
                )
            case TuningEvaluated():
                kept = ", best so far" if event.is_best else ""
                self.say(f"{event.network} step {event.step}: {event.bits_per_char:.3f} bits/char held out{kept}")
            case Tuned():
                kept = "kept" if event.kept else "the old one stays"
                self.say(
                    f"{event.network} {event.reason}: {event.before.user:.3f} -> {event.after.user:.3f} bits/char, "
                    f"general text {event.before.general:.3f} -> {event.after.general:.3f}, "
                    f"{event.new_units} new words, {kept}"
                )
            case Typed():
                for text, before, after in (
                    ("your text", event.before.user, event.after.user),
                    ("general text", event.before.general, event.after.general),
                ):
                    self.say(
                        f"keystrokes saved on {text}: ghost {before.ksr_inline:.1%} -> {after.ksr_inline:.1%}, "
                        f"bar {before.ksr_bar:.1%} -> {after.ksr_bar:.1%}"
                    )
            case TuningFinished():
                self.say(f"published {event.out} after {duration(event.seconds)}")


class LabelledLine:
    """A fraction done on stderr, where that is a terminal, gone at the end; silent elsewhere."""

    def __init__(self, label: str, as_json: bool) -> None:
        self._label = label
        self._live = not as_json and sys.stderr.isatty()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._live:
            sys.stderr.write("\r\x1b[K")

    def show(self, fraction: float) -> None:
        """Show how much is done, 0 to 1."""
        if self._live:
            sys.stderr.write(f"\r{self._label} {bar(fraction)}\x1b[K")
            sys.stderr.flush()
