import base64
import contextlib
import io
import struct
import zlib

import cv2
import numpy as np
import pytest
from PIL import Image

from gan_gallery.errors import PictureError
from gan_gallery.pictures.images import decode, square
from tests.picture_files import gif_bytes, png_bytes

CMYK_JPEG = base64.b64decode(
    "/9j/7gAOQWRvYmUAZAAAAAAA/9sAQwAGBAUGBQQGBgUGBwcGCAoQCgoJCQoUDg8MEBcUGBgXFBYWGh0lHxobIxwWFiAsICMmJykqKRkfLTAtKD"
    "AlKCko/8AAFAgAMAAwBEMRAE0RAFkRAEsRAP/EAB8AAAEFAQEBAQEBAAAAAAAAAAABAgMEBQYHCAkKC//EALUQAAIBAwMCBAMFBQQEAAABfQEC"
    "AwAEEQUSITFBBhNRYQcicRQygZGhCCNCscEVUtHwJDNicoIJChYXGBkaJSYnKCkqNDU2Nzg5OkNERUZHSElKU1RVVldYWVpjZGVmZ2hpanN0dX"
    "Z3eHl6g4SFhoeIiYqSk5SVlpeYmZqio6Slpqeoqaqys7S1tre4ubrCw8TFxsfIycrS09TV1tfY2drh4uPk5ebn6Onq8fLz9PX29/j5+v/aAA4E"
    "QwBNAFkASwAAPwD2CvJK+fK+qaKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKK"
    "KKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKK//2Q=="
)
"""48x48 pixels of (200, 60, 30) in CMYK; OpenCV cannot write one."""


def _smooth(height=96, width=96):
    rows, columns = np.mgrid[0:height, 0:width]
    return np.stack([rows * 255 // height, columns * 255 // width, np.full_like(rows, 90)], axis=2).astype(np.uint8)


def _encode(suffix, picture=None, *options):
    picture = _smooth() if picture is None else picture
    ordered = picture[:, :, [2, 1, 0, 3][: picture.shape[2]]] if picture.ndim == 3 else picture
    ok, data = cv2.imencode(suffix, ordered, list(options))
    assert ok
    return data.tobytes()


@pytest.mark.parametrize("suffix", [".jpg", ".png", ".webp", ".bmp"])
def test_every_format_gives_the_same_picture(suffix):
    decoded, header = decode(_encode(suffix))
    assert decoded.shape == (64, 64, 3)
    assert (header.width, header.height) == (96, 96)
    assert np.abs(decoded.astype(int) - square(_smooth(), 64)).mean() < 4


def test_a_gif_gives_its_first_frame():
    decoded, header = decode(gif_bytes(np.stack([_smooth(), 255 - _smooth()])))
    assert header.format == "GIF"
    assert np.abs(decoded.astype(int) - square(_smooth(), 64)).mean() < 12


def test_grey_becomes_rgb():
    decoded, _ = decode(_encode(".png", _smooth()[:, :, 0]))
    np.testing.assert_array_equal(decoded[:, :, 0], decoded[:, :, 2])


def test_sixteen_bits_become_eight():
    decoded, _ = decode(_encode(".png", _smooth().astype(np.uint16) * 257))
    assert np.abs(decoded.astype(int) - square(_smooth(), 64)).max() <= 1


def test_transparency_lies_on_white():
    picture = np.dstack([_smooth(), np.full((96, 96), 0, np.uint8)])
    for suffix in (".png", ".webp"):
        assert decode(_encode(suffix, picture, cv2.IMWRITE_WEBP_QUALITY, 101))[0].min() == 255


def test_cmyk_becomes_rgb():
    decoded, _ = decode(CMYK_JPEG)
    assert np.abs(decoded.reshape(-1, 3).mean(axis=0) - (200, 60, 30)).max() < 12


def test_exif_rotation_is_applied():
    plain = _encode(".jpg", _smooth())
    turned = _encode(".jpg", np.ascontiguousarray(np.rot90(_smooth())))
    tiff = b"MM\0*\0\0\0\x08" + struct.pack(">HHHIHHI", 1, 0x0112, 3, 1, 6, 0, 0)
    exif = b"Exif\0\0" + tiff
    marked = turned[:2] + b"\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif + turned[2:]
    assert np.abs(decode(marked)[0].astype(int) - decode(plain)[0]).mean() < 3


@pytest.mark.parametrize(("height", "width"), [(64, 64), (200, 50), (33, 500), (40, 40)])
def test_any_size_becomes_64_by_64_from_its_centre(height, width):
    picture = _smooth(height, width)
    decoded, _ = decode(png_bytes(picture))
    assert decoded.shape == (64, 64, 3)
    centre = picture[height // 2, width // 2].astype(int)
    assert np.abs(decoded[31:33, 31:33].mean(axis=(0, 1)) - centre).max() < 12


@pytest.mark.parametrize("suffix", [".jpg", ".png", ".webp", ".bmp"])
@pytest.mark.parametrize("kept", [0.3, 0.6, 0.9])
def test_a_truncated_file_is_named_so(suffix, kept):
    data = _encode(suffix)
    with pytest.raises(PictureError, match="it is truncated"):
        decode(data[: int(len(data) * kept)])


def test_a_gif_whose_first_frame_ends_early_is_truncated():
    data = gif_bytes(_smooth()[None])
    with pytest.raises(PictureError, match="it is truncated"):
        decode(data[: len(data) // 2])


def test_a_gif_that_ends_after_its_first_frame_is_used():
    frames = np.stack([_smooth(), 255 - _smooth()])
    data = gif_bytes(frames)
    np.testing.assert_array_equal(decode(data[: len(data) * 9 // 10])[0], decode(data)[0])


def test_what_a_gif_leaves_out_is_white():
    data = gif_bytes(np.zeros((1, 64, 64, 3), np.uint8), transparency=0)
    assert decode(data)[0].min() == 255


def test_a_palette_with_transparency_lies_on_white():
    content = io.BytesIO()
    Image.fromarray(np.zeros((64, 64, 3), np.uint8)).quantize(4).save(content, "PNG", transparency=b"\0" * 4)
    assert decode(content.getvalue())[0].min() == 255


def test_grey_of_sixteen_bits_keeps_its_shades():
    grey = _smooth()[:, :, 1].astype(np.uint16) * 257
    decoded, _ = decode(_encode(".png", grey))
    assert np.abs(decoded.astype(int) - square(_smooth()[:, :, [1, 1, 1]], 64)).max() <= 1


def test_a_picture_with_damaged_exif_data_is_used_as_it_stands():
    plain = _encode(".jpg", _smooth())
    exif = b"Exif\0\0MM\0*\0\0\0\x08\xff\xff"
    marked = plain[:2] + b"\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif + plain[2:]
    np.testing.assert_array_equal(decode(marked)[0], decode(plain)[0])


def test_a_damaged_file_is_named_so():
    data = bytearray(_encode(".png"))
    data[60:80] = bytes(20)
    with pytest.raises(PictureError, match="it is damaged"):
        decode(bytes(data))


def test_huge_claims_are_refused_before_decoding():
    data = bytearray(_encode(".png"))
    data[16:24] = struct.pack(">II", 60_000, 60_000)
    data[29:33] = struct.pack(">I", zlib.crc32(data[12:29]))
    with pytest.raises(PictureError, match="60000 x 60000 pixels: too large"):
        decode(bytes(data))


def test_a_huge_canvas_of_a_webp_is_refused_before_decoding():
    data = bytearray(_encode(".webp", np.dstack([_smooth(), _smooth()[:, :, 0]]), cv2.IMWRITE_WEBP_QUALITY, 80))
    assert data[12:16] == b"VP8X"
    data[24:30] = (16_000).to_bytes(3, "little") * 2
    with pytest.raises(PictureError, match=r"16001 x 16001 pixels: too large|it is damaged|its header is damaged"):
        decode(bytes(data))


def test_a_small_picture_is_refused():
    with pytest.raises(PictureError, match="too small: 20 x 40"):
        decode(png_bytes(_smooth(40, 20)))


@pytest.mark.parametrize(
    "data", [b"", b"hello", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"BM", b"GIF89a", b"RIFF1234WEBP"]
)
def test_what_is_no_picture_is_refused_in_a_sentence(data):
    with pytest.raises(PictureError, match=r"^it is|^its header"):
        decode(data)


def test_random_damage_never_escapes_as_another_error():
    rng = np.random.default_rng(1)
    originals = [
        CMYK_JPEG,
        gif_bytes(_smooth()[None]),
        *(_encode(suffix) for suffix in (".jpg", ".png", ".webp", ".bmp")),
    ]
    for original in originals:
        for _ in range(500):
            data = bytearray(original)
            for position in rng.integers(0, len(data), 4) // rng.choice([1, 8]):  # headers more often
                data[position] = rng.integers(0, 256)
            with contextlib.suppress(PictureError):
                assert decode(bytes(data))[0].shape == (64, 64, 3)
