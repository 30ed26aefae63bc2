"""What counts as a word, a character and a paragraph."""

import pytest

from editor.page.text_counts import Counts, counted


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("one", 1),
        ("don't stop", 2),
        ("well-known", 1),
        ("yes—no 1914–1918", 4),
        ("- a list", 2),
        ("# Title", 1),
        ("“Quoted,” he said …", 3),
        ("3.14 1,000", 2),
        ("naïve Straße слово", 3),
        ("two\u00a0words", 2),
        ("😀 😀", 0),
        ("two\nlines", 2),
    ],
)
def test_words_are_what_people_count(text, words):
    assert counted(text).words == words


def test_characters_leave_line_ends_out_and_paragraphs_empty_lines():
    assert counted("ab c\n\n \nd😀") == Counts(words=3, characters=7, solid=5, paragraphs=2, lines=4)


def test_the_reading_time_is_that_of_an_adult():
    assert Counts(words=476).reading_minutes == 2
