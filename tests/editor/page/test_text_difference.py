"""The part in which two texts differ."""

from hypothesis import given
from hypothesis import strategies as st

from editor.page.text_difference import Difference, difference

_TEXTS = st.text("ab\n\U0001f600", max_size=12)


@given(_TEXTS, _TEXTS)
def test_putting_the_part_in_makes_the_new_text(old, new):
    changed = difference(old, new)
    if changed is None:
        assert old == new
        return
    units = old.encode("utf-16-le")
    made = units[: 2 * changed.start] + changed.text.encode("utf-16-le") + units[2 * changed.end :]
    assert made.decode("utf-16-le") == new


def test_only_what_differs_is_touched():
    assert difference("one two three", "one 2 three") == Difference(4, 7, "2")
    assert difference("\U0001f600b", "\U0001f600c") == Difference(2, 3, "c")
    assert difference("aa", "aaa") == Difference(2, 2, "a")
