"""Lines and parts of lines that differ."""

import pytest

from editor.comparison.sequence_difference import Change
from editor.comparison.text_comparison import compare, line_marks, pairs


def marked(old: str, new: str) -> tuple[list[str], list[str]]:
    old_marks, new_marks = line_marks(old, new)
    return [old[start:end] for start, end in old_marks], [new[start:end] for start, end in new_marks]


def test_changes_are_counted_in_lines():
    comparison = compare("a\nb\nc\n", "a\nB\nB2\nc\n")
    assert comparison.changes == (Change(1, 2, 1, 3),)
    assert (comparison.removed, comparison.added) == (1, 2)


def test_a_missing_last_line_end_is_an_empty_line_as_on_the_page():
    comparison = compare("a\n", "a")
    assert (comparison.removed, comparison.added) == (1, 0)


@pytest.mark.parametrize(("old", "new", "removed", "added"), [(None, "a\nb", 0, 2), ("", "a", 1, 1), (None, "", 0, 1)])
def test_a_text_that_is_not_there_has_no_lines(old, new, removed, added):
    comparison = compare(old, new)
    assert (comparison.removed, comparison.added) == (removed, added)


def test_numbers_are_right_behind_a_long_common_beginning():
    lines = [f"line {number}" for number in range(1000)]
    changed = [*lines[:500], "something else", *lines[501:990], *lines[991:]]
    comparison = compare("\n".join(lines), "\n".join(changed))
    assert comparison.changes == (Change(500, 501, 500, 501), Change(990, 991, 990, 990))


@pytest.mark.parametrize("new", ["ab\nab\nab", "ab\nab\nab\n", "b\nab\nab\nab\na", "ab", ""])
def test_texts_that_repeat_themselves_are_compared_right(new):
    old = "ab\nab\nab\nab"
    comparison = compare(old, new)
    lines, at = [], 0
    for change in comparison.changes:
        lines += comparison.old[at : change.old_start] + comparison.new[change.new_start : change.new_end]
        at = change.old_end
    assert "\n".join([*lines, *comparison.old[at:]]) == new


def test_differing_words_of_a_line_are_marked():
    assert marked("the quick brown fox", "the quick red fox jumps") == (["brown"], ["red", " jumps"])


def test_lines_that_are_hardly_alike_are_not_marked():
    assert marked("entirely different", "nothing in common here") == ([], [])


def test_a_changed_space_is_marked():
    assert marked("two  spaces", "two spaces") == (["  "], [" "])


def test_very_long_lines_are_marked_between_their_common_ends():
    old = "x" * 500_000 + "one" + "y" * 500_000
    assert marked(old, old.replace("one", "two")) == (["one"], ["two"])


def test_a_removed_line_is_paired_with_the_most_alike():
    comparison = compare("the cat sat on the mat", "a new first line\nthe cat sits on the mat\nanother one")
    assert pairs(comparison, comparison.changes[0]) == [(0, 1)]
