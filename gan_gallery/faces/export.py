"""Faces as files: PNG, a grid, a GIF; each says which model and seed it came from."""

import json
import math
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from gan_gallery.errors import ExportError
from gan_gallery.gif import gif_bytes
from gan_gallery.network.generator import Faces
from gan_gallery.png import png_bytes

_SOFTWARE = "Foretype gallery"
_GRID_GAP = 2
_GRID_GROUND = 255

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
    facts = {name.capitalize(): str(value) for name, value in made_from.items()}
    text = {"Software": _SOFTWARE} | facts | {"Comment": json.dumps(dict(made_from))}
    write_file(path, png_bytes(picture, text))


def save_gif(path: Path, frames: Faces, frames_per_second: float, made_from: Mapping[str, Any]) -> None:
    """Write frames [T, H, W, 3] as an animation with `made_from` as JSON in its comment.

    Raises:
        ExportError: if the disk refuses.
    """
    write_file(path, gif_bytes(frames, frames_per_second, json.dumps({"software": _SOFTWARE} | dict(made_from))))


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
    """Write a file in one move.

    Raises:
        ExportError: if the disk refuses.
    """
    temporary = path.with_name(f".{path.name}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary.write_bytes(data)
        os.replace(temporary, path)
    except OSError as exc:
        raise ExportError(f"cannot write {path} ({exc.strerror or exc}): choose another folder") from exc
