"""Browsing: seed, re-roll, locks, variety, variations, and the way between two faces."""

import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from gan_gallery.errors import GalleryError
from gan_gallery.faces.face import Face, Portrait
from gan_gallery.faces.favourites import Favourites
from gan_gallery.panel.face_form import FaceForm
from gan_gallery.panel.face_model import Cell
from gan_gallery.panel.face_page import FacePage, button_of
from gan_gallery.panel.face_view import FaceAction
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


class FacesPage(FacePage):
    """Sixteen faces of one model and what can be done with them.

    Signals:
        open_model_requested(): the person wants to open a model folder.
    """

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
        super().__init__("faces", tr("Faces"), thread, favourites, files, drag_folder, parent)
        self._draw_seed = draw_seed
        self._before: list[tuple[Cell, ...]] = []
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

    def refresh(self) -> None:
        """Render again: the model is another one now."""
        self._ask_for_pictures()

    def mark_favourites(self) -> None:
        """Show which faces are favourites."""
        for place, cell in enumerate(self.model.cells):
            if cell.is_favourite != (cell.portrait in self._favourites):
                self.model.change(place, is_favourite=not cell.is_favourite)

    @Slot(object)
    def on_rendered(self, answer: Rendered) -> None:
        """Show what was rendered."""
        request = answer.request
        if request.kind == "favourites":
            return
        self.model.model_names.update(answer.model_names)
        self.device.setText(answer.device_reason or self.device.text())
        self._say(answer.failure)
        if isinstance(request, RenderFaces):
            self.model.put_pictures(request.portraits, answer.pictures)
        elif answer.pictures:
            self.way.show_way([p for p in answer.pictures if p is not None], request.start, request.end)
            self.way.show()

    def _make_actions(self) -> dict[str, QAction]:
        act = FaceAction
        variations, save, insert = self._shared_actions()
        reroll = tr("Other faces in all places that are not locked")
        kept = tr("Keep the selected faces, or let them go")
        return self.view.add_actions(
            (
                act("reroll", tr("&Re-roll"), "R", reroll, self._on_reroll),
                act("lock", tr("&Lock"), "L", tr("A re-roll spares the selected faces"), self._on_lock),
                act("favourite", tr("&Favourite"), "F", kept, self._on_favourite),
                variations,
                act("way", tr("&Way"), "W", tr("The way between the two selected faces"), self._on_way),
                act("back", tr("&Back"), "Backspace", tr("The faces that were here before"), self._on_back),
                save,
                act("save_grid", tr("Save &grid…"), "G", tr("All faces as one PNG file"), self._on_save_grid),
                insert,
            )
        )

    def _lay_out(self) -> None:
        buttons = QGridLayout()
        buttons.setSpacing(4)
        shown = [action for name, action in self._actions.items() if name != "reroll"]
        for place, action in enumerate(shown):
            button = button_of(action)
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

    def _vary(self, portrait: Portrait) -> None:
        self.show_variations(portrait)

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
        portraits = self._selected()
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
    def _on_way(self) -> None:
        portraits = self._selected()
        if len(portraits) == _ENDS:
            start, end = portraits
            self._thread.ask(RenderWay("way", start, end, NUM_FRAMES))

    @Slot()
    def _on_back(self) -> None:
        if self._before:
            self._show(self._before.pop())

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
