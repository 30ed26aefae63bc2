"""How the commands talk: JSON lines on stdout, or a progress line on stderr when that is a terminal."""

import json
import sys
from types import TracebackType
from typing import Any, Self

from gan_gallery.training import Checkpointed, Evaluated, Event, Finished, Sample, Started, Step, Warned, event_json

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


class ProgressLine:
    """One line on stderr that is written again and again, when stderr is a terminal; a context that ends it."""

    def __init__(self, as_json: bool) -> None:
        self._live = not as_json and sys.stderr.isatty()
        self._open = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.end()

    def show(self, fraction: float, words: str) -> None:
        """Write the line."""
        if self._live:
            filled = round(fraction * _BAR_WIDTH)
            sys.stderr.write(f"\r[{'#' * filled}{'-' * (_BAR_WIDTH - filled)}] {fraction:4.0%}  {words}\x1b[K")
            sys.stderr.flush()
            self._open = True

    def say(self, sentence: str) -> None:
        """Write a line that stays."""
        self.end()
        print(sentence, file=sys.stderr)

    def end(self) -> None:
        """End an open line."""
        if self._open:
            sys.stderr.write("\n")
            self._open = False


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
                    f"step {event.step}  loss D {event.loss_d:.2f}  G {event.loss_g:.2f}  "
                    f"{event.images_per_second:.0f} images/s  ETA {duration(event.eta_seconds)}",
                )
            case Started():
                begins = f"going on from step {event.step}" if event.step else "beginning"
                self._line.say(
                    f"{begins}: {event.num_images} pictures, {event.num_parameters / 1e6:.1f} M parameters, "
                    f"on the {event.device.upper()} ({event.device_reason})"
                )
            case Evaluated():
                kept = ", best so far" if event.is_best else ""
                self._line.say(
                    f"step {event.step}: FID {event.fid:.2f}, KID {event.kid:.4f}, variety {event.diversity:.2f} "
                    f"(n = {event.n}){kept}"
                )
            case Warned():
                self._line.say(f"warning: {event.message}")
            case Sample() | Checkpointed():
                pass
            case Finished():
                figures = (
                    f"FID {event.fid:.2f} at step {event.best_step} (n = {event.n})" if event.n else "not measured"
                )
                self._line.say(f"{event.reason} at step {event.step} after {duration(event.train_seconds)}: {figures}")
