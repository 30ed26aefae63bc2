"""The rules of ghost text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.page.ghost_text import (
    Ghost,
    fitted,
    follow_case,
    may_suggest,
    next_unit,
    typed_prefix,
    units,
    without_blocked,
    word_in_case,
)


def test_typing_the_next_letter_shortens_the_ghost():
    ghost = Ghost("lo world").after_insert("l")
    assert ghost is not None
    assert ghost.remaining == "o world"


def test_typing_another_letter_ends_the_ghost():
    assert Ghost("lo world").after_insert("x") is None


def test_backspace_gives_the_letter_back():
    ghost = Ghost("lo", used=1).after_backspace(1)
    assert ghost == Ghost("lo")


def test_backspace_beyond_the_ghost_ends_it():
    assert Ghost("lo", used=1).after_backspace(2) is None


@pytest.mark.parametrize(
    ("text", "before", "expected"),
    [
        ("quick brown fox", "the ", ["quick ", "brown ", "fox"]),
        ("ick brown", "the qu", ["ick ", "brown"]),
        (" quick brown", "the", [" quick ", "brown"]),
        ("don't stop", "", ["don't ", "stop"]),
        ("'t stop", "don", ["'t ", "stop"]),
        ("t stop", "don'", ["t ", "stop"]),
        ("t stop", "don’", ["t ", "stop"]),
        ("well-known man", "a ", ["well-known ", "man"]),
        ("-known man", "well", ["-known ", "man"]),
        ("known man", "well-", ["known ", "man"]),
        ("end, and so", "the ", ["end", ", ", "and ", "so"]),
        ("end. And", "the ", ["end", ". ", "And"]),
        ("3.14 or 1,000.", "", ["3.14 ", "or ", "1,000", "."]),
        ("été déjà", "l'", ["été ", "déjà"]),
        ("", "a", []),
    ],
)
def test_units_are_words_and_punctuation(text, before, expected):
    assert units(text, before) == expected


@given(text=st.text(alphabet="ab é-'’.,1 \"(", max_size=30), before=st.text(alphabet="ab-'. ", max_size=10))
def test_units_put_together_are_the_ghost(text, before):
    assert "".join(units(text, before)) == text


def test_next_unit_of_nothing_is_nothing():
    assert next_unit("", "abc") == ""


@pytest.mark.parametrize("following", ["", "  ", ")", "</p>", ".</b>  </x-y >", '")', "].", "\u00bb", "';"])
def test_closing_marks_after_the_caret_allow_a_suggestion(following):
    assert may_suggest(following)


@pytest.mark.parametrize("following", ["x", " word", ")x", "</p> x", "</", "</p", "'t", "(", "<p>"])
def test_other_text_after_the_caret_forbids_a_suggestion(following):
    assert not may_suggest(following)


@pytest.mark.parametrize(
    ("text", "before", "following", "expected"),
    [
        (" world", "hello ", "", "world"),
        (" world", "hello", "", " world"),
        (" World", "", "", "World"),
        ("two  spaces", "", "", "two spaces"),
        ("first\nsecond", "", "", "first"),
        ("world)", "(hello ", ")", "world"),
        ('world."', '"hello ', '"', "world."),
        ("world ", "(hello ", ")", "world"),
        ("world ", "hello ", "", "world "),
    ],
)
def test_a_completion_fits_its_place(text, before, following, expected):
    assert fitted(text, before, following) == expected


@pytest.mark.parametrize(
    ("text", "before", "expected"),
    [
        ("ello world", "H", "ello world"),
        ("LO world", "HEL", "LO world"),
        ("lo world", "HEL", "LO world"),
        ("lo world", "SAY HEL", "LO WORLD"),
        ("world", "HELLO ", "WORLD"),
        ("world", "I ", "world"),
        ("lo world", "hel", "lo world"),
    ],
)
def test_the_ghost_follows_capitals(text, before, expected):
    assert follow_case(text, before) == expected


@pytest.mark.parametrize(
    ("word", "prefix", "expected"), [("the", "T", "The"), ("the", "TH", "THE"), ("the", "t", "the"), ("the", "", "the")]
)
def test_a_word_of_the_bar_follows_the_typed_case(word, prefix, expected):
    assert word_in_case(word, prefix) == expected


@pytest.mark.parametrize(
    ("text", "before", "expected"),
    [("bad idea", "a ", ""), ("good bad idea", "a ", "good"), ("d idea", "a ba", ""), ("badly", "", "badly")],
)
def test_a_blocked_word_ends_the_ghost_before_it(text, before, expected):
    assert without_blocked(text, before, frozenset({"bad"})) == expected


@pytest.mark.parametrize(("before", "expected"), [("say don't", "don't"), ("say ", ""), ("(wel", "wel"), ("", "")])
def test_typed_prefix_is_the_word_before_the_caret(before, expected):
    assert typed_prefix(before) == expected
