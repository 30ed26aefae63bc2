"""Any picture file to 64x64 RGB: decode, put transparency on white, crop a square, resize by area.

OpenCV lives here and in `features`: in a training or scanning process, never beside the window.
"""

import contextlib
import os
import sys
from collections.abc import Iterator

os.environ.setdefault("OPENCV_LOG_LEVEL", "SILENT")  # a damaged file is reported by name, once, by us

import cv2
import numpy as np
import numpy.typing as npt

from gan_gallery.errors import PictureError
from gan_gallery.gif import gif_first_frame
from gan_gallery.network.architecture import IMAGE_SIZE
from gan_gallery.picture_header import PictureHeader, read_header
from gan_gallery.pictures.cropping import CentreCrop, Crop

MOST_PIXELS = 100_000_000
"""Larger than any camera's picture, smaller than what would claim the memory: 300 MB decoded."""
SMALLEST_SIDE = 32
"""Smaller pictures would teach the network the blur of their enlargement."""

Picture = npt.NDArray[np.uint8]

cv2.setNumThreads(1)  # pictures of 64 pixels gain nothing from threads


def decode(data: bytes, size: int = IMAGE_SIZE, crop: Crop | None = None) -> tuple[Picture, PictureHeader]:
    """Return a picture as RGB [size, size, 3], and the header of its file.

    Raises:
        PictureError: if it is truncated, damaged, too large, too small or no picture.
    """
    header = read_header(data)
    if header.width * header.height > MOST_PIXELS:
        raise PictureError(f"it claims {header.width} x {header.height} pixels: too large")
    if min(header.width, header.height) < SMALLEST_SIDE:
        raise PictureError(f"it is too small: {header.width} x {header.height}, less than {SMALLEST_SIDE} pixels")
    if header.is_truncated:
        raise PictureError("it is truncated: its end is missing")
    return square(_decode_whole(data, header), size, crop), header


def square(picture: Picture, size: int, crop: Crop | None = None) -> Picture:
    """Crop a square of an RGB picture, by default the centre, and resize it, by area where it shrinks."""
    cropped = (crop or CentreCrop())(picture)
    side = len(cropped)
    if side == size:
        return np.ascontiguousarray(cropped)
    method = cv2.INTER_AREA if side > size else cv2.INTER_CUBIC
    return np.asarray(cv2.resize(cropped, (size, size), interpolation=method), np.uint8)


def _decode_whole(data: bytes, header: PictureHeader) -> Picture:
    """Return the whole picture as RGB."""
    if header.format == "GIF":
        try:
            return gif_first_frame(data)
        except ValueError as exc:
            raise PictureError(f"it is damaged: {exc}") from exc
    # IMREAD_COLOR turns by EXIF, brings grey, palettes and CMYK to BGR and 16 bits to 8; it drops alpha.
    flags = cv2.IMREAD_UNCHANGED if header.has_alpha else cv2.IMREAD_COLOR
    try:
        with _quiet_decoders():
            decoded = cv2.imdecode(np.frombuffer(data, np.uint8), flags)
    except cv2.error as exc:
        raise PictureError("it is damaged: it cannot be decoded") from exc
    if decoded is None:
        raise PictureError("it is damaged: it cannot be decoded")
    if header.has_alpha:
        return _on_white(np.asarray(decoded))
    return np.asarray(decoded, np.uint8)[:, :, ::-1]


def _on_white(decoded: npt.NDArray[np.generic]) -> Picture:
    """Blend BGRA of 8 or 16 bits over white; grey with alpha arrives as BGRA too."""
    scale = 257.0 if decoded.dtype == np.uint16 else 1.0
    values = decoded.astype(np.float32) / scale
    if values.ndim == 2:
        values = np.repeat(values[:, :, None], 3, axis=2)
    if values.shape[2] == 4:
        alpha = values[:, :, 3:] / 255.0
        values = values[:, :, :3] * alpha + 255.0 * (1.0 - alpha)
    return np.asarray(np.round(values[:, :, ::-1]), np.uint8)


@contextlib.contextmanager
def _quiet_decoders() -> Iterator[None]:
    """Keep what libjpeg and libpng write to the file descriptor of stderr away from the progress line."""
    sys.stderr.flush()
    try:
        saved = os.dup(2)
    except OSError:  # a process without stderr has nothing to keep clean
        yield
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, 2)
        yield
    finally:
        os.dup2(saved, 2)
        os.close(nowhere)
        os.close(saved)
