"""How a training of this package is told: JSON lines on stdout, or sentences and a progress line on stderr."""

from types import TracebackType
from typing import Self

from gan_gallery.training.messages import (
    Checkpointed,
    Evaluated,
    Event,
    Finished,
    Sample,
    Started,
    Step,
    Warned,
    event_json,
)
from resources.runs.terminal import ProgressLine, duration, print_json


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
