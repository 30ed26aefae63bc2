"""Whatever is done to a document whose lines stand in pieces, its text is what a plain string would be."""

import random

import pytest
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from editor.files.edit_log import EditLog, replayed
from editor.page import line_pieces, soft_breaks
from editor.page.soft_breaks import SoftBreaks

_KEEP = QTextCursor.MoveMode.KeepAnchor


@pytest.fixture
def short_lines(monkeypatch):
    """Lines of more than 12 characters are long here."""
    monkeypatch.setattr(line_pieces, "LONGEST_LINE", 12)
    monkeypatch.setattr(soft_breaks, "LONGEST_LINE", 12)
    monkeypatch.setattr(line_pieces, "_PIECE", 5)
    monkeypatch.setattr(line_pieces, "_SPACE_WITHIN", 2)


class Page:
    """A page with soft breaks, and the string that its text must equal."""

    def __init__(self, qtbot, rng: random.Random) -> None:
        self.rng = rng
        self.edit = QPlainTextEdit()
        qtbot.addWidget(self.edit)
        self.document = self.edit.document()
        self.breaks = SoftBreaks(self.document)
        self.expected = self.any_text(120)
        self.breaks.load(self.expected, self.edit.setPlainText)
        self.log = EditLog(self.breaks)
        self.kept = self.expected
        self.seen = {self.expected}
        self.loaded = self.expected

    def any_text(self, longest: int) -> str:
        weights = (6, 6, 3, 2 * self.rng.random(), 0.3, 1)
        return "".join(self.rng.choices("ab \n\U0001f600é", weights, k=self.rng.randint(0, longest)))

    def text(self) -> str:
        return self.breaks.plain(self.document.toRawText(), 0)

    def position(self, index: int) -> int:
        """Return a position of a place in the string, at a soft break one of the two."""
        place = self.breaks.position(units(self.expected[:index]))
        assert self.breaks.offset(place) == units(self.expected[:index])
        return place - (place in self.breaks.starts and self.rng.random() < 0.5)

    def any_range(self) -> tuple[int, int]:
        size = len(self.expected)
        start, end = sorted((self.rng.randint(0, size), self.rng.randint(0, size)))
        return start, min(size, start + self.rng.randint(0, 3)) if self.rng.random() < 0.5 else end

    def edit_somehow(self) -> None:
        start, end = self.any_range()
        cursor = QTextCursor(self.document)
        cursor.setPosition(self.position(start))
        cursor.setPosition(max(cursor.position(), self.position(end)), _KEEP)
        match self.rng.choice(("type", "type", "insert", "paste", "enter", "delete", "indent", "undo", "redo")):
            case "type":
                cursor.setPosition(cursor.selectionStart())
                cursor.insertText("x")
                self.put(start, start, "x")
            case "insert":
                text = self.any_text(30)
                cursor.insertText(text)
                self.put(start, end, text)
            case "paste":
                text = self.any_text(60)
                self.breaks.insert(cursor, text)
                self.put(start, end, text)
            case "enter":
                cursor.setPosition(cursor.selectionStart())
                cursor.insertBlock()
                self.put(start, start, "\n")
            case "delete":
                cursor.removeSelectedText()
                self.put(start, end, "")
            case "indent":
                self.indent(cursor)
            case "undo":
                self.breaks.undo(self.edit.undo)
                self.expected = self.text()
                assert self.expected in self.seen
            case "redo":
                self.breaks.redo(self.edit.redo)
                self.expected = self.text()
                assert self.expected in self.seen
        self.seen.add(self.expected)

    def indent(self, cursor: QTextCursor) -> None:
        """Change several places as one step."""
        places = sorted({self.rng.randint(0, len(self.expected)) for _ in range(4)}, reverse=True)
        cursor.beginEditBlock()
        for place in places:
            cursor.setPosition(self.breaks.position(units(self.expected[:place])))
            cursor.insertText("\t")
        cursor.endEditBlock()
        for place in places:
            self.put(place, place, "\t")

    def put(self, start: int, end: int, text: str) -> None:
        self.expected = self.expected[:start] + text + self.expected[end:]

    def check(self) -> None:
        assert self.text() == self.expected
        if self.rng.random() < 0.3:
            lines = self.log.take()
            assert lines is not None
            self.kept = replayed(self.kept, lines)
            assert self.kept == self.expected
        marked = []
        block = self.document.firstBlock()
        while block.isValid():
            assert len(block.text()) <= 12
            if soft_breaks._mark(block):
                marked.append(block.position())
            block = block.next()
        assert marked == self.breaks.starts
        assert self.breaks.line_count() == self.expected.count("\n") + 1
        line = self.rng.randrange(self.breaks.line_count())
        block = self.breaks.line_block(line)
        assert self.breaks.line_number(block) == line
        assert not self.breaks.is_soft(block)
        assert self.breaks.first_block(self.breaks.last_block(block)) == block
        start, end = self.any_range()
        part = self.breaks.between(self.position(start), self.breaks.position(units(self.expected[:end])))
        assert part == self.expected[start:end]


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@pytest.mark.parametrize("seed", range(60))
def test_any_edits_agree_with_a_string(qtbot, short_lines, seed):
    page = Page(qtbot, random.Random(seed))
    page.check()
    for _ in range(40):
        page.edit_somehow()
        page.check()
    while page.document.isUndoAvailable():
        page.breaks.undo(page.edit.undo)
    assert page.text() == page.loaded


def test_a_line_that_grows_is_cut_within_the_same_undo_step(qtbot, short_lines):
    page = Page(qtbot, random.Random(0))
    page.breaks.load("twelve chars", page.edit.setPlainText)
    cursor = QTextCursor(page.document)
    with qtbot.waitSignal(page.breaks.cut):
        cursor.insertText("many more ")
    assert page.breaks.starts
    page.breaks.undo(page.edit.undo)
    assert not page.breaks.starts
    assert page.text() == "twelve chars"
    page.breaks.redo(page.edit.redo)
    assert page.breaks.starts
    assert page.text() == "many more twelve chars"


def test_a_new_line_within_a_piece_stays_one(qtbot, short_lines):
    page = Page(qtbot, random.Random(0))
    page.breaks.load("one two three four five", page.edit.setPlainText)
    cursor = QTextCursor(page.document)
    cursor.setPosition(page.breaks.starts[0] + 2)
    cursor.insertBlock()
    # The piece before it goes: what was its mark must not come back at the new line.
    cursor.setPosition(page.breaks.starts[0] - 3)
    cursor.setPosition(page.breaks.starts[0] + 1, _KEEP)
    cursor.removeSelectedText()
    assert page.text().count("\n") == 1


def test_a_deletion_from_a_lines_beginning_keeps_the_break_before_it(qtbot, short_lines):
    page = Page(qtbot, random.Random(0))
    page.breaks.load("a\none two three four five", page.edit.setPlainText)
    cursor = QTextCursor(page.document)
    cursor.setPosition(2)
    cursor.setPosition(page.breaks.starts[1] + 1, _KEEP)
    cursor.removeSelectedText()
    assert page.text().startswith("a\n")
