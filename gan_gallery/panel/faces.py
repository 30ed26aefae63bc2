"""Browsing: seed, re-roll, locks, variety, variations, and the way between two faces."""

import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from gan_gallery.errors import GalleryError
from gan_gallery.faces.face import Face, Portrait
from gan_gallery.faces.favourites import Favourites
from gan_gallery.panel.face_form import FaceForm
from gan_gallery.panel.face_model import Cell, FaceModel
from gan_gallery.panel.face_view import FaceAction, FaceView
from gan_gallery.panel.files import FaceFiles
from gan_gallery.panel.rendering import FaceThread, Rendered, RenderFaces, RenderWay
from gan_gallery.panel.way import NUM_FRAMES, WayPlayer
from gan_gallery.panel.words import tr

NUM_FACES = 16
FIRST_SEED = 7
_STRENGTH = 0.35
_ENDS = 2


def random_seed() -> int:
    """Draw a seed that is short enough to be told to someone."""
    return random.randrange(1_000_000)


class FacesPage(QWidget):
    """Sixteen faces of one model and what can be done with them.

    Attributes:
        model: the faces on show.

    Signals:
        said(str): a sentence for the person.
        insert_requested(Path): put this picture into the document; the file may be moved.
        favourites_changed(): a face was added or taken out.
        open_model_requested(): the person wants to open a model folder.
    """

    said = Signal(str)
    insert_requested = Signal(object)
    favourites_changed = Signal()
    open_model_requested = Signal()

    def __init__(
        self,
        thread: FaceThread,
        favourites: Favourites,
        files: FaceFiles,
        drag_folder: Path,
        draw_seed: Callable[[], int] = random_seed,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._thread = thread
        self._favourites = favourites
        self._files = files
        self._draw_seed = draw_seed
        self._before: list[tuple[Cell, ...]] = []
        self.model = FaceModel(drag_folder, self)
        self.view = FaceView(self.model, tr("Faces"))
        self._actions = self._make_actions()
        self.form = FaceForm(self._actions["reroll"])
        self.way = WayPlayer()
        self.way.hide()
        self.device = QLabel()
        self.device.setWordWrap(True)
        self.device.setAccessibleName(tr("Where faces render"))
        self._lay_out()
        self._connect()
        self._show_seed(FIRST_SEED)
        self._on_selection_moved()

    def show_variations(self, portrait: Portrait) -> None:
        """Show a face and its variations."""
        seed = self._draw_seed()
        neighbours = portrait.face.neighbours(seed, NUM_FACES - 1, _STRENGTH)
        portraits = [portrait, *(replace(portrait, face=face) for face in neighbours)]
        self._remember()
        self._show([Cell(each, is_locked=each == portrait) for each in portraits])

    def _ask_for_pictures(self) -> None:
        """Ask for the pictures on show."""
        if self.isVisible():
            self._thread.ask(RenderFaces("faces", tuple(cell.portrait for cell in self.model.cells)))

    def refresh(self) -> None:
        """Render again: the model is another one now."""
        self._ask_for_pictures()

    def mark_favourites(self) -> None:
        """Show which faces are favourites."""
        for place, cell in enumerate(self.model.cells):
            if cell.is_favourite != (cell.portrait in self._favourites):
                self.model.change(place, is_favourite=not cell.is_favourite)

    def action(self, name: str) -> QAction:
        """Return an action by its name."""
        return self._actions[name]

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ask_for_pictures()

    @Slot(object)
    def on_rendered(self, answer: Rendered) -> None:
        """Show what was rendered."""
        request = answer.request
        if request.kind == "favourites":
            return
        self.model.model_names.update(answer.model_names)
        self.device.setText(answer.device_reason or self.device.text())
        if answer.failure:
            self.said.emit(answer.failure)
        if isinstance(request, RenderFaces):
            self.model.put_pictures(request.portraits, answer.pictures)
        elif answer.pictures:
            self.way.show_way([p for p in answer.pictures if p is not None], request.start, request.end)
            self.way.show()

    def _make_actions(self) -> dict[str, QAction]:
        act = FaceAction
        return self.view.add_actions(
            (
                act(
                    "reroll", tr("&Re-roll"), "R", tr("Other faces in all places that are not locked"), self._on_reroll
                ),
                act("lock", tr("&Lock"), "L", tr("A re-roll spares the selected faces"), self._on_lock),
                act(
                    "favourite",
                    tr("&Favourite"),
                    "F",
                    tr("Keep the selected faces, or let them go"),
                    self._on_favourite,
                ),
                act(
                    "variations",
                    tr("&Variations"),
                    "V",
                    tr("Faces that are like the selected one"),
                    self._on_variations,
                ),
                act("way", tr("&Way"), "W", tr("The way between the two selected faces"), self._on_way),
                act("back", tr("&Back"), "Backspace", tr("The faces that were here before"), self._on_back),
                act("save", tr("&Save…"), "S", tr("The selected faces as PNG files"), self._on_save),
                act("save_grid", tr("Save &grid…"), "G", tr("All faces as one PNG file"), self._on_save_grid),
                act(
                    "insert",
                    tr("&Insert"),
                    "I",
                    tr("The selected face into the document, as a PNG file"),
                    self._on_insert,
                ),
            )
        )

    def _lay_out(self) -> None:
        buttons = QGridLayout()
        buttons.setSpacing(4)
        shown = [action for name, action in self._actions.items() if name != "reroll"]
        for place, action in enumerate(shown):
            button = QToolButton()
            button.setDefaultAction(action)
            button.setSizePolicy(self.form.models.sizePolicy())
            buttons.addWidget(button, place // 4, place % 4)
        layout = QVBoxLayout(self)
        layout.addWidget(self.form)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.way)
        layout.addLayout(buttons)
        layout.addWidget(self.device)

    def _connect(self) -> None:
        self.form.model_chosen.connect(self._on_model_chosen)
        self.form.seed_chosen.connect(self._on_seed_chosen)
        self.form.truncation_chosen.connect(self._on_truncation_chosen)
        self.form.open_model_requested.connect(self.open_model_requested)
        self.form.zoom.valueChanged.connect(self.view.set_face_size)
        self.view.zoomed.connect(self.form.zoom.setValue)
        self.view.selection_moved.connect(self._on_selection_moved)
        self.way.closed.connect(self.way.hide)
        self.way.save_requested.connect(self._on_save_way)

    def _show_seed(self, seed: int) -> None:
        self.form.show_seed(seed)
        model, truncation = self.form.model, self.form.truncation_factor
        locked = {place: cell for place, cell in enumerate(self.model.cells) if cell.is_locked}
        portraits = (Portrait(Face(seed, index), truncation, model) for index in range(NUM_FACES))
        self._show([locked.get(place, Cell(portrait)) for place, portrait in enumerate(portraits)])

    def _show(self, cells: Sequence[Cell]) -> None:
        self.model.show(cells)
        self.mark_favourites()
        self._actions["back"].setEnabled(bool(self._before))
        self._ask_for_pictures()

    def _remember(self) -> None:
        self._before = [*self._before[-19:], self.model.cells]

    @Slot()
    def _on_model_chosen(self) -> None:
        model = self.form.model
        self._show([Cell(replace(c.portrait, model=model), is_locked=c.is_locked) for c in self.model.cells])

    @Slot(int)
    def _on_seed_chosen(self, seed: int) -> None:
        self._remember()
        self._show_seed(seed)

    @Slot()
    def _on_truncation_chosen(self) -> None:
        factor = self.form.truncation_factor
        self._show([Cell(replace(c.portrait, truncation=factor), is_locked=c.is_locked) for c in self.model.cells])

    @Slot()
    def _on_selection_moved(self) -> None:
        count = len(self.view.selected_places())
        for name in ("lock", "favourite", "save"):
            self._actions[name].setEnabled(count > 0)
        for name in ("variations", "insert"):
            self._actions[name].setEnabled(count == 1)
        self._actions["way"].setEnabled(count == _ENDS)

    @Slot()
    def _on_reroll(self) -> None:
        self._remember()
        self._show_seed(self._draw_seed())

    @Slot()
    def _on_lock(self) -> None:
        places = self.view.selected_places()
        is_locked = not all(self.model.cells[place].is_locked for place in places)
        for place in places:
            self.model.change(place, is_locked=is_locked)

    @Slot()
    def _on_favourite(self) -> None:
        portraits = [self.model.cells[place].portrait for place in self.view.selected_places()]
        is_kept = all(portrait in self._favourites for portrait in portraits)
        try:
            for portrait in portraits:
                if is_kept:
                    self._favourites.remove(portrait)
                else:
                    self._favourites.add(portrait)
        except GalleryError as exc:
            self.said.emit(str(exc))
        self.mark_favourites()
        self.favourites_changed.emit()

    @Slot()
    def _on_variations(self) -> None:
        places = self.view.selected_places()
        if len(places) == 1:
            self.show_variations(self.model.cells[places[0]].portrait)

    @Slot()
    def _on_way(self) -> None:
        places = self.view.selected_places()
        if len(places) == _ENDS:
            start, end = (self.model.cells[place].portrait for place in places)
            self._thread.ask(RenderWay("way", start, end, NUM_FRAMES))

    @Slot()
    def _on_back(self) -> None:
        if self._before:
            self._show(self._before.pop())

    @Slot()
    def _on_save(self) -> None:
        self._say(self._files.save_faces(self.model, self.view.selected_places()))

    @Slot()
    def _on_save_grid(self) -> None:
        self._say(self._files.save_grid(self.model))

    @Slot()
    def _on_save_way(self) -> None:
        if self.way.ends is not None:
            start, end = self.way.ends
            name = self.model.model_names.get(start.model, start.model)
            wish = self._files.animation(self.way.frames, start, end, name)
            if wish is not None:
                self.said.emit(tr("Writing {name} …").format(name=wish.path.name))
                self._thread.save(wish)

    @Slot()
    def _on_insert(self) -> None:
        places = self.view.selected_places()
        if len(places) != 1:
            return
        try:
            path = self.model.carry(places[0])
        except GalleryError as exc:
            self.said.emit(str(exc))
        else:
            self.insert_requested.emit(path)

    def _say(self, sentence: str) -> None:
        if sentence:
            self.said.emit(sentence)
