"""How the commands talk: JSON lines on stdout, or a progress line on stderr when that is a terminal."""

import json
import sys
from types import TracebackType
from typing import Any, Self

from lm.training import Checkpointed, Evaluated, Event, Finished, Started, Step, event_json

_BAR_WIDTH = 24


def print_json(data: dict[str, Any]) -> None:
    """Write one JSON line to stdout at once."""
    sys.stdout.write(json.dumps(data) + "\n")
    sys.stdout.flush()


def duration(seconds: float) -> str:
    """Return a duration as people read it: `45 s`, `3 min 20 s`, `2 h 05 min`."""
    if seconds != seconds or seconds < 0:  # NaN: not known yet
        return "?"
    whole = round(seconds)
    if whole < 60:
        return f"{whole} s"
    if whole < 3600:
        return f"{whole // 60} min {whole % 60:02d} s"
    return f"{whole // 3600} h {whole % 3600 // 60:02d} min"


class Reporter:
    """Shows a training run's events; as a context it ends an open progress line."""

    def __init__(self, as_json: bool) -> None:
        self._as_json = as_json
        self._live = not as_json and sys.stderr.isatty()
        self._line_open = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end_line()

    def show(self, event: Event) -> None:
        """Show one event."""
        if self._as_json:
            print_json(event_json(event))
            return
        match event:
            case Step():
                self._show_step(event)
            case Started():
                self._print(
                    f"{event.num_parameters / 1e6:.1f} M parameters, {event.train_bytes / 1e6:.1f} MB to learn, "
                    f"{event.held_out_bytes / 1e3:.0f} kB held out, on the {event.device.upper()} "
                    f"({event.device_reason})"
                )
            case Evaluated():
                kept = ", best so far" if event.is_best else ""
                self._print(
                    f"step {event.step}: held out {event.bits_per_char:.3f} bits/char, "
                    f"perplexity {event.perplexity:.2f}{kept}"
                )
            case Checkpointed():
                pass
            case Finished():
                self._print(
                    f"{event.reason}: {event.bits_per_char:.4f} bits/char, perplexity {event.perplexity:.2f} "
                    f"on {event.held_out_bytes} held-out bytes after {duration(event.train_seconds)}"
                )

    def _show_step(self, event: Step) -> None:
        filled = round(event.fraction * _BAR_WIDTH)
        bar = "#" * filled + "-" * (_BAR_WIDTH - filled)
        line = (
            f"[{bar}] {event.fraction:4.0%}  loss {event.train_loss:.3f}  {event.bits_per_char:.3f} bits/char  "
            f"{event.chars_per_second / 1000:.1f} k char/s  ETA {duration(event.eta_seconds)}"
        )
        if self._live:
            sys.stderr.write(f"\r{line}\x1b[K")
            sys.stderr.flush()
            self._line_open = True

    def _print(self, line: str) -> None:
        self._end_line()
        print(line, file=sys.stderr)

    def _end_line(self) -> None:
        if self._line_open:
            sys.stderr.write("\n")
            self._line_open = False


class ProgressLine:
    """A fraction done on stderr, where that is a terminal; silent elsewhere."""

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
            filled = round(fraction * _BAR_WIDTH)
            sys.stderr.write(f"\r{self._label} [{'#' * filled}{'-' * (_BAR_WIDTH - filled)}] {fraction:4.0%}\x1b[K")
            sys.stderr.flush()
