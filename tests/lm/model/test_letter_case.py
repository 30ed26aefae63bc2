"""Text in capitals."""

import pytest

from lm.model.letter_case import capitals_start, lowered


@pytest.mark.parametrize(
    ("context", "run"),
    [
        ("", ""),
        ("hello", ""),
        ("I", ""),
        ("I AM", "I AM"),
        ("He said I", ""),
        ("HELLO W", "HELLO W"),
        ("I AM LOOKING FOR TH", "I AM LOOKING FOR TH"),
        ("we saw THE BI", "THE BI"),
        ("we saw A", ""),
        ("Dear J", ""),
        ("CHAPTER 12\nIt was", ""),
        ("CHAPTER 12 TH", "CHAPTER 12 TH"),
        ("1234", ""),
        ("ÉTÉ À", "ÉTÉ À"),
        ("TITLE\nSUB", "SUB"),
        ("WORD ", "WORD "),
    ],
)
def test_a_run_of_capitals_begins_at_its_first_word(context, run):
    start = capitals_start(context)
    assert context[start:] == run
    assert lowered(context, start) == context[:start] + run.lower()
