"""The palette and the sheet of keys find every command; keys that two commands have are shown."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from editor.settings.shortcuts import Command, conflicts, keys
from editor.window.command_finder import CommandFinder
from tests.editor.keyboard import CTRL, press, type_keys

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def finder(qtbot):
    made = CommandFinder({}, is_sheet=False)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(made)
    return made


def test_no_two_commands_have_the_same_default_key():
    assert conflicts(keys({})) == {}
    assert conflicts(keys({"find": "Ctrl+N"})) == {"Ctrl+N": (Command.NEW, Command.FIND)}


def test_all_but_the_keys_of_typing_can_be_run(finder):
    assert len(finder.shown()) == sum(not command.shortcut.is_typing for command in Command) - 1


def test_words_are_looked_for_in_names_menus_and_keys(finder):
    finder.search.setText("line move")
    assert finder.shown() == ["Move line up", "Move line down"]
    finder.search.setText("ctrl+d")
    assert "Duplicate line" in finder.shown()
    finder.search.setText("xyzzy")
    assert finder.shown() == []
    assert not finder.nothing.isHidden()


def test_enter_runs_the_one_that_begins_so_and_arrows_choose_another(qtbot, finder):
    finder.search.setText("go")
    with qtbot.waitSignal(finder.chosen) as caught:
        QTest.keyClick(finder.search, Qt.Key.Key_Return)
    assert caught.args == [Command.GO_TO_LINE]
    finder.search.setText("move")
    QTest.keyClick(finder.search, Qt.Key.Key_Down)
    with qtbot.waitSignal(finder.chosen) as caught:
        QTest.keyClick(finder.search, Qt.Key.Key_Return)
    assert caught.args == [Command.MOVE_LINES_DOWN]


def test_nothing_found_runs_nothing(qtbot, finder):
    finder.search.setText("xyzzy")
    with qtbot.assertNotEmitted(finder.chosen):
        QTest.keyClick(finder.search, Qt.Key.Key_Return)


def test_the_sheet_shows_the_keys_that_the_person_chose(qtbot):
    sheet = CommandFinder({"take_all": "F9", "find": ""}, is_sheet=True)
    qtbot.addWidget(sheet)
    sheet.search.setText("f9")
    assert sheet.shown() == ["Take all"]
    sheet.search.setText("find and")
    assert sheet.shown() == []


def test_the_palette_runs_a_command_of_the_window(qtbot, window):
    type_keys(window, "ab")
    press(window, Qt.Key.Key_P, CTRL | SHIFT)
    (palette,) = window.main_window.findChildren(CommandFinder)
    palette.search.setText("duplicate")
    QTest.keyClick(palette.search, Qt.Key.Key_Return)
    assert window.tab.text_edit.text() == "ab\nab"
    qtbot.waitUntil(lambda: not window.main_window.findChildren(CommandFinder))
