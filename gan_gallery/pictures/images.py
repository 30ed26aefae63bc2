"""Any picture file to 64x64 RGB: decode, put transparency on white, crop a square, resize by area.

Pillow decodes; OpenCV resizes, by area, and finds faces. Both are loaded in a training or scanning process, never
beside the window.
"""

import contextlib
import io
import warnings
from collections.abc import Iterator
from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt
from PIL import Image, ImageOps, UnidentifiedImageError

from gan_gallery.errors import PictureError, SmallPictureError, TruncatedPictureError
from gan_gallery.network.architecture import IMAGE_SIZE
from gan_gallery.pictures.cropping import CentreCrop, Crop

MOST_PIXELS = 100_000_000
"""Larger than any camera's picture, smaller than what would claim the memory: 300 MB decoded."""
SMALLEST_SIDE = 32
"""Smaller pictures would teach the network the blur of their enlargement."""
_FORMATS = {"JPEG": "JPEG", "MPO": "JPEG", "PNG": "PNG", "WEBP": "WebP", "BMP": "BMP", "GIF": "GIF"}
"""Pillow's names and ours; an MPO is a JPEG with further pictures behind the first."""
_TRUNCATED = "it is truncated: its end is missing"

Picture = npt.NDArray[np.uint8]

cv2.setNumThreads(1)  # pictures of 64 pixels gain nothing from threads
Image.MAX_IMAGE_PIXELS = None  # MOST_PIXELS is the limit here, and its error names the size


@dataclass(frozen=True, slots=True)
class PictureHeader:
    """What a file says of itself before it is decoded: the format's name and the size in pixels."""

    format: str
    width: int
    height: int


def decode(data: bytes, size: int = IMAGE_SIZE, crop: Crop | None = None) -> tuple[Picture, PictureHeader]:
    """Return a picture as RGB [size, size, 3], and the header of its file.

    Raises:
        PictureError: if it is truncated, damaged, too large, too small or no picture.
    """
    if not data:
        raise PictureError("it is empty")
    if data[8:12] == b"WEBP" and len(data) < int.from_bytes(data[4:8], "little") + 8:  # as RIFF counts
        raise TruncatedPictureError(_TRUNCATED)
    with _damage_as_errors():
        try:
            image = Image.open(io.BytesIO(data), formats=tuple(set(_FORMATS) - {"MPO"}))
        except UnidentifiedImageError as exc:
            raise PictureError("it is not a JPEG, PNG, WebP, BMP or GIF file, or its header is damaged") from exc
        header = PictureHeader(_FORMATS[image.format or ""], *image.size)
        if header.width * header.height > MOST_PIXELS:
            raise PictureError(f"it claims {header.width} x {header.height} pixels: too large")
        if min(image.size) < SMALLEST_SIDE:
            raise SmallPictureError(
                f"it is too small: {header.width} x {header.height}, less than {SMALLEST_SIDE} pixels"
            )
        image.load()
        return square(_upright_rgb(image), size, crop), header


def square(picture: Picture, size: int, crop: Crop | None = None) -> Picture:
    """Crop a square of an RGB picture, by default the centre, and resize it, by area where it shrinks."""
    cropped = (crop or CentreCrop())(picture)
    side = len(cropped)
    if side == size:
        return np.ascontiguousarray(cropped)
    method = cv2.INTER_AREA if side > size else cv2.INTER_CUBIC
    return np.asarray(cv2.resize(cropped, (size, size), interpolation=method), np.uint8)


def _upright_rgb(image: Image.Image) -> Picture:
    """Turn a picture as its EXIF data says, and bring grey, palettes, CMYK, 16 bits and transparency to RGB."""
    with contextlib.suppress(Exception):  # damaged EXIF data: the picture itself is good
        image = ImageOps.exif_transpose(image)
    if image.mode.startswith("I"):  # grey of 16 bits, which `convert` would cut off at 255
        image = Image.fromarray((np.asarray(image) >> 8).astype(np.uint8))
    if image.has_transparency_data:
        on_white = Image.new("RGBA", image.size, "white")
        image = Image.alpha_composite(on_white, image.convert("RGBA"))
    return np.asarray(image.convert("RGB"))


@contextlib.contextmanager
def _damage_as_errors() -> Iterator[None]:
    """Raise PictureError for whatever Pillow raises at a damaged file, of which its readers have no common class."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what is wrong is reported by name, once, by us
            yield
    except PictureError:
        raise
    except Exception as exc:
        if "truncated" in str(exc).lower():  # the word of Pillow's that tells this from other damage
            raise TruncatedPictureError(_TRUNCATED) from exc
        raise PictureError("it is damaged: it cannot be decoded") from exc
