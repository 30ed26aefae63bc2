import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lm.model.vocabulary import WordVocabulary
from lm.predicting.mixture import BYTE_PRIOR, Mixture, MixtureState
from lm.predicting.ngram import AdaptiveNgram
from lm.predicting.word_projection import WordProjection
from tests.lm.small_models import Markov, byte_chain, garden_text

TEXT = garden_text(60)
VOCABULARY = WordVocabulary.build([TEXT], 100)


def _words(table: np.ndarray) -> WordProjection:
    return WordProjection(Markov(table), VOCABULARY, AdaptiveNgram(VOCABULARY))


def _learned_words() -> WordProjection:
    """A word model that has counted which unit follows which in the text."""
    symbols = VOCABULARY.encode(TEXT)
    counts = np.full((len(VOCABULARY), len(VOCABULARY)), 0.01)
    np.add.at(counts, (symbols[:-1], symbols[1:]), 1.0)
    return _words(counts / counts.sum(axis=1, keepdims=True))


def _stubborn_words() -> WordProjection:
    """A word model that expects a full stop after everything."""
    table = np.full((len(VOCABULARY), len(VOCABULARY)), 1e-5)
    table[:, VOCABULARY.symbol(b".")] = 1.0
    return _words(table / table.sum(axis=1, keepdims=True))


def _read(model: Mixture, text: bytes) -> MixtureState:
    state = model.begin_state()
    for byte in text:
        _, (state,) = model.step([byte], [state])
    return state


@pytest.mark.parametrize("look_ahead", [True, False])
@given(st.text(alphabet="the gardnptd boat.,é\n<x>", max_size=25))
def test_probabilities_sum_to_1_at_every_byte(look_ahead, text):
    model = Mixture(byte_chain(TEXT), _learned_words(), look_ahead=look_ahead)
    state = model.begin_state()
    for byte in text.encode():
        log_probs, (state,) = model.step([byte], [state])
        assert np.exp(log_probs[0].astype(np.float64)).sum() == pytest.approx(1.0, abs=1e-5)
        assert state.probabilities().sum() == pytest.approx(1.0, abs=1e-6)


def test_weight_begins_at_the_prior():
    assert Mixture(byte_chain(TEXT), _learned_words()).begin_state().weight == BYTE_PRIOR


def test_weight_moves_to_the_words_where_they_foresee_what_comes():
    weight = _read(Mixture(byte_chain(TEXT), _learned_words()), TEXT[:200]).weight
    assert weight < BYTE_PRIOR


def test_weight_moves_to_the_bytes_where_they_foresee_what_comes():
    weight = _read(Mixture(byte_chain(TEXT), _stubborn_words()), b"The baker p").weight
    assert weight > BYTE_PRIOR


def test_weight_stays_between_the_experts_whatever_comes():
    model = Mixture(byte_chain(TEXT), _learned_words())
    assert 0.0 < _read(model, b"\x00\xff\xfe zq\x80" * 5).weight < 1.0


def test_the_prior_follows_what_predicts_better():
    text = TEXT[:400]
    assert _read(Mixture(byte_chain(TEXT), _learned_words()), text).prior < BYTE_PRIOR
    assert _read(Mixture(byte_chain(TEXT), _stubborn_words()), text).prior > BYTE_PRIOR


def test_the_next_text_begins_with_the_prior_that_the_last_one_came_to():
    model = Mixture(byte_chain(TEXT), _stubborn_words())
    state = _read(model, TEXT[:400])
    model.begin_like(state)
    assert model.begin_state().prior == state.prior


def test_step_leaves_the_state_it_was_given_as_it_was():
    model = Mixture(byte_chain(TEXT), _learned_words())
    state = _read(model, b"The gard")
    first, _ = model.step([ord("e")], [state])
    model.step([ord("x")], [state])
    again, _ = model.step([ord("e")], [state])
    np.testing.assert_array_equal(first, again)


def test_batched_step_is_the_steps_of_its_streams():
    model = Mixture(byte_chain(TEXT), _learned_words())
    states = [_read(model, text) for text in (b"The gard", b"An old ", b"zz")]
    together, _ = model.step(b"es.", states)
    for index, symbol in enumerate(b"es."):
        alone, _ = model.step([symbol], [states[index]])
        np.testing.assert_allclose(together[index], alone[0], atol=1e-6)


def test_quick_mixture_looked_ahead_later_is_the_whole_mixture():
    model = Mixture(byte_chain(TEXT), _learned_words())
    whole = _read(model, b"The gardener")
    quick = model.quick()
    state = _read(model, b"The gardene")
    _, (state,) = quick.step([ord("r")], [state])
    log_probs, exact = model.look_ahead(state)
    np.testing.assert_allclose(exact.probabilities(), whole.probabilities(), atol=1e-12)
    np.testing.assert_allclose(np.exp(log_probs), whole.probabilities(), atol=1e-6)
