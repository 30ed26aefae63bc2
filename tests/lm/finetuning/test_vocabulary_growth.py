import numpy as np
import pytest

from lm.finetuning.vocabulary_growth import grow_vocabulary, grow_weights
from lm.model.architecture import Architecture
from lm.model.vocabulary import WordVocabulary
from lm.training.initialization import initial_weights
from tests.lm.small_models import garden_text

TEXT = b" zephyr" * 6 + b" quark" * 3 + b" twice" * 2 + b" tree" * 9 + b" " + b"x" * 60


@pytest.fixture
def vocabulary() -> WordVocabulary:
    return WordVocabulary.build([garden_text(60) + b" tree tree"], 100)


def _weights(vocabulary: WordVocabulary, *, tied: bool):
    architecture = Architecture("lstm", len(vocabulary), 8, 12, tied=tied)
    weights = initial_weights(architecture, 1, np.full(len(vocabulary), 1.0 / len(vocabulary)))
    weights["decoder.bias"] += np.linspace(-1, 1, len(vocabulary), dtype=np.float32)
    return weights


def test_units_seen_three_times_are_added_after_the_old_ones(vocabulary):
    grown = grow_vocabulary(vocabulary, TEXT)
    assert grown.units[: len(vocabulary)] == vocabulary.units
    assert grown.units[len(vocabulary) :] == (b" zephyr", b" quark")


def test_at_most_four_thousand_units_are_added(vocabulary):
    text = b"".join(b" w%d" % number * 3 for number in range(5000))
    assert len(grow_vocabulary(vocabulary, text)) == len(vocabulary) + 4000


@pytest.mark.parametrize("tied", [True, False])
def test_grown_weights_fit_the_grown_vocabulary_and_keep_the_old_rows(vocabulary, tied):
    grown = grow_vocabulary(vocabulary, TEXT)
    old = _weights(vocabulary, tied=tied)
    new = grow_weights(old, vocabulary, grown, TEXT, seed=1)
    shapes = Architecture("lstm", len(grown), 8, 12, tied=tied).parameter_shapes()
    assert {name: array.shape for name, array in new.items()} == shapes
    assert all(array.dtype == np.float32 for array in new.values())
    np.testing.assert_array_equal(new["embedding.weight"][: len(vocabulary)], old["embedding.weight"])
    np.testing.assert_array_equal(new["decoder.bias"][1 : len(vocabulary)], old["decoder.bias"][1:])


def test_new_units_share_the_probability_of_the_unknown_by_their_counts(vocabulary):
    grown = grow_vocabulary(vocabulary, TEXT)
    old = _weights(vocabulary, tied=True)["decoder.bias"]
    new = grow_weights(_weights(vocabulary, tied=True), vocabulary, grown, TEXT, seed=1)["decoder.bias"]
    mass = np.exp([new[0], *new[len(vocabulary) :]])
    assert mass.sum() == pytest.approx(np.exp(old[0]), rel=1e-5)
    assert mass[1] / mass[2] == pytest.approx(2.0, rel=1e-5)


def test_parents_weights_are_not_changed(vocabulary):
    old = _weights(vocabulary, tied=True)
    copies = {name: array.copy() for name, array in old.items()}
    grow_weights(old, vocabulary, grow_vocabulary(vocabulary, TEXT), TEXT, seed=1)
    for name, array in copies.items():
        np.testing.assert_array_equal(old[name], array)


def test_text_without_new_words_leaves_everything(vocabulary):
    grown = grow_vocabulary(vocabulary, b" tree tree tree")
    assert grown.units == vocabulary.units
    old = _weights(vocabulary, tied=True)
    np.testing.assert_array_equal(
        grow_weights(old, vocabulary, grown, b" tree", seed=1)["decoder.bias"], old["decoder.bias"]
    )


def test_a_factored_network_gains_a_row_for_each_new_word_and_none_for_a_known_word_in_a_new_form():
    vocabulary = WordVocabulary([b" tree", b"\n"])
    text = b" Tree" * 5 + b" zephyr" * 4 + b"\nZephyr" * 3
    grown = grow_vocabulary(vocabulary, text)
    assert set(grown.units[3:]) == {b" Tree", b" zephyr", b"Zephyr"}
    old = Architecture("lstm", 3, 8, 12, tied=True, num_words=3)
    weights = initial_weights(old, 1, np.full(3, 1 / 3))
    new = grow_weights(weights, vocabulary, grown, text, seed=1)
    shapes = Architecture("lstm", len(grown), 8, 12, tied=True, num_words=4).parameter_shapes()
    assert {name: array.shape for name, array in new.items()} == shapes
    mass = np.exp([new["decoder.bias"][0], new["decoder.bias"][3]])
    assert mass.sum() == pytest.approx(np.exp(weights["decoder.bias"][0]), rel=1e-5)
