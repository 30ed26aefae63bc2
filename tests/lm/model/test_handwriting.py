"""A text is read in one form and written on in the person's own."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lm.model.handwriting import read, straight


@pytest.mark.parametrize(
    ("context", "text", "added", "written"),
    [
        ("They don’", "They don'", "t", "t"),
        ("I can’t say they", "I can't say they", "'re", "’re"),
        ("“Yes,” they", '"Yes," they', "'re", "’re"),
        ("It's they", "It's they", "'re", "'re"),
        ("well‑kn", "well-kn", "own-ish", "own‑ish"),
        ("a “word", 'a "word', '"', "”"),
        ("cafe\u0301", "caf\u00e9", "t\u00e9ria", "te\u0301ria"),
        ("IT IS A SHA", "it is a sha", "me", "ME"),
    ],
)
def test_what_is_suggested_is_written_as_the_person_writes(context, text, added, written):
    as_read, handwriting = read(context)
    assert as_read == text
    assert handwriting.write(added) == written


def test_a_word_that_is_known_in_capitals_is_read_so():
    as_read, handwriting = read("the NAS", lambda begun: begun == "NAS")
    assert as_read == "the NAS"
    assert handwriting.write("A people") == "A people"


@given(st.text(alphabet="aé’'‐-“\u0301 ", max_size=20))
def test_a_text_as_the_networks_know_it_stays_so(text):
    once = straight(text)
    assert straight(once) == once
    assert unicodedata.is_normalized("NFC", once)
    assert not set(once) & set("’‐‑“”")
