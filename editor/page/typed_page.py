"""The page as it is typed on: what a key writes, what one step of undo is, the soft space after an accepted word.

A soft space is an ordinary space of the text. As long as the caret stays behind it and nothing else is edited, a mark
or a line end takes its place and a typed space is the one that is there; after that it is a space like any other.
"""

import time
from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import QWidget

from editor.page.latency import LatencyLog
from editor.page.page_column import PageColumn
from editor.page.text_surface import EditKind
from editor.page.undo_steps import UndoSteps

_TAKES_SPACE = frozenset(".,;:!?)]}’”…")
_COMMAND_KEYS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class TypedPage(PageColumn):
    """A page that letters and suggestions are written on.

    Signals:
        soft_space_spent(bool): the space that came with a word is none that was saved: something took its place, or
            (True) the person typed it nevertheless.
    """

    soft_space_spent = Signal(bool)

    def __init__(
        self,
        latency: LatencyLog,
        parent: QWidget | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """`clock` tells the seconds between two keys: a pause ends a step of undo."""
        super().__init__(parent)
        self._latency = latency
        self._steps = UndoSteps(clock)
        self._soft_end = -1  # the place behind the soft space
        self.document().contentsChange.connect(self._on_text_edited)
        self.cursorPositionChanged.connect(self._on_caret_left)
        self.selectionChanged.connect(self._on_caret_left)

    @property
    def has_soft_space(self) -> bool:
        """Whether the space before the caret came with a word and may still give way."""
        return self._soft_end >= 0

    def over_soft_space(self) -> QTextCursor:
        """Return the caret; a soft space before it is selected, so that what is inserted takes its place."""
        cursor = self.textCursor()
        if self._soft_end >= 0:
            self._soft_end = -1
            cursor.setPosition(cursor.position() - 1, QTextCursor.MoveMode.KeepAnchor)
            self.soft_space_spent.emit(False)
        return cursor

    def take(self, text: str, replaced: str = "", *, has_soft_space: bool = False) -> bool:
        cursor = self.textCursor()
        if replaced:
            cursor.setPosition(max(0, cursor.position() - _units(replaced)), QTextCursor.MoveMode.KeepAnchor)
            if self.between(cursor.selectionStart(), cursor.selectionEnd()) != replaced:
                return False
        if has_soft_space and not text.endswith(" "):
            text += " "
        cursor.beginEditBlock()
        cursor.insertText(text)
        # Qt joins a typed letter to the insertion before it; ending the step with another kind of change keeps one
        # accept one undo step. (A change of format would do too, but behind it Qt's redo loses the caret.)
        cursor.insertText(" ")
        cursor.deletePreviousChar()
        cursor.endEditBlock()
        self._steps.end()
        self._latency.glyph_changed()
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        if has_soft_space and self.character_before(self.textCursor().position()) == " ":
            self._soft_end = self.textCursor().position()
        return True

    def insert_written(self, text: str) -> None:
        """Insert what the model wrote at the caret, as one undo step."""
        self._latency.key_pressed()
        self.kind = EditKind.WRITTEN
        self.take(text)
        self.kind = EditKind.TYPED

    def type_character(self, text: str) -> bool:
        """Type what means something special here: behind a soft space, or as the first letter of an undo step.

        False leaves it to Qt.
        """
        if not text or self.isReadOnly():
            return False
        if self._soft_end >= 0 and text == " ":
            self._soft_end = -1
            self._steps.end()
            self.soft_space_spent.emit(True)
            return True
        is_mark = self._soft_end >= 0 and text[0] in _TAKES_SPACE
        cursor = self.over_soft_space() if is_mark else self.textCursor()
        begins = self._steps.begins(self.character_before(cursor.selectionStart()), text)
        if not (is_mark or begins):
            return False
        # To Qt what is inserted in a block begins a step, and letters that follow join it.
        cursor.beginEditBlock()
        cursor.insertText(text)
        cursor.endEditBlock()
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        return True

    @Slot()
    def undo(self) -> None:
        """Take the last change back."""
        self._steps.end()
        super().undo()

    @Slot()
    def redo(self) -> None:
        """Do again what was undone."""
        self._steps.end()
        super().redo()

    def _type(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.InsertParagraphSeparator) and not self.isReadOnly():
            # Qt's own way takes the new line's block format from before the selection is gone, and its mark with it.
            self.over_soft_space().insertText("\n")
            self.ensureCursorVisible()
            event.accept()
            return
        if not event.modifiers() & _COMMAND_KEYS and event.text().isprintable() and self.type_character(event.text()):
            event.accept()
            return
        super().keyPressEvent(event)

    def _pass_soft_break(self, event: QKeyEvent) -> None:
        """Let a key that goes left, or right, begin on the side of a soft break from which there is a way to go."""
        cursor = self.textCursor()
        is_left = event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Backspace)
        if not self.breaks.starts or not (is_left or event.key() in (Qt.Key.Key_Right, Qt.Key.Key_Delete)):
            return
        is_shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if cursor.hasSelection() and not is_shifted:
            return
        place = self.breaks.before(cursor.position()) if is_left else self.breaks.behind(cursor.position())
        if place != cursor.position():
            modes = QTextCursor.MoveMode
            keeps_anchor = is_shifted and event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right)
            cursor.setPosition(place, modes.KeepAnchor if keeps_anchor else modes.MoveAnchor)
            self.setTextCursor(cursor)

    def _erases_cluster(self, event: QKeyEvent) -> bool:
        """Remove several letters that are one character as one undo step: Qt's undo brings them back one by one."""
        cursor = self.textCursor()
        if not event.matches(QKeySequence.StandardKey.Delete) or cursor.hasSelection() or self.isReadOnly():
            return False
        cursor.movePosition(QTextCursor.MoveOperation.NextCharacter, QTextCursor.MoveMode.KeepAnchor)
        if cursor.selectionEnd() - cursor.selectionStart() < 2:
            return False
        cursor.removeSelectedText()
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        return True

    @Slot(int, int, int)
    def _on_text_edited(self, position: int, removed: int, added: int) -> None:
        if self.breaks.is_mending or self._soft_end < 0:
            return
        is_taken_back = self.kind is EditKind.TYPED and (position, removed, added) == (self._soft_end - 1, 1, 0)
        self._soft_end = -1
        if is_taken_back:
            self.soft_space_spent.emit(False)

    @Slot()
    def _on_caret_left(self) -> None:
        cursor = self.textCursor()
        if cursor.position() != self._soft_end or cursor.hasSelection():
            self._soft_end = -1


def _units(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2
