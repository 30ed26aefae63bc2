"""What happens in the window is what the panel says."""

import pytest
from PySide6.QtCore import Qt

from tests.editor.keyboard import CTRL, press, type_keys


@pytest.fixture
def tally(foretype):
    def tally_():
        foretype.worth.store()
        return foretype.worth.totals.today

    return tally_


def shown(qtbot, window, text: str) -> None:
    with qtbot.waitSignal(window.tab.controller.ghost_appeared):
        type_keys(window, text)


def test_typed_shown_and_accepted_are_counted(qtbot, window, engine, tally):
    engine.answers = {"appl": "es and pears"}
    shown(qtbot, window, "appl")
    press(window, Qt.Key.Key_Tab)
    counts = tally()
    assert (counts.typed, counts.shown, counts.accepted, counts.contradicted) == (4, 1, 1, 0)
    assert counts.saved == len("es and pears") - 1


def test_word_by_word_is_one_accept_and_each_key_costs(qtbot, window, engine, tally):
    engine.answers = {"appl": "es and pears"}
    shown(qtbot, window, "appl")
    for _ in range(3):
        press(window, Qt.Key.Key_Right, CTRL)
    counts = tally()
    assert window.tab.text_edit.text() == "apples and pears"
    assert (counts.accepted, counts.saved) == (1, len("es and pears") - 3)


def test_a_ghost_typed_against_is_wrong_and_one_typed_along_is_not(qtbot, window, engine, tally):
    engine.answers = {"appl": "es", "b": "ut"}
    shown(qtbot, window, "appl")
    type_keys(window, "es ")
    assert tally().contradicted == 0
    shown(qtbot, window, "b")
    type_keys(window, "y")
    assert (tally().shown, tally().contradicted) == (2, 1)


def test_a_dismissed_ghost_is_neither(qtbot, window, engine, tally):
    engine.answers = {"appl": "es"}
    shown(qtbot, window, "appl")
    press(window, Qt.Key.Key_Escape)
    type_keys(window, "y")
    assert (tally().accepted, tally().contradicted) == (0, 0)


def test_an_undone_accept_counts_as_never_made(qtbot, window, engine, tally):
    engine.answers = {"appl": "es"}
    shown(qtbot, window, "appl")
    press(window, Qt.Key.Key_Tab)
    window.tab.text_edit.undo()
    assert (tally().accepted, tally().saved) == (0, 0)


def test_a_word_of_the_bar_saves_what_it_adds(qtbot, window, engine, tally):
    engine.words = ("apples", "apply", "appeal")
    with qtbot.waitSignal(window.tab.controller.words_changed):
        type_keys(window, "app")
    press(window, Qt.Key.Key_2, CTRL)
    counts = tally()
    assert window.tab.text_edit.text() == "apples "
    assert (counts.words, counts.saved, counts.shown) == (1, len("les ") - 1, 0)


def test_continued_writing_counts_nowhere(qtbot, window, tally):
    press(window, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: bool(window.tab.writing_panel.text()) and not window.tab.writing.is_writing)
    press(window, Qt.Key.Key_Return)
    counts = tally()
    assert (counts.typed, counts.inserted) == (0, 0)


def test_the_panel_says_it_and_counts_along(qtbot, window, engine):
    engine.answers = {"appl": "es and pears"}
    press(window, Qt.Key.Key_W, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert window.worth_panel.isVisible()
    assert window.worth_panel.figures()[2] == ("–", "–")
    window.tab.text_edit.setFocus()
    shown(qtbot, window, "appl")
    press(window, Qt.Key.Key_Tab)
    window.worth_panel.refresh()
    assert window.worth_panel.figures()[0] == ("11 (69 %)", "11 (69 %)")
    assert window.worth_panel.figures()[2] == ("100 %", "100 %")


def test_a_reset_asks_and_forgets(window, foretype, monkeypatch):
    type_keys(window, "abc")
    foretype.worth.store()
    answers = iter((False, True))
    monkeypatch.setattr(type(window.worth_panel), "_ask", lambda _panel: next(answers))
    window.worth_panel._on_reset()
    assert foretype.worth.totals.overall.typed == 3
    window.worth_panel._on_reset()
    assert foretype.worth.totals.overall.typed == 0
