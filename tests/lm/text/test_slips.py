"""What is one letter away."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lm.text.slips import KINDS, missing_or_extra, replaced, skeleton, swapped_or_doubled


@pytest.mark.parametrize(
    ("kind", "slip", "word"),
    [
        (swapped_or_doubled, "teh", "the"),
        (swapped_or_doubled, "recieve", "receive"),
        (swapped_or_doubled, "untill", "until"),
        (swapped_or_doubled, "begining", "beginning"),
        (missing_or_extra, "enviroment", "environment"),
        (missing_or_extra, "dont", "don't"),
        (missing_or_extra, "truely", "truly"),
        (replaced, "seperate", "separate"),
    ],
)
def test_slips_of_each_kind_are_undone(kind, slip, word):
    assert word in kind(slip)


@given(st.text(alphabet="abcé'", min_size=1, max_size=8))
def test_nothing_but_a_swap_touches_the_first_letter(word):
    for kind in KINDS:
        assert all(each[0] in word[:2] for each in kind(word))


def test_skeleton_has_each_doubled_letter_once():
    assert skeleton("tommorow") == skeleton("tomorrow") == "tomorow"
