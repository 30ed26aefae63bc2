"""What is marked on the page and is no part of the text: matches, the range searched, brackets, misspellings."""

from collections.abc import Iterable
from enum import IntEnum

from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QTextBlock, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from editor.text_edit import TextEdit
from editor.theme import Theme

Span = tuple[int, int]


class Mark(IntEnum):
    """A kind of mark; a later one is painted over an earlier one."""

    MISSPELLING = 0
    RANGE = 1
    MATCH = 2
    BRACKET = 3


class PageMarks:
    """The owner of the page's extra selections."""

    def __init__(self, text_edit: TextEdit) -> None:
        self._edit = text_edit
        self._looks: dict[Mark, QTextCharFormat] = {}
        # Cursors move with the text: marks stay where they belong until they are shown anew.
        self._marks: dict[Mark, list[QTextEdit.ExtraSelection]] = {}

    def set_theme(self, theme: Theme) -> None:
        """Mark in the colours of `theme`."""
        self._looks = {
            Mark.MISSPELLING: _underlined(theme.misspelling),
            Mark.RANGE: _backed(theme.raised),
            Mark.MATCH: _backed(theme.match),
            Mark.BRACKET: _backed(theme.match),
        }
        for mark in Mark:
            self.show(mark, self.spans(mark))

    def show(self, mark: Mark, spans: Iterable[Span]) -> None:
        """Mark `spans` and nothing else of this kind."""
        spans = list(spans)
        if not spans and not self._marks.get(mark):
            return
        look = self._looks.get(mark) or _backed("grey")
        self._marks[mark] = [self._selection(span, look) for span in spans]
        self._edit.setExtraSelections([each for kind in sorted(self._marks) for each in self._marks[kind]])

    def spans(self, mark: Mark) -> list[Span]:
        """Return what is marked."""
        cursors = [each.cursor for each in self._marks.get(mark, ())]
        return [(cursor.selectionStart(), cursor.selectionEnd()) for cursor in cursors]

    def visible(self) -> Span:
        """Return the first and last place of the text that is on the screen, or whole lines."""
        if self._edit.ghost_text() or self._edit.is_composing():
            # Qt counts what is composed, and the ghost, when it is asked for the text at a point.
            last_block = last_visible_block(self._edit)
            return self._edit.firstVisibleBlock().position(), last_block.position() + last_block.length() - 1
        viewport = self._edit.viewport().rect()
        first = self._edit.cursorForPosition(QPoint(0, 0)).position()
        last = self._edit.cursorForPosition(viewport.bottomRight()).position()
        return first, last

    def _selection(self, span: Span, look: QTextCharFormat) -> QTextEdit.ExtraSelection:
        last = self._edit.document().characterCount() - 1
        cursor = QTextCursor(self._edit.document())
        cursor.setPosition(min(span[0], last))
        cursor.setPosition(min(span[1], last), QTextCursor.MoveMode.KeepAnchor)
        selection = QTextEdit.ExtraSelection()
        selection.cursor = cursor
        selection.format = look
        return selection


def _backed(color: str) -> QTextCharFormat:
    look = QTextCharFormat()
    look.setBackground(QColor(color))
    return look


def _underlined(color: str) -> QTextCharFormat:
    look = QTextCharFormat()
    look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
    look.setUnderlineColor(QColor(color))
    return look


def last_visible_block(text_edit: TextEdit) -> QTextBlock:
    """Return the last line that is on the screen."""
    block = text_edit.firstVisibleBlock()
    bottom = text_edit.viewport().height()
    place = text_edit.contentOffset().y() + text_edit.blockBoundingGeometry(block).top()
    while block.next().isValid():
        place += text_edit.blockBoundingRect(block).height()
        if place >= bottom:
            break
        block = block.next()
    return block
