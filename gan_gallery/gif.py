"""GIF89a: writing animations, and reading a first frame. OpenCV 4.11 does neither."""

import struct

import numpy as np
import numpy.typing as npt

from gan_gallery.lzw import lzw_decode, lzw_encode
from gan_gallery.palette import map_to_palette, median_cut

_CODE_SIZE = 8
_BLOCK_BYTES = 255
_LOOP_FOR_EVER = b"\x21\xff\x0bNETSCAPE2.0\x03\x01\x00\x00\x00"
_HAS_GLOBAL_TABLE = 0x80
_INTERLACE_PASSES = ((0, 8), (4, 8), (2, 4), (1, 2))  # first row, distance


def gif_bytes(frames: npt.NDArray[np.uint8], frames_per_second: float, comment: str = "") -> bytes:
    """Return RGB frames [T, H, W, 3] as the content of a GIF file that plays for ever, in 256 colours."""
    _, height, width, _ = frames.shape
    palette = median_cut(frames)
    delay_hundredths = max(2, round(100 / frames_per_second))  # shorter ones are slowed down by browsers
    size_of_table = 7  # 2 ** (7 + 1) colours
    parts = [
        b"GIF89a",
        struct.pack("<HHBBB", width, height, _HAS_GLOBAL_TABLE | 0x70 | size_of_table, 0, 0),
        palette.tobytes(),
        _LOOP_FOR_EVER,
    ]
    if comment:
        parts.append(b"\x21\xfe" + _blocks(comment.encode()))
    for indices in map_to_palette(frames, palette):
        parts.append(struct.pack("<BBBBHBB", 0x21, 0xF9, 4, 0, delay_hundredths, 0, 0))
        parts.append(struct.pack("<BHHHHB", 0x2C, 0, 0, width, height, 0))
        parts.append(bytes((_CODE_SIZE,)) + _blocks(lzw_encode(indices.tobytes(), _CODE_SIZE)))
    return b"".join(parts) + b"\x3b"


def gif_first_frame(data: bytes) -> npt.NDArray[np.uint8]:
    """Return the first frame of a GIF file as RGB [H, W, 3]; what is transparent or left out is white.

    Raises:
        ValueError: if the file is damaged or ends early.
    """
    try:
        return _first_frame(data)
    except (IndexError, struct.error) as exc:
        raise ValueError("it ends early") from exc


def _first_frame(data: bytes) -> npt.NDArray[np.uint8]:
    screen_width, screen_height, flags = struct.unpack_from("<HHB", data, 6)
    position, table, transparent = 13, None, -1
    if flags & _HAS_GLOBAL_TABLE:
        table, position = _colour_table(data, position, flags)
    while data[position] != 0x2C:
        if data[position] != 0x21:
            raise ValueError("it holds no frame")
        if data[position + 1] == 0xF9 and data[position + 3] & 1:
            transparent = data[position + 6]
        _, position = _joined_blocks(data, position + 2)
    left, top, width, height, flags = struct.unpack_from("<HHHHB", data, position + 1)
    position += 10
    if flags & _HAS_GLOBAL_TABLE:
        table, position = _colour_table(data, position, flags)
    if table is None or not 2 <= data[position] <= 8:
        raise ValueError("it has no colour table")
    if left + width > screen_width or top + height > screen_height:
        raise ValueError("its frame is larger than its screen")
    packed, _ = _joined_blocks(data, position + 1)
    decoded = lzw_decode(packed, data[position], width * height)
    if len(decoded) < width * height:
        raise ValueError("it ends early")
    indices = np.frombuffer(decoded, np.uint8).reshape(height, width)
    if flags & 0x40:
        indices = _deinterlaced(indices)
    if int(indices.max(initial=0)) >= len(table):
        raise ValueError("it uses colours that it does not define")
    picture = np.full((screen_height, screen_width, 3), 255, np.uint8)
    frame = picture[top : top + height, left : left + width]
    opaque = indices != transparent
    frame[opaque] = table[indices][opaque]
    return picture


def _colour_table(data: bytes, position: int, flags: int) -> tuple[npt.NDArray[np.uint8], int]:
    size_bytes = 3 << ((flags & 7) + 1)
    if position + size_bytes > len(data):
        raise ValueError("it ends early")
    return np.frombuffer(data, np.uint8, size_bytes, position).reshape(-1, 3), position + size_bytes


def _joined_blocks(data: bytes, position: int) -> tuple[bytes, int]:
    """Return the content of the sub-blocks that start at `position`, and where they end."""
    parts = []
    while size := data[position]:
        parts.append(data[position + 1 : position + 1 + size])
        position += 1 + size
    return b"".join(parts), position + 1


def _blocks(data: bytes) -> bytes:
    chunks = (data[start : start + _BLOCK_BYTES] for start in range(0, len(data), _BLOCK_BYTES))
    return b"".join(bytes((len(chunk),)) + chunk for chunk in chunks) + b"\0"


def _deinterlaced(rows: npt.NDArray[np.uint8]) -> npt.NDArray[np.uint8]:
    order = [row for first, distance in _INTERLACE_PASSES for row in range(first, len(rows), distance)]
    ordered = np.empty_like(rows)
    ordered[order] = rows
    return ordered
