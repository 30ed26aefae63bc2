"""Types a text into a real window through real key events, takes suggestions when they are right, and measures."""

import math
import time
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent

from editor.page import ghost_text
from editor.page.latency import Percentiles, percentiles
from editor.process.timers import single_shot
from editor.window.editor_window import EditorWindow

# A person does not wait longer for a suggestion before typing on.
_PATIENCE_MS = 150
# Without a pace of its own the driver leaves this much for the window to paint.
_FASTEST_MS = 10
_TAKES_SPACE = tuple(".,;:!?)]}’”…\n")
"""What takes the place of the space after an accepted word."""


@dataclass(frozen=True, slots=True)
class TypingFigures:
    """What typing a text took and how long the window made the person wait.

    Attributes:
        keys: keys pressed, those that took suggestions among them.
        characters: characters of the text so far.
        is_exact: whether the page holds exactly what was to be typed; False before the end.
        missed: suggestions that did not come within the driver's patience.
    """

    keys: int
    characters: int
    is_exact: bool
    seconds: float
    missed: int
    ghost: Percentiles
    reply: Percentiles
    glyph: Percentiles

    @property
    def saved(self) -> float:
        """The share of keystrokes saved, 1 - keys / characters."""
        return 1 - self.keys / self.characters if self.characters else 0.0


class TypingDriver(QObject):
    """A tireless typist; lives on the GUI thread and never blocks it.

    Signals:
        progressed(TypingFigures): after each key, when its suggestion has come or is given up.
        finished(TypingFigures): the text is typed.
    """

    progressed = Signal(object)
    finished = Signal(object)

    def __init__(
        self,
        window: EditorWindow,
        text: str,
        *,
        keys_per_second: float | None,
        takes: bool = True,
        parent: QObject | None = None,
    ) -> None:
        """Type at a pace, or as fast as suggestions come; `takes` whether right suggestions are taken."""
        super().__init__(parent)
        self._window = window
        self._tab = window.tab
        self._text = text
        self._interval_s = _FASTEST_MS / 1000 if keys_per_second is None else 1 / keys_per_second
        self._is_paced = keys_per_second is not None
        self._takes = takes
        self._typed = 0
        self._keys = 0
        self._missed = 0
        self._has_space_too_much = False
        self._is_waiting = False
        self._started_at = self._due_at = time.perf_counter()
        self._tick = QTimer(self)
        self._tick.setSingleShot(True)
        self._tick.setTimerType(Qt.TimerType.PreciseTimer)
        self._tick.timeout.connect(self._on_tick)
        self._patience = single_shot(self, _PATIENCE_MS, self._on_patience_over)
        self._tab.controller.settled.connect(self._on_settled)

    def start(self) -> None:
        """Begin with the first key."""
        self._started_at = self._due_at = time.perf_counter()
        self._tick.start(0)

    def stop(self) -> None:
        """Stop typing."""
        self._is_waiting = False
        self._tick.stop()
        self._patience.stop()

    def figures(self, *, is_last: bool = False) -> TypingFigures:
        """Return what has been measured so far; the page is compared with the text only at the end."""
        log = self._tab.latency
        return TypingFigures(
            keys=self._keys,
            characters=self._typed,
            is_exact=is_last and self._tab.text_edit.text() == self._text[: self._typed],
            seconds=time.perf_counter() - self._started_at,
            missed=self._missed,
            ghost=percentiles(log.key_to_ghost_ms),
            reply=percentiles(log.key_to_reply_ms),
            glyph=percentiles(log.key_to_glyph_ms),
        )

    @Slot()
    def _on_tick(self) -> None:
        if self._typed >= len(self._text) and not self._has_space_too_much:
            self.stop()
            self.finished.emit(self.figures(is_last=True))
            return
        reading = self._tab.controller.reading_seconds if self._right_ghost() else 0.0
        if reading:
            # What came with an accept is read before it is taken.
            self._due_at = time.perf_counter() + reading
            self._tick.start(math.ceil(reading * 1000))
            return
        if self._is_paced:
            # A timer that comes late is latency too.
            self._tab.latency.key_due(self._due_at)
        self._press_next()
        self._keys += 1
        self._look()
        if self._tab.controller.is_busy:
            self._is_waiting = True
            self._patience.start()
        else:
            self._go_on()

    def _right_ghost(self) -> str:
        """Return how much of the ghost is right, up to a word's end."""
        ghost = self._tab.text_edit.ghost_text() if self._takes else ""
        return right_prefix(ghost, self._text[self._typed :], self._text[: self._typed]) if ghost else ""

    def _press_next(self) -> None:
        right = self._right_ghost()
        char = self._text[self._typed : self._typed + 1]
        if right and right == self._tab.text_edit.ghost_text():
            self._press(Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier, "\t")
        elif right:
            self._press(Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier, "")
        elif self._has_space_too_much and char not in _TAKES_SPACE:
            self._press(Qt.Key.Key_Backspace, Qt.KeyboardModifier.NoModifier, "\b")
        else:
            key = Qt.Key.Key_Return if char == "\n" else _key_of(char)
            modifier = Qt.KeyboardModifier.ShiftModifier if char.isupper() else Qt.KeyboardModifier.NoModifier
            self._press(key, modifier, "\r" if char == "\n" else char)

    def _look(self) -> None:
        """See what is on the page by now: of the text, and perhaps the space that came with a word."""
        page = self._tab.text_edit.text()
        self._has_space_too_much = page.endswith(" ") and not self._text.startswith(page)
        self._typed = len(page) - self._has_space_too_much

    def _press(self, key: int, modifier: Qt.KeyboardModifier, text: str) -> None:
        # Through the window, as the platform delivers keys; the window finds the widget that has the focus.
        target = self._window.main_window.windowHandle()
        for type_ in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QCoreApplication.sendEvent(target, QKeyEvent(type_, key, modifier, text))

    @Slot()
    def _on_settled(self) -> None:
        if self._is_waiting:
            self._go_on()

    @Slot()
    def _on_patience_over(self) -> None:
        if self._is_waiting:
            self._missed += 1
            self._go_on()

    def _go_on(self) -> None:
        self._is_waiting = False
        self._patience.stop()
        now = time.perf_counter()
        self._due_at = max(self._due_at + self._interval_s, now) if self._is_paced else now + self._interval_s
        self._tick.start(max(0, round((self._due_at - now) * 1000)))
        self.progressed.emit(self.figures())


def right_prefix(ghost: str, coming: str, before: str) -> str:
    """Return the longest run of the ghost's leading units that equals the coming text, to a word's end."""
    right = ""
    for unit in ghost_text.units(ghost, before):
        expected = ghost_text.next_unit(coming[len(right) :], before + right)
        if not coming.startswith(unit, len(right)) or unit.rstrip() != expected.rstrip():
            break
        right += unit
    return right


def type_text(window: EditorWindow, text: str, *, keys_per_second: float | None, takes: bool = True) -> TypingFigures:
    """Type a text, wait in an event loop until it is done, and return the figures; for benches and tests."""
    driver = TypingDriver(window, text, keys_per_second=keys_per_second, takes=takes)
    loop = QEventLoop()
    driver.finished.connect(loop.quit)
    driver.start()
    loop.exec()
    figures = driver.figures(is_last=True)
    driver.deleteLater()
    return figures


def _key_of(char: str) -> int:
    return ord(char.upper()) if ord(char) < 0x100 else 0
