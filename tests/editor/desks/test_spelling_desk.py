"""Spelling in the window: its menus by mouse and by key, the next word, the choice of a language."""

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from editor.page.page_marks import Mark
from editor.program.foretype import Foretype
from editor.settings.preferences_keeper import PreferencesKeeper
from editor.settings.shortcuts import Command
from editor.spelling.spelling import OFF
from editor.spelling.spelling_menu import SpellingMenu, language_name
from tests.editor.fake_dictionaries import FakeDictionaries
from tests.editor.keyboard import press, type_keys


@pytest.fixture
def dictionaries():
    return FakeDictionaries()


@pytest.fixture
def foretype(qtbot, engine, paths, dictionaries):
    made = Foretype(paths, lambda _folder: engine, dictionaries=dictionaries)
    made.spelling._delay.setInterval(20)
    made.spelling.locale = "en_US"
    with qtbot.waitSignal(made.model_changed):
        made.start(Path("model"))
    yield made
    made.stop()


@pytest.fixture
def page(foretype, window):
    foretype.spelling.begin()
    return foretype.spelling.page(window.tab)


def marked(window):
    text = window.tab.text_edit.text()
    return [text[start:end] for start, end in window.tab.marks.spans(Mark.MISSPELLING)]


def open_menu(qtbot, page, window, position, reason=QContextMenuEvent.Reason.Mouse):
    edit = window.tab.text_edit
    cursor = QTextCursor(edit.document())
    cursor.setPosition(position)
    place = edit.cursorRect(cursor).center()
    if reason is QContextMenuEvent.Reason.Keyboard:
        edit.setTextCursor(cursor)
    event = QContextMenuEvent(reason, place, edit.viewport().mapToGlobal(place))
    QCoreApplication.sendEvent(edit.viewport() if reason is QContextMenuEvent.Reason.Mouse else edit, event)
    return wait_for_menu(qtbot, page)


def wait_for_menu(qtbot, page):
    qtbot.waitUntil(lambda: page.menu.menu is not None and page.menu.menu.isVisible())
    return page.menu.menu


def labels(menu):
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def choose(menu, label):
    action = next(action for action in menu.actions() if action.text() == label)
    menu.setActiveAction(action)
    QTest.keyClick(menu, Qt.Key.Key_Return)


def test_a_text_is_marked_some_time_after_the_window_stands_and_nothing_is_loaded_before_a_word(
    qtbot, foretype, window, dictionaries
):
    qtbot.waitUntil(lambda: foretype.spelling.checker is not None)
    assert dictionaries.opened == []
    type_keys(window, "lettr good ")
    qtbot.waitUntil(lambda: marked(window) == ["lettr"])
    assert dictionaries.opened == ["en_US"]


def test_a_suggestion_takes_the_words_place_in_one_step(qtbot, page, window):
    type_keys(window, "Good lettr and ")
    qtbot.waitUntil(lambda: marked(window) == ["lettr"])
    menu = open_menu(qtbot, page, window, 7)
    assert labels(menu)[:5] == [
        "letter",
        "better",
        "&Add “lettr” to the dictionary",
        "&Ignore it here",
        "&Next misspelled word",
    ]
    assert any("Paste" in label for label in labels(menu))
    assert not [each for each in menu.findChildren(QMenu) if each.isVisible()]
    assert menu.accessibleName() == "“lettr” is misspelled"
    choose(menu, "letter")
    assert window.tab.text_edit.text() == "Good letter and "
    assert window.tab.text_edit.caret_position() == 16
    qtbot.waitUntil(lambda: marked(window) == [])
    window.tab.text_edit.undo()
    assert window.tab.text_edit.text() == "Good lettr and "


def test_what_is_put_in_is_not_learned_as_typed(qtbot, page, window):
    type_keys(window, "lettr ")
    qtbot.waitUntil(lambda: marked(window) == ["lettr"])
    menu = open_menu(qtbot, page, window, 2)
    with qtbot.waitSignal(window.tab.text_edit.edited) as edited:
        choose(menu, "better")
    assert edited.args[0].kind.name == "LOADED"


def test_a_word_is_added_or_ignored(qtbot, page, window, paths):
    type_keys(window, "lettr wrrd lettr ")
    qtbot.waitUntil(lambda: marked(window) == ["lettr", "wrrd", "lettr"])
    choose(open_menu(qtbot, page, window, 2), "&Add “lettr” to the dictionary")
    assert marked(window) == ["wrrd"]
    assert "lettr" in paths.words.read_text("utf-8").splitlines()
    menu = open_menu(qtbot, page, window, 8, QContextMenuEvent.Reason.Keyboard)
    assert labels(menu)[0] == "No similar word is known"
    choose(menu, "&Ignore it here")
    assert marked(window) == []
    assert "wrrd" not in paths.words.read_text("utf-8")


def test_a_word_that_cannot_be_kept_is_said(qtbot, page, window, paths):
    paths.words.mkdir(parents=True)
    type_keys(window, "lettr ")
    qtbot.waitUntil(lambda: marked(window) == ["lettr"])
    choose(open_menu(qtbot, page, window, 2), "&Add “lettr” to the dictionary")
    assert "cannot be read" in window.tab.status.currentMessage()
    assert marked(window) == []


def test_a_right_word_has_the_pages_own_menu(qtbot, page, window):
    type_keys(window, "good lettr ")
    qtbot.waitUntil(lambda: marked(window) == ["lettr"])
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(1, 1), QPoint(1, 1))
    assert not page.menu.show_for(event)


def test_what_is_typed_meanwhile_takes_the_menu_back(qtbot, page, window):
    type_keys(window, "lettr ")
    qtbot.waitUntil(lambda: marked(window) == ["lettr"])
    page.menu.on_found((0, 5))
    with qtbot.waitSignal(foretype_checker(page).suggested):
        type_keys(window, "x")
    assert page.menu.menu is None


def foretype_checker(page):
    return page.page._checker


def test_f7_goes_from_word_to_word_and_around(qtbot, page, window):
    window.tab.text_edit.load("good wrrd\n" + "good\n" * 3000 + "lettr and")
    press(window, Qt.Key.Key_F7)
    menu = wait_for_menu(qtbot, page)
    assert window.tab.text_edit.textCursor().selectedText() == "wrrd"
    choose(menu, "&Next misspelled word")
    qtbot.waitUntil(lambda: window.tab.text_edit.textCursor().selectedText() == "lettr")
    menu = wait_for_menu(qtbot, page)
    assert menu.activeAction().text() == "letter"
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert window.tab.text_edit.text().endswith("letter and")
    press(window, Qt.Key.Key_F7)
    qtbot.waitUntil(lambda: window.tab.text_edit.textCursor().selectedText() == "wrrd")
    menu = wait_for_menu(qtbot, page)
    QTest.keyClick(menu, Qt.Key.Key_Escape)
    assert not window.tab.text_edit.has_selection()
    type_keys(window, "x")
    assert window.tab.text_edit.text().startswith("good wrrdx\n")


def test_f7_says_that_there_is_none_or_why_it_cannot_look(qtbot, page, window, dictionaries, foretype):
    type_keys(window, "good ")
    press(window, Qt.Key.Key_F7)
    qtbot.waitUntil(lambda: window.tab.status.currentMessage() == "No misspelled word was found")
    dictionaries.failure = "Spelling is off: no library"
    foretype.spelling.checker.look_again()
    qtbot.waitUntil(lambda: not foretype.spelling.checker.is_on)
    press(window, Qt.Key.Key_F7)
    assert window.tab.status.currentMessage() == "Spelling is off: no library"


def test_a_key_ends_the_search(qtbot, page, window):
    window.tab.text_edit.load("good\n" * 3000 + "lettr")
    window.main_window.commanded.emit(Command.NEXT_MISSPELLING)
    type_keys(window, "x")
    qtbot.waitUntil(lambda: page.search._block is None)
    assert not window.tab.text_edit.has_selection()


def spelling_menu(window):
    return window.main_window.findChild(SpellingMenu)


def show_languages(qtbot, foretype, window):
    menu = spelling_menu(window)
    menu.aboutToShow.emit()
    qtbot.waitUntil(lambda: not any("Looking" in label for label in labels(menu)))
    return menu


def test_the_menu_offers_what_is_installed_and_the_choice_is_kept(qtbot, foretype, window, paths):
    menu = show_languages(qtbot, foretype, window)
    assert labels(menu) == ["&Off", "As the &system: American English", "American English", "Deutsch"]
    assert [action.text() for action in menu.actions() if action.isChecked()] == ["As the &system: American English"]
    type_keys(window, "gut und lettr ")
    qtbot.waitUntil(lambda: marked(window) == ["gut", "und", "lettr"])
    next(action for action in menu.actions() if action.text() == "Deutsch").trigger()
    qtbot.waitUntil(lambda: marked(window) == ["lettr"])
    assert PreferencesKeeper(paths.preferences).now.spelling == "de_DE"
    menu.actions()[0].trigger()
    assert marked(window) == []
    assert foretype.preferences.now.spelling == OFF


def test_the_menu_says_why_spelling_is_off(qtbot, foretype, window, dictionaries):
    dictionaries.words = {}
    menu = show_languages(qtbot, foretype, window)
    qtbot.waitUntil(lambda: len(labels(menu)) > 2)
    assert " ".join(labels(menu)[2:]) == (
        "Spelling is off: no hunspell dictionary is installed; on Debian or Ubuntu: apt-get install hunspell-en-us"
    )
    assert not any(action.isEnabled() for action in menu.actions()[3:] if not action.isSeparator())


def test_who_has_it_off_loads_nothing(qtbot, foretype, window, dictionaries, paths):
    foretype.spelling._delay.stop()
    foretype.preferences.change(spelling=OFF)
    another = foretype.open_window()
    type_keys(another, "lettr ")
    assert not foretype.spelling._delay.isActive()
    assert dictionaries.opened == []


def test_a_window_that_is_closed_is_looked_at_no_more(qtbot, foretype, page, window):
    another = foretype.open_window()
    another.tab.text_edit.load("lettr")
    another.tab.text_edit.document().setModified(False)
    qtbot.waitUntil(lambda: marked(another) == ["lettr"])
    another.main_window.close()
    type_keys(window, "lettr ")
    qtbot.waitUntil(lambda: marked(window) == ["lettr"])


def test_languages_are_called_as_their_speakers_do():
    assert language_name("de_DE") == "Deutsch"
    assert language_name("de_DE", ["de_BE", "de_DE"]) == "Deutsch (Deutschland)"
    assert language_name("xx_XX") == "Xx_XX"
