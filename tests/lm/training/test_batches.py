import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lm.errors import CorpusError
from lm.training.batches import num_batches, stream_batches

_SIZES = {
    "length": st.integers(60, 200),
    "batch_size": st.integers(1, 4),
    "bptt": st.integers(1, 8),
    "offset": st.integers(0, 8),
}


def _symbols(length: int) -> np.ndarray:
    return np.arange(length, dtype=np.int32)


@given(**_SIZES)
def test_targets_are_the_inputs_one_symbol_later(length, batch_size, bptt, offset):
    for batch in stream_batches(_symbols(length), batch_size, bptt, offset):
        assert batch.inputs.shape == (bptt, batch_size)
        np.testing.assert_array_equal(batch.targets, batch.inputs + 1)


@given(**_SIZES)
def test_every_stream_goes_on_in_its_row_of_the_next_batch(length, batch_size, bptt, offset):
    batches = list(stream_batches(_symbols(length), batch_size, bptt, offset))
    streams = np.concatenate([batch.inputs for batch in batches])
    np.testing.assert_array_equal(np.diff(streams, axis=0), 1)
    assert streams[0, 0] == offset


@given(**_SIZES)
def test_one_pass_has_as_many_batches_as_were_counted(length, batch_size, bptt, offset):
    batches = list(stream_batches(_symbols(length), batch_size, bptt, offset))
    assert len(batches) == num_batches(_symbols(length), batch_size, bptt, offset)
    assert sum(batch.inputs.size for batch in batches) > length - offset - batch_size * (bptt + 1) - 1


@given(skip=st.integers(0, 3), **_SIZES)
def test_skipped_batches_are_the_first_ones(length, batch_size, bptt, offset, skip):
    whole = list(stream_batches(_symbols(length), batch_size, bptt, offset))
    rest = list(stream_batches(_symbols(length), batch_size, bptt, offset, skip))
    assert [batch.inputs.tolist() for batch in rest] == [batch.inputs.tolist() for batch in whole[skip:]]


def test_text_too_short_for_one_batch_says_how_much_is_needed():
    with pytest.raises(CorpusError, match="has 64 symbols and one batch needs 65"):
        next(stream_batches(_symbols(64), batch_size=8, bptt=8))
