"""Writing PNG files with text in them, which OpenCV cannot (PNG specification, second edition)."""

import struct
import zlib
from collections.abc import Mapping

import numpy as np
import numpy.typing as npt

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_EIGHT_BIT_RGB = (8, 2, 0, 0, 0)  # depth, colour type, compression, filter method, no interlace
_FILTER_UP = 2


def png_bytes(picture: npt.NDArray[np.uint8], text: Mapping[str, str] | None = None) -> bytes:
    """Return an RGB picture [H, W, 3] as the content of a PNG file, with `text` in its metadata."""
    height, width, _ = picture.shape
    rows = picture.reshape(height, width * 3)
    filtered = np.empty((height, 1 + width * 3), np.uint8)
    filtered[:, 0] = _FILTER_UP
    filtered[0, 1:] = rows[0]
    filtered[1:, 1:] = rows[1:] - rows[:-1]  # modulo 256, as the filter wants it
    chunks = [_chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, *_EIGHT_BIT_RGB))]
    chunks += [_text_chunk(keyword, value) for keyword, value in (text or {}).items()]
    chunks += [_chunk(b"IDAT", zlib.compress(filtered.tobytes(), 6)), _chunk(b"IEND", b"")]
    return _SIGNATURE + b"".join(chunks)


def _text_chunk(keyword: str, value: str) -> bytes:
    """Return Latin-1 text as tEXt, which every reader knows, and other text as iTXt."""
    try:
        return _chunk(b"tEXt", keyword.encode("latin-1") + b"\0" + value.encode("latin-1"))
    except UnicodeEncodeError:
        uncompressed_no_language = b"\0\0\0\0\0"
        return _chunk(b"iTXt", keyword.encode("latin-1") + uncompressed_no_language + value.encode())


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
