"""Lines that are not wrapped run on to the right, and the ghost after them is on the page."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QTextCursor

from editor.settings.shortcuts import Command
from tests.editor.keyboard import ALT, CTRL, press, type_keys

LONG = "word " * 60


def lines(window):
    return window.tab.text_edit.document().firstBlock().layout().lineCount()


def caret_x(window):
    return window.tab.text_edit.cursorRect().center().x()


@pytest.fixture
def unwrapped(window):
    press(window, Qt.Key.Key_Z, ALT)
    return window


def test_alt_z_switches_wrapping_and_the_preferences_remember_it(window, foretype):
    window.tab.text_edit.load(LONG)
    assert lines(window) > 1
    press(window, Qt.Key.Key_Z, ALT)
    assert lines(window) == 1
    assert not foretype.preferences.now.wrap_on
    window.main_window.commanded.emit(Command.WORD_WRAP)
    assert lines(window) > 1
    assert foretype.preferences.now.wrap_on


def test_the_page_uses_the_whole_width_while_it_does_not_wrap(unwrapped):
    assert unwrapped.tab.text_edit.viewport().width() == unwrapped.tab.text_edit.width()


def test_what_is_typed_at_the_right_edge_leaves_room_for_its_ghost(qtbot, unwrapped, engine):
    edit = unwrapped.tab.text_edit
    engine.answers = {"end": " of this line"}
    type_keys(unwrapped, LONG)
    width = edit.viewport().width()
    assert edit.horizontalScrollBar().value() > 0
    assert caret_x(unwrapped) <= 0.81 * width
    type_keys(unwrapped, "end")
    at = caret_x(unwrapped)
    qtbot.waitUntil(lambda: edit.ghost_text() == " of this line")
    # The page does not move when the ghost comes, nor when it goes.
    assert caret_x(unwrapped) == at
    ghost_end = at + edit.fontMetrics().horizontalAdvance(" of this line")
    assert ghost_end < width
    press(unwrapped, Qt.Key.Key_Escape)
    assert caret_x(unwrapped) == at


def test_the_page_scrolls_back_to_the_lines_beginning(unwrapped):
    type_keys(unwrapped, LONG)
    press(unwrapped, Qt.Key.Key_Home)
    assert unwrapped.tab.text_edit.horizontalScrollBar().value() == 0
    press(unwrapped, Qt.Key.Key_End)
    press(unwrapped, Qt.Key.Key_Return)
    assert unwrapped.tab.text_edit.viewport().rect().contains(unwrapped.tab.text_edit.cursorRect())


def test_moving_the_caret_does_not_scroll_beyond_the_text(unwrapped):
    unwrapped.tab.text_edit.load(LONG)
    unwrapped.tab.text_edit.moveCursor(QTextCursor.MoveOperation.End)
    bar = unwrapped.tab.text_edit.horizontalScrollBar()
    assert 0 < bar.value() <= bar.maximum()


FONTS = ("DejaVu Sans", "DejaVu Serif", "Liberation Serif", "Noto Sans")


@pytest.mark.parametrize("is_hint_seen", [True, False])
@pytest.mark.parametrize("size_pt", [9, 16])
@pytest.mark.parametrize("font", ["", *FONTS])
def test_what_is_typed_at_the_bottom_leaves_room_for_a_ghost_that_wraps(
    qtbot, foretype, window, engine, font, size_pt, is_hint_seen
):
    if font and font not in QFontDatabase.families():
        pytest.skip(f"{font} is not installed")
    foretype.preferences.change(font_family=font, font_size_pt=size_pt, hint_seen=is_hint_seen)
    window.main_window.resize(900, 640)
    edit = window.tab.text_edit
    edit.load("line\n" * 100)
    edit.moveCursor(QTextCursor.MoveOperation.End)
    engine.answers = {"end": " word" * 20}
    type_keys(window, "The end")
    at = edit.cursorRect()
    qtbot.waitUntil(lambda: edit.ghost_text() == " word" * 20)
    assert window.tab.hint.isHidden() == is_hint_seen
    assert edit.cursorRect() == at
    block = edit.textCursor().block()
    top = edit.blockBoundingGeometry(block).translated(edit.contentOffset()).top()
    wrapped = block.layout().lineCount() - 1
    assert 1 <= wrapped <= 2
    assert top + block.layout().lineAt(wrapped).rect().bottom() <= edit.viewport().height()
    press(window, Qt.Key.Key_Escape)
    assert edit.cursorRect() == at


def test_the_room_goes_with_the_text_that_needed_it(qtbot, foretype, window):
    foretype.preferences.change(hint_seen=True)
    edit = window.tab.text_edit
    bar = edit.verticalScrollBar()
    edit.load("line\n" * 100)
    natural = bar.maximum()
    edit.moveCursor(QTextCursor.MoveOperation.End)
    before = bar.value()
    assert before <= natural
    type_keys(window, "x")
    assert bar.value() == before + 2
    bar.setValue(0)
    assert bar.maximum() == natural
    press(window, Qt.Key.Key_Home, CTRL)
    type_keys(window, "x")
    assert bar.value() == 0
    edit.load("short")
    assert bar.maximum() == 0


def test_a_document_that_is_loaded_into_a_scrolled_page_is_shown_from_its_beginning(unwrapped):
    edit = unwrapped.tab.text_edit
    type_keys(unwrapped, LONG)
    assert edit.horizontalScrollBar().value() > 0
    edit.load("short")
    assert edit.horizontalScrollBar().value() == edit.horizontalScrollBar().maximum() == 0


def test_moving_about_makes_no_room(window):
    edit = window.tab.text_edit
    edit.load("line\n" * 100)
    press(window, Qt.Key.Key_End, CTRL)
    before = edit.verticalScrollBar().value()
    press(window, Qt.Key.Key_Left)
    press(window, Qt.Key.Key_End)
    assert edit.verticalScrollBar().value() == before
