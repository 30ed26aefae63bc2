import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lm.predicting.generation import READABLE, Sampling, generate, steps
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


def _chain(**following: float) -> Markov:
    probabilities = np.zeros(256)
    for character, probability in following.items():
        probabilities[ord(character)] = probability
    return Markov(np.tile(probabilities, (256, 1)))


def test_nucleus_leaves_the_tail_out_and_keeps_what_fills_it():
    model = _chain(a=0.5, b=0.3, c=0.15, d=0.05)
    assert set(generate(model, "", 400, Sampling(1.0, top_p=0.9))) == {"a", "b", "c"}
    assert set(generate(model, "", 400, Sampling(1.0, top_p=0.8))) == {"a", "b"}


def test_nucleus_of_next_to_nothing_is_temperature_0():
    assert _write(Sampling(1.0, top_p=0.001, seed=5)) == _write(Sampling(0.0))


def _words(**following: float) -> Markov:
    """A model of words of one letter, with a space after each."""
    table = np.zeros((256, 256))
    table[:, ord(" ")] = 1.0
    table[ord(" ")] = 0.0
    for character, probability in following.items():
        table[ord(" "), ord(character)] = probability
    return Markov(table)


def test_a_loop_is_left_where_a_word_begins():
    model = _words(a=0.5, b=0.3, c=0.2)
    assert "".join(generate(model, " ", 8, Sampling(0.0))) == "a a a a "
    free = "".join(generate(model, " ", 60, Sampling(0.0, longest_repeat=4)))
    assert free.startswith("a a a b a a c ")
    assert set(free.split()) == {"a", "b", "c"}


def test_what_has_to_follow_is_written_again():
    model = _words(a=0.98, b=0.02)
    assert "".join(generate(model, " ", 20, Sampling(0.0, longest_repeat=4))) == "a " * 10


def test_a_prompt_that_a_quick_model_reads_leads_to_the_same_text():
    plain = "".join(generate(MODEL, "The old ", 50, READABLE))
    assert "".join(generate(MODEL, "The old ", 50, READABLE, quick=byte_chain(garden_text(200)))) == plain


def test_steps_give_way_while_the_prompt_is_read_and_write_what_generate_writes():
    pieces = list(steps(MODEL, "The ", 20, Sampling(1.0)))
    assert pieces[:5] == [""] * 5  # the line's end before the prompt, and its four bytes
    assert "".join(pieces) == _write(Sampling(1.0), 20)


def test_a_sentence_is_ended_beyond_the_length_but_not_without_end():
    model = byte_chain(b"abcdef. " * 9)
    assert "".join(steps(model, "ab", 6, Sampling(0.0), ends_sentence=True)) == "cdef. abcdef."
    assert "".join(steps(model, "ab", 5, Sampling(0.0), ends_sentence=True)) == "cdef."
    endless = "".join(steps(_chain(a=1.0), "", 10, Sampling(0.0), ends_sentence=True))
    assert len(endless) == 10 + 160
