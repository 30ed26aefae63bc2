"""Shows on the terminal, or as JSON lines, how far a training or an evaluation has come."""

import sys
from types import TracebackType
from typing import Any, Self

from lm.finetuning import messages as tuning
from lm.training import messages as training
from resources.runs.terminal import EventReporter, bar, duration


class TrainingReporter(EventReporter[training.Event]):
    """Shows the events of a training."""

    def _to_json(self, event: training.Event) -> dict[str, Any]:
        return training.event_json(event)

    def _tell(self, event: training.Event) -> None:
        match event:
            case training.Step():
                self.show(
                    event.fraction,
                    f"loss {event.train_loss:.3f}  {event.bits_per_char:.3f} bits/char  "
                    f"{event.chars_per_second / 1000:.1f} k char/s  ETA {duration(event.eta_seconds)}",
                )
            case training.Started():
                self.say(
                    f"{event.num_parameters / 1e6:.1f} M parameters, {event.train_bytes / 1e6:.1f} MB to learn, "
                    f"{event.held_out_bytes / 1e3:.0f} kB held out, on the {event.device.upper()} "
                    f"({event.device_reason})"
                )
            case training.Evaluated():
                kept = ", best so far" if event.is_best else ""
                self.say(
                    f"step {event.step}: held out {event.bits_per_char:.3f} bits/char, "
                    f"perplexity {event.perplexity:.2f}{kept}"
                )
            case training.Checkpointed():
                pass
            case training.Finished():
                self.say(
                    f"{event.reason}: {event.bits_per_char:.4f} bits/char, perplexity {event.perplexity:.2f} "
                    f"on {event.held_out_bytes} held-out bytes after {duration(event.train_seconds)}"
                )


class TuningReporter(EventReporter[tuning.Event]):
    """Shows the events of a fine-tuning."""

    def _to_json(self, event: tuning.Event) -> dict[str, Any]:
        return tuning.event_json(event)

    def _tell(self, event: tuning.Event) -> None:
        match event:
            case tuning.TuningStarted():
                begun = "resuming" if event.resumed else "starting"
                self.say(f"{begun} from {event.model} on the {event.device.upper()} ({event.device_reason})")
            case tuning.Read():
                self.say(f"{event.files} documents, {event.bytes / 1e3:.0f} kB, {event.held_out_bytes} B held out")
                for skipped in event.skipped:
                    self.say(f"skipped: {skipped.reason}")
            case tuning.Measured():
                self.say(
                    f"{event.network}: {event.before.user:.3f} bits/char before, "
                    f"{event.before.general:.3f} on general text"
                )
            case tuning.Estimated():
                self.say(f"at most {duration(event.seconds)} on this machine")
            case tuning.TuningStep():
                self.show(
                    event.fraction,
                    f"{event.network}  loss {event.train_loss:.3f}  {event.chars_per_second / 1000:.1f} k char/s  "
                    f"ETA {duration(event.eta_seconds)}",
                )
            case tuning.TuningEvaluated():
                kept = ", best so far" if event.is_best else ""
                self.say(f"{event.network} step {event.step}: {event.bits_per_char:.3f} bits/char held out{kept}")
            case tuning.Tuned():
                kept = "kept" if event.kept else "the old one is kept"
                self.say(
                    f"{event.network} {event.reason}: {event.before.user:.3f} -> {event.after.user:.3f} bits/char, "
                    f"general text {event.before.general:.3f} -> {event.after.general:.3f}, "
                    f"{event.new_units} new words, {kept}"
                )
            case tuning.Typed():
                for text, before, after in (
                    ("your text", event.before.user, event.after.user),
                    ("general text", event.before.general, event.after.general),
                ):
                    self.say(
                        f"keystrokes saved on {text}: ghost {before.ksr_inline:.1%} -> {after.ksr_inline:.1%}, "
                        f"bar {before.ksr_bar:.1%} -> {after.ksr_bar:.1%}"
                    )
            case tuning.TuningFinished():
                self.say(f"published {event.out} after {duration(event.seconds)}")


class LabelledLine:
    """A progress bar on stderr that disappears at the end; silent where stderr is no terminal."""

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
