import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lm.evaluating.ideal_typist import bits
from lm.lessons.surprise import CHUNK_CHARS, WARM_UP_CHARS, Chunk, chunks, surprise
from lm.model.architecture import Architecture
from lm.predicting.engine import Engine
from lm.training.initialization import initial_weights
from lm.training.onnx_export import export_step
from tests.lm.small_models import garden_text

ARCHITECTURE = Architecture("gru", 256, 8, 12)
TEXT = garden_text(120).decode() + "Ein Käse — naïve 🙂.\n"


@pytest.fixture(scope="module")
def engine() -> Engine:
    weights = initial_weights(ARCHITECTURE, 1, np.full(256, 1.0 / 256))
    return Engine(export_step(ARCHITECTURE, weights, int8=False), ARCHITECTURE)


@given(st.text(alphabet="ab\né🙂", max_size=60), st.integers(1, 20))
def test_chunks_follow_each_other_without_gap_and_end_at_line_ends_where_there_are_any(text, size):
    found = chunks(text, size)
    assert "".join(text[chunk.start : chunk.end] for chunk in found) == text
    for chunk in found[:-1]:
        part = text[chunk.start : chunk.end]
        assert 1 <= len(part) <= size
        assert part.endswith("\n") or "\n" not in part


def test_bits_of_a_short_text_are_those_that_evaluation_measures(engine):
    (found,) = surprise(engine, TEXT, [Chunk(0, len(TEXT))])
    assert len(found.bits) == len(TEXT)
    by_byte = np.array(list(bits(engine, TEXT.encode())))
    assert found.bits.sum() == pytest.approx(by_byte.sum(), rel=1e-4)
    assert found.bits[:20] == pytest.approx(by_byte[:20], rel=1e-4)


def test_character_of_several_bytes_costs_their_sum(engine):
    (found,) = surprise(engine, "a🙂", [Chunk(0, 2)])
    by_byte = list(bits(engine, "a🙂".encode()))
    assert found.bits == pytest.approx([by_byte[0], sum(by_byte[1:])], rel=1e-4)


def test_later_chunk_is_read_after_the_last_characters_before_it(engine):
    start = 2000
    (found,) = surprise(engine, TEXT, [Chunk(start, start + 100)])
    before, then = TEXT[start - WARM_UP_CHARS : start].encode(), TEXT[start : start + 100].encode()
    assert found.bits.sum() == pytest.approx(sum(bits(engine, then, before)), rel=1e-4)


def test_chunks_side_by_side_cost_what_each_costs_alone(engine):
    wanted = chunks(TEXT, 500)[::-1]
    together = list(surprise(engine, TEXT, wanted))
    assert [found.chunk for found in together] == wanted
    for found in together:
        (alone,) = surprise(engine, TEXT, [found.chunk])
        np.testing.assert_allclose(found.bits, alone.bits, rtol=1e-3, atol=1e-4)


def test_it_stops_at_the_next_step_when_asked(engine):
    asked = iter([False] * 3 + [True] * 10_000)
    assert list(surprise(engine, TEXT, chunks(TEXT, 50), lambda: next(asked))) == []


def test_empty_text_has_no_chunks(engine):
    assert chunks("") == []
    assert list(surprise(engine, "", [])) == []


def test_lone_surrogate_is_a_character_like_any_other(engine):
    (found,) = surprise(engine, "a\ud800b", [Chunk(0, 3)])
    assert len(found.bits) == 3


def test_default_size_is_used():
    assert [chunk.end - chunk.start for chunk in chunks("x" * (CHUNK_CHARS + 5))] == [CHUNK_CHARS, 5]
