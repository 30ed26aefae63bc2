"""What the person wishes is done to every suggestion, and to an end tag no more than that."""

import pytest

from editor.suggestions.suggestion_policy import SuggestionPolicy


@pytest.mark.parametrize(
    ("text", "context", "following", "expected"),
    [
        ("rld", "HELLO WO", "", "RLD"),
        ("h1>", "<h1>NASA</", "", "h1>"),
        ("v>", "<div>A B</di", "", "v>"),
        ("div>", "<div></", ">", "div"),
    ],
)
def test_words_follow_the_case_of_the_line_and_end_tags_that_of_their_start_tag(text, context, following, expected):
    assert SuggestionPolicy().fitting((text,), context, following) == (expected,)


def test_a_blocked_name_is_not_offered_in_an_end_tag_either():
    assert SuggestionPolicy(blocked=frozenset({"blink"})).fitting(("blink>",), "<blink></", "") == ()
