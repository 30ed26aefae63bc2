"""Every key can be changed; what cannot work is said and not saved; each has a way back."""

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialogButtonBox

from editor.settings.preferences import Preferences
from editor.settings.shortcuts import Command, keys, types_text
from editor.window.keys_page import KeysPage
from editor.window.preferences_dialog import PreferencesDialog


@pytest.fixture
def page(qtbot):
    made = KeysPage({"find": "Ctrl+Alt+F"})
    qtbot.addWidget(made)
    return made


@pytest.fixture
def dialog(qtbot):
    made = PreferencesDialog(Preferences())
    qtbot.addWidget(made)
    return made


def is_ok(dialog):
    return dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok).isEnabled()


def test_every_command_has_a_row_and_only_changes_are_kept(page):
    assert set(page.rows) == set(Command)
    assert page.overrides() == {"find": "Ctrl+Alt+F"}
    page.set_key(Command.TAKE_ALL, "Right")
    page.set_key(Command.SAVE, "")
    assert page.overrides() == {"find": "Ctrl+Alt+F", "take_all": "Right", "save": ""}
    assert page.problems() == []


def test_each_row_and_all_of_them_go_back_to_the_first_key(page):
    page.set_key(Command.TAKE_ALL, "Right")
    row = page.rows[Command.TAKE_ALL]
    assert row.reset.isEnabled()
    row.reset.click()
    assert row.key == "Tab"
    assert not row.reset.isEnabled()
    page._on_reset()
    assert page.overrides() == {}


def test_two_commands_with_one_key_are_named_and_cannot_be_saved(dialog):
    assert is_ok(dialog)
    dialog.keys.set_key(Command.FIND, "Ctrl+Right")
    assert not is_ok(dialog)
    assert "Ctrl+Right belongs to “Find and replace” and “Take next word”" in dialog.conflicts.text()
    dialog.keys.set_key(Command.TAKE_WORD, "Ctrl+Alt+Right")
    assert is_ok(dialog)
    assert dialog.conflicts.isHidden()
    assert dialog.chosen()["keys"] == {"find": "Ctrl+Right", "take_word": "Ctrl+Alt+Right"}


@pytest.mark.parametrize(
    ("key", "is_typing", "is_needed"),
    [
        ("A", False, True),
        ("Shift+A", True, True),
        ("Space", True, True),
        ("Return", False, True),
        ("Right", True, False),
        ("Right", False, True),
        ("Ctrl+A", False, False),
        ("F5", False, False),
        ("Shift+F3", False, False),
        ("Esc", False, False),
        ("", False, False),
    ],
)
def test_a_key_that_writes_or_moves_cannot_be_a_commands(key, is_typing, is_needed):
    assert types_text(key, is_typing=is_typing) == is_needed


def test_no_default_is_a_key_that_writes():
    assert not any(types_text(keys({})[each], is_typing=each.shortcut.is_typing) for each in Command)


def test_a_letter_alone_is_refused_in_a_sentence(dialog):
    dialog.keys.set_key(Command.SAVE, "S")
    assert not is_ok(dialog)
    assert "S is needed for typing: give “Save” a key with Ctrl or Alt." in dialog.conflicts.text()


def test_rows_are_found_by_name_and_key(page):
    page.search.setText("take word")
    shown = [row.label.text() for row in page.rows.values() if not row.edit.isHidden()]
    assert "Take next word" in shown
    assert "Save" not in shown
    page.search.setText(QKeySequence("Ctrl+Alt+F").toString(QKeySequence.SequenceFormat.NativeText))
    assert [row.label.text() for row in page.rows.values() if not row.edit.isHidden()] == ["Find and replace"]
