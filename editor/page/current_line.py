"""The stripe behind the line with the caret."""

from PySide6.QtCore import QObject, QRect, Slot
from PySide6.QtGui import QColor, QPainter

from editor.page.text_edit import TextEdit
from editor.settings.theme import Theme


class CurrentLine(QObject):
    """Painted under the text: Qt's own full-width selection ends where a ghost does."""

    def __init__(self, text_edit: TextEdit, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._edit = text_edit
        self._color = QColor("grey")
        self._is_on = False
        self._shown = QRect()
        text_edit.set_backdrop(self._paint)
        text_edit.caret_moved.connect(self._on_caret_moved)

    def set_look(self, theme: Theme, *, is_on: bool) -> None:
        """Paint the stripe in the colour of `theme`, or not."""
        self._color = QColor(theme.current_line)
        self._is_on = is_on
        self._edit.viewport().update()

    def area(self) -> QRect:
        """Return the stripe's place on the page; an empty one while it is off or something is selected."""
        if not self._is_on or self._edit.has_selection():
            return QRect()
        caret = self._edit.cursorRect()
        return QRect(0, caret.top(), self._edit.viewport().width(), caret.height())

    def _paint(self) -> None:
        self._shown = self.area()
        if not self._shown.isEmpty():
            QPainter(self._edit.viewport()).fillRect(self._shown, self._color)

    @Slot()
    def _on_caret_moved(self) -> None:
        if self.area() != self._shown:
            self._edit.viewport().update()
