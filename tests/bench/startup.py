"""From the command to the first window and to the first suggestion, and the memory of both."""

import gc
import json
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from tests.bench.program import application, child, child_environment, foretype, start

_RUNS = 5


def run() -> Iterator[str]:
    runs = [_child() for _ in range(_RUNS)]
    for name, unit in (("window", "s"), ("suggestion", "s"), ("peak_memory", "MB")):
        values = [each[name] for each in runs]
        yield f"first {name:14}".replace("first peak_memory", "peak memory      ") + (
            f"{statistics.median(values):8.2f} {unit}  (of {_RUNS}: {min(values):.2f} to {max(values):.2f})"
        )


def _child() -> dict[str, float]:
    started = time.time()
    done = subprocess.run(
        child("tests.bench.startup"),
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
        env=child_environment(),
    )
    moments: dict[str, float] = json.loads(done.stdout)
    return {
        "window": moments["window_at"] - started,
        "suggestion": moments["suggestion_at"] - started,
        "peak_memory": moments["peak_memory"],
    }


def _measure() -> dict[str, float]:
    # As `editor.program.command_line` does before it reads the window's modules.
    gc.disable()
    from PySide6.QtCore import QEvent, QObject

    from editor.program.typing_driver import type_text

    class FirstPaint(QObject):
        at = 0.0

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
            if event.type() == QEvent.Type.Paint and not self.at:
                self.at = time.time()
            return super().eventFilter(watched, event)

    with application() as qt, foretype() as program:
        first_paint = FirstPaint()
        qt.installEventFilter(first_paint)
        window = program.open_window()
        start(program)
        type_text(window, "The ", keys_per_second=None, takes=False)
        suggestion_at = time.time()
    # Not getrusage: its peak survives exec, so that a child begins with its parent's.
    status = Path("/proc/self/status").read_text()
    peak = float(status.split("VmHWM:")[1].split()[0]) / 1024.0
    return {"window_at": first_paint.at, "suggestion_at": suggestion_at, "peak_memory": peak}


if __name__ == "__main__":
    sys.stdout.write(json.dumps(_measure()) + "\n")
