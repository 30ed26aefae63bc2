import zlib

import cv2
import numpy as np

from gan_gallery.png import png_bytes


def _picture():
    return np.random.default_rng(0).integers(0, 256, (5, 9, 3)).astype(np.uint8)


def _chunks(data):
    position = 8
    while position < len(data):
        length = int.from_bytes(data[position : position + 4], "big")
        yield (
            data[position + 4 : position + 8],
            data[position + 8 : position + 8 + length],
            data[position + 8 + length :],
        )
        position += 12 + length


def test_another_reader_sees_the_same_pixels():
    picture = _picture()
    read = cv2.imdecode(np.frombuffer(png_bytes(picture), np.uint8), cv2.IMREAD_COLOR)
    np.testing.assert_array_equal(read[:, :, ::-1], picture)


def test_text_stands_in_the_metadata_whatever_its_letters():
    data = png_bytes(_picture(), {"Seed": "7", "Model": "лица"})
    texts = {kind: content for kind, content, _ in _chunks(data) if kind.endswith(b"Xt")}
    assert texts[b"tEXt"] == b"Seed\x007"
    assert texts[b"iTXt"].startswith(b"Model\0")
    assert texts[b"iTXt"].endswith("лица".encode())


def test_every_chunk_carries_its_checksum():
    for kind, content, rest in _chunks(png_bytes(_picture(), {"a": "b"})):
        assert int.from_bytes(rest[:4], "big") == zlib.crc32(kind + content)
