"""The bar's words between two answers."""

from editor.suggestions.bar_words import NO_WORD, BarWords, in_places
from lm.model.suggestion import SuggestedEdit
from tests.editor.suggested import word_edit

WORDS = tuple(word_edit(word, "th") for word in ("the", "then", "this"))
CORRECTION = SuggestedEdit("the", "teh", "the", is_correction=True)


def shown(words):
    return [word.shown for word in words.fitting]


def test_words_that_fit_what_was_typed_stay():
    assert shown(BarWords(WORDS).after_insert("e")) == ["then"]
    assert BarWords(WORDS).after_insert("e").fitting[0].insert == "n"


def test_backspace_brings_them_back():
    typed = BarWords(WORDS).after_insert("i").after_insert("s")
    assert shown(typed.after_backspace(2)) == ["the", "then", "this"]


def test_nothing_is_known_of_what_stood_before_the_answer():
    assert shown(BarWords(WORDS).after_insert("e").after_backspace(2)) == []


def test_a_correction_fits_nothing_that_is_typed_on():
    assert shown(BarWords((*WORDS, CORRECTION)).after_insert("e")) == ["then"]


def test_a_correction_is_never_in_the_first_place():
    assert in_places((CORRECTION, *WORDS)) == (WORDS[0], CORRECTION, *WORDS[1:])
    assert in_places((CORRECTION,)) == (NO_WORD, CORRECTION)
    assert in_places(WORDS) == WORDS
