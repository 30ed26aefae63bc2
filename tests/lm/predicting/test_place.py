"""What the networks would insert becomes an edit in the person's hand."""

import pytest

from lm.model.handwriting import read
from lm.model.suggestion import SuggestedEdit
from lm.predicting.place import Place, without_repeat


def _place(context: str, following: str = "") -> Place:
    return Place(context, read(context)[0], following, read(context)[1])


def test_bar_word_is_shown_with_the_letters_typed_and_inserts_the_rest():
    edit = _place("They don’").word("t", 0.5)
    assert edit == SuggestedEdit("t", "", "don’t", 0.5, has_soft_space=True)


def test_next_word_after_one_that_is_over_brings_its_space():
    edit = _place("Thank you").word(" for", 0.5)
    assert (edit.insert, edit.shown) == (" for", "for")


@pytest.mark.parametrize(
    ("context", "word", "replaced", "insert", "shown"),
    [
        ("I recieve", "receive", "ieve", "eive", "receive"),
        ("Teh", "the", "eh", "he", "The"),
        ("TEH", "the", "EH", "HE", "THE"),
        ("a\u0301 dont", "don't", "t", "'t", "don't"),
        ("“I dont", "don't", "t", "’t", "don’t"),
    ],
)
def test_correction_leaves_alone_the_letters_that_stay(context, word, replaced, insert, shown):
    edit = _place(context).correction(word)
    assert edit.is_correction
    assert (edit.replaced, edit.insert, edit.shown) == (replaced, insert, shown)
    assert edit.applied_to(context) == context[: len(context) - len(replaced)] + insert


@pytest.mark.parametrize(
    ("text", "following", "insert"),
    [
        ("world)", ")", "world"),
        ('world."', '"', "world."),
        ("world ", ")", "world"),
        ("world ", "", "world "),
        (")", ")", ""),
    ],
)
def test_ghost_does_not_repeat_what_follows(text, following, insert):
    assert _place("(hello ", following).ghost(text, 0.5).insert == insert


@pytest.mark.parametrize(
    ("text", "following", "has_space"),
    [("world", "", True), ("world ", "", True), ("world.", "", False), ("world", " x", False), ("world", ").", False)],
)
def test_soft_space_comes_after_a_word_where_there_is_room(text, following, has_space):
    assert _place("hello ", following).ghost(text, 0.5).has_soft_space is has_space


def test_only_the_end_that_follows_is_cut_off():
    assert without_repeat("def.", ".") == "def"
    assert without_repeat("def", "xdef") == "def"
