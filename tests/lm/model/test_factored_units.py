import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lm.model.factored_units import CAPITAL, LOWER, NUM_CASES, UNKNOWN_FORM, UPPER, factor, factors_of, spell
from lm.model.vocabulary import UNIT


@given(st.text())
def test_what_was_taken_apart_is_spelled_as_before(text):
    for unit in UNIT.findall(text.encode()):
        assert spell(*factor(unit)) == unit


@pytest.mark.parametrize(
    ("unit", "word", "form"),
    [
        (b"united", b"united", LOWER),
        (b"United", b"united", CAPITAL),
        (b" UNITED", b"united", NUM_CASES + UPPER),
        (b" I", b"i", NUM_CASES + CAPITAL),
        (b" I'm", b"i'm", NUM_CASES + CAPITAL),
        (" Été".encode(), "été".encode(), NUM_CASES + CAPITAL),
        (b" iPhone", b"iPhone", NUM_CASES + LOWER),
        (b"McDonald", b"McDonald", LOWER),
        ("Straße".encode(), "straße".encode(), CAPITAL),
        (b" (", b"(", NUM_CASES + LOWER),
        (b"\n", b"\n", LOWER),
        (b" ", b" ", LOWER),
        (b"2nd", b"2nd", LOWER),
        (b"\xff", b"\xff", LOWER),
    ],
)
def test_a_unit_is_a_word_in_a_form(unit, word, form):
    assert factor(unit) == (word, form)


def test_units_of_one_word_share_it_and_words_are_numbered_as_they_come():
    factors = factors_of([b"", b" the", b"The", b",", b" The", b"iPhone"])
    assert factors.words == (b"", b"the", b",", b"iPhone")
    assert factors.word_of.tolist() == [0, 1, 1, 2, 1, 3]
    assert factors.form_of.tolist() == [UNKNOWN_FORM, 3, CAPITAL, LOWER, NUM_CASES + CAPITAL, LOWER]
    np.testing.assert_array_equal(factors.is_cased, [True, True, False, False])
