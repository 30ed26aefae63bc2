"""What is marked on the page and is no part of the text: matches, the range searched, brackets, misspellings."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from enum import IntEnum

from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QTextBlock, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from editor.page.text_edit import TextEdit
from editor.page.word_waves import WordWaves
from editor.settings.theme import Theme

Span = tuple[int, int]


class Mark(IntEnum):
    """A kind of mark; a later one is painted over an earlier one."""

    MISSPELLING = 0
    TINT_1 = 1
    TINT_2 = 2
    TINT_3 = 3
    TINT_4 = 4
    TINT_5 = 5
    RANGE = 6
    MATCH = 7
    BRACKET = 8


_TINTS = (Mark.TINT_1, Mark.TINT_2, Mark.TINT_3, Mark.TINT_4, Mark.TINT_5)
_TINT_OPACITY = 0.55
"""Of the strongest tint: what is written must stay readable upon it."""


class PageMarks:
    """The owner of the page's extra selections and waves."""

    def __init__(self, text_edit: TextEdit) -> None:
        self._edit = text_edit
        self._waves = WordWaves(text_edit)
        self._looks: dict[Mark, QTextCharFormat] = {}
        # Cursors move with the text: marks stay where they belong until they are shown anew.
        self._marks: dict[Mark, list[QTextEdit.ExtraSelection]] = {}

    def set_theme(self, theme: Theme) -> None:
        """Mark in the colours of `theme`."""
        self._looks = {
            Mark.RANGE: _backed(theme.raised),
            Mark.MATCH: _backed(theme.match),
            Mark.BRACKET: _backed(theme.match),
        }
        for strength, tint in enumerate(_TINTS, start=1):
            color = QColor(theme.tint)
            color.setAlphaF(_TINT_OPACITY * strength / len(_TINTS))
            self._looks[tint] = _backed(color)
        self._waves.set_color(QColor(theme.misspelling))
        for mark in Mark:
            self.show(mark, self.spans(mark))

    def show(self, mark: Mark, spans: Iterable[Span]) -> None:
        """Mark `spans` and nothing else of this kind."""
        if mark is Mark.MISSPELLING:
            self._waves.show(spans)
        elif self._keep(mark, spans):
            self._show_all()

    def show_tints(self, spans: Mapping[int, Iterable[Span]]) -> None:
        """Tint `spans`, by their strength from 1 to 5, and nothing else."""
        changed = [self._keep(tint, spans.get(strength, ())) for strength, tint in enumerate(_TINTS, start=1)]
        if any(changed):
            self._show_all()

    def spans(self, mark: Mark) -> list[Span]:
        """Return what is marked."""
        if mark is Mark.MISSPELLING:
            return self._waves.spans()
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

    def _keep(self, mark: Mark, spans: Iterable[Span]) -> bool:
        """Keep the marks of a kind; say whether there are any, or were."""
        spans = list(spans)
        if not spans and not self._marks.get(mark):
            return False
        look = self._looks.get(mark) or _backed("grey")
        self._marks[mark] = [self._selection(span, look) for span in spans]
        return True

    def _show_all(self) -> None:
        self._edit.setExtraSelections([each for kind in sorted(self._marks) for each in self._marks[kind]])

    def _selection(self, span: Span, look: QTextCharFormat) -> QTextEdit.ExtraSelection:
        last = self._edit.document().characterCount() - 1
        cursor = QTextCursor(self._edit.document())
        cursor.setPosition(min(span[0], last))
        cursor.setPosition(min(span[1], last), QTextCursor.MoveMode.KeepAnchor)
        selection = QTextEdit.ExtraSelection()
        selection.cursor = cursor
        selection.format = look
        return selection


def _backed(color: str | QColor) -> QTextCharFormat:
    look = QTextCharFormat()
    look.setBackground(QColor(color))
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


def visible_part(text_edit: TextEdit, block: QTextBlock) -> Span:
    """Return which part of a line's text is in the rows that are on the screen, start and end within the line."""
    layout = block.layout()
    rows = range(layout.lineCount())
    top = text_edit.blockBoundingGeometry(block).top() + text_edit.contentOffset().y()
    first = bisect_left(rows, -top, key=lambda row: layout.lineAt(row).rect().bottom())
    last = bisect_right(rows, text_edit.viewport().height() - top, key=lambda row: layout.lineAt(row).y()) - 1
    if not rows or first > last or first >= len(rows):
        return 0, block.length()
    end = layout.lineAt(last)
    return layout.lineAt(first).textStart(), end.textStart() + end.textLength()
