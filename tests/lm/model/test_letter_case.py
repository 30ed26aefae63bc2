"""Text in capitals."""

import pytest

from lm.model.letter_case import Raised, letter_case


@pytest.mark.parametrize(
    "context",
    [
        *("", "hello", "I", "He said I", "we saw A", "Dear J", "1234", "TV ", "It is on a TV ", "I sent the PDF "),
        *("NASA ", "An A-", "a U-", "A TV ", "TITLE\nSub", "CHAPTER 12\nIt was", "iPhone", "I'", "Mr. O'", "HELLO W"),
        *("THIS IS LOUD. And", "McDonald", "the NASA people said "),
    ],
)
def test_nothing_is_raised_by_a_word_or_two_that_are_always_in_capitals(context):
    assert letter_case(context).raised is Raised.NOTHING
    assert letter_case(context).read(context) == context


@pytest.mark.parametrize(
    ("context", "read"),
    [("we saw THE BI", "we saw THE bi"), ("it is IMPO", "it is impo"), ("a TV", "a tv"), ("TITLE\nSUB", "TITLE\nsub")],
)
def test_two_capitals_of_a_word_raise_the_rest_of_it_alone(context, read):
    case = letter_case(context)
    assert case.raised is Raised.WORD
    assert case.read(context) == read
    assert case.write("rd's next word") == "RD'S next word"
    assert case.write(" next word") == " next word"


@pytest.mark.parametrize(
    ("context", "read"),
    [
        ("THIS IS VERY IMP", "this is very imp"),
        ("we saw THE BIG ", "we saw the big "),
        ("DEAR SI", "dear si"),
        ("I HAVE A ", "i have a "),
        ("CHAPTER 12 TH", "chapter 12 th"),
        ("lower case\nALL OF THIS ", "lower case\nall of this "),
        ("ÉTÉ À ÊTRE ", "été à être "),
    ],
)
def test_two_whole_words_in_capitals_or_a_line_of_them_raise_everything(context, read):
    case = letter_case(context)
    assert case.raised is Raised.EVERYTHING
    assert case.read(context) == read
    assert case.write("rd's next word") == "RD'S NEXT WORD"
