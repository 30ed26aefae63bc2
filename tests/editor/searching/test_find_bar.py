"""Find and replace."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from editor.page.latency import LatencyLog
from editor.page.page_marks import Mark, PageMarks
from editor.page.text_edit import TextEdit
from editor.searching.find_bar import FindBar
from editor.searching.searcher import Searcher


@pytest.fixture
def bar(qtbot):
    edit = TextEdit(LatencyLog())
    qtbot.addWidget(edit)
    marks = PageMarks(edit)
    made = FindBar(edit, marks, Searcher(limit_ms=20_000))
    qtbot.addWidget(made)
    made.edit, made.marks = edit, marks
    yield made
    made.stop()


def selected(bar):
    cursor = bar.edit.textCursor()
    return cursor.selectionStart(), cursor.selectionEnd()


def test_next_and_previous_go_round(bar):
    bar.edit.load("an Anna an")
    bar.needle.setText("an")
    spans = []
    for _ in range(4):
        bar.find_next()
        spans.append(selected(bar))
    assert spans == [(0, 2), (3, 5), (8, 10), (0, 2)]
    bar.find_previous()
    assert selected(bar) == (8, 10)


def test_case_matters_when_asked(bar):
    bar.edit.load("an An")
    bar.needle.setText("An")
    bar.is_case.setChecked(True)
    bar.find_next()
    assert selected(bar) == (3, 5)


def test_a_plain_needle_is_no_expression(bar):
    bar.edit.load("abc a.c")
    bar.needle.setText("a.c")
    bar.find_next()
    assert selected(bar) == (4, 7)


def test_characters_beyond_the_bmp_do_not_shift_the_selection(bar):
    bar.edit.load("😀 x😀y")
    bar.needle.setText("x😀y")
    bar.find_next()
    assert bar.edit.textCursor().selectedText() == "x😀y"


def test_replace_all_is_one_undo_step_and_knows_groups(qtbot, bar):
    bar.edit.load("a1 b2\nc3")
    bar.is_regex.setChecked(True)
    bar.needle.setText(r"(\w)(\d)$")
    bar.replacement.setText(r"\2\1")
    bar.replace_all()
    qtbot.waitUntil(lambda: bar.edit.text() == "a1 2b\n3c")
    bar.edit.undo()
    assert bar.edit.text() == "a1 b2\nc3"


def test_replace_changes_the_selected_match_and_goes_on(bar):
    bar.edit.load("one one")
    bar.needle.setText("one")
    bar.replacement.setText("two")
    bar.find_next()
    bar.replace()
    assert bar.edit.text() == "two one"
    assert selected(bar) == (4, 7)


@pytest.mark.parametrize(("needle", "replacement"), [("(", ""), ("a", r"\9")])
def test_a_broken_expression_is_said_and_changes_nothing(qtbot, bar, needle, replacement):
    bar.edit.load("aaa")
    bar.is_regex.setChecked(True)
    bar.needle.setText(needle)
    bar.replacement.setText(replacement)
    bar.replace_all()
    qtbot.waitUntil(lambda: "expression:" in bar.complaint.text() or "cannot be used" in bar.complaint.text())
    assert bar.edit.text() == "aaa"


def test_an_empty_match_is_no_match(qtbot, bar):
    bar.edit.load("aaa")
    bar.is_regex.setChecked(True)
    bar.needle.setText("x*")
    bar.find_next()
    qtbot.waitUntil(lambda: bar.outcome.text() == "not found")


def test_next_waits_for_an_expressions_matches(qtbot, bar):
    bar.edit.load("ab 12 cd 345")
    bar.is_regex.setChecked(True)
    bar.needle.setText(r"\d+")
    bar.find_next()
    qtbot.waitUntil(lambda: selected(bar) == (3, 5))
    bar.find_next()
    assert selected(bar) == (9, 12)
    assert bar.outcome.text() == "2 of 2"


def test_a_match_is_counted(bar):
    bar.edit.load("an Anna an")
    bar.needle.setText("an")
    assert bar.outcome.text() == "3 found"
    bar.find_next()
    bar.find_next()
    assert bar.outcome.text() == "2 of 3"


def test_whole_words_only(bar):
    bar.edit.load("art, start, art")
    bar.is_word.setChecked(True)
    bar.needle.setText("art")
    assert bar.outcome.text() == "2 found"
    bar.find_next()
    bar.find_next()
    assert selected(bar) == (12, 15)


def test_a_pattern_that_explodes_is_stopped_and_the_next_search_works(qtbot):
    edit = TextEdit(LatencyLog())
    qtbot.addWidget(edit)
    bar = FindBar(edit, PageMarks(edit), Searcher(limit_ms=300))
    qtbot.addWidget(bar)
    edit.load("a" * 60)
    bar.is_regex.setChecked(True)
    bar.needle.setText("(a+)+b")
    bar.find_next()
    assert bar.outcome.text() == "searching…"
    qtbot.waitUntil(lambda: "too long" in bar.complaint.text())
    assert edit.text() == "a" * 60
    bar.is_regex.setChecked(False)
    bar.needle.setText("aaa")
    assert bar.outcome.text() == "20 found"
    assert bar.complaint.isHidden()
    bar.stop()


def test_a_selection_of_lines_is_what_is_searched_and_replaced(bar):
    bar.edit.load("one\none\none\none")
    cursor = bar.edit.textCursor()
    cursor.setPosition(4)
    cursor.setPosition(11, cursor.MoveMode.KeepAnchor)
    bar.edit.setTextCursor(cursor)
    bar.open()
    assert bar.is_within.isChecked()
    bar.needle.setText("one")
    assert bar.outcome.text() == "2 found"
    bar.replacement.setText("eleven")
    bar.replace_all()
    assert bar.edit.text() == "one\neleven\neleven\none"
    bar.needle.setText("eleven")
    assert bar.outcome.text() == "2 found"
    QTest.keyClick(bar, Qt.Key.Key_Escape)


def test_all_matches_are_marked_and_the_marks_go_with_the_bar(bar):
    bar.edit.load("an Anna an")
    bar.open()
    bar.needle.setText("an")
    assert bar.marks.spans(Mark.MATCH) == [(0, 2), (3, 5), (8, 10)]
    bar.is_case.setChecked(True)
    assert bar.marks.spans(Mark.MATCH) == [(0, 2), (8, 10)]
    QTest.keyClick(bar, Qt.Key.Key_Escape)
    assert bar.marks.spans(Mark.MATCH) == []


def test_marks_follow_the_text_until_it_is_searched_anew(qtbot, bar):
    bar.edit.load("x an")
    bar.open()
    bar.needle.setText("an")
    bar.edit.textCursor().insertText("an ")
    assert bar.marks.spans(Mark.MATCH) == [(5, 7)]
    qtbot.waitUntil(lambda: bar.marks.spans(Mark.MATCH) == [(0, 2), (5, 7)])
    QTest.keyClick(bar, Qt.Key.Key_Escape)


def test_many_replacements_are_one_step_and_leave_the_caret(bar):
    bar.edit.load("ab " * 3000)
    bar.needle.setText("b")
    bar.replacement.setText("😀c")
    bar.replace_all()
    assert bar.edit.text() == "a😀c " * 3000
    assert bar.outcome.text() == "3000 replaced"
    assert bar.edit.textCursor().position() == 0
    bar.edit.undo()
    assert bar.edit.text() == "ab " * 3000


def test_a_replace_without_a_question_replaces_nothing_later(bar):
    bar.edit.load("word")
    bar.replace()
    bar.edit.selectAll()
    bar.open()
    assert bar.needle.text() == "word"
    assert bar.edit.text() == "word"


def test_a_replace_that_waits_is_forgotten_when_the_question_changes(bar, qtbot):
    bar.edit.load("word other")
    bar.is_regex.setChecked(True)
    bar.needle.setText("o.her")
    bar.edit.selectAll()
    bar.replace()  # answered by another process
    bar.needle.setText(".*")
    qtbot.waitUntil(lambda: bar.outcome.text() == "1 of 1")
    assert bar.edit.text() == "word other"
