"""The gallery's face in the editor: browsing, favourites, training. What it needs of the editor is passed in."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QTabWidget, QVBoxLayout, QWidget

from gan_gallery.errors import GalleryError
from gan_gallery.faces.face import Portrait
from gan_gallery.faces.favourites import Favourites
from gan_gallery.network.model_folder import DEFAULT_MODEL, open_generator_model
from gan_gallery.panel.face_page import FacePage
from gan_gallery.panel.faces import FacesPage, random_seed
from gan_gallery.panel.favourites import FavouritesPage
from gan_gallery.panel.files import FaceFiles, FileChooser, QtFileChooser
from gan_gallery.panel.rendering import FaceThread, Rendered
from gan_gallery.panel.training import TrainingPage
from gan_gallery.panel.training_child import MakeJob
from gan_gallery.panel.words import tr

try:
    from PySide6.QtGui import QAccessibleAnnouncementEvent
except ImportError:  # Qt before 6.8
    QAccessibleAnnouncementEvent = None  # type: ignore[assignment, misc]

_FAVOURITES = "favourites.json"
_MODELS = "models"
_WIDTH_PX = 400


class GalleryPanel(QWidget):
    """Tabs for faces, favourites and training, and a line that says what happened.

    Signals:
        insert_requested(Path): put this picture into the document; the file may be moved.
    """

    insert_requested = Signal(object)

    def __init__(
        self,
        data_folder: Path,
        cache_folder: Path,
        make_job: MakeJob,
        chooser: FileChooser | None = None,
        draw_seed: Callable[[], int] = random_seed,
        parent: QWidget | None = None,
    ) -> None:
        """Keep favourites and trained models in `data_folder`, and what can be made again in `cache_folder`."""
        super().__init__(parent)
        self._models_folder = data_folder / _MODELS
        self._chooser = chooser or QtFileChooser(self)
        self._opened: list[Path] = []
        self.thread_of_faces = FaceThread(self)
        self.favourites = Favourites(data_folder / _FAVOURITES)
        files = FaceFiles(self._chooser)
        shared = (self.thread_of_faces, self.favourites, files, cache_folder)
        self.faces = FacesPage(*shared, draw_seed)
        self.kept = FavouritesPage(*shared)
        self.training = TrainingPage(make_job, self._chooser, data_folder, self._models_folder, cache_folder)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self.faces, tr("&Faces"))
        self.tabs.addTab(self.kept, tr("Fa&vourites"))
        self.tabs.addTab(self.training, tr("&Training"))
        self._line = QLabel()
        self._line.setWordWrap(True)
        self._line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._line.setAccessibleName(tr("Gallery message"))
        self._line.setContentsMargins(10, 0, 10, 8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.tabs, 1)
        layout.addWidget(self._line)
        self._connect()
        self.list_models(DEFAULT_MODEL)
        self.say(self.favourites.problem)

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH_PX, 640)

    def take_focus(self) -> None:
        """Put the keyboard where the person left off: on the faces, or on the tabs of another page."""
        page = self.tabs.currentWidget()
        (page.view if isinstance(page, FacePage) else self.tabs.tabBar()).setFocus()

    def say(self, sentence: str) -> None:
        """Show a sentence, to the screen reader too."""
        self._line.setText(sentence)
        self._line.setAccessibleDescription(sentence)
        self._line.setVisible(bool(sentence))
        if sentence and QAccessibleAnnouncementEvent is not None and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._line, sentence))

    @property
    def sentence(self) -> str:
        """What is said at the moment."""
        return self._line.text()

    def list_models(self, current: str) -> None:
        """Offer the shipped model, those trained here and those opened, and use `current`."""
        own = sorted(card.parent for card in self._models_folder.glob("*/card.json"))
        models = [(tr("Shipped with Foretype"), DEFAULT_MODEL)]
        models += [(path.name, str(path)) for path in [*own, *self._opened]]
        self.faces.form.set_models(models, current)

    def stop(self) -> None:
        """End the thread and the children; a training keeps its checkpoint."""
        self.training.stop()
        self.thread_of_faces.stop()

    def _connect(self) -> None:
        self.thread_of_faces.rendered.connect(self._on_rendered)
        self.thread_of_faces.saved.connect(self.say)
        for page in (self.faces, self.kept):
            page.said.connect(self.say)
            page.insert_requested.connect(self.insert_requested)
        self.faces.favourites_changed.connect(self.kept.refresh)
        self.faces.open_model_requested.connect(self._on_open_model_requested)
        self.kept.favourites_changed.connect(self.faces.mark_favourites)
        self.training.said.connect(self.say)
        self.training.model_published.connect(self._on_model_published)
        self.kept.variations_requested.connect(self._on_variations_requested)

    @Slot(object)
    def _on_rendered(self, answer: Rendered) -> None:
        self.faces.on_rendered(answer)
        self.kept.on_rendered(answer)

    @Slot(object)
    def _on_variations_requested(self, portrait: Portrait) -> None:
        self.tabs.setCurrentWidget(self.faces)
        self.faces.show_variations(portrait)

    @Slot(object)
    def _on_model_published(self, folder: Path) -> None:
        self.thread_of_faces.reload()
        self.list_models(self.faces.form.model or DEFAULT_MODEL)
        if self.faces.form.model == str(folder):
            self.faces.refresh()

    @Slot()
    def _on_open_model_requested(self) -> None:
        folder = self._chooser.folder(tr("A model folder"))
        if folder is None:
            return
        try:
            open_generator_model(str(folder))
        except GalleryError as exc:
            self.say(str(exc))
            return
        if folder not in self._opened:
            self._opened.append(folder)
        self.list_models(str(folder))
