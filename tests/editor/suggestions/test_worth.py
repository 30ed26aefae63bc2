"""Each figure is what its definition says."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from editor.suggestions.worth import Tally, Totals, Worth, bucket_of

DAY = date(2026, 11, 22)


def counted(worth: Worth) -> Tally:
    return worth.take_fresh()[0]


def test_an_accept_saves_its_characters_less_its_key():
    worth = Worth()
    worth.typed(1)
    worth.ghost_shown()
    worth.taken(9, is_ghost=True)
    tally = counted(worth)
    assert tally.saved == 8
    assert tally.saved_share == 8 / 10
    assert tally.accept_rate == 1.0
    assert tally.wrong_show_rate == 0.0


def test_a_ghost_that_is_taken_word_by_word_is_accepted_once_and_costs_each_key():
    worth = Worth()
    worth.ghost_shown()
    for size in (5, 4, 3):
        worth.taken(size, is_ghost=True)
    tally = counted(worth)
    assert (tally.accepted, tally.shown, tally.saved) == (1, 1, 12 - 3)


def test_a_ghost_typed_against_is_wrong_once():
    worth = Worth()
    worth.ghost_shown()
    worth.typed(1)
    worth.ghost_contradicted()
    worth.ghost_contradicted()
    assert counted(worth).contradicted == 1


def test_a_ghost_of_which_something_was_taken_is_not_wrong_any_more():
    worth = Worth()
    worth.ghost_shown()
    worth.taken(4, is_ghost=True)
    worth.ghost_contradicted()
    tally = counted(worth)
    assert (tally.accepted, tally.contradicted) == (1, 0)


def test_a_ghost_that_is_left_is_neither():
    worth = Worth()
    worth.ghost_shown()
    worth.ghost_shown()
    tally = counted(worth)
    assert (tally.shown, tally.accepted, tally.contradicted) == (2, 0, 0)


def test_an_accept_that_is_undone_at_once_counts_as_never_made():
    worth = Worth()
    worth.ghost_shown()
    worth.taken(9, is_ghost=True)
    worth.undone()
    worth.undone()
    tally = counted(worth)
    assert (tally.saved, tally.accepted, tally.shown) == (0, 0, 1)


def test_an_undo_after_further_typing_leaves_the_accept():
    worth = Worth()
    worth.taken(9, is_ghost=False)
    worth.typed(1)
    worth.undone()
    tally = counted(worth)
    assert (tally.saved, tally.words) == (8, 1)


def test_nothing_counted_has_no_rates():
    tally = Tally()
    assert tally.saved_share is None
    assert tally.accept_rate is None
    assert tally.wrong_show_rate is None
    assert tally.latency_ms(95) is None
    assert not Worth().has_fresh


@given(st.lists(st.floats(0.1, 20_000), min_size=1, max_size=60), st.sampled_from([50, 95]))
def test_percentiles_are_within_a_bucket_of_the_exact_ones(values, percent):
    tally = Tally()
    for value in values:
        tally.latencies[bucket_of(value)] += 1
    exact = sorted(values)[max(0, -(-percent * len(values) // 100) - 1)]
    found = tally.latency_ms(percent)
    assert found is not None
    assert abs(found - max(exact, 1.0)) <= 0.05 * max(exact, 1.0)


def test_a_new_day_begins_anew_and_overall_goes_on():
    totals = Totals(DAY, DAY)
    totals.add(Tally(typed=5), DAY)
    totals.add(Tally(typed=7), date(2026, 11, 23))
    assert (totals.today.typed, totals.overall.typed) == (7, 12)
    assert totals.since == DAY
