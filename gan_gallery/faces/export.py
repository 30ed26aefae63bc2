"""Faces as files: PNG, a grid, a GIF; each says which model and seed it came from.

Pillow, which writes them, is loaded with the first file: the window shows faces without it.
"""

import io
import json
import math
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from gan_gallery.errors import ExportError
from gan_gallery.network.generator import Faces
from resources.files.atomic_file import write_atomically

_SOFTWARE = "Foretype gallery"
_GRID_GAP = 2
_GRID_GROUND = 255
_NUM_COLOURS = 256
_SHORTEST_MS = 20
"""Browsers slow down frames that are shown for less."""

Picture = npt.NDArray[np.uint8]


def origin(model: str, seed: int, index: int | None = None, **more: float | str) -> dict[str, Any]:
    """Return what is written into a picture's metadata: enough to render it again."""
    where = {} if index is None else {"index": index}
    return {"model": model, "seed": seed} | where | more


def save_png(path: Path, picture: Picture, made_from: Mapping[str, Any]) -> None:
    """Write an RGB picture [H, W, 3]; the text chunks carry each fact of `made_from`, and all of them as JSON.

    Raises:
        ExportError: if the disk refuses.
    """
    from PIL import Image, PngImagePlugin

    text = PngImagePlugin.PngInfo()
    text.add_text("Software", _SOFTWARE)
    for name, value in made_from.items():
        text.add_text(name.capitalize(), str(value))
    text.add_text("Comment", json.dumps(dict(made_from)))
    content = io.BytesIO()
    Image.fromarray(picture).save(content, "PNG", pnginfo=text)
    write_file(path, content.getvalue())


def save_gif(path: Path, frames: Faces, frames_per_second: float, made_from: Mapping[str, Any]) -> None:
    """Write frames [T, H, W, 3] as an animation that plays for ever, with `made_from` as JSON in its comment.

    All frames share one palette, so that what stands still does not flicker.

    Raises:
        ExportError: if the disk refuses.
    """
    from PIL import Image

    count, height, width, _ = frames.shape
    strip = Image.fromarray(np.concatenate(frames)).quantize(_NUM_COLOURS, Image.Quantize.FASTOCTREE)  # one on another
    first, *others = (strip.crop((0, index * height, width, (index + 1) * height)) for index in range(count))
    content = io.BytesIO()
    first.save(
        content,
        "GIF",
        save_all=True,
        append_images=others,
        duration=max(_SHORTEST_MS, round(1000 / frames_per_second)),
        loop=0,
        comment=json.dumps({"software": _SOFTWARE} | dict(made_from)),
    )
    write_file(path, content.getvalue())


def grid(faces: Faces, columns: int | None = None) -> Picture:
    """Lay faces [N, H, W, 3] out in rows on white, in a near-square unless `columns` says otherwise."""
    count, height, width, channels = faces.shape
    columns = min(columns or math.ceil(math.sqrt(count)), max(1, count))
    rows = math.ceil(count / columns)
    shape = (rows * (height + _GRID_GAP) + _GRID_GAP, columns * (width + _GRID_GAP) + _GRID_GAP, channels)
    picture = np.full(shape, _GRID_GROUND, np.uint8)
    for index, face in enumerate(faces):
        top = _GRID_GAP + index // columns * (height + _GRID_GAP)
        left = _GRID_GAP + index % columns * (width + _GRID_GAP)
        picture[top : top + height, left : left + width] = face
    return picture


def write_file(path: Path, data: bytes) -> None:
    """Write a file in one move, in a folder that is made where it lacks.

    Raises:
        ExportError: if the disk refuses.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(path, data, sync=False)
    except OSError as exc:
        raise ExportError(f"cannot write {path} ({exc.strerror or exc}): choose another folder") from exc
