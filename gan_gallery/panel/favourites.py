"""The faces that a person kept, each painted by the model that it was kept with."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gan_gallery.errors import GalleryError
from gan_gallery.faces.face import Portrait
from gan_gallery.faces.favourites import Favourites
from gan_gallery.panel.face_model import Cell
from gan_gallery.panel.face_page import FacePage, button_of
from gan_gallery.panel.face_view import FaceAction
from gan_gallery.panel.files import FaceFiles
from gan_gallery.panel.rendering import FaceThread, Rendered, RenderFaces
from gan_gallery.panel.words import QT_TR_NOOP, tr

_EMPTY = QT_TR_NOOP("No favourites yet: select a face and press F.")


class FavouritesPage(FacePage):
    """The favourites and what can be done with them.

    Signals:
        variations_requested(Portrait): show faces that are like this one.
    """

    variations_requested = Signal(object)

    def __init__(
        self,
        thread: FaceThread,
        favourites: Favourites,
        files: FaceFiles,
        drag_folder: Path,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("favourites", tr("Favourite faces"), thread, favourites, files, drag_folder, parent)
        self.view.zoomed.connect(self.view.set_face_size)
        self._empty = QLabel(tr(_EMPTY))
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        remove = FaceAction("remove", tr("&Remove"), "Del", tr("Let the selected faces go"), self._on_remove)
        self._actions = self.view.add_actions((*self._shared_actions(), remove))
        buttons = QHBoxLayout()
        buttons.setSpacing(4)
        for action in self._actions.values():
            buttons.addWidget(button_of(action))
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
        self._ask_for_pictures()

    @Slot(object)
    def on_rendered(self, answer: Rendered) -> None:
        """Show what was rendered."""
        request = answer.request
        if request.kind != "favourites" or not isinstance(request, RenderFaces):
            return
        self.model.model_names.update(answer.model_names)
        self.model.put_pictures(request.portraits, answer.pictures)
        self._say(answer.failure)

    def _vary(self, portrait: Portrait) -> None:
        self.variations_requested.emit(portrait)

    @Slot()
    def _on_selection_moved(self) -> None:
        count = len(self.view.selected_places())
        for name, action in self._actions.items():
            action.setEnabled(count == 1 or (count > 1 and name in ("save", "remove")))

    @Slot()
    def _on_remove(self) -> None:
        try:
            for portrait in self._selected():
                self._favourites.remove(portrait)
        except GalleryError as exc:
            self.said.emit(str(exc))
        self.refresh()
        self.favourites_changed.emit()
