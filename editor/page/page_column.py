"""The column that is written in: its font, its width in characters, tabs, wrapping, room for what stands beside it."""

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QFont, QFontMetricsF, QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from editor.page.page_text import PageText

# Lines of about this many characters read best.
_COLUMN_CHARS = 80
_PAGE_MARGIN_PX = 32
_TAB_COLUMNS = 4


class PageColumn(PageText):
    """A page whose lines end where they read best, in the middle of the window."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gutter_px = 0
        self._known_size = QSize()
        self._tab_columns = _TAB_COLUMNS
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self.document().setDocumentMargin(_PAGE_MARGIN_PX)
        # To Qt the margin is an edit.
        self.document().clearUndoRedoStacks()
        self.document().setModified(False)

    def set_gutter(self, width_px: int) -> None:
        """Keep so much room on the left of the page."""
        self._gutter_px = width_px
        self._centre_column()

    def set_page_font(self, font: QFont) -> None:
        """Write in `font`; the column keeps its width in characters."""
        self.setFont(font)
        self.set_tab_width(self._tab_columns)
        self._centre_column()

    def set_tab_width(self, columns: int) -> None:
        """Let a tab reach to the next multiple of so many spaces."""
        self._tab_columns = columns
        self.setTabStopDistance(QFontMetricsF(self.font()).horizontalAdvance(" ") * columns)

    @property
    def is_wrapped(self) -> bool:
        """Whether lines end at the column's edge."""
        return self.lineWrapMode() is not QPlainTextEdit.LineWrapMode.NoWrap

    def set_wrap(self, is_on: bool) -> None:
        """Wrap lines at the column's edge, or use the whole width and let them run."""
        modes = QPlainTextEdit.LineWrapMode
        self.setLineWrapMode(modes.WidgetWidth if is_on else modes.NoWrap)
        self._centre_column()

    def resizeEvent(self, event: QResizeEvent) -> None:
        # A strip that opens under the page does not hide the line that is written in.
        # (The event of a page that was hidden meanwhile does not know the old size.)
        was_in_sight = QRect(QPoint(0, 0), self._known_size).intersects(self.cursorRect())
        super().resizeEvent(event)
        self._centre_column()
        self._known_size = self.viewport().size()
        if was_in_sight:
            self.ensureCursorVisible()

    def _centre_column(self) -> None:
        column = QFontMetricsF(self.font()).averageCharWidth() * _COLUMN_CHARS + 2 * _PAGE_MARGIN_PX
        side = max(0, int((self.width() - column) / 2)) if self.is_wrapped else 0
        left = max(side, self._gutter_px)
        if (self.viewportMargins().left(), self.viewportMargins().right()) != (left, side):
            self.setViewportMargins(left, 0, side, 0)
            # Before the window is shown Qt does not tell the page that its viewport became narrower.
            super().resizeEvent(QResizeEvent(self.viewport().size(), QSize()))
