"""How a training reports: JSON lines on stdout, or sentences and a progress line on stderr."""

from typing import Any

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
from resources.runs.terminal import EventReporter, duration


class Reporter(EventReporter[Event]):
    """Reports the events of a training."""

    def _to_json(self, event: Event) -> dict[str, Any]:
        return event_json(event)

    def _tell(self, event: Event) -> None:
        match event:
            case Step():
                self.show(
                    event.fraction,
                    f"step {event.step}  loss D {event.loss_d:.2f}  G {event.loss_g:.2f}  "
                    f"{event.images_per_second:.0f} images/s  ETA {duration(event.eta_seconds)}",
                )
            case Started():
                begins = f"continuing from step {event.step}" if event.step else "beginning"
                self.say(
                    f"{begins}: {event.num_images} pictures, {event.num_parameters / 1e6:.1f} M parameters, "
                    f"on the {event.device.upper()} ({event.device_reason})"
                )
            case Evaluated():
                kept = ", best so far" if event.is_best else ""
                self.say(
                    f"step {event.step}: FID {event.fid:.2f}, KID {event.kid:.4f}, variety {event.diversity:.2f} "
                    f"(n = {event.n}){kept}"
                )
            case Warned():
                self.say(f"warning: {event.message}")
            case Sample() | Checkpointed():
                pass
            case Finished():
                figures = (
                    f"FID {event.fid:.2f} at step {event.best_step} (n = {event.n})" if event.n else "not measured"
                )
                self.say(f"{event.reason} at step {event.step} after {duration(event.train_seconds)}: {figures}")
