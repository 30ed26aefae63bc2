"""Latency in the real window and its worker thread, at a typist's pace: idle, learning, and beside a training."""

import json
import os
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np

from gan_gallery.faces.export import save_png
from tests.bench.program import child, child_environment, running

_KEYS_PER_SECOND = 12.0
_LESSONS = {1: "next letters", 2: "surprise", 3: "memory"}
"""Pages of the panel on how it works that follow the typing, by their place."""
_NUM_PICTURES = 200
"""Of noise, for a DCGAN: a few batches."""


def run() -> Iterator[str]:
    yield f"{'key to ..., ms':26}{'p50':>8}{'p90':>8}{'p99':>8}{'n':>7}"
    yield from _measured("idle")
    yield from _measured("learning", "learning")
    for place, label in _LESSONS.items():
        yield from _measured(label, "lesson", str(place))
    with tempfile.TemporaryDirectory(prefix="foretype-bench-") as name:
        folder = Path(name)
        text = folder / "text.txt"
        text.write_text("A model trains while somebody types, and neither waits for the other.\n" * 30_000)
        train = ["lm", "train", str(text), "--out", str(folder / "model"), "--minutes", "10", "--num-layers", "2"]
        with _trains_beside(*train):
            yield from _measured("training beside it")
        for place, noise in enumerate(np.random.default_rng(1).integers(0, 256, (_NUM_PICTURES, 64, 64, 3), np.uint8)):
            save_png(folder / "pictures" / f"{place}.png", noise, {})
        train = ["gan_gallery", "train", str(folder / "pictures"), "--out", str(folder / "faces"), "--minutes", "10"]
        threads = str(max(1, (os.cpu_count() or 1) - 1))  # as the gallery's panel does
        with _trains_beside(*train, "--cache", str(folder / "cache"), FORETYPE_TRAINING_THREADS=threads):
            yield from _measured("a DCGAN beside it")


@contextmanager
def _trains_beside(*arguments: str, **environment: str) -> Iterator[None]:
    """Run a training as the window does, from its first step on; end it at the end."""
    inherited = {name: value for name, value in os.environ.items() if not name.endswith("_NUM_THREADS")}
    trainer = subprocess.Popen(
        ["nice", sys.executable, "-W", "ignore", "-m", *arguments, "--device", "cpu", "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env=inherited | environment,
    )
    try:
        assert trainer.stdout is not None
        trainer.stdout.readline()
        progress = trainer.stdout.readline()
        assert json.loads(progress)["event"] == "step", "nothing trains beside the window"
        yield
        assert trainer.poll() is None, "the training ended before the typing"
    finally:
        trainer.kill()
        trainer.communicate()


def _measured(label: str, *arguments: str) -> Iterator[str]:
    done = subprocess.run(
        child("tests.bench.window", *arguments),
        capture_output=True,
        text=True,
        check=True,
        timeout=240,
        env=child_environment(),
    )
    for name, (p50, p90, p99, count) in json.loads(done.stdout).items():
        yield f"{label + ', ' + name:26}{p50:8.1f}{p90:8.1f}{p99:8.1f}{count:7}"


def _type(*, learns: bool, lesson: int | None = None) -> dict[str, tuple[float, float, float, int]]:
    from PySide6.QtCore import QTimer

    from editor.learning.messages import OpenedText
    from editor.program.demo import PASSAGE
    from editor.program.foretype import Foretype
    from editor.program.typing_driver import type_text
    from editor.settings.shortcuts import Command
    from resources import shipped_model

    class Reader(QTimer):
        """Opens another document of 250 kB every 5 seconds: most of the time there is something to be learned."""

        def __init__(self, foretype: Foretype) -> None:
            super().__init__()
            self._foretype = foretype
            self._random = random.Random(1)
            units = json.loads((shipped_model("english") / "words" / "vocabulary.json").read_text(encoding="utf-8"))
            self._words = [unit for unit in units if unit.strip().isalpha()]
            self._count = 0
            self.setInterval(5000)
            self.timeout.connect(self._open)

        def _open(self) -> None:
            self._count += 1
            words = self._random.choices(self._words, k=40_000)
            text = "\n".join("".join(words[start : start + 80]) for start in range(0, len(words), 80))
            self._foretype.learning.store.opened.emit(OpenedText(Path(f"/{self._count}.txt"), text))

    with running() as (foretype, window):
        reader = Reader(foretype)
        if learns:
            reader.start()
        if lesson is not None:
            window.main_window.commanded.emit(Command.HOW_IT_WORKS)
            foretype.how_it_works.panel.tabs.setCurrentIndex(lesson)
            window.tab.take_focus()
        figures = type_text(window, PASSAGE, keys_per_second=_KEYS_PER_SECOND)
        reader.stop()
    found = {"ghost": figures.ghost, "answer": figures.reply, "glyph": figures.glyph}
    return {name: (each.p50, each.p90, each.p99, each.count) for name, each in found.items()}


if __name__ == "__main__":
    found = _type(learns="learning" in sys.argv, lesson=int(sys.argv[-1]) if "lesson" in sys.argv else None)
    sys.stdout.write(json.dumps(found) + "\n")
