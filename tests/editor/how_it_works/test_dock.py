import numpy as np
import pytest

from editor.how_it_works.next_page import NextPage
from editor.settings.shortcuts import Command
from lm.predicting.opinions import TOGETHER, Opinion


@pytest.fixture
def dock(foretype, window):
    window.main_window.commanded.emit(Command.HOW_IT_WORKS)
    return foretype.how_it_works


def test_editor_starts_without_the_panel(foretype, window):
    assert foretype.how_it_works.panel is None


def test_command_opens_and_closes_it(window, dock):
    assert dock.panel.isVisible()
    window.main_window.commanded.emit(Command.HOW_IT_WORKS)
    assert not dock.panel.isVisible()


def test_pages_are_made_when_they_are_looked_at(dock):
    assert list(dock.panel._pages) == [0]
    dock.panel.tabs.setCurrentIndex(2)
    assert list(dock.panel._pages) == [0, 2]


def test_every_page_can_be_opened_and_left(qtbot, window, dock):
    window.tab.text_edit.load("Some text of a person.\n" * 20)
    for index in range(dock.panel.tabs.count()):
        dock.panel.tabs.setCurrentIndex(index)
        page = dock.panel.page(index)
        qtbot.waitUntil(page.isVisible)
        assert page.introduction
    window.main_window.commanded.emit(Command.HOW_IT_WORKS)


def test_it_follows_the_person_to_another_document_and_window(foretype, window, dock):
    first = window.tab
    first.text_edit.load("one")
    assert dock.panel.watched.text() == "one"
    window.main_window.commanded.emit(Command.NEW)
    assert window.tab is not first
    assert dock.panel.watched.text() == ""
    window.show_tab(first)
    assert dock.panel.watched.text() == "one"
    other = foretype.open_window()
    other.main_window.commanded.emit(Command.HOW_IT_WORKS)
    assert dock.panel.watched.text() == ""
    other.main_window.close()
    assert not dock.panel.watched.is_there


def test_opinions_of_the_engine_come_to_the_page(qtbot, engine, window, dock):
    shares = np.zeros(256)
    shares[ord("q")] = 1.0
    engine.opinions = lambda context, should_stop: (Opinion(TOGETHER, shares),)
    dock.panel.tabs.setCurrentIndex(1)
    page = dock.panel.page(1)
    assert isinstance(page, NextPage)
    qtbot.keyClicks(window.tab.text_edit, "e")
    qtbot.waitUntil(lambda: bool(page.views[TOGETHER].rows), timeout=10_000)
    assert page.views[TOGETHER].rows[0] == (ord("q"), 1.0)


def test_engine_that_fails_is_said(qtbot, engine, window, dock):
    def fail(context, should_stop):
        raise ValueError("no idea")

    engine.opinions = fail
    dock.panel.tabs.setCurrentIndex(1)
    page = dock.panel.page(1)
    qtbot.waitUntil(lambda: "no idea" in page.said.text(), timeout=10_000)


def test_surprise_leaves_no_colour_behind_when_it_is_closed(qtbot, window, dock):
    window.tab.text_edit.load("Zyxw vuts.")
    dock.panel.tabs.setCurrentIndex(2)
    marks = window.tab.marks
    page = dock.panel.page(2)
    qtbot.waitUntil(lambda: page.map.total[1] == 10, timeout=10_000)
    qtbot.waitUntil(lambda: any(marks._marks.values()), timeout=10_000)
    window.main_window.commanded.emit(Command.HOW_IT_WORKS)
    assert not any(marks._marks.values())


def test_tab_that_is_watched_can_be_closed(qtbot, window, dock):
    dock.panel.tabs.setCurrentIndex(2)
    window.main_window.commanded.emit(Command.NEW)
    window.tab.text_edit.load("two")
    window.tab.text_edit.document().setModified(False)
    assert window.close_tab(window.tab)
    assert dock.panel.watched.text() == ""
