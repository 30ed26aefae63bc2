"""The whole program: windows, model, preferences, status bar."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from editor.errors import DocumentError
from editor.program.foretype import Foretype
from editor.settings.preferences_keeper import PreferencesKeeper
from editor.settings.shortcuts import Command, typing_bindings
from editor.settings.theme import CONTRAST, DARK, ThemeName
from editor.suggestions.messages import LoadModel
from lm.errors import ModelError
from tests.editor.keyboard import CTRL, press, type_keys


def test_the_status_bar_names_the_model(window):
    assert "◆ fake" in window.tab.status.texts()


def refuse(folder):
    raise ModelError(f"{folder} does not exist")


def test_a_model_that_cannot_be_loaded_is_said_and_typing_goes_on(qtbot, foretype, paths, engine):
    other = Foretype(paths, refuse)
    window = other.open_window()
    with qtbot.waitSignal(other.model_changed):
        other.start(Path("missing"))
    assert any("No model: missing does not exist" in text for text in window.tab.status.texts())
    type_keys(window, "hello")
    assert window.tab.text_edit.text() == "hello"
    assert engine.contexts == []
    other.stop()


def test_another_model_is_swapped_in_without_a_restart(qtbot, foretype, window, engine):
    engine.name = "other"
    with qtbot.waitSignal(foretype.model_changed):
        foretype.inference.load_requested.emit(LoadModel(Path("other")))
    assert "◆ other" in window.tab.status.texts()


def test_ctrl_space_switches_suggestions_off_and_stores_it(foretype, window, paths, engine):
    press(window, Qt.Key.Key_Space, CTRL)
    type_keys(window, "abc")
    assert "Suggestions off" in window.tab.status.texts()
    assert engine.contexts == []
    assert not PreferencesKeeper(paths.preferences).now.suggestions_on
    press(window, Qt.Key.Key_Space, CTRL)
    assert window.tab.controller.is_on


def test_snooze_rests_and_wakes(qtbot, window):
    window.commands.on_commanded(Command.SNOOZE)
    assert "Suggestions snoozing" in window.tab.status.texts()
    type_keys(window, "a")
    assert not window.tab.controller.is_busy
    window.commands._snooze.setInterval(1)
    window.commands._snooze.start()
    qtbot.waitUntil(lambda: window.tab.controller.is_on)


def test_a_file_type_can_be_without_suggestions(foretype, tmp_path):
    foretype.preferences.change(off_suffixes=(".py",))
    window = foretype.open_window(tmp_path / "a.py")
    assert not window.tab.controller.is_on
    assert "Suggestions off for .py" in window.tab.status.texts()


def test_tab_moves_the_focus_when_asked(foretype, window):
    foretype.preferences.change(tab_moves_focus=True)
    press(window, Qt.Key.Key_Tab)
    assert window.tab.text_edit.text() == ""


def test_a_rebound_key_takes_the_suggestion(qtbot, foretype, window, engine):
    foretype.preferences.change(keys={"take_all": "Right"})
    engine.answers = {"a": "pple"}
    type_keys(window, "a")
    qtbot.waitUntil(lambda: window.tab.text_edit.ghost_text() == "pple")
    press(window, Qt.Key.Key_Right)
    assert window.tab.text_edit.text() == "apple"


def test_the_engine_is_told_the_block_list(qtbot, foretype, window, engine):
    foretype.preferences.change(blocked_words=("apple",))
    type_keys(window, "a")
    qtbot.waitUntil(lambda: not window.tab.controller.is_busy)
    assert engine.blocked == {"apple"}


@pytest.mark.parametrize(("name", "theme"), [(ThemeName.DARK, DARK), (ThemeName.CONTRAST, CONTRAST)])
def test_a_theme_colours_page_and_ghost(foretype, window, name, theme):
    foretype.preferences.change(theme=name)
    assert QApplication.palette().base().color().name() == theme.page
    assert window.tab.text_edit._ghost._color.name() == theme.ghost


def test_zoom_changes_the_size_and_keeps_it(foretype, window, paths):
    size = window.tab.text_edit.font().pointSize()
    press(window, Qt.Key.Key_Plus, CTRL)
    assert window.tab.text_edit.font().pointSize() == size + 1
    assert PreferencesKeeper(paths.preferences).now.font_size_pt == size + 1


def test_counts_and_place_are_shown(qtbot, window):
    type_keys(window, "one two")
    press(window, Qt.Key.Key_Return)
    assert "2:1" in window.tab.status.texts()
    qtbot.waitUntil(lambda: "2 words" in window.tab.status.texts())


def test_the_latency_of_a_suggestion_is_shown_and_kept(qtbot, window, engine):
    engine.answers = {"a": "pple"}
    type_keys(window, "a")
    qtbot.waitUntil(lambda: len(window.tab.latency.key_to_ghost_ms) == 1)
    assert len(window.tab.latency.key_to_glyph_ms) == 1
    assert any(text.endswith(" ms") for text in window.tab.status.texts())


def test_a_suggestion_is_announced_unless_switched_off(qtbot, foretype, window, engine):
    engine.answers = {"a": "pple", "ab": "out"}
    type_keys(window, "a")
    qtbot.waitUntil(lambda: window.tab.announcer.last == "pple")
    foretype.preferences.change(announce=False)
    type_keys(window, "b")
    qtbot.waitUntil(lambda: window.tab.text_edit.ghost_text() == "out")
    assert window.tab.announcer.last == "pple"


def test_a_window_that_cannot_open_its_file_leaves_nothing(foretype, tmp_path, paths):
    with pytest.raises(DocumentError):
        foretype.open_window(tmp_path)
    assert foretype.windows == []
    assert list(paths.recovery.iterdir()) == []


def test_a_closed_window_is_forgotten(foretype, window):
    window.main_window.close()
    assert foretype.windows == []


def test_no_two_commands_share_a_key():
    keys = [key for each in Command for key in (each.shortcut.key, *each.shortcut.also) if key]
    assert len(keys) == len(set(keys))


def test_every_suggestion_key_can_be_rebound():
    bindings = typing_bindings({"take_word": "Ctrl+E"})
    assert bindings["Ctrl+E"] is Command.TAKE_WORD
    assert "Ctrl+Right" not in bindings
