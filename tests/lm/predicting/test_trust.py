"""The trust in each expert: a share between 0 and 1, which follows who was right."""

import numpy as np
import pytest

from lm.predicting.trust import PHRASES, RECENT, Say, Trust, counts_features, phrases_features, recent_features

TIMES = np.array([3.0, 1.0])


def say(trust: Trust, foresaw: float, expert: int = 2) -> Say:
    features = counts_features(TIMES)
    return Say(expert, features, trust.of(expert, features), foresaw)


def test_a_share_lies_between_nothing_and_all():
    trust = Trust()
    table = np.array([0.1, 0.4, 0.5])
    assert 0.0 < trust.of(PHRASES, phrases_features(3, 0.2, table, table)) < 1.0
    assert 0.0 < trust.of(RECENT, recent_features(TIMES)) < 1.0
    assert 0.0 < trust.of(0, counts_features(TIMES)) < 1.0


def test_trust_grows_in_who_was_right_and_shrinks_in_who_was_wrong():
    trust = Trust()
    before = say(trust, 0.0).trust
    for _ in range(20):
        trust.learn(0.01, [say(trust, 0.8)])
    trusting = say(trust, 0.0).trust
    for _ in range(300):
        trust.learn(0.5, [say(trust, 0.0)])
    assert trusting > before
    assert say(trust, 0.0).trust < before


def test_what_other_experts_are_asked_is_left_alone():
    trust = Trust()
    before = trust.of(3, counts_features(TIMES))
    trust.learn(0.01, [say(trust, 0.9, expert=2)])
    assert trust.of(3, counts_features(TIMES)) == before


def test_a_word_that_all_excluded_changes_little():
    trust = Trust()
    before = say(trust, 0.0).trust
    trust.learn(0.0, [say(trust, 0.0)])
    assert say(trust, 0.0).trust == pytest.approx(before, abs=0.2)


def test_learning_follows_the_gradient():
    """Of the log-probability of what came, by finite differences in the shares."""
    foresaw, under = 0.3, 0.1
    trust = Trust()
    said = say(trust, foresaw)
    mixed = under + said.trust * (foresaw - under)
    slope = (foresaw - under) * said.trust * (1.0 - said.trust) / mixed
    trust.learn(under, [said])
    moved = np.log(say(trust, 0.0).trust / (1.0 - say(trust, 0.0).trust)) - np.log(said.trust / (1.0 - said.trust))
    assert moved == pytest.approx(0.01 * slope * float(said.features @ said.features), rel=1e-6)
