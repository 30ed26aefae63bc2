"""Learning the user's text: bulk or as it is typed, and forgetting it."""

import math

import pytest

from lm.evaluating.ideal_typist import bits
from lm.predicting.engine import Engine
from lm.predicting.learner import Learner
from lm.predicting.ngram import AdaptiveNgram
from lm.predicting.predictor import load_network, load_predictor
from lm.predicting.suggester import Suggester

PAST = b"Zyxwin walks to Quentanar. Zyxwin likes Quentanar. Nobody in Quentanar likes Zyxwin.\n"


class Counting:
    """An engine that counts its steps."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self.vocab_size = engine.vocab_size
        self.begin_state = engine.begin_state
        self.steps = 0

    def step(self, symbols, states):
        self.steps += 1
        return self._engine.step(symbols, states)


@pytest.fixture
def suggester(pair_folder):
    return Suggester.load(pair_folder)


def cost(suggester: Suggester, text: bytes) -> float:
    return sum(bits(suggester.model, text)) / len(text)


def test_learned_text_costs_fewer_bits(suggester):
    coming = b"Zyxwin walks to Quentanar"
    before = cost(suggester, coming)
    assert suggester.learn(PAST.decode()) == len(PAST)
    assert cost(suggester, coming) < before - 1.0


def test_a_learned_name_is_suggested_and_a_forgotten_one_is_not(suggester):
    suggester.learn(PAST.decode() * 3)
    assert "Quentanar" in suggester.suggest("walks to Quen").shown_words
    assert suggester.forget_spellings("Quentanar")
    assert "Quentanar" not in suggester.suggest("walks to Quen").shown_words
    assert not suggester.forget_spellings("Quentanar")


def test_text_learned_in_parts_counts_as_text_learned_at_once(pair_folder):
    whole, parts = load_predictor(pair_folder).learner, load_predictor(pair_folder).learner
    whole.learn(PAST, continues=False)
    parts.learn(PAST[:26], continues=False)
    parts.learn(PAST[26:], continues=True)
    assert whole.words() == parts.words()


def test_the_network_reads_only_the_end_of_a_long_text(trained_words):
    engine = Counting(load_network(trained_words.folder)[0])
    vocabulary = trained_words.vocabulary
    learner = Learner(engine, vocabulary, AdaptiveNgram(vocabulary))
    learner.learn(PAST * 1000, continues=False)
    assert 0 < engine.steps < 2000
    assert sum(learner.words().values()) > 10_000


def test_a_byte_model_alone_learns_nothing_and_says_so(trained_bytes):
    suggester = Suggester.load(trained_bytes.folder)
    assert suggester.learn("anything") == 0
    assert not suggester.forget_spellings("anything")
    assert math.isfinite(cost(suggester, b"anything"))
