import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lm.generation import Sampling, generate
from tests.lm.small_models import Markov, byte_chain, garden_text, random_table

MODEL = byte_chain(garden_text(200))


def _write(sampling: Sampling, length: int = 60, prompt: str = "The ") -> str:
    return "".join(generate(MODEL, prompt, length, sampling))


def test_same_seed_writes_the_same_text_and_another_one_another():
    assert _write(Sampling(1.0, seed=3)) == _write(Sampling(1.0, seed=3))
    assert _write(Sampling(1.0, seed=3)) != _write(Sampling(1.0, seed=4))


def test_temperature_0_takes_the_most_probable_byte_whatever_the_seed():
    assert _write(Sampling(0.0, seed=1)) == _write(Sampling(0.0, seed=2))


def test_top_1_is_temperature_0():
    assert _write(Sampling(2.0, top_k=1, seed=5)) == _write(Sampling(0.0))


def test_top_k_leaves_everything_else_out():
    probabilities = np.zeros(256)
    probabilities[[ord("a"), ord("b"), ord("c")]] = 0.5, 0.3, 0.2
    model = Markov(np.tile(probabilities, (256, 1)))
    assert set(generate(model, "", 300, Sampling(1.0, top_k=2))) == {"a", "b"}


def test_sampling_follows_the_probabilities():
    probabilities = np.zeros(256)
    probabilities[[ord("a"), ord("b")]] = 0.7, 0.3
    model = Markov(np.tile(probabilities, (256, 1)))
    text = "".join(generate(model, "", 2000, Sampling(1.0, seed=1)))
    assert text.count("a") / len(text) == pytest.approx(0.7, abs=0.03)


@given(st.integers(0, 20), st.integers(1, 40), st.sampled_from([0.0, 0.7, 3.0]))
def test_whatever_the_model_the_text_is_valid_and_has_at_most_the_length(seed, length, temperature):
    model = Markov(random_table(256, seed))
    text = "".join(generate(model, "日", length, Sampling(temperature, seed=seed)))
    text.encode()
    assert len(text) <= length
    assert not any(ord(character) < 32 and character not in "\t\n" for character in text)


@given(st.integers(1, 50))
def test_text_has_the_length_that_was_asked(length):
    assert len(_write(Sampling(1.0), length)) == length


def test_text_goes_on_from_the_end_of_the_prompt():
    model = byte_chain(b"abcdefgh" * 20)
    assert "".join(generate(model, "abc", 4, Sampling(0.0))) == "defg"
