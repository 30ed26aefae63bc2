"""The faces that a person kept, with whatever model painted each."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from gan_gallery.errors import GalleryError
from gan_gallery.faces.favourites import Favourites
from gan_gallery.panel.face_model import Cell, FaceModel
from gan_gallery.panel.face_view import FaceAction, FaceView
from gan_gallery.panel.files import FaceFiles
from gan_gallery.panel.rendering import FaceThread, Rendered, RenderFaces
from gan_gallery.panel.words import QT_TR_NOOP, tr

_EMPTY = QT_TR_NOOP("No favourites yet: select a face and press F.")


class FavouritesPage(QWidget):
    """The favourites and what can be done with them.

    Attributes:
        model: the faces on show.

    Signals:
        said(str): a sentence for the person.
        insert_requested(Path): put this picture into the document; the file may be moved.
        variations_requested(Portrait): show faces that are like this one.
        favourites_changed(): one was taken out.
    """

    said = Signal(str)
    insert_requested = Signal(object)
    variations_requested = Signal(object)
    favourites_changed = Signal()

    def __init__(
        self,
        thread: FaceThread,
        favourites: Favourites,
        files: FaceFiles,
        drag_folder: Path,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._thread = thread
        self._favourites = favourites
        self._files = files
        self.model = FaceModel(drag_folder, self)
        self.view = FaceView(self.model, tr("Favourite faces"))
        self.view.zoomed.connect(self.view.set_face_size)
        self.view.selection_moved.connect(self._on_selection_moved)
        self._empty = QLabel(tr(_EMPTY))
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        buttons = QHBoxLayout()
        buttons.setSpacing(4)
        self._actions = self.view.add_actions(
            (
                FaceAction(
                    "variations",
                    tr("&Variations"),
                    "V",
                    tr("Faces that are like the selected one"),
                    self._on_variations,
                ),
                FaceAction("save", tr("&Save…"), "S", tr("The selected faces as PNG files"), self._on_save),
                FaceAction(
                    "insert",
                    tr("&Insert"),
                    "I",
                    tr("The selected face into the document, as a PNG file"),
                    self._on_insert,
                ),
                FaceAction("remove", tr("&Remove"), "Del", tr("Let the selected faces go"), self._on_remove),
            )
        )
        for action in self._actions.values():
            button = QToolButton()
            button.setDefaultAction(action)
            buttons.addWidget(button)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.addWidget(self._empty)
        layout.addWidget(self.view, 1)
        layout.addLayout(buttons)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Show the list as it is now."""
        self.model.show([Cell(portrait) for portrait in self._favourites])
        self._empty.setVisible(not len(self._favourites))
        self._on_selection_moved()
        if self.isVisible():
            self._render()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._render()

    @Slot(object)
    def on_rendered(self, answer: Rendered) -> None:
        """Show what was rendered."""
        request = answer.request
        if request.kind != "favourites" or not isinstance(request, RenderFaces):
            return
        self.model.model_names.update(answer.model_names)
        self.model.put_pictures(request.portraits, answer.pictures)
        if answer.failure:
            self.said.emit(answer.failure)

    def action(self, name: str) -> QAction:
        """Return an action by its name."""
        return self._actions[name]

    def _render(self) -> None:
        if self.model.cells:
            self._thread.ask(RenderFaces("favourites", tuple(cell.portrait for cell in self.model.cells)))

    @Slot()
    def _on_selection_moved(self) -> None:
        count = len(self.view.selected_places())
        for name, action in self._actions.items():
            action.setEnabled(count == 1 or (count > 1 and name in ("save", "remove")))

    @Slot()
    def _on_variations(self) -> None:
        for place in self.view.selected_places()[:1]:
            self.variations_requested.emit(self.model.cells[place].portrait)

    @Slot()
    def _on_save(self) -> None:
        sentence = self._files.save_faces(self.model, self.view.selected_places())
        if sentence:
            self.said.emit(sentence)

    @Slot()
    def _on_insert(self) -> None:
        for place in self.view.selected_places()[:1]:
            try:
                path = self.model.carry(place)
            except GalleryError as exc:
                self.said.emit(str(exc))
            else:
                self.insert_requested.emit(path)

    @Slot()
    def _on_remove(self) -> None:
        portraits = [self.model.cells[place].portrait for place in self.view.selected_places()]
        try:
            for portrait in portraits:
                self._favourites.remove(portrait)
        except GalleryError as exc:
            self.said.emit(str(exc))
        self.refresh()
        self.favourites_changed.emit()
