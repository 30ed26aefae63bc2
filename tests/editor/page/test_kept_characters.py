import pytest
from PySide6.QtCore import QMimeData

from editor.errors import DocumentError
from editor.page.kept_characters import TAKEN_BY_QT, KeptCharacters, as_line_ends
from editor.page.latency import LatencyLog
from editor.page.text_edit import TextEdit

ALL = "one\u2029two \ufdd0 and \ufdd1\nthree"
EVERY_SPARE = "".join(map(chr, [*range(0xFDD2, 0xFDF0), *range(0xE000, 0xF900)]))


@pytest.fixture
def edit(qtbot):
    made = TextEdit(LatencyLog())
    qtbot.addWidget(made)
    return made


def _offered(text):
    data = QMimeData()
    data.setText(text)
    return data


def test_text_comes_out_as_it_went_in_and_its_lines_are_those_that_it_has(edit):
    edit.load(ALL)
    assert edit.text() == ALL
    assert edit.breaks.line_count() == 2
    assert edit.beginning(8) == "one\u2029two "
    assert edit.character_before(4) == "\u2029"


def test_plain_text_costs_nothing():
    kept = KeptCharacters()
    text = "a plain text\n"
    assert kept.put_in(text, lambda: pytest.fail("the page was read")) is text
    assert kept.take_out(text) is text


def test_text_may_hold_what_would_have_stood_in(edit):
    text = "\u2029\ufdd2\ufdd3\ue000" + "".join(TAKEN_BY_QT)
    edit.load(text)
    assert edit.text() == text


def test_what_stands_in_can_come_later_too(edit):
    edit.load("a\u2029b")
    stand_in = edit.document().toRawText()[1]
    edit.moveCursor(edit.textCursor().MoveOperation.End)
    edit.insertFromMimeData(_offered(stand_in))
    assert edit.text() == f"a\u2029b{stand_in}"


def test_new_text_from_disk_is_kept_too_and_undo_brings_the_old(edit):
    edit.load("a\ufdd2b")
    edit.replace_text("a\ufdd2b\u2029c\ufdd0")
    assert edit.text() == "a\ufdd2b\u2029c\ufdd0"
    edit.undo()
    assert edit.text() == "a\ufdd2b"
    edit.redo()
    assert edit.text() == "a\ufdd2b\u2029c\ufdd0"


def test_pasted_ones_are_line_ends(edit):
    edit.insertFromMimeData(_offered(ALL))
    assert edit.text() == as_line_ends(ALL) == "one\ntwo \n and \n\nthree"


def test_text_that_leaves_nothing_to_stand_in_is_refused_and_the_page_stays(edit):
    edit.load(ALL)
    for change in (edit.load, edit.replace_text):
        with pytest.raises(DocumentError, match="every character"):
            change(f"\u2029 {EVERY_SPARE}")
        assert edit.text() == ALL


def test_long_line_in_pieces_keeps_them(edit):
    text = "word \u2029 and \ufdd1 " * 20_000
    edit.load(text)
    assert edit.breaks.starts
    assert edit.text() == text
