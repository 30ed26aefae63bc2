"""The faces on show as a Qt list model: pictures, names for the screen reader, and what a drag carries away."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt, QUrl
from PySide6.QtGui import QImage

from gan_gallery.errors import GalleryError
from gan_gallery.faces.export import save_png
from gan_gallery.faces.face import Face, Portrait
from gan_gallery.panel.dragging import FACE_MIME_TYPE
from gan_gallery.panel.words import tr

LOCKED_ROLE = int(Qt.ItemDataRole.UserRole) + 1
FAVOURITE_ROLE = int(Qt.ItemDataRole.UserRole) + 2

Index = QModelIndex | QPersistentModelIndex
Picture = npt.NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Cell:
    """One place: a portrait, its RGB picture [64, 64, 3] once it is rendered, and whether a re-roll spares it."""

    portrait: Portrait
    picture: Picture | None = None
    image: QImage | None = None
    is_locked: bool = False
    is_favourite: bool = False


class FaceModel(QAbstractListModel):
    """The cells, in reading order, and the folder for pictures that are carried elsewhere; lives on the GUI thread.

    Attributes:
        model_names: names of the models in their cards, for what is exported.
    """

    def __init__(self, drag_folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._drag_folder = drag_folder
        self._cells: list[Cell] = []
        self.model_names: dict[str, str] = {}

    @property
    def cells(self) -> tuple[Cell, ...]:
        """What is on show."""
        return tuple(self._cells)

    def show(self, cells: Sequence[Cell]) -> None:
        """Show other cells; a picture of a face that was on show stays until the new one is rendered."""
        if len(cells) != len(self._cells):
            self.beginResetModel()
            self._cells = list(cells)
            self.endResetModel()
            return
        self._cells = [
            replace(cell, image=old.image, picture=old.picture if cell.portrait == old.portrait else None)
            if cell.image is None
            else cell
            for cell, old in zip(cells, self._cells, strict=True)
        ]
        self._all_changed()

    def put_pictures(self, portraits: Sequence[Portrait], pictures: Sequence[Picture | None]) -> None:
        """Show rendered pictures in the places that still have their portraits."""
        for place, (portrait, picture) in enumerate(zip(portraits, pictures, strict=False)):
            if place < len(self._cells) and self._cells[place].portrait == portrait:
                image = None if picture is None else to_image(picture)
                self._cells[place] = replace(self._cells[place], picture=picture, image=image)
        self._all_changed()

    def change(self, place: int, **changes: Any) -> None:
        """Replace fields of a cell."""
        self._cells[place] = replace(self._cells[place], **changes)
        index = self.index(place)
        self.dataChanged.emit(index, index)

    def made_from(self, place: int) -> dict[str, Any]:
        """Return the metadata of a picture."""
        portrait = self._cells[place].portrait
        name = self.model_names.get(portrait.model, portrait.model)
        return portrait.face.origin(name, portrait.truncation)

    def save(self, place: int, path: Path) -> None:
        """Write a picture as PNG; raise ExportError if the disk refuses."""
        picture = self._cells[place].picture
        if picture is not None:
            save_png(path, picture, self.made_from(place))

    def carry(self, place: int) -> Path:
        """Write a picture as a file that whoever it is given to may read and move; raise ExportError."""
        path = self._drag_folder / f"{self._cells[place].portrait.face.file_stem}.png"
        self.save(place, path)
        return path

    def rowCount(self, parent: Index | None = None) -> int:  # noqa: N802  # Qt's name
        return 0 if parent is not None and parent.isValid() else len(self._cells)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if not index.isValid():
            return None
        cell = self._cells[index.row()]
        if role == Qt.ItemDataRole.DecorationRole:
            return cell.image
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            states = (tr(", locked") if cell.is_locked else "") + (tr(", favourite") if cell.is_favourite else "")
            return _title(cell.portrait.face) + states
        if role == LOCKED_ROLE:
            return cell.is_locked
        if role == FAVOURITE_ROLE:
            return cell.is_favourite
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:  # noqa: ARG002  # Qt's signature
        flags = Qt.ItemFlag
        return flags.ItemIsEnabled | flags.ItemIsSelectable | flags.ItemIsDragEnabled | flags.ItemNeverHasChildren

    def mimeTypes(self) -> list[str]:  # noqa: N802  # Qt's name
        return ["text/uri-list", FACE_MIME_TYPE]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:  # noqa: N802  # Qt's name
        """Write the pictures as files that the target of the drag can read."""
        carried = QMimeData()
        urls = []
        for index in indexes:
            try:
                path = self.carry(index.row())
            except GalleryError:
                continue
            urls.append(QUrl.fromLocalFile(str(path)))
        carried.setUrls(urls)
        carried.setData(FACE_MIME_TYPE, b"1")
        if len(indexes) == 1 and self._cells[indexes[0].row()].image is not None:
            carried.setImageData(self._cells[indexes[0].row()].image)
        return carried

    def _all_changed(self) -> None:
        if self._cells:
            self.dataChanged.emit(self.index(0), self.index(len(self._cells) - 1))


def _title(face: Face) -> str:
    """Say in the window's language what `Face.title` says in files."""
    steps = "".join(tr(", variation {number}").format(number=step.index + 1) for step in face.varied)
    return tr("seed {seed}, face {number}").format(seed=face.seed, number=face.index + 1) + steps


def to_image(picture: Picture) -> QImage:
    """Copy an RGB picture [H, W, 3] into an image of Qt's."""
    height, width, _ = picture.shape
    data = np.ascontiguousarray(picture)
    return QImage(data.data, width, height, 3 * width, QImage.Format.Format_RGB888).copy()
