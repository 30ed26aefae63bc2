"""Suggestions that are shown only while a key is held: computed all the same, taken only while they are seen."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.editor.keyboard import ALT, CTRL, NONE, press, type_keys

Key = Qt.Key
GHOST = "lo brave new world"


def hold(window, key=Key.Key_Alt, modifier=ALT, *, is_repeat=False):
    send(window, QEvent.Type.KeyPress, key, modifier, is_repeat)


def let_go(window, key=Key.Key_Alt):
    send(window, QEvent.Type.KeyRelease, key, NONE, False)


def send(window, type_, key, modifier, is_repeat):
    event = QKeyEvent(type_, key, modifier, "", is_repeat)
    QApplication.sendEvent(window.tab.text_edit, event)


def settle(qtbot, window):
    qtbot.waitUntil(lambda: not window.tab.controller.is_busy, timeout=2000)


@pytest.fixture
def quiet(qtbot, engine, window, foretype):
    """A window where Alt shows what is suggested after "hel"."""
    foretype.preferences.change(held_only=True)
    engine.answers = {"hel": GHOST}
    type_keys(window, "hel")
    settle(qtbot, window)
    return window


def test_nothing_is_shown_or_taken_before_the_key_is_held(quiet):
    assert quiet.tab.text_edit.ghost_text() == ""
    press(quiet, Key.Key_Tab)
    assert quiet.tab.text_edit.text() == "hel"


def test_the_key_shows_at_once_what_is_known_and_hides_it_again(quiet, engine):
    asked = len(engine.contexts)
    hold(quiet)
    assert quiet.tab.text_edit.ghost_text() == GHOST
    assert quiet.tab.announcer.last == GHOST
    let_go(quiet)
    assert quiet.tab.text_edit.ghost_text() == ""
    assert len(engine.contexts) == asked


def test_typing_along_with_what_is_not_shown_keeps_it(quiet):
    quiet.tab.controller.requested.disconnect()
    type_keys(quiet, "lo b")
    hold(quiet)
    assert quiet.tab.text_edit.ghost_text() == "rave new world"


@pytest.mark.parametrize("key", [Key.Key_Tab, Key.Key_End])
def test_a_key_takes_all_while_the_other_is_held(quiet, key):
    hold(quiet)
    QTest.keyClick(quiet.tab.text_edit, key, ALT)
    assert quiet.tab.text_edit.text() == "hello brave new world"


def test_the_right_arrow_takes_words_while_the_key_is_held(quiet):
    hold(quiet)
    # QTest would let go of Alt after each.
    send(quiet, QEvent.Type.KeyPress, Key.Key_Right, ALT, False)
    send(quiet, QEvent.Type.KeyPress, Key.Key_Right, ALT, False)
    assert quiet.tab.text_edit.text() == "hello brave "
    assert quiet.tab.text_edit.ghost_text() == "new world"
    let_go(quiet)
    press(quiet, Key.Key_Right, CTRL)
    assert quiet.tab.text_edit.text() == "hello brave "


def test_an_answer_that_comes_while_the_key_is_held_is_shown(qtbot, quiet, engine):
    press(quiet, Key.Key_Backspace)
    hold(quiet)
    type_keys(quiet, "l")
    qtbot.waitUntil(lambda: quiet.tab.text_edit.ghost_text() == GHOST)


def test_a_lost_focus_lets_go(quiet):
    hold(quiet)
    QApplication.sendEvent(quiet.tab.text_edit, QFocusEvent(QEvent.Type.FocusOut))
    assert quiet.tab.text_edit.ghost_text() == ""
    press(quiet, Key.Key_Tab)
    assert quiet.tab.text_edit.text() == "hel"


def test_a_key_of_its_own_that_repeats_keeps_the_ghost_and_types_nothing(qtbot, quiet, foretype, engine):
    foretype.preferences.change(held_key="F8")
    press(quiet, Key.Key_Backspace)
    type_keys(quiet, "l")
    settle(qtbot, quiet)
    hold(quiet, Key.Key_F8, NONE)
    send(quiet, QEvent.Type.KeyRelease, Key.Key_F8, NONE, True)
    hold(quiet, Key.Key_F8, NONE, is_repeat=True)
    assert quiet.tab.text_edit.ghost_text() == GHOST
    press(quiet, Key.Key_Tab)
    assert quiet.tab.text_edit.text() == "hello brave new world"
    let_go(quiet, Key.Key_F8)
    assert quiet.tab.text_edit.ghost_text() == ""


def test_what_is_asked_for_is_shown_without_the_key(qtbot, quiet):
    press(quiet, Key.Key_Backslash, ALT)
    qtbot.waitUntil(lambda: quiet.tab.text_edit.ghost_text() == GHOST)
    press(quiet, Key.Key_Tab)
    assert quiet.tab.text_edit.text() == "hello brave new world"


def test_a_ghost_that_is_shown_counts_once_and_one_that_is_not_never(quiet, foretype):
    assert foretype.worth.worth.fresh[0].shown == 0
    for _ in range(3):
        hold(quiet)
        let_go(quiet)
    assert foretype.worth.worth.fresh[0].shown == 1


def test_the_other_way_round_ghosts_are_shown_again(qtbot, quiet, foretype):
    foretype.preferences.change(held_only=False)
    press(quiet, Key.Key_Backspace)
    type_keys(quiet, "l")
    qtbot.waitUntil(lambda: quiet.tab.text_edit.ghost_text() == GHOST)
