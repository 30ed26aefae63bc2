"""What the editor's tests share: a fake engine, the window with it, and a check that nothing is left running."""

import gc
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QThread, QTimer
from PySide6.QtWidgets import QApplication
from shiboken6 import Shiboken

from editor.process.paths import Paths
from editor.program.foretype import Foretype
from editor.suggestions.messages import RequestIds
from editor.window.document_tab import DocumentTab
from editor.window.editor_window import EditorWindow
from lm.errors import ModelError
from lm.model.suggestion import Suggestion
from tests.editor.fake_dialogs import FakeDialogs
from tests.editor.suggested import suggestion


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    # What Qt's off-screen platform says whenever a window's smallest size changes, it comes to the front, or a menu
    # pops up.
    words = r"does not support (propagateSizeHints|raise\(\)|grabbing the keyboard)"
    for item in items:
        item.add_marker(pytest.mark.qt_log_ignore(words, extend=True))


@pytest.fixture(autouse=True)
def nothing_left_behind(qapp: QApplication) -> Iterator[None]:
    before = set(threading.enumerate())
    # As in the program: no widget is destroyed on a worker's thread.
    gc.disable()
    gc.freeze()
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    gc.unfreeze()
    gc.enable()
    alive = Shiboken.getAllValidWrappers()
    # The application's own thread has a wrapper too.
    mine = QThread.currentThread()
    assert not [o for o in alive if isinstance(o, QThread) and o is not mine and o.objectName() and o.isRunning()]
    assert not [o for o in alive if isinstance(o, QTimer) and o.isActive()]
    assert {thread for thread in threading.enumerate() if not isinstance(thread, threading._DummyThread)} <= before


class FakeEngine:
    """Answers from a table of text endings; counts what it was asked; can be held at a gate.

    Attributes:
        answers: the ghost for a context that ends so; the longest ending wins.
        has_soft_space: a soft space comes after each ghost.
    """

    name = "fake"

    def __init__(self, answers: dict[str, str] | None = None) -> None:
        self.answers = answers or {}
        self.words: tuple[str, ...] = ()
        self.has_soft_space = False
        self.alternatives: tuple[str, ...] = ()
        self.failure: Exception | None = None
        self.contexts: list[str] = []
        self.followings: list[str] = []
        self.blocked: frozenset[str] = frozenset()
        self.stopped = 0
        self.gate: threading.Event | None = None
        self.writing: Callable[[str, int], Iterator[str]] = lambda _context, seed: iter(f" text {seed}")
        self.written_for: list[tuple[str, int, float, int]] = []

    def suggest(
        self,
        context: str,
        *,
        following: str,
        num_words: int,
        min_confidence: float,
        blocked: frozenset[str],
        is_silent: bool,
        should_stop: Callable[[], bool],
    ) -> Suggestion | None:
        self.contexts.append(context)
        self.followings.append(following)
        self.blocked = blocked
        if self.failure is not None:
            raise self.failure
        if self.gate is not None:
            while not self.gate.wait(0.002):
                if should_stop():
                    self.stopped += 1
                    return None
        endings = sorted((e for e in self.answers if context.endswith(e)), key=len)
        return suggestion(
            context,
            following,
            inline=self.answers[endings[-1]] if endings else "",
            others=self.alternatives,
            words=self.words,
            has_soft_space=self.has_soft_space,
        )

    def write_on(self, context: str, *, length: int, temperature: float, seed: int) -> Iterator[str]:
        self.written_for.append((context, length, temperature, seed))
        return self.writing(context, seed)


@pytest.fixture
def engine() -> FakeEngine:
    return FakeEngine()


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths(tmp_path / "config" / "preferences.json", tmp_path / "recovery", tmp_path / "cache")


@pytest.fixture
def foretype(qtbot, engine: FakeEngine, paths: Paths) -> Iterator[Foretype]:
    """The whole program with the fake engine, its model loaded."""

    def load(folder: Path) -> FakeEngine:
        if folder.name == "missing":
            raise ModelError(f"{folder} does not exist")
        return engine

    made = Foretype(paths, load)
    with qtbot.waitSignal(made.model_changed):
        made.start(Path("model"))
    yield made
    made.stop()


@pytest.fixture
def window(qtbot, foretype: Foretype) -> EditorWindow:
    """A window on the screen, ready to type in."""
    opened = foretype.open_window()
    opened.tab.text_edit.setFocus()
    qtbot.waitExposed(opened.main_window)
    return opened


@pytest.fixture
def dialogs() -> FakeDialogs:
    return FakeDialogs()


@pytest.fixture
def desk(qtbot, tmp_path: Path, dialogs: FakeDialogs) -> Iterator[EditorWindow]:
    """A window without the program around it, its questions answered by `dialogs`."""
    window = EditorWindow(DocumentTab(tmp_path / "recovery", RequestIds(), dialogs))
    window.main_window.show()
    window.tab.text_edit.setFocus()
    yield window
    window.discard()
