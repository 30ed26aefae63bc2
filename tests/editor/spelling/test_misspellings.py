"""Misspelled words are marked where they are seen, not while they are typed, and never in the text."""

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QInputMethodEvent, QTextCursor

from editor.page.latency import LatencyLog
from editor.page.page_marks import Mark, PageMarks
from editor.page.text_edit import TextEdit
from editor.settings.theme import CONTRAST, DARK, LIGHT, contrast_ratio
from editor.spelling.misspellings import Misspellings
from editor.spelling.spell_checker import SpellChecker
from editor.spelling.spelling import OFF
from editor.spelling.word_list import WordList
from tests.editor.fake_dictionaries import FakeDictionaries


@pytest.fixture
def page(qtbot, tmp_path):
    checker = SpellChecker(FakeDictionaries(), WordList(tmp_path / "words.txt"), "en_US")
    edit = TextEdit(LatencyLog())
    qtbot.addWidget(edit)
    edit.resize(700, 400)
    edit.show()
    qtbot.waitExposed(edit)
    made = Misspellings(edit, PageMarks(edit), checker, edit)
    made.edit, made.checker, made.marks = edit, checker, made._marks
    made.marks.set_theme(LIGHT)
    yield made
    made.stop()
    checker.stop()


def marked(page):
    text = page.edit.text().encode("utf-16-le")
    return [text[2 * start : 2 * end].decode("utf-16-le") for start, end in page.marks.spans(Mark.MISSPELLING)]


def type_text(page, text):
    for char in text:
        page.edit.textCursor().insertText(char)


def settle(qtbot, page, expected):
    qtbot.waitUntil(lambda: marked(page) == expected)


def test_a_loaded_text_is_marked_and_nothing_is_to_undo(qtbot, page):
    page.edit.load("wrng 😀 good-lettr\na wrrd.")
    settle(qtbot, page, ["wrng", "lettr", "wrrd"])
    assert not page.edit.document().isUndoAvailable()
    assert not page.edit.document().isModified()


def test_a_word_is_not_marked_before_the_caret_has_left_it(qtbot, page):
    type_text(page, "wrng good wrrd")
    settle(qtbot, page, ["wrng"])
    with qtbot.waitSignal(page._pause.timeout):
        page._on_moved()
    assert marked(page) == ["wrng"]
    type_text(page, " ")
    settle(qtbot, page, ["wrng", "wrrd"])
    page.edit.textCursor().deletePreviousChar()
    settle(qtbot, page, ["wrng"])
    page.edit.moveCursor(QTextCursor.MoveOperation.Start)
    settle(qtbot, page, ["wrng", "wrrd"])


def test_only_what_is_seen_is_looked_up(qtbot, page):
    lines = [f"wrng{chr(97 + i // 676)}{chr(97 + i // 26 % 26)}{chr(97 + i % 26)}" for i in range(5000)]
    page.edit.load("\n".join(lines))
    qtbot.waitUntil(lambda: marked(page)[:1] == [lines[0]])
    seen = len(marked(page))
    assert seen < 60
    page.edit.verticalScrollBar().setValue(3000)
    qtbot.waitUntil(lambda: marked(page)[:1] == [lines[page.edit.firstVisibleBlock().blockNumber()]])
    assert len(page.checker._verdicts) < 4 * seen


def test_comments_that_began_above_the_screen_are_left_out(qtbot, page):
    page.set_suffix(".html")
    page.edit.load("<!-- \n" + "wrng\n" * 100 + "--> wrrd")
    page.edit.verticalScrollBar().setValue(60)
    page.edit.moveCursor(QTextCursor.MoveOperation.End)
    settle(qtbot, page, ["wrrd"])


def test_a_ghost_is_never_marked(qtbot, page):
    page.edit.load("wrng ()")
    cursor = page.edit.textCursor()
    cursor.setPosition(6)
    page.edit.setTextCursor(cursor)
    page.edit.paint_ghost("ghst")
    settle(qtbot, page, ["wrng"])
    assert page.edit.ghost_text() == "ghst"


def wave_pixels(page):
    """Return the columns of the picture in which there is a wave's red."""
    picture = page.edit.viewport().grab().toImage()
    found = set()
    for x in range(picture.width()):
        for y in range(100):
            color = picture.pixelColor(x, y)
            if color.red() - color.blue() > 40:
                found.add(x)
                break
    return found


def left_of(page, position):
    cursor = page.edit.textCursor()
    cursor.setPosition(position)
    return page.edit.cursorRect(cursor).x()


def test_a_wave_is_under_the_word_and_nowhere_else(qtbot, page):
    page.edit.load("good wrng good")
    settle(qtbot, page, ["wrng"])
    columns = wave_pixels(page)
    assert abs(min(columns) - left_of(page, 5)) <= 3
    assert abs(max(columns) - left_of(page, 9)) <= 3


def test_a_wave_behind_a_composition_moves_with_its_word(qtbot, page):
    page.edit.load("good wrng")
    cursor = page.edit.textCursor()
    cursor.setPosition(4)
    page.edit.setTextCursor(cursor)
    settle(qtbot, page, ["wrng"])
    before = wave_pixels(page)
    QCoreApplication.sendEvent(page.edit, QInputMethodEvent("mmm", []))
    after = wave_pixels(page)
    assert min(after) > min(before) + 10
    assert abs((max(after) - min(after)) - (max(before) - min(before))) <= 2
    QCoreApplication.sendEvent(page.edit, QInputMethodEvent("", []))
    assert wave_pixels(page) == before


def test_of_a_long_line_the_rows_on_the_screen_are_marked(qtbot, page):
    page.edit.load(" ".join(f"wrng{chr(97 + i // 26 % 26)}{chr(97 + i % 26)} good." for i in range(600)))
    qtbot.waitUntil(lambda: marked(page)[:1] == ["wrngaa"])
    seen = len(marked(page))
    assert 50 < seen < 300
    page.edit.verticalScrollBar().setValue(40)
    qtbot.waitUntil(lambda: marked(page)[:1] > ["wrngba"])
    assert len(marked(page)) < 300


def test_what_is_added_or_ignored_is_not_marked(qtbot, page):
    page.edit.load("wrng wrrd wrrd")
    settle(qtbot, page, ["wrng", "wrrd", "wrrd"])
    page.ignore("wrrd")
    assert marked(page) == ["wrng"]
    page.checker.add("wrng")
    assert marked(page) == []


def test_programs_are_not_looked_at_and_that_is_said(qtbot, page):
    page.edit.load("wrng")
    settle(qtbot, page, ["wrng"])
    assert page.why_off() == ""
    page.set_suffix(".py")
    settle(qtbot, page, [])
    assert page.why_off() == "Spelling is not checked in .py files"
    page.set_suffix("")
    settle(qtbot, page, ["wrng"])


def test_off_takes_the_marks_away(qtbot, page):
    page.edit.load("wrng")
    settle(qtbot, page, ["wrng"])
    page.checker.set_wish(OFF)
    assert marked(page) == []
    assert page.why_off() == "Spelling is off"
    page.checker.set_wish("")
    settle(qtbot, page, ["wrng"])


def test_a_hidden_page_is_looked_at_when_it_is_shown(qtbot, page):
    page.edit.hide()
    page.edit.load("wrng")
    with qtbot.waitSignal(page._pause.timeout):
        page._on_moved()
    assert marked(page) == []
    page.edit.show()
    settle(qtbot, page, ["wrng"])


def test_a_correction_is_one_step_and_what_is_typed_next_another(page):
    page.edit.load("a lettr b")
    cursor = page.edit.textCursor()
    cursor.setPosition(4)
    page.edit.setTextCursor(cursor)
    page.edit.correct(2, 7, "letter")
    assert page.edit.text() == "a letter b"
    assert page.edit.caret_position() == 8
    type_text(page, "s")
    page.edit.undo()
    assert page.edit.text() == "a letter b"
    page.edit.undo()
    assert page.edit.text() == "a lettr b"
    page.edit.redo()
    assert page.edit.text() == "a letter b"


@pytest.mark.parametrize("theme", [LIGHT, DARK, CONTRAST])
def test_the_wave_is_seen_on_the_page(theme):
    # WCAG 2.1, for what is no text.
    assert contrast_ratio(theme.misspelling, theme.page) >= 3
