import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gan_gallery.lzw import lzw_decode, lzw_encode


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=3_000))
def test_decoding_gives_back_what_was_encoded(indices):
    assert lzw_decode(lzw_encode(indices, 8), 8, len(indices)) == indices


def test_the_table_is_cleared_when_it_is_full():
    indices = bytes((i * i // 7 + i) % 251 for i in range(60_000))
    assert lzw_decode(lzw_encode(indices, 8), 8, len(indices)) == indices


def test_small_palettes_work_too():
    indices = bytes(i * 7 % 4 for i in range(5_000))
    assert lzw_decode(lzw_encode(indices, 2), 2, len(indices)) == indices


def test_an_undefined_code_is_an_error():
    with pytest.raises(ValueError, match="not defined"):
        lzw_decode(b"\x00\xff\xff\xff", 8, 10)
