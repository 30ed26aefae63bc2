"""Find and replace."""

import pytest

from editor.find_bar import FindBar
from editor.latency import LatencyLog
from editor.text_edit import TextEdit


@pytest.fixture
def bar(qtbot):
    edit = TextEdit(LatencyLog())
    qtbot.addWidget(edit)
    made = FindBar(edit)
    qtbot.addWidget(made)
    made.edit = edit
    return made


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


def test_replace_all_is_one_undo_step_and_knows_groups(bar):
    bar.edit.load("a1 b2\nc3")
    bar.is_regex.setChecked(True)
    bar.needle.setText(r"(\w)(\d)$")
    bar.replacement.setText(r"\2\1")
    bar.replace_all()
    assert bar.edit.text() == "a1 2b\n3c"
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
def test_a_broken_expression_is_said_and_changes_nothing(bar, needle, replacement):
    bar.edit.load("aaa")
    bar.is_regex.setChecked(True)
    bar.needle.setText(needle)
    bar.replacement.setText(replacement)
    bar.replace_all()
    assert bar.edit.text() == "aaa"
    assert "expression" in bar.outcome.text() or "sense" in bar.outcome.text()


def test_an_empty_match_is_no_match(bar):
    bar.edit.load("aaa")
    bar.is_regex.setChecked(True)
    bar.needle.setText("x*")
    bar.find_next()
    assert bar.outcome.text() == "not found"
