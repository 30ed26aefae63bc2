"""The phrase table: what it expects, that it sums to one, what it refuses, and how it is built and mapped."""

import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lm.errors import ModelError
from lm.predicting.phrase_table import FAMILY, TABLE, WORD_LIST, KnownPhrases, PhraseTable
from lm.training.phrase_counts import CountedText, Pruning, build_phrases
from resources.model_folder import flat_bytes, publish

WORDS = (b"", b"\n", b"the", b"united", b"states", b"of", b"nations")
LINES = ["the united states of", "united states", "united nations", "the united states", "of the united states"]


def counted(lines: list[str], weight: float = 1.0) -> CountedText:
    numbers = {word.decode(): number for number, word in enumerate(WORDS)}
    documents = [[1, *(numbers[word] for word in line.split())] for line in lines]
    words = np.array([word for document in documents for word in document])
    of = np.repeat(np.arange(len(documents)), [len(document) for document in documents])
    return CountedText(words, of, weight)


def table(lines: list[str] = LINES, least: tuple[int, ...] = (1, 1)) -> PhraseTable:
    return PhraseTable(WORDS, build_phrases([counted(lines)], len(WORDS), Pruning(least)))


@pytest.fixture
def folder(tmp_path):
    arrays = build_phrases([counted(LINES)], len(WORDS), Pruning((1, 1)))
    words = json.dumps([word.decode() for word in WORDS[1:]]).encode()
    publish(tmp_path / "phrases", FAMILY, {TABLE: flat_bytes(arrays), WORD_LIST: words}, {"name": "test"})
    return tmp_path / "phrases"


def test_what_is_said_most_is_expected_first():
    expected = table().expect([2, 3])
    assert WORDS[int(expected.probabilities.argmax())] == b"states"
    assert expected.order == 2


@given(st.lists(st.integers(0, len(WORDS) - 1), max_size=4))
def test_an_expectation_sums_to_one(history):
    expected = table().expect(history)
    assert expected.probabilities.sum() == pytest.approx(1.0, abs=1e-3)
    assert (expected.probabilities > 0.0).all()
    assert 0.0 < expected.backoff <= 1.0


def test_a_longer_history_than_the_table_holds_is_no_harm():
    known = table()
    assert np.array_equal(known.expect([5, 4, 2, 3]).probabilities, known.expect([2, 3]).probabilities)


def test_what_too_few_documents_hold_is_left_out():
    expected = table(least=(2, 2)).expect([3])
    nations, states = WORDS.index(b"nations"), WORDS.index(b"states")
    assert expected.probabilities[states] > 3.0 * expected.probabilities[nations]
    assert table(["united nations"] * 1, least=(2, 2)).expect([3]).order == 0


def test_one_document_that_repeats_itself_counts_once():
    again = " ".join(["united nations"] * 9)
    assert table([again, "the", "of"], least=(2, 2)).expect([3]).order == 0


def test_a_text_may_weigh_more_than_another():
    texts = [counted(["united nations"], weight=5.0), counted(["united states", "united states"])]
    expected = PhraseTable(WORDS, build_phrases(texts, len(WORDS), Pruning((1,)))).expect([3])
    assert WORDS[int(expected.probabilities.argmax())] == b"nations"


def test_a_published_table_is_mapped_and_answers_alike(folder):
    mapped = PhraseTable.load(folder)
    assert np.array_equal(mapped.expect([2, 3]).probabilities, table().expect([2, 3]).probabilities)


def test_another_vocabulary_sees_the_same_phrases(folder):
    others = (b"", b"states", b"united", b"zebra")
    expected = KnownPhrases(PhraseTable.load(folder), others).expect([2])
    assert expected.probabilities.shape == (4,)
    assert expected.probabilities.sum() == pytest.approx(1.0, abs=1e-3)
    assert expected.probabilities[1] > 0.2
    assert expected.probabilities[3] == 0.0


def test_a_word_that_the_table_lacks_ends_the_match(folder):
    known = KnownPhrases(PhraseTable.load(folder), (*WORDS, b"zebra"))
    assert known.expect([len(WORDS)]).order == 0
    assert known.expect([len(WORDS) + 7]).order == 0


@pytest.mark.parametrize("name", [TABLE, WORD_LIST])
def test_an_altered_table_is_refused(folder, name):
    data = bytearray((folder / name).read_bytes())
    data[-1] ^= 1
    (folder / name).write_bytes(data)
    with pytest.raises(ModelError, match="checksum"):
        PhraseTable.load(folder)


def test_arrays_that_do_not_fit_together_are_refused():
    arrays = build_phrases([counted(LINES)], len(WORDS), Pruning((1, 1)))
    with pytest.raises(ValueError, match="fit together"):
        PhraseTable(WORDS, arrays | {"shares.2": arrays["shares.2"][:-1]})
    with pytest.raises(ValueError, match="distribution"):
        PhraseTable(WORDS[:-1], arrays)
