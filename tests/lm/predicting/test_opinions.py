import numpy as np
import pytest

from lm.predicting.opinions import LETTERS, TOGETHER, WORDS, YOURS
from lm.predicting.suggester import Suggester
from tests.lm.small_models import byte_chain

CONTEXT = "The gardener planted seven lemon trees before the ra"


@pytest.fixture
def suggester(pair_folder) -> Suggester:
    return Suggester.load(pair_folder)


def _found(suggester: Suggester, context: str) -> dict:
    return {opinion.part: opinion for opinion in suggester.opinions(context)}


@pytest.mark.parametrize("context", ["", "The ", "The gard", "The gardener planted", CONTEXT, "Zq7", "日本"])
def test_what_predicts_is_the_weighted_sum_of_its_two_parts(suggester, context):
    suggester.learn("The gardener planted seven lemon trees. Zq7 is a name. Zq7 again.")
    found = _found(suggester, context)
    mixed = sum(found[part].weight * found[part].probabilities for part in (LETTERS, WORDS))
    np.testing.assert_allclose(found[TOGETHER].probabilities, mixed, atol=1e-6)
    assert found[LETTERS].weight + found[WORDS].weight == pytest.approx(1.0)
    for opinion in found.values():
        assert opinion.probabilities.sum() == pytest.approx(1.0, abs=1e-4)


def test_user_has_no_opinion_before_something_was_learned(suggester):
    assert YOURS not in _found(suggester, CONTEXT)


def test_users_own_words_alone_know_what_follows_them(suggester):
    suggester.learn("Call Wolfgang Quill. " * 5)
    found = _found(suggester, "Please call Wolfgang Qu")
    (byte, probability), *_ = found[YOURS].likeliest(3)
    assert chr(byte) == "i"
    assert probability == pytest.approx(1.0, abs=1e-3)
    assert found[WORDS].probabilities[byte] < probability


def test_word_that_was_never_written_is_unknown_to_the_users_words(suggester):
    suggester.learn("Call Wolfgang. " * 5)
    assert YOURS not in _found(suggester, "Please call xylo")


def test_likeliest_are_in_order(suggester):
    ranked = _found(suggester, CONTEXT)[TOGETHER].likeliest(10)
    assert len(ranked) == 10
    assert [p for _, p in ranked] == sorted((p for _, p in ranked), reverse=True)


def test_what_cannot_come_is_not_listed(suggester):
    suggester.learn("Call Wolfgang Quill. " * 5)
    ranked = _found(suggester, "Please call Wolfgang Qu")[YOURS].likeliest(10)
    assert all(p > 0.0 for _, p in ranked)
    assert len(ranked) < 10


def test_asking_for_opinions_changes_no_suggestion(suggester):
    before = suggester.suggest(CONTEXT, min_confidence=0.0)
    suggester.opinions(CONTEXT)
    after = suggester.suggest(CONTEXT, min_confidence=0.0)
    assert (before.alternatives, before.words) == (after.alternatives, after.words)


def test_single_network_has_one_opinion():
    (opinion,) = Suggester("chain", byte_chain(b"abcabc")).opinions("ab")
    assert opinion.part == TOGETHER
    assert chr(opinion.likeliest(1)[0][0]) == "c"


def test_it_stops_when_asked(suggester):
    assert suggester.opinions(CONTEXT, lambda: True) is None
