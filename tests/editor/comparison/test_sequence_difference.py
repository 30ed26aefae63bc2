"""What became of a sequence can be done again: the changes turn the old one into the new one, however little time."""

import random

import pytest

from editor.comparison.sequence_difference import Change, Changes, changes


def applied(old: list[int], new: list[int], found: Changes) -> list[int]:
    """Return `old` with the changes done; what lies between them must be equal in both."""
    result: list[int] = []
    i = j = 0
    for change in found.changes:
        assert old[i : change.old_start] == new[j : change.new_start]
        result += old[i : change.old_start] + new[change.new_start : change.new_end]
        i, j = change.old_end, change.new_end
    assert old[i:] == new[j:]
    return result + old[i:]


@pytest.mark.parametrize("symbols", [2, 3, 8, 40])
def test_the_changes_turn_one_sequence_into_the_other_with_any_budget(symbols):
    source = random.Random(symbols)
    for _ in range(300):
        old = [source.randrange(symbols) for _ in range(source.randrange(30))]
        new = [source.randrange(symbols) for _ in range(source.randrange(30))]
        for most_steps in (100_000, source.randrange(200)):
            assert applied(old, new, changes(old, new, most_steps=most_steps)) == new


def test_equal_sequences_have_no_change():
    assert changes([1, 2, 3], [1, 2, 3]) == Changes((), is_coarse=False)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ([1, 2, 3], [1, 9, 3], [Change(1, 2, 1, 2)]),
        ([1, 2, 3], [1, 3], [Change(1, 2, 1, 1)]),
        ([], [5], [Change(0, 0, 0, 1)]),
        ([1, 1, 2, 2, 1, 1], [2, 2, 1, 1], [Change(0, 2, 0, 0)]),
    ],
)
def test_the_shortest_change_is_found(old, new, expected):
    assert list(changes(old, new).changes) == expected


def test_the_rare_items_stay_together_where_the_frequent_ones_could_match_anywhere():
    # 0 is the empty line of two functions, one of which is new.
    old = [1, 0, 2, 0]
    new = [7, 0, 8, 0, 1, 0, 2, 0]
    assert changes(old, new).changes == (Change(0, 0, 0, 4),)


def test_without_time_the_rest_is_coarse_and_still_right():
    source = random.Random(1)
    old = [source.randrange(3) for _ in range(2000)]
    new = [source.randrange(3) for _ in range(2000)]
    found = changes(old, new, most_steps=20_000)
    assert found.is_coarse
    assert applied(old, new, found) == new


def test_whoever_asks_it_to_stop_gets_a_coarse_answer_at_once():
    found = changes(list(range(100)), list(range(50, 150)), should_stop=lambda: True)
    assert found == Changes((Change(0, 100, 0, 100),), is_coarse=True)
