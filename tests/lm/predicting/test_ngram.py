"""The counts of the user's units: what they expect, whom they trust, what they forget."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lm.model.vocabulary import WordVocabulary
from lm.predicting.ngram import AdaptiveNgram, History

UNITS = [b" the", b" cat", b" sat", b" on", b" mat", b".", b"\n"]


@pytest.fixture
def ngram() -> AdaptiveNgram:
    return AdaptiveNgram(WordVocabulary(UNITS))


def uniform() -> "np.ndarray":
    return np.full(len(UNITS) + 1, 1.0 / (len(UNITS) + 1))


def after(ngram: AdaptiveNgram, *units: bytes) -> History:
    return tuple(ngram.symbol(unit) for unit in units)


def test_nothing_learned_leaves_the_network_its_opinion(ngram):
    expected = ngram.expect(uniform(), after(ngram, b" the"), ngram.own_units())
    assert np.array_equal(expected.known, uniform())
    assert expected.trust == 0.0


def test_what_followed_before_becomes_more_probable(ngram):
    ngram.learn(b" the cat sat on the cat sat")
    expected = ngram.expect(uniform(), after(ngram, b" the"), ngram.own_units())
    assert expected.known[ngram.symbol(b" cat")] > 1.2 * uniform()[0]
    assert expected.known[ngram.symbol(b" cat")] == expected.known[1:].max()


@given(st.lists(st.sampled_from([*UNITS, b" zyx", b" qed", b" vim"]), max_size=60), st.integers(0, 3))
def test_an_expectation_sums_to_one(units, length):
    ngram = AdaptiveNgram(WordVocabulary(UNITS))
    history = ngram.learn(b"".join(units))
    expected = ngram.expect(uniform(), history[:length], ngram.own_units())
    assert expected.known.sum() + expected.own.sum() == pytest.approx(1.0)
    assert (expected.known >= 0.0).all()
    assert (expected.own >= 0.0).all()


def test_a_new_word_is_offered_from_its_second_sighting_on(ngram):
    ngram.learn(b" the zyx")
    assert not ngram.own_units().offered.any()
    ngram.learn(b" the zyx")
    own = ngram.own_units()
    assert own.offered.all()
    assert ngram.expect(uniform(), after(ngram, b" the"), own).own[0] > 0.0


def test_gates_follow_whoever_foresaw_what_came(ngram):
    ngram.learn(b" the cat sat" * 4)
    history, cat, mat = after(ngram, b" the"), ngram.symbol(b" cat"), ngram.symbol(b" mat")
    before = ngram.expect(uniform(), history, ngram.own_units()).trust
    for _ in range(40):
        ngram.teach(uniform(), history, cat)
    trusting = ngram.expect(uniform(), history, ngram.own_units()).trust
    for _ in range(200):
        ngram.teach(uniform(), history, mat)
    assert trusting > before
    assert ngram.expect(uniform(), history, ngram.own_units()).trust < before


def test_a_forgotten_word_leaves_no_count_and_no_follower(ngram):
    ngram.learn(b" the zyx sat on the zyx sat")
    assert ngram.forget([b" zyx"])
    assert b" zyx" not in ngram.words()
    untouched = AdaptiveNgram(WordVocabulary(UNITS))
    assert ngram.symbol(b" zyx") == untouched.symbol(b" zyx") == WordVocabulary.UNKNOWN
    expected = ngram.expect(uniform(), after(ngram, b" the"), ngram.own_units())
    assert expected.own.sum() == 0.0
    assert not ngram.forget([b" zyx"])


def test_forgetting_a_known_word_takes_its_probability_back(ngram):
    ngram.learn(b" the cat sat on the cat sat on the mat")
    with_cat = ngram.expect(uniform(), after(ngram, b" the"), ngram.own_units()).known[ngram.symbol(b" cat")]
    ngram.forget([b" cat"])
    without = ngram.expect(uniform(), after(ngram, b" the"), ngram.own_units()).known[ngram.symbol(b" cat")]
    assert without < uniform()[0] < with_cat


def test_counts_are_those_of_the_text(ngram):
    ngram.learn(b" the cat sat on the zyx.")
    assert ngram.words() == {b" the": 2, b" cat": 1, b" sat": 1, b" on": 1, b" zyx": 1, b".": 1}


def test_history_goes_on_over_two_texts(ngram):
    whole, parts = AdaptiveNgram(WordVocabulary(UNITS)), ngram
    whole.learn(b" the cat sat on the cat")
    parts.learn(b" on the cat", parts.learn(b" the cat sat"))
    history = after(ngram, b" cat", b" sat")
    one = whole.expect(uniform(), history, whole.own_units()).known
    two = parts.expect(uniform(), history, parts.own_units()).known
    assert np.allclose(one, two)
