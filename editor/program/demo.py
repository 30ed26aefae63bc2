"""The offline demo: types a passage into the real window, takes what is right, and says what that saved."""

import tempfile
from pathlib import Path

from PySide6.QtCore import QEventLoop, QObject, Signal, Slot
from PySide6.QtGui import QPixmap

from editor.errors import UsageError
from editor.process.paths import Paths
from editor.process.timers import single_shot
from editor.program.foretype import Foretype
from editor.program.typing_driver import TypingDriver, TypingFigures
from editor.settings.theme import ThemeName
from editor.suggestions.messages import ModelState
from editor.suggestions.suggestion_engine import EngineLoader
from editor.translation import tr
from editor.window.editor_window import EditorWindow

PASSAGE = (Path(__file__).parent / "demo_passage.txt").read_text(encoding="utf-8").rstrip("\n")

_HUMAN_KEYS_PER_SECOND = 12.0
# On a screen the last figures stay readable for a moment.
_LINGER_MS = 3000
# From this share of the passage on the page is full enough for a picture.
_PICTURE_FROM = 0.7


class Demo(QObject):
    """Waits for the model, lets the driver type, takes the picture.

    Signals:
        finished(): the passage is typed, or the person closed the window.
    """

    finished = Signal()

    def __init__(self, foretype: Foretype, *, screenshot: Path | None, speed: float | None) -> None:
        """Type at `speed` times the human pace; None types as fast as suggestions come."""
        super().__init__(foretype)
        self.model = ModelState("")
        self.figures: TypingFigures | None = None
        self.picture: QPixmap | None = None
        self._wants_picture = screenshot is not None
        self._longest_ghost = 0
        # Nobody is there to be told the keys.
        foretype.preferences.change_for_now(hint_seen=True)
        self._window: EditorWindow = foretype.open_window()
        self._window.main_window.set_close_guard(_may_close)
        pace = None if speed is None else _HUMAN_KEYS_PER_SECOND * speed
        self._driver = TypingDriver(self._window, PASSAGE, keys_per_second=pace, parent=self)
        self._driver.progressed.connect(self._on_progressed)
        self._driver.finished.connect(self._on_finished)
        self._linger = single_shot(self, 0 if speed is None else _LINGER_MS, self.finished)
        self._window.closed.connect(self._on_closed)
        foretype.model_changed.connect(self._on_model_changed)

    @Slot(object)
    def _on_model_changed(self, state: ModelState) -> None:
        self.model = state
        self._driver.start()

    @Slot(object)
    def _on_progressed(self, figures: TypingFigures) -> None:
        self.figures = figures
        ghost = figures.ghost
        latency = f" · p50 {ghost.p50:.0f}  p90 {ghost.p90:.0f}  p99 {ghost.p99:.0f} ms" if ghost.count else ""
        self._window.tab.status.show_demo(tr("{saved:.0%} of keys saved").format(saved=figures.saved) + latency)
        length = len(self._window.tab.text_edit.ghost_text())
        is_far = figures.characters >= _PICTURE_FROM * len(PASSAGE)
        if self._wants_picture and is_far and length > self._longest_ghost:
            self._longest_ghost = length
            self.picture = self._window.main_window.grab()

    @Slot(object)
    def _on_finished(self, figures: TypingFigures) -> None:
        self.figures = figures
        if self._wants_picture and self.picture is None:
            self.picture = self._window.main_window.grab()
        self._linger.start()

    @Slot()
    def _on_closed(self) -> None:
        self._driver.stop()
        self._linger.stop()
        self.figures = self._driver.figures(is_last=True)
        self.finished.emit()


def run_demo(
    load: EngineLoader,
    *,
    model: Path | None,
    theme: ThemeName | None,
    screenshot: Path | None,
    speed: float | None,
) -> list[str]:
    """Run the demo to its end; return the lines of its summary. The person's own settings stay out of it."""
    if screenshot is not None and screenshot.suffix.lower() != ".png":
        raise UsageError(f"{screenshot} is no name for a picture: it must end in .png")
    with tempfile.TemporaryDirectory(prefix="foretype-demo-") as folder:
        paths = Paths(Path(folder) / "preferences.json", Path(folder) / "recovery", Path(folder))
        foretype = Foretype(paths, load)
        try:
            if theme is not None:
                foretype.preferences.change_for_now(theme=theme)
            demo = Demo(foretype, screenshot=screenshot, speed=speed)
            loop = QEventLoop()
            demo.finished.connect(loop.quit)
            foretype.start(model)
            loop.exec()
        finally:
            foretype.stop()
    lines = summary(demo.figures, demo.model)
    if screenshot is not None and demo.picture is not None:
        _save(demo.picture, screenshot)
        lines.append(f"screenshot           {screenshot}")
    return lines


def summary(figures: TypingFigures | None, model: ModelState) -> list[str]:
    """Return the measured figures, a line each."""
    lines = [f"model                {model.name or 'none: ' + (model.failure or 'not loaded')}"]
    if figures is None:
        return [*lines, "nothing was typed"]
    is_whole = figures.characters == len(PASSAGE)
    state = "exactly the passage" if figures.is_exact and is_whole else "stopped early" if figures.is_exact else "WRONG"
    return [
        *lines,
        f"characters           {figures.characters} ({state})",
        f"keys                 {figures.keys}",
        f"keystrokes saved     {figures.saved:.1%}",
        f"key to ghost         {figures.ghost}",
        f"key to answer        {figures.reply}",
        f"key to glyph         {figures.glyph}",
        f"suggestions missed   {figures.missed} (not there within 150 ms)",
        f"seconds              {figures.seconds:.1f}",
    ]


def _may_close() -> bool:
    return True


def _save(picture: QPixmap, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    if not picture.save(str(path)):
        raise UsageError(f"the screenshot cannot be written to {path}: choose another place")
