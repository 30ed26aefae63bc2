"""File > Open recent in the window: what it lists, opens, drops and clears."""

import pytest

from editor.window.recent_menu import RecentMenu
from tests.editor.keyboard import type_keys


@pytest.fixture
def letter(tmp_path):
    path = tmp_path / "a & b.txt"
    path.write_text("Dear Ada")
    return path


def menu_of(window):
    menu = window.main_window.findChild(RecentMenu)
    menu.aboutToShow.emit()
    return menu


def entry(window, text):
    return next(action for action in menu_of(window).actions() if text in action.text())


def test_a_file_that_was_opened_is_listed_and_opens_again(foretype, window, letter):
    foretype.open_window(letter).main_window.close()
    entry(window, "a && b.txt").trigger()
    assert window.tab.text_edit.text() == "Dear Ada"


def test_a_busy_window_opens_it_in_another_tab(foretype, window, letter):
    foretype.recent.add(letter)
    type_keys(window, "x")
    entry(window, "a && b").trigger()
    assert [each.text_edit.text() for each in foretype.documents.tabs()] == ["x", "Dear Ada"]


def test_a_new_file_is_listed_once_it_is_saved(foretype, tmp_path):
    window = foretype.open_window(tmp_path / "new.txt")
    assert foretype.recent.paths() == []
    window.tab.session.save()
    assert foretype.recent.paths() == [tmp_path / "new.txt"]


def test_a_missing_file_is_said_and_dropped(foretype, window, letter):
    foretype.recent.add(letter)
    letter.unlink()
    entry(window, "a && b").trigger()
    assert "no longer exists" in window.tab.status.currentMessage()
    assert foretype.recent.paths() == []
    assert window.tab.session.is_pristine


def test_the_list_is_cleared_on_demand(foretype, window, letter):
    foretype.recent.add(letter)
    entry(window, "Clear").trigger()
    assert [action.text() for action in menu_of(window).actions()] == ["Nothing yet"]


def test_a_file_that_another_window_shows_is_not_opened_twice(foretype, window, letter):
    foretype.open_window(letter)
    type_keys(window, "x")
    entry(window, "a && b").trigger()
    assert [each.text_edit.text() for each in foretype.documents.tabs()] == ["x", "Dear Ada"]
