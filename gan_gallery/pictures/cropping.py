"""Which square of a picture is kept: its centre, or the largest face that a cascade of OpenCV's finds.

OpenCV ships cascades for photographs alone. For drawn faces name a cascade file made for them, or pictures that are
cropped already: those lose nothing to the centre square.
"""

import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

import cv2
import numpy as np
import numpy.typing as npt

from gan_gallery.errors import DatasetError

Picture = npt.NDArray[np.uint8]
Box = tuple[int, int, int, int]
"""Left, top, width, height in pixels."""
Detect = Callable[[Picture], Sequence[Box]]
"""Boxes of faces in a grey picture [H, W]."""

PHOTOGRAPHS = "face"
_PHOTOGRAPH_CASCADE = "haarcascade_frontalface_default.xml"
_LONGEST_SEARCHED = 480
"""Faces are searched in a picture no longer than this: some 20 ms each."""
_HAIR = 1.5
"""How much larger than the detector's box, which ends at the brows and the chin, the square is."""
_LARGEST_CASCADE_BYTES = 20_000_000


class Crop(Protocol):
    """Cuts a square out of an RGB picture [H, W, 3].

    Attributes:
        key: tells crops apart in the cache; "" for the centre.
    """

    @property
    def key(self) -> str: ...
    def __call__(self, picture: Picture) -> Picture: ...


class CentreCrop:
    """The largest square around the centre."""

    key = ""

    def __call__(self, picture: Picture) -> Picture:
        height, width, _ = picture.shape
        side = min(height, width)
        top, left = (height - side) // 2, (width - side) // 2
        return picture[top : top + side, left : left + side]


class FaceCrop:
    """The largest face with its hair, or the centre where none is found."""

    def __init__(self, detect: Detect, key: str) -> None:
        self.key = key
        self._detect = detect
        self._centre = CentreCrop()

    def __call__(self, picture: Picture) -> Picture:
        height, width, _ = picture.shape
        scale = min(1.0, _LONGEST_SEARCHED / max(height, width))
        grey = cv2.cvtColor(np.ascontiguousarray(picture), cv2.COLOR_RGB2GRAY)
        small = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA) if scale < 1 else grey
        boxes = self._detect(np.asarray(small, np.uint8))
        if not len(boxes):
            return self._centre(picture)
        left, top, box_width, box_height = (float(v) / scale for v in max(boxes, key=lambda box: box[2] * box[3]))
        side = min(height, width, round(max(box_width, box_height) * _HAIR))
        from_left = round(min(max(0.0, left + box_width / 2 - side / 2), width - side))
        from_top = round(min(max(0.0, top + box_height / 2 - side / 2), height - side))
        return picture[from_top : from_top + side, from_left : from_left + side]


def choose_crop(wanted: str) -> Crop:
    """Return the crop for `centre`, `face` (in photographs) or the path of a cascade file.

    Raises:
        DatasetError: if the cascade cannot be read.
    """
    if wanted in ("", "centre"):
        return CentreCrop()
    path = Path(cv2.__file__).parent / "data" / _PHOTOGRAPH_CASCADE if wanted == PHOTOGRAPHS else Path(wanted)
    try:
        with path.open("rb") as file:
            content = file.read(_LARGEST_CASCADE_BYTES)
        cascade = cv2.CascadeClassifier(str(path))
    except (OSError, SystemError, cv2.error) as exc:  # OpenCV raises SystemError at a file that is no XML
        raise DatasetError(f"cannot read the face detector {path}: give {PHOTOGRAPHS} or a cascade file") from exc
    if cascade.empty():
        raise DatasetError(f"{path} is not a cascade file of OpenCV: give {PHOTOGRAPHS} or a cascade file")

    def detect(grey: Picture) -> Sequence[Box]:
        smallest = max(24, min(grey.shape) // 6)
        found = cascade.detectMultiScale(grey, scaleFactor=1.1, minNeighbors=5, minSize=(smallest, smallest))
        return [(int(x), int(y), int(w), int(h)) for x, y, w, h in found]

    return FaceCrop(detect, "face found by " + hashlib.sha256(content).hexdigest())
