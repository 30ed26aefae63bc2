"""The program in a process of its own, as the benches of the window run it: off-screen, with fresh folders."""

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the parent needs no Qt, and the first window is measured with its imports
    from PySide6.QtWidgets import QApplication

    from editor.program.foretype import Foretype
    from editor.window.editor_window import EditorWindow


def child(module: str, *arguments: str) -> list[str]:
    """Return the command of a bench's child."""
    return [sys.executable, "-m", module, *arguments]


def child_environment() -> dict[str, str]:
    """Return the environment of a bench's child: no screen, and one thread as in the program."""
    return os.environ | {"QT_QPA_PLATFORM": "offscreen", "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}


@contextmanager
def application() -> Iterator["QApplication"]:
    """Make Qt's application, and let it go at the end."""
    from editor.program.foretype import make_application

    made = make_application([])
    try:
        yield made
    finally:
        made.quit()


@contextmanager
def foretype() -> Iterator["Foretype"]:
    """Make the program in folders of its own; stop it at the end."""
    from editor.process.paths import Paths
    from editor.program.foretype import Foretype
    from editor.suggestions.suggestion_engine import load_engine

    with tempfile.TemporaryDirectory(prefix="foretype-bench-") as name:
        folder = Path(name)
        made = Foretype(Paths(folder / "preferences.json", folder / "data" / "recovery", folder), load_engine)
        try:
            yield made
        finally:
            made.stop()


def start(program: "Foretype") -> None:
    """Start the program and wait until its model answers."""
    from PySide6.QtCore import QEventLoop

    loaded = QEventLoop()
    program.model_changed.connect(loaded.quit)
    program.start(None)
    loaded.exec()


@contextmanager
def running() -> Iterator[tuple["Foretype", "EditorWindow"]]:
    """Run the program with a window on the screen and its model loaded."""
    with application(), foretype() as program:
        window = program.open_window()
        start(program)
        yield program, window
