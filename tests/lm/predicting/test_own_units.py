"""The user's own spellings: when they are offered, and how they share a word's probability."""

import numpy as np
import pytest

from lm.model.vocabulary import WordVocabulary
from lm.predicting.ngram import AdaptiveNgram

UNITS = [b" the", b"The", b" cat", b" thanks", b".", b"\n"]


@pytest.fixture
def ngram() -> AdaptiveNgram:
    return AdaptiveNgram(WordVocabulary(UNITS))


def own_probability(ngram: AdaptiveNgram, unit: bytes, by_network: "np.ndarray | None" = None) -> float:
    own = ngram.own_units()
    uniform = np.full(len(UNITS) + 1, 1.0 / (len(UNITS) + 1))
    expected = ngram.expect(uniform if by_network is None else by_network, (), own)
    return float(expected.own[ngram.symbol(unit) - own.first_symbol])


def only(unit: bytes) -> "np.ndarray":
    by_network = np.full(len(UNITS) + 1, 1e-6)
    by_network[WordVocabulary(UNITS).symbol(unit)] = 1.0
    return by_network / by_network.sum()


def test_a_word_in_another_case_is_another_sighting(ngram):
    ngram.learn(b" zyxwin")
    assert not ngram.own_units().offered.any()
    ngram.learn(b" Zyxwin")
    assert own_probability(ngram, b" zyxwin") > 0.0
    assert own_probability(ngram, b" Zyxwin") > 0.0


def test_a_name_from_a_sentence_may_begin_a_line(ngram):
    ngram.learn(b" Zyxwin Zyxwin Zyxwin")
    assert own_probability(ngram, b"Zyxwin", only(b"The")) > own_probability(ngram, b" Zyxwin", only(b"The"))
    assert own_probability(ngram, b"Zyxwin", only(b" the")) < own_probability(ngram, b" Zyxwin", only(b" the"))


def test_a_known_word_in_a_new_form_shares_what_was_learned(ngram):
    ngram.learn(b"Thanks\nThanks\nThanks\n thanks")
    own = ngram.own_units()
    by_network = only(b"The")
    expected = ngram.expect(by_network, (), own)
    assert own_probability(ngram, b"Thanks", by_network) > expected.known[ngram.symbol(b" thanks")]
    assert expected.known.sum() + expected.own.sum() == pytest.approx(1.0)


def test_forgetting_one_spelling_forgets_the_word(ngram):
    ngram.learn(b" Zyxwin zyxwin Zyxwin")
    assert ngram.forget([b" Zyxwin"])
    assert ngram.words() == {}
    assert ngram.symbol(b" zyxwin") == WordVocabulary.UNKNOWN


def test_a_forgotten_word_may_be_learned_again(ngram):
    ngram.learn(b" zyxwin zyxwin")
    ngram.forget([b" zyxwin"])
    ngram.learn(b" zyxwin zyxwin")
    assert ngram.words() == {b" zyxwin": 2}
    assert own_probability(ngram, b" zyxwin") > 0.0


def test_empty_lines_stand_for_one_line_end(ngram):
    ngram.learn(b" cat\n\n\n the cat")
    newline, cat = ngram.symbol(b"\n"), ngram.symbol(b" cat")
    assert ngram.after(ngram.after((), newline), newline) == ngram.after((), newline)
    assert ngram.after(ngram.after((), cat), newline) != ngram.after((), newline)
    assert ngram.words()[b"\n"] == 3
