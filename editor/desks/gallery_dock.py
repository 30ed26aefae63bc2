"""The gallery beside the page: made when it is first wanted, one for all windows, in the one that asked last."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Slot
from PySide6.QtWidgets import QWidget

from editor.desks.shared_dock import SharedDock
from editor.settings.shortcuts import Command
from editor.translation import reason_of, tr
from editor.window.document_tab import DocumentTab

if TYPE_CHECKING:  # the window opens before the gallery is read
    from editor.desks.gallery_job import GalleryJob
    from gan_gallery.panel.gallery_panel import GalleryPanel


class GalleryDock(SharedDock):
    """Shows and hides the gallery, and puts its pictures into the documents.

    Attributes:
        panel: the gallery, None until it was opened.
    """

    panel: "GalleryPanel | None"

    def __init__(self, data_folder: Path, cache_folder: Path, parent: QObject | None = None) -> None:
        """Keep favourites and models in `data_folder`, passing files in `cache_folder`."""
        super().__init__(Command.GALLERY, tr("Gallery"), "gallery", parent)
        self._data_folder = data_folder
        self._cache_folder = cache_folder

    def _make_panel(self) -> QWidget:
        from gan_gallery.panel.gallery_panel import GalleryPanel

        self.panel = GalleryPanel(self._data_folder, self._cache_folder, self._make_job)
        self.panel.insert_requested.connect(self._on_insert_requested)
        return self.panel

    def _make_job(self) -> "GalleryJob":
        from editor.desks.gallery_job import GalleryJob

        return GalleryJob(self)

    @Slot(object)
    def _on_insert_requested(self, picture: Path) -> None:
        if self.shown_in is not None:
            self._insert(picture, self.shown_in.tab)

    @Slot(object)
    def on_face_dropped(self, picture: Path) -> None:
        """Put a picture into the document on whose page it was dropped."""
        tab = self.sender()
        if isinstance(tab, DocumentTab):
            self._insert(picture, tab)

    def _insert(self, picture: Path, tab: DocumentTab) -> None:
        from editor.files.picture_reference import place_picture, reference

        document = tab.session.path
        folder = document.parent if document is not None else self._data_folder / "pictures"
        try:
            placed = place_picture(picture, folder)
        except OSError as exc:
            sentence = tr("The picture cannot be put into {folder} ({reason}): save it elsewhere")
            tab.status.say(sentence.format(folder=folder, reason=reason_of(exc)))
            return
        text = QMimeData()
        text.setText(reference(placed, document))
        tab.text_edit.insertFromMimeData(text)
        tab.status.say(tr("The picture is {path}").format(path=placed))
