"""A training job whose child is the fake trainer, whatever it is asked to start."""

import json
from pathlib import Path

from editor.process.training_job import JobCommand, TrainingJob

_TRAINER = Path(__file__).parents[1] / "process" / "fake_trainer.py"


def fine_tuning_events(*, is_better: bool = True) -> list[dict]:
    """Return the events of a short run, of the same shape as `python -m lm finetune --json` writes them."""
    words = {"network": "words", "before": {"user": 2.5, "general": 1.5}}
    after = {"user": 2.25 if is_better else 3.0, "general": 1.625}
    step = {"step": 7, "fraction": 0.5, "network_fraction": 0.75, "train_loss": 4.0, "chars_per_second": 3000.0}
    saved = {"ksr_inline": 0.25, "ksr_bar": 0.5}
    more = {"ksr_inline": 0.3, "ksr_bar": 0.55}
    typed = {"before": {"user": saved, "general": saved}, "after": {"user": more, "general": saved}}
    return [
        {"event": "started", "model": "m", "resumed": False, "device": "cpu", "device_reason": "there is no GPU"},
        {"event": "read", "files": 2, "bytes": 9000, "skipped": [], "held_out_bytes": 900},
        {"event": "measured"} | words,
        {"event": "estimated", "seconds": 80.0, "words_seconds": 30.0, "bytes_seconds": 40.0, "typing_seconds": 10.0},
        {"event": "step", "network": "words", "lr": 1e-3, "eta_seconds": 40.0} | step,
        {"event": "evaluated", "network": "words", "step": 8, "bits_per_char": 2.3, "before": 2.5, "is_best": True},
        {"event": "tuned", "after": after, "kept": is_better, "new_units": 12, "reason": "done"} | words,
        {"event": "typed", "user_chars": 900, "general_chars": 1500} | typed,
    ]


def as_deeds(events: list[dict]) -> list[str]:
    """Return what the fake trainer is told to write these events."""
    return [f"raw={json.dumps(event)}\\n" for event in events]


GOOD = [*as_deeds(fine_tuning_events()), "publish"]
WAITING = ["polite", "begun", *as_deeds(fine_tuning_events()[:5]), "wait=resumed", "publish"]
REFUSED = ["begun", *as_deeds(fine_tuning_events(is_better=False)), "ended=refused", "exit=1"]


class ScriptedJob(TrainingJob):
    """Starts the fake trainer with `deeds`; `publish` and `begun` are told the folder that was asked for."""

    def __init__(self, deeds: list[str]) -> None:
        super().__init__(grace_ms=60_000)
        self.deeds = deeds
        self.commands: list[JobCommand] = []

    def start(self, command: JobCommand, *, resume: bool = False) -> bool:
        self.commands.append(command)
        out = command.arguments[command.arguments.index("--out") + 1]
        deeds = [f"{deed}={out}" if deed in ("publish", "begun") else deed for deed in self.deeds]
        return super().start(JobCommand((str(_TRAINER), *deeds)), resume=resume)
