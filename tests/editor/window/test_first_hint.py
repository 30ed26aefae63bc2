"""The hint about the first ghost comes once, takes no key, and goes for good."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from editor.program.demo import Demo
from editor.settings.preferences_keeper import PreferencesKeeper
from tests.editor.keyboard import press, type_keys

GHOST = "lo world"


def is_shown(window):
    return not window.tab.hint.isHidden()


@pytest.fixture
def hinted(qtbot, engine, window):
    """A window with its first ghost."""
    engine.answers = {"hel": GHOST}
    assert not is_shown(window)
    type_keys(window, "hel")
    qtbot.waitUntil(lambda: window.tab.text_edit.ghost_text() == GHOST)
    return window


def test_the_first_ghost_brings_the_hint_with_the_keys_and_keeps_the_focus(hinted):
    assert is_shown(hinted)
    assert "Tab takes it" in hinted.tab.hint.text()
    assert "Ctrl+Right" in hinted.tab.hint.text()
    assert hinted.tab.text_edit.hasFocus()
    assert hinted.tab.text_edit.ghost_text() == GHOST


def test_the_button_sends_it_away_for_good_and_leaves_the_ghost(hinted, foretype, paths):
    QTest.mouseClick(hinted.tab.hint.button, Qt.MouseButton.LeftButton)
    assert not is_shown(hinted)
    assert hinted.tab.text_edit.hasFocus()
    assert hinted.tab.text_edit.ghost_text() == GHOST
    assert foretype.preferences.now.hint_seen
    assert PreferencesKeeper(paths.preferences).now.hint_seen


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Right])
def test_the_first_accept_sends_it_away_for_good(qtbot, hinted, foretype, engine, key):
    modifier = Qt.KeyboardModifier.ControlModifier if key == Qt.Key.Key_Right else Qt.KeyboardModifier.NoModifier
    press(hinted, key, modifier)
    assert not is_shown(hinted)
    assert foretype.preferences.now.hint_seen
    engine.answers = {"x": "yz"}
    type_keys(hinted, " x")
    qtbot.waitUntil(lambda: hinted.tab.text_edit.ghost_text() == "yz")
    assert not is_shown(hinted)


def test_the_rest_of_a_ghost_survives_the_first_accept(hinted):
    press(hinted, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert hinted.tab.text_edit.text() == "hello "
    assert hinted.tab.text_edit.ghost_text() == "world"


def test_it_names_the_keys_that_the_person_chose(foretype, window):
    foretype.preferences.change(keys={"take_all": "F4"})
    assert "F4 takes it" in window.tab.hint.text()
    foretype.preferences.change(held_only=True, held_key="F8")
    assert "while you hold F8: F4 or End takes it" in window.tab.hint.text()


def test_the_demo_shows_none(foretype):
    demo = Demo(foretype, screenshot=None, speed=None)
    demo._window.tab.hint.on_ghost_appeared()
    assert not is_shown(demo._window)
