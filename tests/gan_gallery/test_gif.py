import numpy as np
import pytest

from gan_gallery.gif import gif_bytes, gif_first_frame


def _frames():
    colours = np.array([[255, 0, 0], [0, 255, 0], [0, 0, 255], [255, 255, 255]], np.uint8)
    return colours[np.random.default_rng(0).integers(0, 4, (3, 12, 20))]


def test_the_first_frame_reads_back():
    read = gif_first_frame(gif_bytes(_frames(), 10))
    np.testing.assert_array_equal(read, _frames()[0])


def test_a_comment_and_every_frame_are_in_the_file():
    data = gif_bytes(_frames(), 10, "seed 7")
    assert b"seed 7" in data
    assert data.count(b"\x21\xf9\x04") == 3
    assert data.endswith(b"\x3b")


def test_interlaced_rows_come_in_order():
    plain = gif_bytes(_frames(), 10)
    start = plain.index(b"\x2c\0\0\0\0\x14\0\x0c\0")
    interlaced = plain[: start + 9] + b"\x40" + plain[start + 10 :]
    order = [0, 8, 4, 2, 6, 10, 1, 3, 5, 7, 9, 11]
    expected = np.empty_like(_frames()[0])
    expected[order] = _frames()[0]
    np.testing.assert_array_equal(gif_first_frame(interlaced), expected)


@pytest.mark.parametrize("length", [8, 13, 40, 781, 850])
def test_a_file_that_ends_early_is_an_error(length):
    with pytest.raises(ValueError):
        gif_first_frame(gif_bytes(_frames(), 10)[:length])


def test_a_frame_beyond_the_screen_is_an_error():
    data = bytearray(gif_bytes(_frames(), 10))
    data[6:8] = (5).to_bytes(2, "little")
    with pytest.raises(ValueError, match="larger than its screen"):
        gif_first_frame(bytes(data))
