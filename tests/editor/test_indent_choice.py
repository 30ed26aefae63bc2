"""A document is indented as its person, its lines or the preferences say, in this order; the status bar shows it."""

from dataclasses import replace

from PySide6.QtCore import Qt

from editor.indentation import Indentation
from tests.editor.keyboard import press, type_keys

PYTHON = "def f():\n    a\n    b\n"


def indent_of(window):
    return window.editing.indent.indentation


def choose(window, label):
    next(action for action in window.indent_menu.actions() if action.text() == label).trigger()


def test_an_opened_document_is_gone_on_with_in_its_own_way(window, tmp_path):
    path = tmp_path / "a.py"
    path.write_text(PYTHON)
    assert "Tabs" in window.status.texts()
    window.session.load(path)
    assert "4 spaces" in window.status.texts()
    press(window, Qt.Key.Key_Tab)
    assert window.text_edit.text() == "    " + PYTHON
    press(window, Qt.Key.Key_Backspace)
    assert window.text_edit.text() == PYTHON


def test_what_the_person_chooses_for_a_document_holds_whatever_is_read_again(window, tmp_path):
    path = tmp_path / "a.py"
    path.write_text(PYTHON)
    window.session.load(path)
    choose(window, "2 spaces")
    choose(window, "Tabs 8 columns wide")
    assert indent_of(window) == Indentation(2, 8)
    assert "2 spaces" in window.status.texts()
    path.write_text("x\n\ty\n\tz\n")
    window.session.reload()
    assert indent_of(window) == Indentation(2, 8)
    type_keys(window, "a")
    press(window, Qt.Key.Key_Tab)
    assert "\tza  \n" in window.text_edit.text()
    columns = window.text_edit.tabStopDistance() / window.text_edit.fontMetrics().horizontalAdvance(" ")
    assert round(columns) == 8


def test_the_preferences_hold_where_the_lines_say_nothing_or_are_not_asked(window, foretype):
    window.text_edit.load(PYTHON)
    foretype._on_preferences_changed(replace(foretype.preferences, detect_indent=False, indent_spaces=8))
    assert indent_of(window).spaces == 8
    foretype._on_preferences_changed(replace(foretype.preferences, detect_indent=True))
    assert indent_of(window).spaces == 4
    window.text_edit.load("no lines that are indented")
    assert indent_of(window).spaces == 8
    type_keys(window, "a")
    press(window, Qt.Key.Key_Tab)
    assert window.text_edit.text().startswith("a" + " " * 7 + "no")
