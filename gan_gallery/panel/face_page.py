"""A page that shows faces: the grid, its actions, and what can be done with faces wherever they are shown."""

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QToolButton, QWidget

from gan_gallery.errors import GalleryError
from gan_gallery.faces.face import Portrait
from gan_gallery.faces.favourites import Favourites
from gan_gallery.panel.face_model import FaceModel
from gan_gallery.panel.face_view import FaceAction, FaceView
from gan_gallery.panel.files import FaceFiles
from gan_gallery.panel.rendering import FaceThread, Kind, RenderFaces
from gan_gallery.panel.words import tr


class FacePage(QWidget):
    """The base of the pages.

    Attributes:
        model: the faces on show.
        view: their grid.

    Signals:
        said(str): a sentence for the person.
        insert_requested(Path): put this picture into the document; the file may be moved.
        favourites_changed(): a face was added or taken out.
    """

    said = Signal(str)
    insert_requested = Signal(object)
    favourites_changed = Signal()

    def __init__(
        self,
        kind: Kind,
        name: str,
        thread: FaceThread,
        favourites: Favourites,
        files: FaceFiles,
        drag_folder: Path,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._kind = kind
        self._thread = thread
        self._favourites = favourites
        self._files = files
        self._actions: dict[str, QAction] = {}
        self.model = FaceModel(drag_folder, self)
        self.view = FaceView(self.model, name)
        self.view.selection_moved.connect(self._on_selection_moved)

    def action(self, name: str) -> QAction:
        """Return an action by its name."""
        return self._actions[name]

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ask_for_pictures()

    def _ask_for_pictures(self) -> None:
        if self.isVisible() and self.model.cells:
            self._thread.ask(RenderFaces(self._kind, tuple(cell.portrait for cell in self.model.cells)))

    def _shared_actions(self) -> tuple[FaceAction, FaceAction, FaceAction]:
        """Return what every page offers: variations, saving, inserting."""
        insert = tr("The selected face into the document, as a PNG file")
        return (
            FaceAction(
                "variations", tr("&Variations"), "V", tr("Faces that are like the selected one"), self._on_variations
            ),
            FaceAction("save", tr("&Save…"), "S", tr("The selected faces as PNG files"), self._on_save),
            FaceAction("insert", tr("&Insert"), "I", insert, self._on_insert),
        )

    def _selected(self) -> list[Portrait]:
        return [self.model.cells[place].portrait for place in self.view.selected_places()]

    def _vary(self, portrait: Portrait) -> None:
        """Show variations of a face."""
        raise NotImplementedError

    @Slot()
    def _on_selection_moved(self) -> None:
        raise NotImplementedError

    @Slot()
    def _on_variations(self) -> None:
        for portrait in self._selected()[:1]:
            self._vary(portrait)

    @Slot()
    def _on_save(self) -> None:
        self._say(self._files.save_faces(self.model, self.view.selected_places()))

    @Slot()
    def _on_insert(self) -> None:
        for place in self.view.selected_places()[:1]:
            try:
                path = self.model.carry(place)
            except GalleryError as exc:
                self.said.emit(str(exc))
            else:
                self.insert_requested.emit(path)

    def _say(self, sentence: str) -> None:
        if sentence:
            self.said.emit(sentence)


def button_of(action: QAction) -> QToolButton:
    """Return a button for an action."""
    button = QToolButton()
    button.setDefaultAction(action)
    return button
