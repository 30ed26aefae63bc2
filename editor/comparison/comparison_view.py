"""Shows the rows of a comparison: both line numbers and a sign beside each line, differing words marked."""

from bisect import bisect_left, bisect_right

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShortcut,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from editor.comparison.comparison_rows import Row, RowKind, Rows
from editor.settings.theme import Theme, worn_theme
from editor.translation import QT_TR_NOOP, tr
from editor.utf16 import utf16_length
from editor.widgets.announcer import Announcer

_MARGIN_PX = 8
_FEWEST_DIGITS = 2
_NAMES = {
    RowKind.REMOVED: QT_TR_NOOP("on disk only"),
    RowKind.ADDED: QT_TR_NOOP("here only"),
    RowKind.GAP: QT_TR_NOOP("left out"),
    RowKind.SAME: QT_TR_NOOP("same"),
}
"""What a screen reader hears before a line, where the eye sees the sign."""


class ComparisonView(QPlainTextEdit):
    """Read with the keyboard or the mouse; nothing can be changed in it.

    Signals:
        moved(int): the caret is at this change now, counted from 0, or behind it.
    """

    moved = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("comparison")
        self.setAccessibleName(tr("Differences"))
        self.setAccessibleDescription(
            tr("Lines on disk only begin with a minus, lines here only with a plus; F8 goes to the next difference")
        )
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPointSizeF(self.font().pointSizeF())
        self.setFont(font)
        self.setTabStopDistance(4 * self.fontMetrics().horizontalAdvance(" "))
        self.document().setDocumentMargin(2)
        option = self.document().defaultTextOption()
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        self.document().setDefaultTextOption(option)
        self._theme = worn_theme()
        self._rows = Rows((), ())
        self._announcer = Announcer(self)
        self._signs = _Signs(self)
        self._block = -1
        self.cursorPositionChanged.connect(self._on_moved)
        for key, slot in (("F8", self.go_to_next), ("Shift+F8", self.go_to_previous)):
            shortcut = QShortcut(QKeySequence(key), self)
            # Wherever the focus is in the window that shows it.
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
            shortcut.activated.connect(slot)

    @property
    def theme(self) -> Theme:
        """The colours in use."""
        return self._theme

    @property
    def rows(self) -> Rows:
        """What is shown."""
        return self._rows

    def show_rows(self, rows: Rows) -> None:
        """Show `rows`, from the first change on."""
        self._rows = rows
        self._block = -1
        self.setPlainText("\n".join(row.text for row in rows.rows))
        self._colour()
        self._signs.fit()
        if rows.starts:
            self._go_to(0)

    @property
    def current(self) -> int:
        """The change at the caret or the last one before it, counted from 0; -1 before the first."""
        return bisect_right(self._rows.starts, self.textCursor().blockNumber()) - 1

    @Slot()
    def go_to_next(self) -> None:
        """Put the caret at the next change, at the first again behind the last."""
        if self._rows.starts:
            self._go_to((self.current + 1) % len(self._rows.starts))

    @Slot()
    def go_to_previous(self) -> None:
        """Put the caret at the change before, at the last again before the first."""
        if self._rows.starts:
            before = bisect_left(self._rows.starts, self.textCursor().blockNumber()) - 1
            self._go_to(before % len(self._rows.starts))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        # The first one comes while Qt makes the widget.
        changes = (QEvent.Type.PaletteChange, QEvent.Type.ApplicationPaletteChange, QEvent.Type.StyleChange)
        if event.type() in changes and hasattr(self, "_theme") and worn_theme() != self._theme:
            self._theme = worn_theme()
            self._colour()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._signs.place()
        # Lines wrap elsewhere now: where the reader was stays in sight.
        self.centerCursor()

    def _go_to(self, number: int) -> None:
        cursor = QTextCursor(self.document().findBlockByNumber(self._rows.starts[number]))
        self.setTextCursor(cursor)
        self.centerCursor()

    def _colour(self) -> None:
        theme = self._theme
        grounds = {RowKind.ADDED: theme.added, RowKind.REMOVED: theme.removed, RowKind.GAP: theme.chrome}
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        block = self.document().begin()
        for row in self._rows.rows:
            cursor.setPosition(block.position())
            ground = QTextBlockFormat()
            if row.kind in grounds:
                ground.setBackground(QColor(grounds[row.kind]))
            cursor.setBlockFormat(ground)
            if row.kind is RowKind.GAP:
                self._format(cursor, block.position(), row.text, ((0, len(row.text)),), _quiet(theme))
            elif row.marks:
                mark = theme.added_mark if row.kind is RowKind.ADDED else theme.removed_mark
                self._format(cursor, block.position(), row.text, row.marks, _marked(mark))
            block = block.next()
        cursor.endEditBlock()
        self._signs.update()

    def _format(
        self,
        cursor: QTextCursor,
        position: int,
        text: str,
        spans: tuple[tuple[int, int], ...],
        format_: QTextCharFormat,
    ) -> None:
        for start, end in spans:
            first = position + utf16_length(text[:start])
            cursor.setPosition(first)
            cursor.setPosition(first + utf16_length(text[start:end]), QTextCursor.MoveMode.KeepAnchor)
            cursor.setCharFormat(format_)

    @Slot()
    def _on_moved(self) -> None:
        block = self.textCursor().blockNumber()
        if block == self._block or block >= len(self._rows.rows):
            return
        self._block = block
        row = self._rows.rows[block]
        number = row.new_number or row.old_number
        name = tr(_NAMES[row.kind])
        self._announcer.say(tr("{name}, line {line}").format(name=name, line=number) if number else name)
        self.moved.emit(self.current)

    # What the strip at the left needs: Qt gives these to subclasses alone.

    def set_left_margin(self, width_px: int) -> None:
        """Keep so much room on the left."""
        self.setViewportMargins(width_px, 0, 0, 0)

    def visible_rows(self) -> list[tuple[Row, QRect]]:
        """Return the rows on the screen and where they stand in the viewport."""
        shown = []
        block = self.firstVisibleBlock()
        while block.isValid() and block.blockNumber() < len(self._rows.rows):
            area = self.blockBoundingGeometry(block).translated(self.contentOffset()).toRect()
            if area.top() > self.viewport().height():
                break
            shown.append((self._rows.rows[block.blockNumber()], area))
            block = block.next()
        return shown


class _Signs(QWidget):
    """The strip on the left: the line's number on disk, its number here, and the sign."""

    def __init__(self, view: ComparisonView) -> None:
        super().__init__(view)
        self._view = view
        self._old_px = self._new_px = self._sign_px = 0
        view.updateRequest.connect(self._on_update_request)
        view.viewport().installEventFilter(self)

    def fit(self) -> None:
        """Be as wide as the numbers are."""
        rows = self._view.rows.rows
        self._old_px = self._width_of(max((row.old_number or 0 for row in rows), default=0))
        self._new_px = self._width_of(max((row.new_number or 0 for row in rows), default=0))
        self._sign_px = self._view.fontMetrics().horizontalAdvance("+") + _MARGIN_PX
        self.setFixedWidth(self._old_px + self._new_px + self._sign_px + _MARGIN_PX)
        self._view.set_left_margin(self.width())
        self.place()

    def place(self) -> None:
        """Stand beside the viewport."""
        page = self._view.viewport().geometry()
        self.move(page.x() - self.width(), page.y())
        self.resize(self.width(), page.height())

    def _width_of(self, most: int) -> int:
        digits = max(_FEWEST_DIGITS, len(str(most)))
        return self._view.fontMetrics().horizontalAdvance("9" * digits) + _MARGIN_PX if most else 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self.place()
        return super().eventFilter(watched, event)

    def sizeHint(self) -> QSize:
        """Return the strip's own width."""
        return QSize(self.width(), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._view.theme
        grounds = {RowKind.ADDED: theme.added, RowKind.REMOVED: theme.removed}
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(theme.chrome))
        plain, bold = self._view.font(), QFont(self._view.font())
        bold.setBold(True)
        height = self._view.fontMetrics().height()
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for row, area in self._view.visible_rows():
            if row.kind in grounds:
                painter.fillRect(QRect(0, area.top(), self.width(), area.height()), QColor(grounds[row.kind]))
            line = QRect(QPoint(0, area.top()), QSize(self._old_px, height))
            painter.setFont(plain)
            painter.setPen(QColor(theme.text if row.kind in grounds else theme.quiet))
            if row.old_number is not None:
                painter.drawText(line, right, str(row.old_number))
            line = QRect(QPoint(self._old_px, area.top()), QSize(self._new_px, height))
            if row.new_number is not None:
                painter.drawText(line, right, str(row.new_number))
            painter.setFont(bold)
            line = QRect(QPoint(self._old_px + self._new_px, area.top()), QSize(self._sign_px, height))
            painter.drawText(line, right, row.kind.value)

    @Slot(QRect, int)
    def _on_update_request(self, area: QRect, dy: int) -> None:
        if dy:
            self.scroll(0, dy)
        else:
            self.update(0, area.y(), self.width(), area.height())


def _marked(color: str) -> QTextCharFormat:
    format_ = QTextCharFormat()
    format_.setBackground(QColor(color))
    # Seen without colours too.
    format_.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
    return format_


def _quiet(theme: Theme) -> QTextCharFormat:
    format_ = QTextCharFormat()
    format_.setForeground(QColor(theme.quiet))
    format_.setFontItalic(True)
    return format_
