import pytest
from hypothesis import given
from hypothesis import strategies as st

from lm.model.word_bytes import GOES_ON, STARTS_WORD, missing_continuations, typed_prefix


@pytest.mark.parametrize(
    ("context", "prefix"),
    [
        ("", ""),
        ("hello", "hello"),
        ("say hel", "hel"),
        ("say ", ""),
        ("don'", "don'"),
        ("don't", "don't"),
        ("a well-kno", "well-kno"),
        ("well-", "well-"),
        ("--", ""),
        ("'tis", "tis"),
        ("end.", ""),
        ("the café", "café"),
        ("naïv", "naïv"),
        ("Ωμέ", "Ωμέ"),
        ("日本", "日本"),
        ("one—two", "two"),
        ("“quo", "quo"),
        ("it’s", "s"),
        ("3rd", "3rd"),
        ("a\nb", "b"),
    ],
)
def test_typed_prefix_is_the_word_before_the_caret(context, prefix):
    assert typed_prefix(context.encode()) == prefix.encode()


@given(st.text(max_size=40))
def test_typed_prefix_is_an_end_of_the_context_and_valid_utf_8(context):
    prefix = typed_prefix(context.encode())
    assert context.encode().endswith(prefix)
    prefix.decode()


@given(st.text(min_size=1, max_size=10))
def test_missing_bytes_complete_the_last_character(text):
    data = text.encode()
    assert missing_continuations(data) == 0
    last = text[-1].encode()
    for kept in range(1, len(last)):
        assert missing_continuations(data[: len(data) - len(last) + kept]) == len(last) - kept


def test_word_bytes_are_letters_and_what_joins_them():
    assert STARTS_WORD[ord("a")]
    assert STARTS_WORD["é".encode()[0]]
    assert not STARTS_WORD[ord("'")]
    assert GOES_ON[ord("'")]
    assert GOES_ON[ord("-")]
    assert not GOES_ON[ord(" ")]
    assert not GOES_ON[ord(".")]
