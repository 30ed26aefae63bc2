"""Counts of the user's words: what followed, how far back a match goes, and what forgetting leaves."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lm.predicting.word_counts import LONGEST_HISTORY, RECENT_WORDS, History, WordCounts

WORDS = st.lists(st.integers(1, 5), max_size=80)


def counted(words: list[int], counts: WordCounts, history: History = ()) -> History:
    for word in words:
        history = counts.add(word, history)
    return history


def followers(counts: WordCounts, history: History) -> dict[int, dict[int, float]]:
    """Return what followed each run at the end of `history`, by its length."""
    return {
        layer.length: dict(zip(layer.words.tolist(), layer.times.tolist(), strict=True))
        for layer in counts.layers(history)
    }


def by_hand(words: list[int], history: History) -> dict[int, dict[int, float]]:
    found: dict[int, dict[int, float]] = {}
    for length in range(1, len(history) + 1):
        run = list(history[-length:])
        for place in range(length, len(words)):
            if words[place - length : place] == run:
                table = found.setdefault(length, {})
                table[words[place]] = table.get(words[place], 0.0) + 1.0
    return found


@given(WORDS, st.integers(1, LONGEST_HISTORY))
def test_every_run_that_was_written_knows_what_followed_it(words, length):
    counts = WordCounts(8)
    history = counted(words, counts)[-length:]
    assert followers(counts, history) == by_hand(words, history)


def test_the_longest_match_comes_first():
    counts = WordCounts(8)
    history = counted([1, 2, 3, 4, 5, 1, 2, 3, 4], counts)
    assert [layer.length for layer in counts.layers(history)] == [4, 3, 2, 1]


def test_texts_do_not_run_into_each_other():
    counts = WordCounts(8)
    counted([1, 2, 3, 4], counts)
    counted([5, 1], counts)
    assert 5 not in followers(counts, (4,)).get(1, {})


def test_two_texts_may_be_written_by_turns():
    counts = WordCounts(8)
    one = counted([1, 2, 3], counts)
    other = counted([5, 5, 5], counts)
    one = counted([4], counts, one)
    counted([2], counts, other)
    assert followers(counts, (1, 2, 3))[3] == {4: 1.0}
    assert followers(counts, (5, 5, 5))[3] == {2: 1.0}


@given(WORDS, st.integers(1, 5))
def test_of_a_forgotten_word_nothing_is_left(words, gone):
    counts = WordCounts(8)
    counted(words, counts)
    counts.forget({gone})
    assert counts.single[gone] == 0.0
    assert counts.total == counts.single.sum()
    assert gone not in counts.recent().words
    for before in (history for size in range(1, 5) for history in zip(*(words[i:] for i in range(size)), strict=False)):
        found = followers(counts, before)
        assert all(gone not in table for table in found.values())
        if gone in before:
            assert len(before) not in found


def test_words_written_last_are_few():
    counts = WordCounts(8)
    counted([1] * 50 + [2] * RECENT_WORDS, counts)
    assert counts.recent().words.tolist() == [2]


def test_a_new_word_makes_room_for_itself():
    counts = WordCounts(8)
    counts.add(5000, ())
    assert counts.single[5000] == 1.0
    assert counts.total == 1


@pytest.mark.parametrize("history", [(), (1,), (7, 7, 7, 7, 7, 7)])
def test_what_was_never_written_has_no_followers(history):
    counts = WordCounts(8)
    counted([1, 2], counts, (3,))
    assert followers(counts, history) in ({}, {1: {2: 1.0}})
