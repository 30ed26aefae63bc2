"""The strip of words: what stands on it, and when it is empty."""

import pytest
from PySide6.QtCore import Qt

from editor.settings.shortcuts import keys
from editor.suggestions.suggestion_bar import SuggestionBar
from lm.model.suggestion import SuggestedEdit
from tests.editor.keyboard import CTRL, press, type_keys
from tests.editor.suggested import word_edit

WORDS = tuple(word_edit(word, "th") for word in ("the", "then", "this"))


@pytest.fixture
def bar(qtbot):
    made = SuggestionBar()
    qtbot.addWidget(made)
    made.set_keys(keys({"take_first": "F2"}))
    made.resize(900, made.sizeHint().height())
    made.show()
    return made


def test_each_word_shows_its_key_where_there_is_room(bar):
    bar.set_words(WORDS)
    assert bar.words() == ["then", "the", "this"]
    assert bar.keys() == ["F2", "Ctrl+2", "Ctrl+3"]
    bar.resize(240, bar.height())
    assert bar.keys() == ["", "", ""]


def test_an_empty_place_shows_no_key(bar):
    bar.set_words(WORDS[:1])
    assert bar.keys() == ["", "Ctrl+2", ""]


def test_a_correction_stands_beside_the_letters_that_it_takes_the_place_of(bar):
    bar.set_words((WORDS[0], SuggestedEdit("eive", "ieve", "receive", is_correction=True)))
    texts = [button.text() for button in bar.findChildren(type(bar._buttons[0]))]
    assert texts == ["recieve → receive", "the", ""]


def test_it_is_as_high_with_words_as_without(bar):
    height = bar.sizeHint().height()
    bar.set_words(WORDS)
    assert bar.sizeHint().height() == height
    bar.set_alternative(1, 3)
    assert bar.alternative() == "1/3"
    assert bar.sizeHint().height() == height


def test_words_stay_until_the_answer_is_there(bar):
    bar.set_words(WORDS)
    bar.set_words(())
    assert bar.words() == ["then", "the", "this"]
    bar.on_settled()
    assert bar.words() == ["", "", ""]


def test_a_word_that_does_not_fit_is_on_no_key_while_it_is_still_seen(qtbot, engine, window):
    engine.words = ("the",)
    type_keys(window, "th")
    qtbot.waitUntil(lambda: window.tab.bar.words()[1] == "the")
    engine.words = ()
    type_keys(window, "x")
    assert window.tab.controller.words == ()
    window.tab.controller.take_bar_word(1)
    assert window.tab.text_edit.text() == "thx"
    qtbot.waitUntil(lambda: window.tab.bar.words() == ["", "", ""])


def test_the_bar_does_not_blink_while_a_word_is_selected_to_be_typed_over(qtbot, engine, window):
    engine.words = ("the",)
    type_keys(window, "th")
    qtbot.waitUntil(lambda: window.tab.bar.words()[1] == "the" and not window.tab.controller.is_busy)
    press(window, Qt.Key.Key_Left, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert window.tab.controller.words == ()
    assert window.tab.bar.words()[1] == "the"
    qtbot.waitUntil(lambda: window.tab.bar.words() == ["", "", ""])


def test_which_alternative_is_on_show_is_said(qtbot, engine, window):
    engine.answers = {"the": " red house"}
    engine.alternatives = (" red car", " blue sea")
    type_keys(window, "the")
    qtbot.waitUntil(lambda: window.tab.bar.alternative() == "1/3")
    type_keys(window, " b")
    assert window.tab.bar.alternative() == ""
