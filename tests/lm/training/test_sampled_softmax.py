import numpy as np
import pytest

from lm.training.sampled_softmax import CandidateSampler

_VOCAB = 400
_TARGETS_PER_BATCH = 32
UNIGRAM = (1.0 / np.arange(1, _VOCAB + 1)) / (1.0 / np.arange(1, _VOCAB + 1)).sum()  # Zipf


def _draw(num_candidates: int, rng: np.random.Generator):
    targets = rng.choice(_VOCAB, (8, _TARGETS_PER_BATCH // 8), p=UNIGRAM).astype(np.int32)
    return targets, CandidateSampler(UNIGRAM, num_candidates, _TARGETS_PER_BATCH).draw(targets, rng)


def test_every_target_is_a_candidate_and_its_place_is_told():
    targets, candidates = _draw(64, np.random.default_rng(1))
    np.testing.assert_array_equal(candidates.symbols[candidates.targets], targets)


def test_candidates_are_sorted_and_each_comes_once():
    _, candidates = _draw(64, np.random.default_rng(1))
    assert len(candidates.symbols) == 64
    assert (np.diff(candidates.symbols) > 0).all()


def test_more_targets_than_candidates_are_all_kept():
    targets, candidates = _draw(4, np.random.default_rng(1))
    assert set(targets.ravel()) == set(candidates.symbols)


def test_whole_vocabulary_as_candidates_makes_the_sum_exact():
    _, candidates = _draw(_VOCAB, np.random.default_rng(1))
    scores = np.random.default_rng(2).normal(size=_VOCAB)
    estimate = np.exp(scores[candidates.symbols] - candidates.log_inclusion).sum()
    assert estimate == pytest.approx(np.exp(scores).sum(), rel=0.01)


@pytest.mark.parametrize("num_candidates", [48, 96, 200])
def test_estimate_of_the_partition_sum_is_unbiased(num_candidates):
    rng = np.random.default_rng(7)
    # Scores as of a network that has learned the frequencies, and something of its own.
    terms = UNIGRAM * np.exp(np.random.default_rng(3).normal(0.0, 0.5, _VOCAB))
    sampler = CandidateSampler(UNIGRAM, num_candidates, _TARGETS_PER_BATCH)
    estimates = []
    for _ in range(1500):
        targets = rng.choice(_VOCAB, _TARGETS_PER_BATCH, p=UNIGRAM).astype(np.int32)
        candidates = sampler.draw(targets, rng)
        estimates.append((terms[candidates.symbols] / np.exp(candidates.log_inclusion)).sum())
    # The sample's fixed size leaves a trace of bias, which the literature's rejective sampling shares.
    assert np.mean(estimates) == pytest.approx(terms.sum(), rel=0.02)


def test_inclusion_probability_is_the_frequency_with_which_a_symbol_becomes_a_candidate():
    rng = np.random.default_rng(5)
    sampler = CandidateSampler(UNIGRAM, 96, _TARGETS_PER_BATCH)
    log_inclusion = np.zeros(_VOCAB)
    counts = np.zeros(_VOCAB)
    draws = 1500
    for _ in range(draws):
        candidates = sampler.draw(rng.choice(_VOCAB, _TARGETS_PER_BATCH, p=UNIGRAM).astype(np.int32), rng)
        counts[candidates.symbols] += 1
        log_inclusion[candidates.symbols] = candidates.log_inclusion
    np.testing.assert_allclose(np.exp(log_inclusion), counts / draws, atol=0.06)
