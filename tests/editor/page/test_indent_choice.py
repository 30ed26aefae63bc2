"""A document is indented as its person, its lines or the preferences say, in this order; the status bar shows it."""

from PySide6.QtCore import Qt

from editor.settings.indentation import Indentation
from tests.editor.keyboard import press, type_keys

PYTHON = "def f():\n    a\n    b\n"


def indent_of(window):
    return window.tab.editing.indent.indentation


def choose(window, label):
    next(action for action in window.tab.indent_menu.actions() if action.text() == label).trigger()


def test_an_opened_document_is_gone_on_with_in_its_own_way(window, tmp_path):
    path = tmp_path / "a.py"
    path.write_text(PYTHON)
    assert "Tabs" in window.tab.status.texts()
    window.tab.session.load(path)
    assert "4 spaces" in window.tab.status.texts()
    press(window, Qt.Key.Key_Tab)
    assert window.tab.text_edit.text() == "    " + PYTHON
    press(window, Qt.Key.Key_Backspace)
    assert window.tab.text_edit.text() == PYTHON


def test_what_the_person_chooses_for_a_document_holds_whatever_is_read_again(window, tmp_path):
    path = tmp_path / "a.py"
    path.write_text(PYTHON)
    window.tab.session.load(path)
    choose(window, "2 spaces")
    choose(window, "Tabs 8 columns wide")
    assert indent_of(window) == Indentation(2, 8)
    assert "2 spaces" in window.tab.status.texts()
    path.write_text("x\n\ty\n\tz\n")
    window.tab.session.reload()
    assert indent_of(window) == Indentation(2, 8)
    type_keys(window, "a")
    press(window, Qt.Key.Key_Tab)
    assert "\tza  \n" in window.tab.text_edit.text()
    columns = window.tab.text_edit.tabStopDistance() / window.tab.text_edit.fontMetrics().horizontalAdvance(" ")
    assert round(columns) == 8


def test_the_preferences_hold_where_the_lines_say_nothing_or_are_not_asked(window, foretype):
    window.tab.text_edit.load(PYTHON)
    foretype.preferences.change(detect_indent=False, indent_spaces=8)
    assert indent_of(window).spaces == 8
    foretype.preferences.change(detect_indent=True)
    assert indent_of(window).spaces == 4
    window.tab.text_edit.load("no lines that are indented")
    assert indent_of(window).spaces == 8
    press(window, Qt.Key.Key_Tab)
    assert window.tab.text_edit.text().startswith(" " * 8 + "no")
