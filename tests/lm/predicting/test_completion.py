import itertools
import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lm.model.language_model import AnyModel
from lm.predicting.completion import Completer, Point, Settings, Stopped, accept_all
from tests.lm.small_models import Counting, Markov, byte_chain, garden_text, never, random_table

TEXT = garden_text(200)
LETTERS = b"abc"
WIDE = Settings(beam=200, further_beam=200, max_word_bytes=4)


def _few_letters(seed: int) -> Markov:
    """A random model over three letters, a space and a full stop."""
    used = [*LETTERS, ord(" "), ord(".")]
    table = np.full((256, 256), 1e-12)
    table[np.ix_(used, used)] = random_table(len(used), seed) + 0.01
    return Markov(table / table.sum(axis=1, keepdims=True))


def _point(model: AnyModel, context: bytes) -> Point:
    state = model.begin_state()
    log_probs, (state,) = model.step(b"\n", [state])
    for byte in context:
        log_probs, (state,) = model.step([byte], [state])
    return Point(state, log_probs[0])


def _log_prob(model: AnyModel, context: bytes, word_rest: bytes) -> float:
    """Return the log-probability that `word_rest` comes after `context` and that the word is then over."""
    point, total = _point(model, context), 0.0
    for byte in word_rest:
        total += float(point.log_probs[byte])
        log_probs, (state,) = model.step([byte], [point.state])
        point = Point(state, log_probs[0])
    ends = [byte for byte in range(256) if not (chr(byte).isalnum() or byte in b"'-" or byte >= 0x80)]
    return total + math.log(np.exp(point.log_probs[ends].astype(np.float64)).sum())


@pytest.mark.parametrize("context", [b"c. ", b"a", b"cb"])
@pytest.mark.parametrize("seed", range(5))
def test_best_words_are_the_ones_that_trying_every_word_finds(seed, context):
    model = _few_letters(seed)
    prefix = context.rsplit(b" ", 1)[-1]
    rests = [bytes(rest) for length in range(1, 5) for rest in itertools.product(LETTERS, repeat=length)]
    every = sorted(((_log_prob(model, context, rest), prefix + rest) for rest in rests), reverse=True)

    found = Completer(model, settings=WIDE).words(_point(model, context), context, 3, never, accept_all)

    assert [guess.word for guess in found] == [word for _, word in every[:3]]
    for guess, (log_prob, _) in zip(found, every, strict=False):
        assert guess.log_prob == pytest.approx(log_prob, abs=1e-4)


@pytest.mark.parametrize("context", [b"The gar", b"An old sailor ", b"b", b"cou"])
def test_narrow_beam_finds_the_best_word_that_a_wide_one_finds(context):
    model = byte_chain(TEXT)
    narrow, wide = (
        Completer(model, settings=settings).words(_point(model, context), context, 1, never, accept_all)
        for settings in (Settings(), Settings(beam=500))
    )
    assert narrow[0].word == wide[0].word


def test_guess_says_what_the_caret_lacks():
    model = byte_chain(TEXT)
    for guess in Completer(model).words(_point(model, b"The ba"), b"The ba", 3, never, accept_all):
        assert guess.word == b"ba" + guess.insert


def test_word_that_is_over_is_followed_by_a_space_and_a_word():
    model = byte_chain(TEXT)
    point = _point(model, b"The baker sold.")
    for guess in Completer(model).words(point, b"The baker sold.", 3, never, accept_all):
        assert guess.insert == b" " + guess.word


@given(st.text(alphabet="aé日😀' -.", max_size=12), st.integers(0, 3))
def test_every_offer_is_valid_utf_8_whatever_the_model(context, seed):
    model = Markov(random_table(256, seed))
    data = context.encode()
    completer = Completer(model, settings=Settings(max_word_bytes=6))
    point = _point(model, data)
    for guess in completer.words(point, data, 4, never, accept_all):
        guess.word.decode()
        (data + guess.insert).decode()
        (data + completer.extend(guess, never, accept_all)).decode()


def test_word_that_is_not_accepted_is_not_offered():
    model = byte_chain(b"The garden. the garden. The garden and the gardener. " * 20)
    completer = Completer(model)
    point = _point(model, b"The gar")
    assert b"garden" in {guess.word for guess in completer.words(point, b"The gar", 5, never, accept_all)}
    asked: list[tuple[bytes, bytes]] = []

    def accepts(insert: bytes, word: bytes) -> bool:
        asked.append((insert, word))
        return word != b"garden"

    assert b"garden" not in {guess.word for guess in completer.words(point, b"The gar", 5, never, accepts)}
    assert (b"den", b"garden") in asked


def test_word_that_is_not_accepted_is_not_added_as_a_further_word():
    model = byte_chain(b"ab cd. " * 50)
    completer = Completer(model)
    guess = completer.words(_point(model, b"cd. a"), b"cd. a", 1, never, accept_all)[0]
    assert b"cd" in completer.extend(guess, never, accept_all)
    assert b"cd" not in completer.extend(guess, never, lambda insert, word: word != b"cd" and insert.endswith(word))


def test_search_is_asked_to_stop_before_every_step():
    counting = Counting(byte_chain(TEXT))
    point = _point(counting, b"The gar")
    completer = Completer(counting)
    before = counting.symbols_read
    with pytest.raises(Stopped):
        completer.words(point, b"The gar", 3, lambda: True, accept_all)
    assert counting.symbols_read == before


class _StopAfter:
    """Asks to stop from the n-th question on; counts the questions."""

    def __init__(self, allowed: float) -> None:
        self._allowed = allowed
        self.asked = 0

    def __call__(self) -> bool:
        self.asked += 1
        return self.asked > self._allowed


def test_search_stops_at_the_first_step_after_it_was_asked():
    counting = Counting(byte_chain(b"The wonderful gardener. " * 50))
    completer = Completer(counting)
    point = _point(counting, b"The ")

    def ghost(should_stop: _StopAfter) -> None:
        guesses = completer.words(point, b"The ", 3, should_stop, accept_all)
        completer.extend(guesses[0], should_stop, accept_all)

    patient = _StopAfter(math.inf)
    ghost(patient)
    assert patient.asked > 4
    for allowed in range(patient.asked):
        impatient = _StopAfter(allowed)
        before = counting.symbols_read
        with pytest.raises(Stopped):
            ghost(impatient)
        assert impatient.asked == allowed + 1
        assert counting.symbols_read - before <= allowed * Settings().beam


def test_ghost_ends_at_the_end_of_a_sentence():
    model = byte_chain(b"ab cd. " * 50)
    completer = Completer(model)
    guess = completer.words(_point(model, b"cd. a"), b"cd. a", 1, never, accept_all)[0]
    assert completer.extend(guess, never, accept_all) == b"b cd."


def test_ghost_never_crosses_a_line():
    model = byte_chain(b"ab\ncd\n" * 50)
    completer = Completer(model)
    guess = completer.words(_point(model, b"cd\na"), b"cd\na", 1, never, accept_all)[0]
    assert completer.extend(guess, never, accept_all) == b"b"


def test_ghost_adds_no_more_further_words_than_were_allowed():
    model = byte_chain(b"ab " * 50)
    completer = Completer(model, settings=Settings(max_words=3, max_bytes=1000))
    guess = completer.words(_point(model, b"ab a"), b"ab a", 1, never, accept_all)[0]
    assert completer.extend(guess, never, accept_all).split() == [b"b", b"ab", b"ab", b"ab"]


def test_ghost_stops_where_its_next_word_is_unsure():
    model = byte_chain(b"so anna bert carl diana emil fritz " * 20)
    completer = Completer(model)
    guess = completer.words(_point(model, b"s"), b"s", 1, never, accept_all)[0]
    assert completer.extend(guess, never, accept_all) == b"o "
