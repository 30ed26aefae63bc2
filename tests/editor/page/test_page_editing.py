"""The window's lines: marks, numbers, keys beside the ghost's."""

from PySide6.QtCore import Qt

from editor.page.page_marks import Mark
from editor.settings.shortcuts import Command
from editor.settings.theme import LIGHT, ThemeName
from tests.editor.keyboard import ALT, press, type_keys


def test_brackets_at_the_caret_are_marked_after_a_pause(qtbot, window):
    type_keys(window, "f(a)")
    qtbot.waitUntil(lambda: window.tab.marks.spans(Mark.BRACKET) == [(3, 4), (1, 2)])
    press(window, Qt.Key.Key_Home)
    qtbot.waitUntil(lambda: window.tab.marks.spans(Mark.BRACKET) == [])


def test_a_ghost_takes_the_brackets_marks_away(qtbot, window, engine):
    engine.answers["(a)"] = " ghost"
    type_keys(window, "(a)")
    qtbot.waitUntil(lambda: window.tab.text_edit.ghost_text() == " ghost")
    with qtbot.waitSignal(window.tab.editing._pause.timeout):
        window.tab.editing._pause.start()
    assert window.tab.marks.spans(Mark.BRACKET) == []


def test_the_carets_line_has_a_stripe_as_long_as_nothing_is_selected(window, foretype):
    def color() -> str:
        stripe = window.tab.text_edit.cursorRect()
        return window.tab.text_edit.viewport().grab().toImage().pixelColor(3, stripe.center().y()).name()

    foretype.preferences.change_for_now(theme=ThemeName.LIGHT)
    type_keys(window, "ab")
    press(window, Qt.Key.Key_Return)
    assert color() == LIGHT.current_line
    window.tab.text_edit.paint_ghost("ghost")
    assert color() == LIGHT.current_line
    window.tab.text_edit.selectAll()
    assert color() == LIGHT.page
    press(window, Qt.Key.Key_End)
    foretype.preferences.change(current_line_on=False)
    assert color() == LIGHT.page


def test_tab_takes_a_ghost_and_indents_selected_lines(qtbot, window, engine):
    engine.answers["ab"] = "cd"
    type_keys(window, "ab")
    qtbot.waitUntil(lambda: window.tab.text_edit.ghost_text() == "cd")
    press(window, Qt.Key.Key_Tab)
    press(window, Qt.Key.Key_Return)
    type_keys(window, "x")
    window.tab.text_edit.selectAll()
    press(window, Qt.Key.Key_Tab)
    assert window.tab.text_edit.text() == "\tabcd\n\tx"


def test_lines_move_by_key(window):
    type_keys(window, "ab")
    press(window, Qt.Key.Key_Return)
    type_keys(window, "x")
    press(window, Qt.Key.Key_Up, ALT)
    assert window.tab.text_edit.text() == "x\nab"


def test_numbers_make_room_on_the_left_and_give_it_back(window):
    left = window.tab.text_edit.viewportMargins().left()
    window.main_window.commanded.emit(Command.LINE_NUMBERS)
    numbers = window.tab.editing.numbers
    assert not numbers.isHidden()
    assert window.tab.text_edit.viewportMargins().left() >= numbers.width()
    assert numbers.geometry().right() < window.tab.text_edit.viewport().geometry().left()
    window.main_window.commanded.emit(Command.LINE_NUMBERS)
    assert numbers.isHidden()
    assert window.tab.text_edit.viewportMargins().left() == left
