"""Faces to files that a person names: one face, several, the grid, an animation."""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

import numpy as np
import numpy.typing as npt
from PySide6.QtWidgets import QFileDialog, QWidget

from gan_gallery.errors import GalleryError
from gan_gallery.faces.export import grid, save_png
from gan_gallery.faces.face import Portrait
from gan_gallery.panel.face_model import FaceModel
from gan_gallery.panel.rendering import SaveAnimation
from gan_gallery.panel.words import tr

FRAMES_PER_SECOND = 20
_ENLARGED = 3
"""An animation of 64 pixels is hard to see: each becomes a square of so many."""


class FileChooser(Protocol):
    """Where to save and what to open; tests answer without a dialog."""

    def save_path(self, title: str, name: str, kinds: str) -> Path | None: ...
    def open_path(self, title: str, kinds: str) -> Path | None: ...
    def folder(self, title: str) -> Path | None: ...


class QtFileChooser:
    """The desktop's own dialogs."""

    def __init__(self, parent: QWidget) -> None:
        self._parent = parent

    def save_path(self, title: str, name: str, kinds: str) -> Path | None:
        chosen, _ = QFileDialog.getSaveFileName(self._parent, title, name, kinds)
        return Path(chosen) if chosen else None

    def open_path(self, title: str, kinds: str) -> Path | None:
        chosen, _ = QFileDialog.getOpenFileName(self._parent, title, "", kinds)
        return Path(chosen) if chosen else None

    def folder(self, title: str) -> Path | None:
        chosen = QFileDialog.getExistingDirectory(self._parent, title)
        return Path(chosen) if chosen else None


class FaceFiles:
    """Asks for a place, writes, and returns a sentence that says what happened; "" when the person thought better."""

    def __init__(self, chooser: FileChooser) -> None:
        self._chooser = chooser

    def save_faces(self, model: FaceModel, places: Sequence[int]) -> str:
        """Save one face under a name, or several into a folder."""
        stems = [model.cells[place].portrait.face.file_stem for place in places]
        if len(places) == 1:
            path = self._chooser.save_path(tr("Save this face"), f"{stems[0]}.png", "PNG (*.png)")
            paths = [_ending(path, ".png")] if path else []
        else:
            folder = self._chooser.folder(tr("A folder for {count} faces").format(count=len(places)))
            paths = [folder / f"{stem}.png" for stem in stems] if folder else []
        if not paths:
            return ""
        try:
            for place, path in zip(places, paths, strict=True):
                model.save(place, path)
        except GalleryError as exc:
            return str(exc)
        if len(paths) == 1:
            return tr("Saved {path}").format(path=paths[0])
        return tr("Saved {count} faces in {folder}").format(count=len(paths), folder=paths[0].parent)

    def save_grid(self, model: FaceModel) -> str:
        """Save all faces on show as one picture."""
        cells = [cell for cell in model.cells if cell.picture is not None]
        pictures = [cell.picture for cell in cells if cell.picture is not None]
        if not pictures:
            return tr("There are no faces to save yet")
        first = cells[0].portrait
        path = self._chooser.save_path(tr("Save the grid"), f"grid_{first.face.seed}.png", "PNG (*.png)")
        if path is None:
            return ""
        name = model.model_names.get(first.model, first.model)
        made_from = first.face.origin(name, first.truncation) | {
            "faces": "; ".join(cell.portrait.face.title for cell in cells)
        }
        path = _ending(path, ".png")
        try:
            save_png(path, grid(np.stack(pictures)), made_from)
        except GalleryError as exc:
            return str(exc)
        return tr("Saved {path}").format(path=path)

    def animation(
        self, frames: Sequence[npt.NDArray[np.uint8]], start: Portrait, end: Portrait, model_name: str
    ) -> SaveAnimation | None:
        """Ask where the way between two faces, there and back, belongs; None when the person thought better."""
        name = f"{start.face.file_stem}_to_{end.face.seed}_{end.face.index:04d}.gif"
        path = self._chooser.save_path(tr("Save the animation"), name, "GIF (*.gif)")
        if path is None:
            return None
        made_from = start.face.origin(model_name, start.truncation) | {"to": end.face.to_json()}
        there_and_back = [*frames, *reversed(frames[1:-1])]
        large = np.stack(there_and_back).repeat(_ENLARGED, axis=1).repeat(_ENLARGED, axis=2)
        return SaveAnimation(_ending(path, ".gif"), large, FRAMES_PER_SECOND, made_from)


def _ending(path: Path, suffix: str) -> Path:
    return path if path.suffix.lower() == suffix else path.with_name(path.name + suffix)
