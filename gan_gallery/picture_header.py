"""What a picture file says of itself before anything is decoded: format, size, alpha, and whether its end is missing.

A picture's dimensions stand in its first bytes, so that one which claims the memory is refused unread.
"""

import struct
from collections.abc import Callable
from dataclasses import dataclass

from gan_gallery.errors import PictureError

SUFFIXES = frozenset({".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".webp", ".bmp", ".dib", ".gif"})
"""File names that are taken for pictures; other files are passed over."""
_FRAMES_OF_JPEG = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_JPEG_WITHOUT_LENGTH = frozenset({0x01, *range(0xD0, 0xDA)})
_START_OF_SCAN = 0xDA


@dataclass(frozen=True, slots=True)
class PictureHeader:
    """The format's name, the size in pixels, and claims about the rest of the file."""

    format: str
    width: int
    height: int
    has_alpha: bool
    is_truncated: bool


def read_header(data: bytes) -> PictureHeader:
    """Read the header of a JPEG, PNG, WebP, BMP or GIF file.

    Raises:
        PictureError: if it is none of these, or its header is damaged.
    """
    if not data:
        raise PictureError("it is empty")
    for signature, offset, read in _READERS:
        if data[offset : offset + len(signature)] == signature:
            try:
                header = read(data)
            except (struct.error, IndexError) as exc:
                raise PictureError("it is truncated: its header ends early") from exc
            if header.width < 1 or header.height < 1:
                raise PictureError(f"its header is damaged: it claims {header.width} x {header.height} pixels")
            return header
    raise PictureError("it is no JPEG, PNG, WebP, BMP or GIF")


def _read_jpeg(data: bytes) -> PictureHeader:
    position, size = 2, None
    while True:
        while data[position] != 0xFF:  # some writers pad between segments
            position += 1
        while data[position] == 0xFF:
            position += 1
        marker = data[position]
        position += 1
        if marker in _JPEG_WITHOUT_LENGTH:
            continue
        (length,) = struct.unpack_from(">H", data, position)
        if marker in _FRAMES_OF_JPEG:
            height, width = struct.unpack_from(">HH", data, position + 3)
            size = (width, height)
        if marker == _START_OF_SCAN:
            break
        position += max(2, length)
    if size is None:
        raise PictureError("its header is damaged: it gives no size")
    ended = data.find(b"\xff\xd9", position) >= 0
    return PictureHeader("JPEG", *size, has_alpha=False, is_truncated=not ended)


def _read_png(data: bytes) -> PictureHeader:
    width, height, _, colour_type = struct.unpack_from(">IIBB", data, 16)
    has_alpha, ended, position = colour_type in (4, 6), False, 8
    while not ended and position + 12 <= len(data):
        length, kind = struct.unpack_from(">I4s", data, position)
        has_alpha |= kind == b"tRNS"
        position += 12 + length
        ended = kind == b"IEND"
    return PictureHeader("PNG", width, height, has_alpha, is_truncated=not ended)


def _read_webp(data: bytes) -> PictureHeader:
    (riff_bytes,) = struct.unpack_from("<I", data, 4)
    truncated = len(data) < riff_bytes + 8
    kind = data[12:16]
    if kind == b"VP8X":
        width = 1 + int.from_bytes(data[24:27], "little")
        height = 1 + int.from_bytes(data[27:30], "little")
        return PictureHeader("WebP", width, height, bool(data[20] & 0x10), truncated)
    if kind == b"VP8L":
        (packed,) = struct.unpack_from("<I", data, 21)
        return PictureHeader(
            "WebP", 1 + (packed & 0x3FFF), 1 + (packed >> 14 & 0x3FFF), bool(packed >> 28 & 1), truncated
        )
    if kind == b"VP8 ":
        width, height = struct.unpack_from("<HH", data, 26)
        return PictureHeader("WebP", width & 0x3FFF, height & 0x3FFF, has_alpha=False, is_truncated=truncated)
    raise PictureError("its header is damaged: it is no WebP that is known")


def _read_bmp(data: bytes) -> PictureHeader:
    file_bytes, _, pixels_at, header_bytes = struct.unpack_from("<IIII", data, 2)
    if header_bytes == 12:
        width, height, _, depth = struct.unpack_from("<HHHH", data, 18)
        compression = 0
    else:
        width, height, _, depth, compression = struct.unpack_from("<iiHHI", data, 18)
    row_bytes = (abs(width) * depth + 31) // 32 * 4
    needed = pixels_at + row_bytes * abs(height) if compression in (0, 3) else file_bytes
    return PictureHeader("BMP", width, abs(height), has_alpha=False, is_truncated=len(data) < needed)


def _read_gif(data: bytes) -> PictureHeader:
    width, height = struct.unpack_from("<HH", data, 6)
    # The decoder notices a first frame that ends early; what is missing after it does not matter.
    return PictureHeader("GIF", width, height, has_alpha=False, is_truncated=False)


_READERS: tuple[tuple[bytes, int, Callable[[bytes], PictureHeader]], ...] = (
    (b"\xff\xd8\xff", 0, _read_jpeg),
    (b"\x89PNG\r\n\x1a\n", 0, _read_png),
    (b"WEBP", 8, _read_webp),
    (b"BM", 0, _read_bmp),
    (b"GIF87a", 0, _read_gif),
    (b"GIF89a", 0, _read_gif),
)
