"""The status bar shows the words; its menu and tooltip everything else, of the selection too."""

import pytest
from PySide6.QtCore import Qt

from editor.page.text_counts import Counts
from editor.settings.shortcuts import Command
from editor.window.counts_view import reading_time
from tests.editor.keyboard import press, type_keys

SHIFT = Qt.KeyboardModifier.ShiftModifier


def shown(window):
    return window.tab.status.words.text()


def test_the_words_are_counted_as_they_are_typed(qtbot, window):
    assert shown(window) == "0 words"
    type_keys(window, "one")
    qtbot.waitUntil(lambda: shown(window) == "1 word")
    type_keys(window, " two")
    qtbot.waitUntil(lambda: shown(window) == "2 words")


def test_a_selection_is_counted_beside_the_whole(qtbot, window):
    window.tab.text_edit.load("one two three")
    press(window, Qt.Key.Key_End, SHIFT)
    qtbot.waitUntil(lambda: shown(window) == "3 of 3 words")
    press(window, Qt.Key.Key_Home)
    press(window, Qt.Key.Key_Right, SHIFT)
    qtbot.waitUntil(lambda: shown(window) == "1 of 3 words")
    press(window, Qt.Key.Key_Home)
    qtbot.waitUntil(lambda: shown(window) == "3 words")


def test_the_menu_has_every_count(qtbot, window):
    window.tab.text_edit.load("one two\n\nthree")
    qtbot.waitUntil(lambda: shown(window) == "3 words")
    window.tab.counts_view.menu.aboutToShow.emit()
    rows = [action.text() for action in window.tab.counts_view.menu.actions()]
    assert rows == [
        "Words\t3",
        "Characters\t12",
        "Characters without spaces\t11",
        "Paragraphs\t2",
        "Lines\t3",
        "Reading time at 238 words a minute\tless than a minute",
    ]
    assert "Characters: 12" in window.tab.status.words.toolTip()


@pytest.mark.qt_log_ignore(r"does not support (propagateSizeHints|raise|grabbing the keyboard)", extend=True)
def test_the_command_opens_the_menu(qtbot, window):
    window.tab.counts_view.menu.aboutToShow.connect(
        window.tab.counts_view.menu.close, Qt.ConnectionType.QueuedConnection
    )
    window.main_window.commanded.emit(Command.COUNTS)
    assert window.tab.counts_view.menu.actions()


@pytest.mark.parametrize(
    ("words", "time"), [(0, "none"), (20, "less than a minute"), (238, "1 min"), (238 * 75, "1 h 15 min")]
)
def test_the_reading_time_is_said_in_hours_and_minutes(words, time):
    assert reading_time(Counts(words=words)) == time


def test_the_ghost_is_not_counted(qtbot, window, engine):
    engine.answers = {"hel": "lo brave new world"}
    type_keys(window, "hel")
    qtbot.waitUntil(lambda: window.tab.text_edit.ghost_text() == "lo brave new world")
    qtbot.waitUntil(lambda: shown(window) == "1 word")
    assert window.tab.editing.counts.total().characters == 3
