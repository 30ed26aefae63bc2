"""Whole lines: move, duplicate, delete, indent; the keys of indentation. Each change is one undo step."""

import re

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QTextBlock, QTextCursor

from editor.page.tab_meaning import asks
from editor.page.text_edit import TextEdit
from editor.settings.indentation import Indentation
from editor.settings.shortcuts import Command

_INDENT = re.compile(r"[ \t]*")
_RETURNS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CHORDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class LineEditing:
    """Edits the lines that hold the caret or the selection.

    Attributes:
        auto_indent: Return begins a line as far in as the one before.
        indentation: what Tab, Backspace and the commands write and take.
        holds_tabs: tabs are data or code here; else Tab writes none into a sentence.
    """

    def __init__(self, text_edit: TextEdit) -> None:
        self.auto_indent = True
        self.indentation = Indentation()
        self.holds_tabs = False
        self._edit = text_edit
        self._breaks = text_edit.breaks

    def handle_key(self, event: QKeyEvent) -> bool:
        """Do what Return, Tab, Shift+Tab and Backspace mean here; False leaves the key to Qt."""
        if self._edit.isReadOnly() or event.modifiers() & _CHORDS:
            return False
        if event.key() in _RETURNS:
            self._begin_line(is_plain=bool(event.modifiers() & _SHIFT))
        elif event.key() == Qt.Key.Key_Backtab:
            self._outdent()
        elif event.key() == Qt.Key.Key_Tab:
            if self._selects_lines():
                self._indent()
            else:
                self._type_tab()
        elif event.key() != Qt.Key.Key_Backspace or not self._take_step_back():
            return False
        event.accept()
        return True

    def tab_asks(self) -> bool:
        """Tell whether Tab asks for a suggestion here instead of writing a tab or indenting."""
        if self.holds_tabs or self._edit.isReadOnly() or self._selects_lines():
            return False
        cursor = self._edit.textCursor()
        line = self._breaks.first_block(self._edit.document().findBlock(cursor.selectionStart()))
        return asks(self._breaks.between(line.position(), cursor.selectionStart()))

    def perform(self, command: Command) -> bool:
        """Carry out a command about lines; False for any other."""
        actions = {
            Command.MOVE_LINES_UP: self._move_up,
            Command.MOVE_LINES_DOWN: self._move_down,
            Command.DUPLICATE_LINES: self._duplicate,
            Command.DELETE_LINES: self._delete,
            Command.INDENT_LINES: self._indent,
            Command.OUTDENT_LINES: self._outdent,
        }
        action = actions.get(command)
        if action is None:
            return False
        if not self._edit.isReadOnly():
            action()
            self._edit.ensureCursorVisible()
        return True

    def _begin_line(self, *, is_plain: bool) -> None:
        cursor = self._edit.over_soft_space()
        start = QTextCursor(cursor)
        start.setPosition(cursor.selectionStart())
        line = self._breaks.first_block(start.block())
        indent = _indent(line.text()[: start.position() - line.position()])
        cursor.insertText("\n" + (indent if self.auto_indent and not is_plain else ""))
        self._edit.setTextCursor(cursor)
        self._edit.ensureCursorVisible()

    def _type_tab(self) -> None:
        cursor = self._edit.textCursor()
        place = cursor.selectionStart()
        line = self._edit.document().findBlock(place)
        # Qt's places count a letter beyond 16 bits twice.
        cursor.insertText(self.indentation.typed_tab(self._breaks.between(line.position(), place)))
        self._edit.setTextCursor(cursor)
        self._edit.ensureCursorVisible()

    def _take_step_back(self) -> bool:
        cursor = self._edit.textCursor()
        column = cursor.positionInBlock()
        if cursor.hasSelection() or not self.indentation.spaces or not column or self._breaks.is_soft(cursor.block()):
            return False
        count = self.indentation.backspaced(cursor.block().text()[:column])
        if count < 2:
            return False
        # Left would be forwards in a line from right to left.
        cursor.setPosition(cursor.position() - count, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        self._edit.setTextCursor(cursor)
        self._edit.ensureCursorVisible()
        return True

    def _move_up(self) -> None:
        first, last = self._blocks()
        if not first.previous().isValid():
            return
        before = self._breaks.first_block(first.previous())
        text = self._breaks.between(before.position(), first.position() - 1)
        anchor, caret = self._ends()
        moved = QTextCursor(before)
        moved.beginEditBlock()
        moved.setPosition(last.position() + last.length() - 1)
        size = self._breaks.offset(first.position()) - self._breaks.offset(before.position())
        self._breaks.insert(moved, "\n" + text)
        moved.setPosition(before.position())
        moved.setPosition(first.position(), QTextCursor.MoveMode.KeepAnchor)
        moved.removeSelectedText()
        moved.endEditBlock()
        self._select(anchor - size, caret - size)

    def _move_down(self) -> None:
        first, last = self._blocks()
        after = last.next()
        if not after.isValid():
            return
        end = self._breaks.last_block(after)
        end_place = end.position() + end.length() - 1
        text = self._breaks.between(after.position(), end_place)
        size = self._breaks.offset(end_place) - self._breaks.offset(after.position()) + 1
        anchor, caret = self._ends()
        # An empty line gives way to what is joined to it: then it cannot be asked where it begins.
        start = first.position()
        moved = QTextCursor(after)
        moved.beginEditBlock()
        moved.setPosition(last.position() + last.length() - 1)
        moved.setPosition(end_place, QTextCursor.MoveMode.KeepAnchor)
        moved.removeSelectedText()
        moved.setPosition(start)
        self._breaks.insert(moved, text + "\n")
        moved.endEditBlock()
        self._select(anchor + size, caret + size)

    def _duplicate(self) -> None:
        first, last = self._blocks()
        anchor, caret = self._ends()
        cursor = QTextCursor(first)
        end = last.position() + last.length() - 1
        text = self._breaks.between(first.position(), end)
        size = self._breaks.offset(end) - self._breaks.offset(first.position()) + 1
        cursor.setPosition(end)
        self._breaks.insert(cursor, "\n" + text)
        self._select(anchor + size, caret + size)

    def _delete(self) -> None:
        first, last = self._blocks()
        column = self._edit.textCursor().positionInBlock()
        cursor = QTextCursor(first)
        cursor.setPosition(last.position() + last.length() - 1, QTextCursor.MoveMode.KeepAnchor)
        if last.next().isValid():
            cursor.setPosition(last.next().position(), QTextCursor.MoveMode.KeepAnchor)
        elif first.previous().isValid():
            cursor.setPosition(first.position() - 1)
            cursor.setPosition(last.position() + last.length() - 1, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        block = cursor.block()
        place = block.position() + min(column, block.length() - 1)
        if "\udc00" <= str(self._edit.document().characterAt(place)) <= "\udfff":
            place -= 1  # not into the middle of a character beyond 16 bits
        place = self._breaks.offset(place)
        self._select(place, place)

    def _indent(self) -> None:
        lines, unit = self._lines(), self.indentation.unit
        cursor = QTextCursor(lines[0])
        cursor.beginEditBlock()
        for line in lines:
            if line.length() > 1 or len(lines) == 1:
                cursor.setPosition(line.position())
                cursor.insertText(unit)
        cursor.endEditBlock()
        self._keep_whole(lines[0])

    def _outdent(self) -> None:
        lines = self._lines()
        cursor = QTextCursor(lines[0])
        cursor.beginEditBlock()
        for line in lines:
            size = self.indentation.outdented(_indent(line.text()))
            cursor.setPosition(line.position())
            cursor.setPosition(line.position() + size, QTextCursor.MoveMode.KeepAnchor)
            cursor.removeSelectedText()
        cursor.endEditBlock()

    def _keep_whole(self, first: QTextBlock) -> None:
        """A selection that began at its line's start begins there still."""
        anchor, caret = self._ends()
        if anchor == caret:
            return
        start = self._breaks.offset(first.position())
        if min(anchor, caret) - start <= len(_indent(first.text())):
            self._select(*((start, caret) if anchor < caret else (anchor, start)))

    def _selects_lines(self) -> bool:
        cursor = self._edit.textCursor()
        document = self._edit.document()
        first, last = document.findBlock(cursor.selectionStart()), document.findBlock(cursor.selectionEnd())
        return self._breaks.first_block(first) != self._breaks.first_block(last)

    def _blocks(self) -> tuple[QTextBlock, QTextBlock]:
        """Return the first and the last line; one that is selected up to its beginning only does not count."""
        cursor = self._edit.textCursor()
        document = self._edit.document()
        first = document.findBlock(cursor.selectionStart())
        last = document.findBlock(cursor.selectionEnd())
        if last != first and cursor.selectionEnd() == last.position():
            last = last.previous()
        return self._breaks.first_block(first), self._breaks.last_block(last)

    def _lines(self) -> list[QTextBlock]:
        """Return the lines from the first to the last; what changes within them leaves them as good."""
        line, last = self._blocks()
        lines = [line]
        while line != last:
            line = line.next()
            if not self._breaks.is_soft(line):
                lines.append(line)
        return lines

    def _ends(self) -> tuple[int, int]:
        cursor = self._edit.textCursor()
        return self._breaks.offset(cursor.anchor()), self._breaks.offset(cursor.position())

    def _select(self, anchor: int, caret: int) -> None:
        cursor = self._edit.textCursor()
        last = self._edit.document().characterCount() - 1
        cursor.setPosition(min(self._breaks.position(anchor), last))
        cursor.setPosition(min(self._breaks.position(caret), last), QTextCursor.MoveMode.KeepAnchor)
        self._edit.setTextCursor(cursor)


def _indent(line: str) -> str:
    found = _INDENT.match(line)
    return found.group() if found is not None else ""
