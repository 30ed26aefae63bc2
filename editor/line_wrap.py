"""Lines that are not wrapped: the page scrolls sideways, and ahead of who types, so that the ghost can be seen."""

from PySide6.QtCore import QObject, Slot

from editor.text_edit import TextEdit

# A caret that comes beyond this part of the page's width by typing is put at the other: what comes after it is seen,
# and the page does not move with every key.
_LATEST, _AFTER = 0.8, 0.5


class LineWrap(QObject):
    """Wraps one page's lines at its column's edge, or lets them run."""

    def __init__(self, text_edit: TextEdit, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._edit = text_edit
        self._bar = text_edit.horizontalScrollBar()
        self._bar.rangeChanged.connect(self._on_range_changed)
        text_edit.textChanged.connect(self._on_text_changed)

    def set_on(self, is_on: bool) -> None:
        """Wrap the lines, or not."""
        self._edit.set_wrap(is_on)

    @Slot()
    def _on_text_changed(self) -> None:
        width = self._edit.viewport().width()
        caret = self._edit.cursorRect().center().x()
        if not self._edit.is_wrapped and caret > _LATEST * width:
            wanted = self._bar.value() + round(caret - _AFTER * width)
            # Beyond the longest line, whose end is often here.
            self._bar.setMaximum(max(wanted, self._bar.maximum()))
            self._bar.setValue(wanted)

    @Slot(int, int)
    def _on_range_changed(self, _least: int, greatest: int) -> None:
        # Qt, which knows the longest line only, takes the room away again; the value is put into the range after this.
        if not self._edit.is_wrapped and self._bar.value() > greatest:
            self._bar.setMaximum(self._bar.value())
