import math
from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lm.model.unit_trie import ENDS, PLACES, START
from lm.model.vocabulary import UNIT, WordVocabulary
from lm.predicting.ngram import AdaptiveNgram
from lm.predicting.word_projection import Position, WordProjection
from tests.lm.small_models import Markov, random_table

UNITS = [b" the", b" then", b" cat", b"The", b" caf\xc3\xa9", b" can't", b"s", b".", b",", b" (", b"\n", b" ", b" a"]
VOCABULARY = WordVocabulary(UNITS)
UNIFORM = np.full(256, 1.0 / 256)


def _table(unknown: float) -> np.ndarray:
    """Return random probabilities of units after units, with this much for the unknown."""
    table = random_table(len(VOCABULARY), seed=4) + 0.02
    table[:, 0] = 0.0
    table *= (1.0 - unknown) / table.sum(axis=1, keepdims=True)
    table[:, 0] = unknown
    return table


def _projection(unknown: float) -> WordProjection:
    return WordProjection(Markov(_table(unknown)), VOCABULARY, AdaptiveNgram(VOCABULARY))


def _follow(projection: WordProjection, text: bytes, *, look_ahead: bool = True) -> tuple[float, list[Position]]:
    """Return the log-probability of all bytes of `text` and the places passed, the byte model being uniform."""
    position = projection.begin()
    log_prob, passed = 0.0, [position]
    for byte in text:
        log_prob += math.log(projection.distribution(position, UNIFORM)[byte])
        (position,) = projection.advance([position], [byte], [1.0 / 256], look_ahead=look_ahead)
        passed.append(position)
    return log_prob, passed


def _place_after(unit: bytes) -> int:
    place = START
    for byte in unit:
        place = int(PLACES[place, byte])
    return place


def _by_units(units: Sequence[bytes]) -> float:
    """Return the log-probability of the units by the word model itself.

    After each, only units count whose first byte cannot belong to the unit before: the cut would have gone on.
    """
    table, last, total = _table(0.0), VOCABULARY.symbol(b"\n"), 0.0
    before = b""
    for unit in units:
        row = table[last]
        possible = [
            symbol
            for symbol, other in enumerate(VOCABULARY.units)
            if symbol and (not before or PLACES[_place_after(before), other[0]] == ENDS)
        ]
        symbol = VOCABULARY.symbol(unit)
        total += math.log(row[symbol] / row[possible].sum())
        last, before = symbol, unit
    return total


@given(st.lists(st.sampled_from(UNITS), max_size=12))
def test_product_over_bytes_is_the_product_over_units(units):
    text = b"".join([*units, b"."])  # a mark, which nothing can go on from
    cut = UNIT.findall(text)
    if not all(VOCABULARY.symbol(unit) for unit in cut):
        return  # two of them grew together into a unit that is unknown
    log_prob, _ = _follow(_projection(unknown=0.0), text)
    assert log_prob == pytest.approx(_by_units(cut), abs=1e-4)


@pytest.mark.parametrize("look_ahead", [True, False])
@given(st.lists(st.sampled_from([*UNITS, b" xyz", b"Q", "€".encode(), b"\t"]), max_size=10))
def test_probabilities_sum_to_1_at_every_byte(look_ahead, pieces):
    projection = _projection(unknown=0.1)
    _, passed = _follow(projection, b"".join(pieces), look_ahead=look_ahead)
    for position in passed:
        distribution = projection.distribution(position, UNIFORM)
        assert distribution.min() >= 0.0
        assert distribution.sum() == pytest.approx(1.0, abs=1e-9)


def test_unknown_word_is_spelled_by_the_byte_model():
    projection = _projection(unknown=0.1)
    _, passed = _follow(projection, b" xyz")
    by_byte = np.random.default_rng(1).dirichlet(np.ones(256))
    np.testing.assert_allclose(projection.distribution(passed[-1], by_byte), by_byte, rtol=1e-9)


def test_prefix_has_the_share_of_every_unit_that_begins_so():
    projection = _projection(unknown=0.0)
    _, passed = _follow(projection, b" ")
    row = _table(0.0)[VOCABULARY.symbol(b"\n")]
    share = {unit: row[VOCABULARY.symbol(unit)] for unit in UNITS}
    found = projection.distribution(passed[-1], UNIFORM)
    assert found[ord("t")] / found[ord("(")] == pytest.approx(
        (share[b" the"] + share[b" then"]) / share[b" ("], rel=1e-5
    )


def test_place_looked_ahead_later_is_the_place_looked_ahead_at_once():
    projection = _projection(unknown=0.1)
    _, at_once = _follow(projection, b" the")
    _, without = _follow(projection, b" the", look_ahead=False)
    later = projection.look_ahead(without[-1])
    np.testing.assert_allclose(
        projection.distribution(later, UNIFORM), projection.distribution(at_once[-1], UNIFORM), atol=1e-12
    )


def test_streams_side_by_side_do_not_touch_each_other():
    projection = _projection(unknown=0.1)
    texts = [b" the cat", b"The caf\xc3", b"xyz, a(."]
    positions = [projection.begin()] * 3
    for column in zip(*texts, strict=True):
        positions = projection.advance(positions, column, [1.0 / 256] * 3, look_ahead=True)
    for text, position in zip(texts, positions, strict=True):
        _, alone = _follow(projection, text)
        np.testing.assert_allclose(
            projection.distribution(position, UNIFORM), projection.distribution(alone[-1], UNIFORM), atol=1e-12
        )


@given(st.lists(st.sampled_from([*UNITS, b" xyzzy", b" caterpillar"]), max_size=10))
def test_probabilities_sum_to_1_after_the_user_has_taught_words(pieces):
    ngram = AdaptiveNgram(VOCABULARY)
    ngram.learn(b" xyzzy the xyzzy, caterpillar xyzzy the caterpillar. the cat xyzzy")
    projection = WordProjection(Markov(_table(0.1)), VOCABULARY, ngram)
    _, passed = _follow(projection, b"".join(pieces))
    for position in passed:
        assert projection.distribution(position, UNIFORM).sum() == pytest.approx(1.0, abs=1e-9)
