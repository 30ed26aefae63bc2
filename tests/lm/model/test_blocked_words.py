"""*Never suggest*: what a list says, and what it hides."""

import pytest

from lm.model.blocked_words import BlockedWords, parse_blocked


def test_commas_and_lines_both_separate_and_phrases_stay_whole():
    assert parse_blocked("Moist, New  York\r\ndon’t,,\n moist") == ("don't", "moist", "new york")


@pytest.mark.parametrize(
    ("text", "word"),
    [
        *(
            ("a moist", "moist"),
            ("A Moist", "Moist"),
            ("MOIST", "MOIST"),
            ("moist's", "moist's"),
            ("moist’s", "moist’s"),
        ),
        *(("in New York", "York"), ("new york's", "york's"), ("I don’t", "don’t"), ("don't", "don't")),
        *(("semi-moist", "semi-moist"), ("moist-ish", "moist-ish")),
    ],
)
def test_blocked_word_is_hidden_in_every_case_and_with_its_genitive(text, word):
    assert BlockedWords(["moist", "New York", "don’t"]).hides(text, len(word))


@pytest.mark.parametrize(
    ("text", "word"), [("moisten", "moisten"), ("York", "York"), ("new yorker", "yorker"), ("newyork", "newyork")]
)
def test_what_only_looks_like_it_is_not(text, word):
    assert not BlockedWords(["moist", "new york"]).hides(text, len(word))


def test_empty_list_hides_nothing():
    assert not BlockedWords([" ", ","])
    assert not BlockedWords([]).hides("word", 4)
