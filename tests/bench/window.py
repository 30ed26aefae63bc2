"""Latency in the real window and its worker thread, at a typist's pace: idle, and while a model trains beside it."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

_KEYS_PER_SECOND = 12.0


def run() -> Iterator[str]:
    yield f"{'key to ..., ms':26}{'p50':>8}{'p90':>8}{'p99':>8}{'n':>7}"
    yield from _measured("idle")
    with tempfile.TemporaryDirectory(prefix="foretype-bench-") as name:
        folder = Path(name)
        text = folder / "text.txt"
        text.write_text("A model trains while somebody types, and neither waits for the other.\n" * 30_000)
        train = ["-m", "lm", "train", str(text), "--out", str(folder / "model"), "--minutes", "10", "--device", "cpu"]
        environment = {name: value for name, value in os.environ.items() if not name.endswith("_NUM_THREADS")}
        trainer = subprocess.Popen(
            ["nice", sys.executable, "-W", "ignore", *train, "--num-layers", "2", "--json"],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            env=environment,
        )
        try:
            assert trainer.stdout is not None
            trainer.stdout.readline()
            progress = trainer.stdout.readline()
            assert json.loads(progress)["event"] == "step", "nothing trains beside the window"
            yield from _measured("training beside it")
            assert trainer.poll() is None, "the training ended before the typing"
        finally:
            trainer.kill()
            trainer.communicate()


def _measured(label: str) -> Iterator[str]:
    child = subprocess.run(
        [sys.executable, "-m", "tests.bench.window"],
        capture_output=True,
        text=True,
        check=True,
        timeout=240,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"},
    )
    for name, (p50, p90, p99, count) in json.loads(child.stdout).items():
        yield f"{label + ', ' + name:26}{p50:8.1f}{p90:8.1f}{p99:8.1f}{count:7}"


def _type() -> dict[str, tuple[float, float, float, int]]:
    from PySide6.QtCore import QEventLoop

    from editor.app import Foretype, make_application
    from editor.demo import PASSAGE
    from editor.paths import Paths
    from editor.suggestion_engine import load_engine
    from editor.typing_driver import type_text

    application = make_application([])
    with tempfile.TemporaryDirectory(prefix="foretype-bench-") as name:
        folder = Path(name)
        foretype = Foretype(Paths(folder / "preferences.json", folder / "recovery", folder), load_engine)
        window = foretype.open_window()
        loaded = QEventLoop()
        foretype.model_changed.connect(loaded.quit)
        foretype.start(None)
        loaded.exec()
        figures = type_text(window, PASSAGE, keys_per_second=_KEYS_PER_SECOND)
        foretype.stop()
    application.quit()
    found = {"ghost": figures.ghost, "answer": figures.reply, "glyph": figures.glyph}
    return {name: (each.p50, each.p90, each.p99, each.count) for name, each in found.items()}


if __name__ == "__main__":
    sys.stdout.write(json.dumps(_type()) + "\n")
