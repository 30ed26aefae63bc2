"""Room for what comes next: who types at the page's end, below or to the right, sees the ghost, and nothing moves."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QScrollBar

from editor.page.text_edit import TextEdit
from editor.page.text_surface import Edit, EditKind

# A caret that comes beyond this part of the page's width by typing is put at the other: what comes after it is seen,
# and the page does not move with every key. (Where lines are not wrapped.)
_LATEST, _AFTER = 0.8, 0.5
# So many lines stay free below the line that is typed: most ghosts wrap once at the most.
_LINES_BELOW = 2


class RoomAhead(QObject):
    """Scrolls one page a little further than its text would have it, while somebody types.

    It moves the page when a letter is typed, not when a ghost comes or goes.

    Attributes:
        strip_px: returns how high a strip is that may open under the page with the ghost.
    """

    def __init__(self, text_edit: TextEdit, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.strip_px: Callable[[], int] = int
        self._edit = text_edit
        self._sideways = _Reach(text_edit.horizontalScrollBar(), self)
        self._down = _Reach(text_edit.verticalScrollBar(), self)
        self._is_typed = False
        text_edit.edited.connect(self._on_edited)
        text_edit.textChanged.connect(self._on_text_changed)

    def set_wrap(self, is_on: bool) -> None:
        """Wrap lines at the column's edge, or let them run."""
        if is_on != self._edit.is_wrapped:
            self._sideways.drop()
            self._edit.set_wrap(is_on)

    @Slot(object)
    def _on_edited(self, edit: Edit) -> None:
        self._is_typed = edit.kind is EditKind.TYPED
        if edit.kind is EditKind.LOADED:
            self._sideways.drop()
            self._down.drop()

    @Slot()
    def _on_text_changed(self) -> None:
        # By now the lines have their places.
        if not self._is_typed:
            return
        caret, page = self._edit.cursorRect(), self._edit.viewport().rect()
        if not self._edit.is_wrapped and caret.center().x() > _LATEST * page.width():
            self._sideways.scroll_by(round(caret.center().x() - _AFTER * page.width()))
        missing = caret.bottom() + _LINES_BELOW * caret.height() + self.strip_px() - page.bottom()
        if missing > 0 and page.height() > 4 * _LINES_BELOW * caret.height():
            # This bar counts lines.
            self._down.scroll_by(-(-missing // caret.height()))


class _Reach(QObject):
    """Lets a scroll bar go further than its page says, until it is scrolled back."""

    def __init__(self, bar: QScrollBar, parent: QObject) -> None:
        super().__init__(parent)
        self._bar = bar
        self._natural = bar.maximum()
        self._is_extended = False
        self._is_ours = False
        bar.rangeChanged.connect(self._on_range_changed)
        bar.valueChanged.connect(self._on_value_changed)

    def scroll_by(self, amount: int) -> None:
        """Scroll on, beyond the end where there is no other way."""
        value = self._bar.value() + amount
        if value > self._bar.maximum():
            self._is_extended = True
            self._extend_to(value)
        self._bar.setValue(value)

    def drop(self) -> None:
        """Go no further than the page says from now on."""
        if self._is_extended:
            self._is_extended = False
            self._extend_to(self._natural)

    def _extend_to(self, value: int) -> None:
        self._is_ours = True
        self._bar.setMaximum(value)
        self._is_ours = False

    @Slot(int, int)
    def _on_range_changed(self, _least: int, greatest: int) -> None:
        if self._is_ours:
            return
        self._natural = greatest
        if self._is_extended and self._bar.value() > greatest:
            # Qt puts the value into the range after this.
            self._extend_to(self._bar.value())

    @Slot(int)
    def _on_value_changed(self, value: int) -> None:
        if self._is_extended and value <= self._natural:
            self.drop()
