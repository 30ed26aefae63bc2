import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lm.model.architecture import Architecture
from lm.predicting.completion import Point, Stopped
from lm.predicting.context_reader import ContextReader
from lm.predicting.engine import Engine
from lm.training.initialization import initial_weights
from lm.training.onnx_export import export_step
from tests.lm.small_models import Counting, byte_chain, garden_text, never

TEXT = garden_text(200)
FRESH_BYTES = 256
BEGIN = 1
"""The newline that precedes every text is read too."""


@pytest.fixture(scope="module")
def engine() -> Engine:
    architecture = Architecture("gru", 256, 6, 8)
    weights = initial_weights(architecture, 1, np.full(256, 1.0 / 256))
    return Engine(export_step(architecture, weights, int8=False), architecture)


@pytest.fixture
def counting() -> Counting:
    return Counting(byte_chain(TEXT))


def _anew(engine: Engine, context: bytes) -> Point:
    log_probs, (state,) = engine.step([ord("\n")], [engine.begin_state()])
    for byte in context:
        log_probs, (state,) = engine.step([byte], [state])
    return Point(state, log_probs[0])


@given(st.lists(st.tuples(st.integers(0, 40), st.text(alphabet="ab é.", max_size=6)), max_size=12))
def test_point_of_a_short_text_is_that_of_reading_it_anew_whatever_was_edited(engine, edits):
    reader, counter = ContextReader(engine), ContextReader(byte_chain(TEXT))
    context = b"The gardener "
    for kept, typed in edits:
        context = context[:kept] + typed.encode()
        found, expected = reader.read(context, never), _anew(engine, context)
        np.testing.assert_allclose(found.log_probs, expected.log_probs, atol=1e-5)
        np.testing.assert_allclose(found.state, expected.state, atol=1e-5)
        assert counter.read(context, never).state == BEGIN + len(context)


def test_one_more_character_costs_one_step(counting):
    reader = ContextReader(counting)
    reader.read(TEXT[:100], never)
    for end in range(101, 140):
        before = counting.symbols_read
        reader.read(TEXT[:end], never)
        assert counting.symbols_read == before + 1


def test_same_context_again_costs_nothing(counting):
    reader = ContextReader(counting)
    reader.read(TEXT[:100], never)
    before = counting.symbols_read
    reader.read(TEXT[:100], never)
    assert counting.symbols_read == before


def test_characters_taken_back_cost_nothing(counting):
    reader = ContextReader(counting)
    reader.read(TEXT[:100], never)
    before = counting.symbols_read
    for end in range(99, 60, -1):
        reader.read(TEXT[:end], never)
    assert counting.symbols_read == before


def test_last_word_typed_anew_costs_that_word_alone(counting):
    reader = ContextReader(counting)
    reader.read(TEXT[:100] + b" plates", never)
    before = counting.symbols_read
    reader.read(TEXT[:100] + b" plants", never)
    assert counting.symbols_read == before + len(b"nts")


@pytest.mark.parametrize("window", [64, 200, 1000, 6000])
def test_sliding_window_reuses_what_was_read(counting, window):
    reader = ContextReader(counting)
    reader.read(TEXT[:3000][-window:], never)
    before = counting.symbols_read
    for end in range(3001, 3100):
        reader.read(TEXT[:end][-window:], never)
    assert counting.symbols_read == before + 99


def test_window_that_jumps_ahead_costs_what_is_new(counting):
    reader = ContextReader(counting)
    reader.read(TEXT[:1000], never)
    before = counting.symbols_read
    reader.read(TEXT[200:1090], never)
    assert counting.symbols_read == before + 90


@pytest.mark.parametrize("length", [0, 1, 255, 256, 257, 5000, len(TEXT)])
def test_fresh_context_is_bounded_in_cost(counting, length):
    ContextReader(counting).read(TEXT[:length], never)
    assert counting.symbols_read == BEGIN + min(length, FRESH_BYTES)


def test_jump_to_another_text_is_bounded_in_cost(counting):
    reader = ContextReader(counting)
    reader.read(TEXT[:3000], never)
    before = counting.symbols_read
    reader.read(garden_text(200, seed=5)[:3000], never)
    assert counting.symbols_read <= before + BEGIN + FRESH_BYTES


@pytest.mark.parametrize(
    "old_beginning",
    [
        b"One. ",
        b"",
    ],
)
def test_text_with_the_same_end_but_another_past_is_not_taken_for_it(counting, old_beginning):
    reader = ContextReader(counting)
    same_end = b"and the children watered seven lemon trees"
    reader.read(old_beginning + same_end, never)
    point = reader.read(b"Another beginning, " + same_end, never)
    assert point.state == BEGIN + len(b"Another beginning, " + same_end)  # the state counts what was read


def test_what_was_read_before_a_stop_is_kept(counting):
    reader = ContextReader(counting)
    with pytest.raises(Stopped):
        reader.read(TEXT[:100], lambda: counting.symbols_read >= BEGIN + 60)
    before = counting.symbols_read
    reader.read(TEXT[:100], never)
    assert counting.symbols_read == before + 40


def test_forgetting_reads_everything_again(counting):
    reader = ContextReader(counting)
    reader.read(TEXT[:100], never)
    reader.forget()
    before = counting.symbols_read
    reader.read(TEXT[:100], never)
    assert counting.symbols_read == before + BEGIN + 100


def test_only_the_last_byte_is_read_by_the_whole_model():
    whole, quick = Counting(byte_chain(TEXT)), Counting(byte_chain(TEXT))
    reader = ContextReader(whole, quick)
    reader.read(TEXT[:100], never)
    assert whole.symbols_read == BEGIN + 1
    assert quick.symbols_read == 99


def test_a_model_begins_the_next_text_as_the_last_one_left_it():
    class Remembering(Counting):
        left_at: object = None

        def begin_like(self, state: object) -> None:
            self.left_at = state

    model = Remembering(byte_chain(b"the garden " * 30))
    reader = ContextReader(model)
    point = reader.read(b"the gar", never)
    reader.read(b"another text " * 30, never)
    assert model.left_at is point.state
