"""Words are counted as they are spelled, and taken out whole."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lm.text.own_words import WORD, chunks, count_words, is_of_word, without_word
from lm.text.secret_text import BREAK


def test_words_of_any_script_are_counted_and_numbers_are_not():
    assert count_words(["Don't count 42, мир мир naïve_ly"]) == {
        "Don't": 1,
        "count": 1,
        "мир": 2,
        "naïve": 1,
        "ly": 1,
    }


def test_a_word_is_taken_out_in_any_case_and_as_its_genitive_and_no_other():
    text = "Anna, ANNA's and anna’s Annabel; Hannah"
    assert without_word(text, "Anna") == f"{BREAK}, {BREAK} and {BREAK} Annabel; Hannah"


@pytest.mark.parametrize(("spelling", "is_one"), [(" Anna", True), ("ANNA'", True), ("Annas", False), ("anna's", True)])
def test_spellings_of_a_word(spelling, is_one):
    assert is_of_word(spelling, "anna") is is_one


@given(st.text(alphabet="ab' \nÄß’_", max_size=60), st.text(alphabet="abß", min_size=1, max_size=3))
def test_a_word_that_was_taken_out_is_in_no_place_any_more(text, word):
    left = without_word(text, word)
    assert not any(is_of_word(match, word) for match in WORD.findall(left.replace(BREAK, " ")))


@given(st.text(alphabet="ab \n", max_size=200), st.integers(1, 20))
def test_chunks_are_the_text_and_cut_no_word_that_fits(text, size):
    pieces = list(chunks(text, size))
    assert "".join(pieces) == text
    for first, second in pairwise(pieces):
        assert len(first) <= size
        if not second[0].isspace() and not first.endswith("\n"):
            assert " " not in first[1:]
            assert "\n" not in first


@pytest.mark.parametrize(
    ("text", "word"),
    [("I don’t", "don't"), ("a Zyx‑like", "zyx-like"), ("cafe\u0301s, café", "CAFÉ"), ("Zyx’s", "zyx")],
)
def test_a_word_is_left_out_in_every_spelling(text, word):
    left = without_word(text, word)
    assert BREAK in left
    assert without_word(left, word) == left
