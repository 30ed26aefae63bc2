"""Two networks that learn the same text side by side: what to start, and what their children have told; no Qt."""

import sys
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from editor.translation import QT_TR_NOOP, tr
from resources.runs.child_process import module_arguments
from resources.runs.threads import THREADS_VARIABLE

KINDS = ("lstm", "unrolled")
TITLES = {"lstm": "LSTM", "unrolled": QT_TR_NOOP("Unrolled RNN")}
LEAST_CHARS = 5_000
_MOST_CHARS = 500_000
"""More than is read in a minute; the end of a longer text is taken."""
_RECIPE = ("--hidden-size", "128", "--embedding-size", "32", "--batch-size", "16", "--bptt", "48", "--lr", "0.004")
_EVALUATIONS = 12
_PATIENCE = 1_000
"""Never: both are to run the same time."""


@dataclass(frozen=True, slots=True)
class Lane:
    """How far one network has come.

    Attributes:
        points: (seconds trained or share of the run, bits per character on the held-out tenth), oldest first.
        fraction: of the run, 0 to 1.
        chars_per_second: how fast it reads.
        final: bits per character at the end; None before.
    """

    points: tuple[tuple[float, float], ...] = ()
    fraction: float = 0.0
    chars_per_second: float = 0.0
    final: float | None = None

    def after(self, event: Mapping[str, Any]) -> "Lane":
        """Return the lane after one more event of its child."""
        match event.get("event"):
            case "step":
                return replace(
                    self, fraction=float(event["fraction"]), chars_per_second=float(event["chars_per_second"])
                )
            case "evaluated":
                point = (self.fraction, float(event["bits_per_char"]))
                return replace(self, points=(*self.points, point))
            case "finished":
                return replace(self, fraction=1.0, final=float(event["bits_per_char"]))
        return self


def text_to_learn(text: str) -> str:
    """Return what the networks read of a document."""
    return text[-_MOST_CHARS:]


def arguments(kind: str, text: Path, out: Path, minutes: float) -> tuple[str, ...]:
    """Return what `python` is started with to train one of them."""
    run = ("--minutes", f"{minutes:g}", "--evaluations", str(_EVALUATIONS), "--patience", str(_PATIENCE))
    held_out = ("--held-out", "0.1")
    where = ("--out", str(out), "--device", "cpu", "--json")
    return module_arguments("lm", "train", str(text), "--kind", kind, *_RECIPE, *run, *held_out, *where)


def environment(inherited: Mapping[str, str]) -> dict[str, str]:
    """Return the children's environment: a thread each, so that they run fairly, and no warnings of MXNet's."""
    return dict(inherited) | {THREADS_VARIABLE: "1", "PYTHONWARNINGS": "ignore"}


def can_train() -> bool:
    """Say whether MXNet has wheels for this system."""
    import importlib.util

    return importlib.util.find_spec("mxnet") is not None


def no_training_sentence() -> str:
    """Say why nothing can be trained here."""
    return tr("Networks are trained with MXNet, which is not installed (there is none for {platform} here).").format(
        platform=sys.platform
    )
