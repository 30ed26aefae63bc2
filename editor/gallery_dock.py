"""The gallery beside the page: made when it is first wanted, so that the editor starts without it."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QDockWidget, QMainWindow

from editor.picture_reference import place_picture, reference
from editor.session import DocumentSession
from editor.text_edit import TextEdit

if TYPE_CHECKING:
    from gan_gallery.panel import GalleryPanel


class GalleryDock(QObject):
    """Shows and hides the dock of one window, and puts pictures into its document.

    Attributes:
        panel: the gallery, None until it was opened.
    """

    def __init__(
        self,
        window: QMainWindow,
        text_edit: TextEdit,
        session: DocumentSession,
        data_folder: Path,
        cache_folder: Path,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._text_edit = text_edit
        self._session = session
        self._data_folder = data_folder
        self._cache_folder = cache_folder
        self._dock: QDockWidget | None = None
        self.panel: GalleryPanel | None = None
        text_edit.face_dropped.connect(self._on_insert_requested)

    def toggle(self) -> bool:
        """Open the gallery, or close it; return whether it is open now."""
        if self._dock is None:
            self._open()
            return True
        self._dock.setVisible(not self._dock.isVisible())
        return self._dock.isVisible()

    def stop(self) -> None:
        """End the gallery's thread and training."""
        if self.panel is not None:
            self.panel.stop()

    def _open(self) -> None:
        from gan_gallery.panel import GalleryPanel

        dock = QDockWidget("Gallery", self._window)
        dock.setObjectName("gallery")
        self.panel = GalleryPanel(self._data_folder, self._cache_folder)
        self.panel.insert_requested.connect(self._on_insert_requested)
        dock.setWidget(self.panel)
        self._window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
        self._dock = dock

    @Slot(object)
    def _on_insert_requested(self, picture: Path) -> None:
        document = self._session.path
        try:
            placed = place_picture(picture, document.parent if document else self._data_folder / "pictures")
        except OSError as exc:
            if self.panel is not None:
                self.panel.say(f"The picture cannot be put beside the document ({exc.strerror or exc}): save it elsewhere")
            return
        self._text_edit.insert_text(reference(placed, document))
