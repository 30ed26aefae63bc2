"""A suggestion is an edit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lm.model.suggestion import NOTHING, SuggestedEdit, Suggestion

TEXT = st.text(alphabet="ab ’é\u0301", max_size=8)


@given(TEXT, TEXT, TEXT)
def test_edit_replaces_just_what_it_says(kept, replaced, insert):
    edit = SuggestedEdit(insert, replaced)
    assert edit.replaces == len(replaced)
    assert edit.applied_to(kept + replaced) == kept + insert


def test_edit_is_void_where_another_text_stands():
    assert SuggestedEdit("receive", "recieve").applied_to("I recieved") is None


def test_typing_on_leaves_the_rest():
    edit = SuggestedEdit("ception", shown="reception", has_soft_space=True)
    after = edit.after_typing("ce")
    assert after == SuggestedEdit("ption", shown="reception", has_soft_space=True)
    assert edit.after_typing("x") is None
    assert edit.after_typing("ception") is None


def test_typing_on_ends_a_correction():
    assert SuggestedEdit("eive", "ieve", is_correction=True).after_typing("e") is None


@pytest.mark.parametrize(
    ("suggestion", "ghost"), [(NOTHING, ""), (Suggestion(SuggestedEdit("lo "), (), (), 1.0, 0.0), "lo ")]
)
def test_ghost_is_the_text_of_the_inline_edit(suggestion, ghost):
    assert suggestion.ghost == ghost
