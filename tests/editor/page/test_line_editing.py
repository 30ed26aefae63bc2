"""Whole lines are moved, duplicated, deleted and indented; Return keeps the indentation."""

import random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from editor.page.latency import LatencyLog
from editor.page.line_editing import LineEditing
from editor.page.text_edit import TextEdit
from editor.settings.indentation import Indentation
from editor.settings.shortcuts import Command

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def edit(qtbot):
    made = TextEdit(LatencyLog())
    qtbot.addWidget(made)
    made.lines = LineEditing(made)
    made.set_line_keys(made.lines.handle_key)
    return made


def select(edit, anchor, caret=None):
    cursor = edit.textCursor()
    cursor.setPosition(anchor)
    cursor.setPosition(anchor if caret is None else caret, QTextCursor.MoveMode.KeepAnchor)
    edit.setTextCursor(cursor)


def ends(edit):
    return edit.textCursor().anchor(), edit.textCursor().position()


@pytest.mark.parametrize(
    ("command", "selection", "text", "after"),
    [
        (Command.MOVE_LINES_UP, (3, 3), "b\na\nc", (1, 1)),
        (Command.MOVE_LINES_UP, (5, 2), "b\nc\na", (3, 0)),
        (Command.MOVE_LINES_UP, (0, 0), "a\nb\nc", (0, 0)),
        (Command.MOVE_LINES_DOWN, (0, 1), "b\na\nc", (2, 3)),
        (Command.MOVE_LINES_DOWN, (0, 2), "b\na\nc", (2, 4)),
        (Command.MOVE_LINES_DOWN, (4, 4), "a\nb\nc", (4, 4)),
        (Command.DUPLICATE_LINES, (1, 1), "a\na\nb\nc", (3, 3)),
        (Command.DUPLICATE_LINES, (0, 3), "a\nb\na\nb\nc", (4, 7)),
        (Command.DELETE_LINES, (2, 2), "a\nc", (2, 2)),
        (Command.DELETE_LINES, (5, 5), "a\nb", (3, 3)),
        (Command.DELETE_LINES, (0, 5), "", (0, 0)),
        (Command.INDENT_LINES, (1, 1), "\ta\nb\nc", (2, 2)),
        (Command.OUTDENT_LINES, (1, 1), "a\nb\nc", (1, 1)),
    ],
)
def test_a_command_about_lines_is_one_undo_step_and_keeps_the_selection(edit, command, selection, text, after):
    edit.load("a\nb\nc")
    select(edit, *selection)
    assert edit.lines.perform(command)
    assert edit.text() == text
    assert ends(edit) == after
    edit.undo()
    assert edit.text() == "a\nb\nc"


def test_moving_lines_anyhow_loses_none_and_undo_brings_all_back(edit):
    rng = random.Random(5)
    start = "one\n\n  two😀\nthree\n"
    edit.load(start)
    for _ in range(300):
        length = edit.document().characterCount()
        select(edit, rng.randrange(length), rng.randrange(length))
        edit.lines.perform(rng.choice((Command.MOVE_LINES_UP, Command.MOVE_LINES_DOWN)))
        assert sorted(edit.text().split("\n")) == sorted(start.split("\n"))
    while edit.document().isUndoAvailable():
        edit.undo()
    assert edit.text() == start


def test_tab_and_shift_tab_shift_selected_lines_and_spare_empty_ones(edit):
    edit.load("a\n\n  b\nc")
    select(edit, 0, 6)
    QTest.keyClick(edit, Qt.Key.Key_Tab)
    assert edit.text() == "\ta\n\n\t  b\nc"
    QTest.keyClick(edit, Qt.Key.Key_Backtab, SHIFT)
    assert edit.text() == "a\n\n  b\nc"


def test_lines_are_indented_with_spaces_where_spaces_are_chosen(edit):
    edit.lines.indentation = Indentation(4)
    edit.load("def f():\n    a\n    b")
    select(edit, 13, 20)
    QTest.keyClick(edit, Qt.Key.Key_Tab)
    assert edit.text() == "def f():\n        a\n        b"
    QTest.keyClick(edit, Qt.Key.Key_Backtab, SHIFT)
    assert edit.text() == "def f():\n    a\n    b"


def test_tab_and_backspace_go_by_steps_of_spaces_each_an_undo_step(edit):
    edit.lines.indentation = Indentation(4)
    edit.load("ab")
    QTest.keyClick(edit, Qt.Key.Key_Tab)
    QTest.keyClick(edit, Qt.Key.Key_Tab)
    assert edit.text() == "        ab"
    QTest.keyClick(edit, Qt.Key.Key_Backspace)
    assert edit.text() == "    ab"
    edit.undo()
    assert edit.text() == "        ab"
    select(edit, 10)
    QTest.keyClick(edit, Qt.Key.Key_Tab)
    assert edit.text() == "        ab  "
    QTest.keyClick(edit, Qt.Key.Key_Backspace)
    assert edit.text() == "        ab "
    select(edit, 8, 2)
    QTest.keyClick(edit, Qt.Key.Key_Backspace)
    assert edit.text() == "  ab "


def test_tab_without_selected_lines_is_a_tab(edit):
    edit.load("ab")
    select(edit, 1, 2)
    QTest.keyClick(edit, Qt.Key.Key_Tab)
    assert edit.text() == "a\t"


def test_return_begins_a_line_as_far_in_and_shift_return_a_plain_one(edit):
    edit.load(" \tab")
    select(edit, 3)
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert edit.text() == " \ta\n \tb"
    QTest.keyClick(edit, Qt.Key.Key_Return, SHIFT)
    assert edit.text() == " \ta\n \t\nb"
    edit.lines.auto_indent = False
    select(edit, 3)
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert edit.text() == " \ta\n\n \t\nb"


def test_return_within_the_indentation_adds_no_more_of_it(edit):
    edit.load("    ab")
    select(edit, 2)
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert edit.text() == "  \n    ab"


def test_a_read_only_page_is_left_alone(edit):
    edit.load("a\nb")
    edit.setReadOnly(True)
    assert edit.lines.perform(Command.DELETE_LINES)
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert edit.text() == "a\nb"


def test_an_empty_line_moves_down_and_nothing_else(edit):
    edit.load("one\n\n\n\ntwo")
    select(edit, 6)
    edit.lines.perform(Command.MOVE_LINES_DOWN)
    assert edit.text() == "one\n\n\ntwo\n"
    assert ends(edit) == (10, 10)


def test_the_caret_is_never_left_within_a_letter_beyond_16_bits(edit):
    edit.load("abc\n\U0001f600x")
    select(edit, 1)
    edit.lines.perform(Command.DELETE_LINES)
    assert ends(edit) == (0, 0)


def test_tab_counts_a_letter_beyond_16_bits_once(edit):
    edit.lines.indentation = Indentation(spaces=4)
    edit.load("\U0001f600abx")
    select(edit, 4)
    QTest.keyClick(edit, Qt.Key.Key_Tab)
    assert edit.text() == "\U0001f600ab x"


def test_backspace_takes_a_step_back_in_a_line_from_right_to_left_too(edit):
    edit.lines.indentation = Indentation(spaces=4)
    edit.load("    \u05d0\u05d1")
    select(edit, 4)
    QTest.keyClick(edit, Qt.Key.Key_Backspace)
    assert edit.text() == "\u05d0\u05d1"
