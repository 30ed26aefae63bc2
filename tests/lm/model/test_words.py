"""What a word is, in a text as a person writes it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lm.model.words import WORD, is_inside_word, leaves_room_for_space, may_show_ghost, script, typed_word


@pytest.mark.parametrize(
    ("before", "word"),
    [
        *(
            ("", ""),
            ("say ", ""),
            ("say hel", "hel"),
            ("They don’", "don’"),
            ("don't", "don't"),
            ("well‑kn", "well‑kn"),
        ),
        *(("a well-", "well-"), ("user_na", "user_na"), ("l’hom", "l’hom"), ("--", ""), ("'tis", "tis"), ("end.", "")),
        *(("cafe\u0301", "cafe\u0301"), ("日本", "日本"), ("one—two", "two"), ("“quo", "quo"), ("3rd", "3rd")),
    ],
)
def test_typed_word_is_what_stands_before_the_caret(before, word):
    assert typed_word(before) == word


@given(st.text(max_size=40))
def test_typed_word_is_an_end_of_the_text(before):
    assert before.endswith(typed_word(before))


@pytest.mark.parametrize("word", ["don’t", "well‑known", "user_name", "3.14", "1,000", "l'été", "cafe\u0301s"])
def test_a_word_holds_its_joiners(word):
    found = re.search(WORD, f"({word})")
    assert found is not None
    assert found.group() == word


@pytest.mark.parametrize("following", ["", "  ", ")", "</p>", ".</b>  </x-y >", '")', "].", "\u00bb", "';"])
def test_closing_marks_after_the_caret_allow_a_ghost(following):
    assert may_show_ghost(following)


@pytest.mark.parametrize("following", ["x", " word", ")x", "</p> x", "</", "</p", "'t", "(", "<p>"])
def test_other_text_after_the_caret_forbids_one(following):
    assert not may_show_ghost(following)


@pytest.mark.parametrize(
    ("following", "is_inside"), [("s", True), ("’s", True), ("-fi", True), (" s", False), ("’", False), (".", False)]
)
def test_a_letter_after_the_caret_goes_on_with_the_word(following, is_inside):
    assert is_inside_word(following) is is_inside


@pytest.mark.parametrize(("following", "lacks"), [("", True), ("(", True), (" x", False), (".", False), ("”", False)])
def test_a_word_lacks_its_space_where_neither_space_nor_mark_follows(following, lacks):
    assert leaves_room_for_space(following) is lacks


@pytest.mark.parametrize(("text", "name"), [("abc 12.", "LATIN"), ("Да, ", "CYRILLIC"), ("été", "LATIN"), ("12", "")])
def test_script_is_that_of_the_last_letter(text, name):
    assert script(text) == name
