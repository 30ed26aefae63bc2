"""The page as a text: what stands in it, as plain strings, whatever Qt makes of it; loaded, changed, undone.

Long lines stand in pieces here, of which nobody outside knows (`soft_breaks`). Places are Qt's, in UTF-16 units.
"""

from PySide6.QtCore import QMimeData, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QMenu, QPlainTextEdit, QWidget

from editor.page.soft_breaks import SoftBreaks
from editor.page.text_difference import difference
from editor.page.text_surface import EditKind
from editor.page.wide_changes import WideChanges

# The engine looks at no more than this.
_CONTEXT_CHARS = 2000


class PageText(QPlainTextEdit):
    """A plain-text page, as far as it is a text.

    Signals:
        interrupted(): the text changes by no typing: no ghost outlives it.

    Attributes:
        breaks: where a long line is cut for Qt.
        kind: what kind of edit the one under way is.
        wide: what knows of changes of many places at once.
    """

    interrupted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # Its places are right before anyone else hears of a change.
        self.breaks = SoftBreaks(self.document(), self)
        self.kind = EditKind.TYPED
        self.wide = WideChanges(self, self.breaks)
        # Each paragraph has the direction of its first letter.
        option = self.document().defaultTextOption()
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        self.document().setDefaultTextOption(option)

    def load(self, text: str) -> None:
        """Replace the whole document, with nothing to undo; raises DocumentError for a text that a page cannot keep."""
        self.kind = EditKind.LOADED
        try:
            self.breaks.load(text, self.setPlainText)
        finally:
            self.kind = EditKind.TYPED

    def replace_text(self, text: str) -> None:
        """Make `text` the document as one undo step that touches only what differs, so that the caret stays.

        Raises DocumentError for a text that a page cannot keep; it is as it was then.
        """
        changed = difference(self.text(), text)
        if changed is None:
            return
        self.interrupted.emit()
        self.kind = EditKind.LOADED
        cursor = QTextCursor(self.document())
        cursor.setPosition(self.breaks.position(changed.start))
        cursor.setPosition(self.breaks.position(changed.end), QTextCursor.MoveMode.KeepAnchor)
        try:
            self.breaks.insert(cursor, changed.text)
        finally:
            self.kind = EditKind.TYPED

    def text(self) -> str:
        """Return the document's text; unlike `toPlainText` it leaves no-break spaces as they are."""
        return self.breaks.plain(self.document().toRawText(), 0)

    def beginning(self, count: int) -> str:
        """Return the first `count` characters of the text, or all of a shorter one."""
        return self.between(0, min(count, self.document().characterCount() - 1))

    def selected_text(self) -> str:
        """Return the selected part of the text."""
        cursor = self.textCursor()
        return self.between(cursor.selectionStart(), cursor.selectionEnd())

    def line_and_column(self) -> tuple[int, int]:
        """Return the number of the caret's line and its place in it, in UTF-16 units, both from 0 on."""
        cursor = self.textCursor()
        first = self.breaks.first_block(cursor.block())
        column = self.breaks.offset(cursor.position()) - self.breaks.offset(first.position())
        return self.breaks.line_number(first), column

    def character_before(self, position: int) -> str:
        """Return the character before a place, "" at the document's start."""
        position = self.breaks.before(position)
        if position <= 0:
            return ""
        return self.breaks.plain(str(self.document().characterAt(position - 1)), position - 1)

    def correct(self, start: int, end: int, text: str) -> None:
        """Put `text` in the place of a word, as one undo step; the caret stays, or goes to its end if it was there."""
        self.interrupted.emit()
        self.kind = EditKind.LOADED
        at = self.textCursor().position()
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.beginEditBlock()
        cursor.insertText(text)
        # As in `take`: what is typed next is a step of its own.
        cursor.insertText(" ")
        cursor.deletePreviousChar()
        cursor.endEditBlock()
        self.kind = EditKind.TYPED
        if start <= at <= end:
            self.setTextCursor(cursor)

    def text_before(self, position: int) -> str:
        """Return the text before a place of the document, its last part."""
        return self.between(max(0, position - _CONTEXT_CHARS), position)

    @Slot()
    def undo(self) -> None:
        """Take the last change back."""
        self.interrupted.emit()
        self.kind = EditKind.UNDONE
        step = super().undo
        self.wide.undo(lambda: self.breaks.undo(step))
        self.kind = EditKind.TYPED

    @Slot()
    def redo(self) -> None:
        """Do again what was undone."""
        self.interrupted.emit()
        self.kind = EditKind.UNDONE
        step = super().redo
        self.wide.redo(lambda: self.breaks.redo(step))
        self.kind = EditKind.TYPED

    def createStandardContextMenu(self, position: QPoint | None = None) -> QMenu:  # noqa: N802  # Qt's name
        create = super().createStandardContextMenu
        menu = create() if position is None else create(position)
        # Qt's actions go past `undo` and `redo`.
        for action in menu.actions():
            if action.objectName() in ("edit-undo", "edit-redo"):
                action.triggered.disconnect()
                action.triggered.connect(self.undo if action.objectName() == "edit-undo" else self.redo)
        return menu

    def createMimeDataFromSelection(self) -> QMimeData:  # noqa: N802  # Qt's name
        # Qt's own object: one made here would be destroyed by the clipboard after Python has ended, which crashes.
        data = super().createMimeDataFromSelection()
        data.text()  # until it is asked Qt has not made the text, and would put it over ours
        # Qt's has plain spaces for no-break ones, and a line feed for a line separator.
        data.setText(self.selected_text())
        return data

    def between(self, start: int, end: int) -> str:
        """Return the text between two places."""
        return self.breaks.between(start, end)
