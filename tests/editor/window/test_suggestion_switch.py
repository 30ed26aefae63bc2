"""Suggestions are switched with one click, everywhere or for a type of file."""

import pytest

from editor.settings.shortcuts import Command


@pytest.fixture
def python(window, tmp_path):
    path = tmp_path / "a.py"
    path.write_text("x\n")
    window.tab.session.load(path)
    return window


def test_the_menu_switches_them_off_for_a_type_of_file_and_on_again(python, foretype):
    assert not python.tab.status.switch.menu().isEmpty()
    python.main_window.commanded.emit(Command.TYPE_SUGGESTIONS)
    assert foretype.preferences.now.off_suffixes == (".py",)
    assert "Suggestions off for .py" in python.tab.status.texts()
    assert not python.tab.controller.is_on
    python.main_window.commanded.emit(Command.TYPE_SUGGESTIONS)
    assert foretype.preferences.now.off_suffixes == ()
    assert python.tab.controller.is_on


def test_so_does_the_status_bar(python, foretype):
    everywhere, here = python.tab.status.switch.menu().actions()
    assert here.text() == "Suggestions in .py files"
    here.trigger()
    assert foretype.preferences.now.off_suffixes == (".py",)
    assert not here.isChecked()
    here.trigger()
    everywhere.trigger()
    assert not foretype.preferences.now.suggestions_on
    assert "Suggestions off" in python.tab.status.texts()
    assert not everywhere.isChecked()


def test_a_text_without_a_name_has_no_type(window, foretype):
    assert not window.tab.status.switch.menu().actions()[1].isVisible()
    window.main_window.commanded.emit(Command.TYPE_SUGGESTIONS)
    assert foretype.preferences.now.off_suffixes == ()
    assert "no type yet" in window.tab.status.currentMessage()
    assert window.tab.switch.is_on_here
