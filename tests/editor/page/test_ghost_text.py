"""The rules of ghost text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.page.ghost_text import Ghost, next_unit, units


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


@pytest.mark.parametrize(
    ("ghost", "taken", "is_soft"),
    [
        (Ghost("lo world", has_soft_space=True), "lo ", True),
        (Ghost("lo world", has_soft_space=True), "lo world", True),
        (Ghost("lo world"), "lo world", False),
        (Ghost("end, so", has_soft_space=True), "end", False),
        (Ghost("div> ", has_soft_space=False), "div> ", False),
    ],
)
def test_a_soft_space_comes_after_a_word_and_after_the_whole_where_the_engine_says_so(ghost, taken, is_soft):
    assert ghost.is_soft_behind(taken) == is_soft
