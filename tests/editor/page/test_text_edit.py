"""The page by itself: what is dropped, copied, composed and erased there."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, Qt
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QGuiApplication,
    QInputMethodEvent,
    QTextCursor,
)
from PySide6.QtTest import QTest

from editor.page.latency import LatencyLog
from editor.page.text_edit import TextEdit
from tests.editor import dragging

FAMILY = "\U0001f469\u200d\U0001f469\u200d\U0001f467"
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def edit(qtbot):
    made = TextEdit(LatencyLog())
    qtbot.addWidget(made)
    made.resize(400, 300)
    made.show()
    made.setFocus()
    return made


def put_caret(edit, place, anchor=None):
    cursor = edit.textCursor()
    cursor.setPosition(place if anchor is None else anchor)
    cursor.setPosition(place, QTextCursor.MoveMode.KeepAnchor)
    edit.setTextCursor(cursor)


def drop(edit, text, place):
    put_caret(edit, place)
    edit.ensureCursorVisible()
    point = edit.cursorRect().center()
    data = QMimeData()
    data.setText(text)
    dragging.drag_over(edit.viewport(), point, data)
    dragging.drop(edit.viewport(), point, data)


@pytest.mark.parametrize("before_end", [2, 5, 10, 15])
def test_a_drop_on_the_last_line_of_a_wrapped_paragraph_is_one_undo_step(edit, before_end):
    text = "word " * 40
    edit.set_page_font(QFont("", 30))
    edit.load(text)
    edit.viewport().repaint()
    place = len(text) - before_end
    drop(edit, "longer than the rest", place)
    assert edit.text() == text[:place] + "longer than the rest" + text[place:]
    assert edit.caret_position() == place + len("longer than the rest")
    edit.undo()
    assert edit.text() == text


def test_a_drop_while_composing_ends_the_composition(edit):
    edit.load("abc")
    put_caret(edit, 3)
    QCoreApplication.sendEvent(edit, QInputMethodEvent("composed", []))
    drop(edit, "X", 3)
    assert edit.text() == "abcX"
    assert not edit.is_composing()


def compose(edit):
    QCoreApplication.sendEvent(edit, QInputMethodEvent("abc", []))
    assert edit.is_composing()


def press_key(edit):
    QTest.keyClick(edit, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)


def leave(edit):
    QCoreApplication.sendEvent(edit, QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.MenuBarFocusReason))


def click(edit):
    QTest.mouseClick(edit.viewport(), LEFT)


@pytest.mark.parametrize("act", [press_key, leave, click])
def test_what_the_input_method_leaves_to_the_page_ends_the_composition(edit, act):
    # Qt counts what is composed as text: with it the caret moved into the middle of a letter beyond 16 bits.
    edit.load("\U0001f600\U0001f600")
    put_caret(edit, 4)
    compose(edit)
    act(edit)
    assert not edit.is_composing()
    assert edit.document().firstBlock().layout().preeditAreaText() == ""
    assert edit.caret_position() % 2 == 0
    assert edit.text() == "\U0001f600\U0001f600"


def test_a_selection_outlives_the_end_of_a_composition(edit):
    edit.load("selected")
    compose(edit)
    put_caret(edit, 8, anchor=0)
    leave(edit)
    assert edit.text() == "selected"


@pytest.mark.parametrize("act", [TextEdit.copy, TextEdit.cut])
def test_a_copy_keeps_no_break_spaces_and_line_separators(edit, act):
    text = "10\u00a0km\u2028\u202fend\nline"
    edit.load(text)
    edit.selectAll()
    act(edit)
    assert QGuiApplication.clipboard().text() == text
    put_caret(edit, 0)
    edit.load("")
    edit.paste()
    assert edit.text() == text


def test_erasing_several_letters_that_are_one_character_is_one_undo_step(edit):
    edit.load("a")
    put_caret(edit, 1)
    # Typed at different times, Qt keeps them in several pieces.
    for piece in ("b", FAMILY[:2], "x"):
        edit.textCursor().insertText(piece)
        put_caret(edit, edit.caret_position())
    QTest.keyClick(edit, Qt.Key.Key_Backspace)
    for char in FAMILY[2:] + "\u0301":
        edit.textCursor().insertText(char)
    text = edit.text()
    put_caret(edit, 2)
    QTest.keyClick(edit, Qt.Key.Key_Delete)
    assert edit.text() != text
    edit.undo()
    assert edit.text() == text


@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_End])
def test_the_caret_never_goes_into_a_ghost_that_wraps(edit, key):
    edit.load("word")
    put_caret(edit, 4)
    edit.interrupted.connect(lambda: edit.paint_ghost(""))
    edit.paint_ghost(" and so on" * 20)
    edit.viewport().repaint()
    QTest.keyClick(edit, key)
    assert edit.caret_position() == 4


@pytest.mark.parametrize("ghost", [FAMILY, "\U0001f600 smile", "e\u0301t\u00e9"])
def test_delete_takes_one_letter_of_the_text_however_many_the_ghosts_first_character_has(edit, ghost):
    edit.load("a</p>")
    put_caret(edit, 1)
    edit.interrupted.connect(lambda: edit.paint_ghost(""))
    edit.paint_ghost(ghost)
    QTest.keyClick(edit, Qt.Key.Key_Delete)
    assert edit.text() == "a/p>"


def test_a_copy_that_outlives_python_crashes_nothing():
    script = (
        "from PySide6.QtWidgets import QApplication\n"
        "from editor.page.latency import LatencyLog\n"
        "from editor.page.text_edit import TextEdit\n"
        "application = QApplication([])\n"
        "edit = TextEdit(LatencyLog())\n"
        "edit.load('copied')\n"
        "edit.selectAll()\n"
        "edit.copy()\n"
        "assert application.clipboard().text() == 'copied'\n"
    )
    root = Path(__file__).parents[3]
    done = subprocess.run([sys.executable, "-c", script], cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
