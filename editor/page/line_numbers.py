"""Line numbers beside the page."""

from PySide6.QtCore import QEvent, QObject, QRect, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from editor.page.text_edit import TextEdit
from editor.settings.theme import Theme

_MARGIN_PX = 10
_FEWEST_DIGITS = 3


class LineNumbers(QWidget):
    """A strip on the left of the page; the number of the caret's line stands out."""

    def __init__(self, text_edit: TextEdit) -> None:
        super().__init__(text_edit)
        self._edit = text_edit
        self._quiet = QColor("grey")
        self._strong = QColor("grey")
        self._line = -1
        self.hide()
        text_edit.updateRequest.connect(self._on_update_request)
        text_edit.blockCountChanged.connect(self._on_block_count_changed)
        text_edit.caret_moved.connect(self._on_caret_moved)
        text_edit.viewport().installEventFilter(self)

    def set_look(self, theme: Theme, *, is_on: bool) -> None:
        """Show the numbers, or not, in the colours of `theme` and the page's font."""
        self._quiet, self._strong = QColor(theme.ghost), QColor(theme.text)
        self.setFont(self._edit.font())
        self.setVisible(is_on)
        self._make_room()
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        edit = self._edit
        painter = QPainter(self)
        block = edit.firstVisibleBlock()
        breaks = edit.breaks
        current = breaks.line_number(edit.textCursor().block())
        height = self.fontMetrics().height()
        while block.isValid():
            area = edit.blockBoundingGeometry(block).translated(edit.contentOffset())
            if area.top() > event.rect().bottom():
                break
            line = block.layout().lineAt(0) if block.layout().lineCount() else None
            top = area.top() + (line.y() + (line.height() - height) / 2 if line is not None else 0)
            number = breaks.line_number(block)
            painter.setPen(self._strong if number == current else self._quiet)
            place = QRect(0, round(top), self.width() - _MARGIN_PX, height)
            # The alignment is Qt's AlignRight.
            if not breaks.is_soft(block):
                painter.drawText(place, 0x0002, str(number + 1))
            block = block.next()

    @Slot(QRect, int)
    def _on_update_request(self, area: QRect, dy: int) -> None:
        if self.isHidden():
            return
        if dy:
            self.scroll(0, dy)
        else:
            self.update(0, area.y(), self.width(), area.height())

    @Slot()
    def _on_block_count_changed(self) -> None:
        if not self.isHidden():
            self._make_room()

    @Slot()
    def _on_caret_moved(self) -> None:
        line = self._edit.textCursor().blockNumber()
        if line != self._line:
            self._line = line
            self.update()

    def _make_room(self) -> None:
        digits = max(_FEWEST_DIGITS, len(str(self._edit.breaks.line_count())))
        width = self.fontMetrics().horizontalAdvance("9") * digits + 2 * _MARGIN_PX
        self._edit.set_gutter(0 if self.isHidden() else width)
        self.setFixedWidth(width)
        self._place()

    def _place(self) -> None:
        page = self._edit.viewport().geometry()
        self.move(page.x() - self.width(), page.y())
        self.resize(self.width(), page.height())
