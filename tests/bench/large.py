"""Large documents in the real window: opening, typing in their middle at a typist's pace, saving.

Work is what the window's thread computes from a key to its glyph, whatever else runs on the machine. Within a line
there is no ghost.
"""

import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

_KEYS_PER_SECOND = 12.0
_TYPED_CHARS = 150
_MEGABYTE = 1_000_000


def _words(size: int) -> str:
    rng = random.Random(1)
    words = ["".join(rng.choices("abcdefghijklmnopqrstuvwxyz", k=rng.randint(2, 9))) for _ in range(5000)]
    return " ".join(rng.choices(words, k=size // 6 + 100))[:size]


def _prose(size: int) -> str:
    text = _words(size)
    return "\n".join(text[start : start + 400] for start in range(0, size, 400))


def _html(size: int) -> str:
    text = _words(size)
    rows = (f'<p class="a{start % 7}">{text[start : start + 90]}</p>' for start in range(0, size - 2000, 110))
    return "<!DOCTYPE html>\n<html>\n<body>\n" + "\n".join(rows)[: size - 100] + "\n</body>\n</html>\n"


_DOCUMENTS: dict[str, tuple[str, Callable[[], str]]] = {
    "10 kB of prose": ("a.txt", lambda: _prose(10_000)),
    "10 MB of prose": ("a.txt", lambda: _prose(10 * _MEGABYTE)),
    "10 MB of HTML": ("a.html", lambda: _html(10 * _MEGABYTE)),
    "a line of 1 MB": ("a.txt", lambda: _words(_MEGABYTE)),
    "a line of 1 MB, no spaces": ("a.txt", lambda: _words(_MEGABYTE + 400_000).replace(" ", "")[:_MEGABYTE]),
    "a line of 10 MB": ("a.txt", lambda: _words(10 * _MEGABYTE)),
    "1,000,000 empty lines": ("a.txt", lambda: "\n" * _MEGABYTE),
}


def run() -> Iterator[str]:
    columns = f"{'open':>7}{'work p50':>10}{'p99':>7}{'glyph p50':>11}{'p99':>7}{'ghost p50':>11}{'p99':>7}{'save':>7}"
    yield f"{'document, ms':28}{columns}"
    for name in _DOCUMENTS:
        child = subprocess.run(
            [sys.executable, "-m", "tests.bench.large", name],
            capture_output=True,
            text=True,
            check=False,
            timeout=300,
            env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"},
        )
        if child.returncode:
            yield f"{name:28}{child.stderr.strip().splitlines()[-1:]}"
            continue
        found = json.loads(child.stdout)
        work, glyph, ghost = found["work"], found["glyph"], found["ghost"]
        yield (
            f"{name:28}{found['open']:7.0f}{work[0]:10.1f}{work[1]:7.1f}{glyph[0]:11.1f}{glyph[1]:7.1f}"
            f"{ghost[0]:11.1f}{ghost[1]:7.1f}{found['save']:7.0f}"
        )


def _measure(name: str) -> dict[str, object]:
    from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer, Slot
    from PySide6.QtGui import QTextCursor

    from editor.page.latency import percentiles
    from editor.process.paths import Paths
    from editor.program.demo import PASSAGE
    from editor.program.foretype import Foretype, make_application
    from editor.program.typing_driver import type_text
    from editor.suggestions.suggestion_engine import load_engine

    class Painted(QObject):
        """Ends a wait with the next paint of the page."""

        def __init__(self, wait: QEventLoop) -> None:
            super().__init__()
            self._wait = wait

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
            if event.type() == QEvent.Type.Paint:
                QTimer.singleShot(0, self._wait.quit)
            return super().eventFilter(watched, event)

    class Work(QObject):
        """Notes what the thread computes from each key to the end of the paint that follows it."""

        def __init__(self) -> None:
            super().__init__()
            self.milliseconds: list[float] = []
            self._began: float | None = None

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
            if event.type() == QEvent.Type.KeyPress:
                self._began = time.thread_time()
            elif event.type() == QEvent.Type.Paint and self._began is not None:
                QTimer.singleShot(0, self._on_painted)
            return super().eventFilter(watched, event)

        @Slot()
        def _on_painted(self) -> None:
            if self._began is not None:
                self.milliseconds.append((time.thread_time() - self._began) * 1000)
                self._began = None

    application = make_application([])
    with tempfile.TemporaryDirectory(prefix="foretype-bench-") as folder_name:
        folder = Path(folder_name)
        file_name, make = _DOCUMENTS[name]
        path = folder / file_name
        path.write_text(make(), encoding="utf-8")
        foretype = Foretype(Paths(folder / "preferences.json", folder / "recovery", folder), load_engine)
        # The strip with the first ghost's keys is shown once in a person's life, and takes 40 ms then.
        foretype.preferences.change_for_now(hint_seen=True)
        window = foretype.open_window()
        wait = QEventLoop()
        foretype.model_changed.connect(wait.quit)
        foretype.start(None)
        wait.exec()
        tab = window.tab
        edit = tab.text_edit
        painted = Painted(wait)
        started = time.perf_counter()
        edit.viewport().installEventFilter(painted)
        tab.session.load(path)
        wait.exec()
        found: dict[str, object] = {"open": (time.perf_counter() - started) * 1000}
        edit.viewport().removeEventFilter(painted)

        before = edit.text()
        cursor = edit.textCursor()
        cursor.setPosition(edit.document().characterCount() // 2)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        edit.setTextCursor(cursor)
        edit.setFocus()
        tab.latency.key_to_glyph_ms.clear()
        QTimer.singleShot(500, wait.quit)
        wait.exec()
        work = Work()
        edit.installEventFilter(work)
        edit.viewport().installEventFilter(work)
        figures = type_text(window, PASSAGE[:_TYPED_CHARS], keys_per_second=_KEYS_PER_SECOND)
        edit.removeEventFilter(work)
        edit.viewport().removeEventFilter(work)
        computed = percentiles(work.milliseconds)
        found["work"] = computed.p50, computed.p99
        found["glyph"] = figures.glyph.p50, figures.glyph.p99
        found["ghost"] = figures.ghost.p50, figures.ghost.p99
        text = edit.text()
        assert len(text) == len(before) + figures.characters, "characters were lost"
        started = time.perf_counter()
        assert tab.session.save()
        found["save"] = (time.perf_counter() - started) * 1000
        assert path.read_text(encoding="utf-8") == text, "not what is on the page was saved"
        foretype.stop()
    application.quit()
    return found


if __name__ == "__main__":
    sys.stdout.write(json.dumps(_measure(sys.argv[1])) + "\n")
