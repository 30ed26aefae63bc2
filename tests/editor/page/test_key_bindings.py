"""Keys are found by name, and where a layout lacks them by their place."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from editor.page.key_bindings import KeyBindings
from editor.settings.shortcuts import Command, keys, typing_bindings
from tests.editor.keyboard import ALT, CTRL, NONE, SHIFT

Key = Qt.Key
BINDINGS = KeyBindings(typing_bindings({}), keys({}).values())


def event(key, modifiers, place=0, text=""):
    return QKeyEvent(QEvent.Type.KeyPress, key, modifiers, place, 0, 0, text)


@pytest.mark.parametrize(
    ("key", "modifiers", "place", "command"),
    [
        (Key.Key_1, CTRL, 10, Command.TAKE_FIRST),
        (Key.Key_BracketRight, ALT, 35, Command.NEXT_ALTERNATIVE),
        (Key.Key_1, CTRL, 0, Command.TAKE_FIRST),
        (Key.Key_Ampersand, CTRL, 10, Command.TAKE_FIRST),  # French
        (Key.Key_Eacute, CTRL, 11, Command.TAKE_SECOND),
        (Key.Key_QuoteDbl, CTRL, 12, Command.TAKE_THIRD),
        (Key.Key_2, CTRL | SHIFT, 11, Command.TAKE_SECOND),
        (0x42A, ALT, 35, Command.NEXT_ALTERNATIVE),  # Russian
        (0x425, ALT, 34, Command.PREVIOUS_ALTERNATIVE),
        (Key.Key_Plus, ALT, 35, Command.NEXT_ALTERNATIVE),  # German
        (Key.Key_NumberSign, ALT, 51, Command.ASK_NOW),
        (Key.Key_Dead_Circumflex, ALT, 34, Command.PREVIOUS_ALTERNATIVE),
    ],
)
def test_a_suggestion_key_is_found_on_every_layout(key, modifiers, place, command):
    assert BINDINGS.command(event(key, modifiers, place)) is command


@pytest.mark.parametrize(
    ("key", "modifiers", "place"),
    [
        (Key.Key_Ampersand, NONE, 10),  # what is typed is typed
        (0x42A, NONE, 35),
        (Key.Key_Plus, CTRL, 35),  # zoom in, on a German keyboard
        (Key.Key_A, ALT, 38),
        (Key.Key_1, CTRL | ALT, 10),
    ],
)
def test_a_key_with_a_meaning_of_its_own_keeps_it(key, modifiers, place):
    assert BINDINGS.command(event(key, modifiers, place)) is None


def test_keys_of_the_persons_own_are_found_too():
    mine = KeyBindings({"Ctrl+;": Command.TAKE_WORD}, ["Ctrl+;"])
    assert mine.command(event(Key.Key_M, CTRL, 47)) is Command.TAKE_WORD  # French
    assert mine.command(event(Key.Key_Semicolon, CTRL, 47)) is Command.TAKE_WORD
