"""The gallery in the real window: opening it, re-rolling, playing a way, and what typing feels of it."""

import json
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator

from tests.bench.program import child, child_environment, running

_KEYS_PER_SECOND = 12.0
_NUM_REROLLS = 20
_REROLL_EVERY_MS = 500


def run() -> Iterator[str]:
    done = subprocess.run(
        child("tests.bench.browsing"),
        capture_output=True,
        text=True,
        check=True,
        timeout=240,
        env=child_environment(),
    )
    found = json.loads(done.stdout)
    yield f"command to 16 faces                   {found['open_ms']:8.0f} ms"
    yield f"re-roll of 16 faces, p50 / slowest    {found['reroll_p50_ms']:8.0f} / {found['reroll_max_ms']:.0f} ms"
    yield f"a way, re-rolls and typing meanwhile  {found['frames_per_second']:8.1f} frames/s"
    for name in ("ghost", "glyph"):
        p50, p90, p99 = found[name]
        yield f"key to {name} meanwhile, p50 / p90 / p99{p50:13.1f} / {p90:.1f} / {p99:.1f} ms"


def _browse() -> dict[str, object]:
    from PySide6.QtCore import QEventLoop, QItemSelectionModel, QTimer

    from editor.program.demo import PASSAGE
    from editor.program.typing_driver import type_text
    from editor.settings.shortcuts import Command

    with running() as (foretype, window):
        wait = QEventLoop()
        started = time.perf_counter()
        window.main_window.commanded.emit(Command.GALLERY)
        panel = foretype.gallery.panel
        assert panel is not None
        panel.thread_of_faces.rendered.connect(wait.quit)
        wait.exec()
        found: dict[str, object] = {"open_ms": 1000 * (time.perf_counter() - started)}

        rerolls = []
        for _ in range(_NUM_REROLLS):
            started = time.perf_counter()
            panel.faces.action("reroll").trigger()
            wait.exec()
            rerolls.append(1000 * (time.perf_counter() - started))
        found |= {"reroll_p50_ms": statistics.median(rerolls), "reroll_max_ms": max(rerolls)}

        for place in (0, 1):
            panel.faces.view.selectionModel().select(
                panel.faces.model.index(place), QItemSelectionModel.SelectionFlag.Select
            )
        panel.faces.action("way").trigger()
        wait.exec()
        frames: list[float] = []
        panel.faces.way.place_changed.connect(lambda _place: frames.append(time.perf_counter()))
        window.tab.text_edit.setFocus()
        reroll = QTimer()
        reroll.setInterval(_REROLL_EVERY_MS)
        reroll.timeout.connect(panel.faces.action("reroll").trigger)
        reroll.start()
        figures = type_text(window, PASSAGE, keys_per_second=_KEYS_PER_SECOND)
        reroll.stop()
        found["frames_per_second"] = (len(frames) - 1) / (frames[-1] - frames[0])
        for name, each in (("ghost", figures.ghost), ("glyph", figures.glyph)):
            found[name] = (each.p50, each.p90, each.p99)
    return found


if __name__ == "__main__":
    sys.stdout.write(json.dumps(_browse()) + "\n")
