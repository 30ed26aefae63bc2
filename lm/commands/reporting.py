"""Shows on the terminal, or as JSON lines, how far a training or an evaluation has come."""

import sys
from types import TracebackType
from typing import Self

from lm.training.messages import Checkpointed, Evaluated, Event, Finished, Started, Step, event_json
from resources.runs.terminal import ProgressLine, bar, duration, print_json


class Reporter:
    """Shows a training run's events; as a context it ends an open progress line."""

    def __init__(self, as_json: bool) -> None:
        self._as_json = as_json
        self._line = ProgressLine(as_json)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._line.end()

    def show(self, event: Event) -> None:
        """Show one event."""
        if self._as_json:
            print_json(event_json(event))
            return
        match event:
            case Step():
                self._line.show(
                    event.fraction,
                    f"loss {event.train_loss:.3f}  {event.bits_per_char:.3f} bits/char  "
                    f"{event.chars_per_second / 1000:.1f} k char/s  ETA {duration(event.eta_seconds)}",
                )
            case Started():
                self._line.say(
                    f"{event.num_parameters / 1e6:.1f} M parameters, {event.train_bytes / 1e6:.1f} MB to learn, "
                    f"{event.held_out_bytes / 1e3:.0f} kB held out, on the {event.device.upper()} "
                    f"({event.device_reason})"
                )
            case Evaluated():
                kept = ", best so far" if event.is_best else ""
                self._line.say(
                    f"step {event.step}: held out {event.bits_per_char:.3f} bits/char, "
                    f"perplexity {event.perplexity:.2f}{kept}"
                )
            case Checkpointed():
                pass
            case Finished():
                self._line.say(
                    f"{event.reason}: {event.bits_per_char:.4f} bits/char, perplexity {event.perplexity:.2f} "
                    f"on {event.held_out_bytes} held-out bytes after {duration(event.train_seconds)}"
                )


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
