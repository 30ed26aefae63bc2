"""The gallery beside the page: made when it is first wanted, one for all windows, in the one that asked last."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Qt, Slot
from PySide6.QtWidgets import QDockWidget

from editor.document_tab import DocumentTab
from editor.editor_window import EditorWindow
from editor.main_window import MainWindow
from editor.shortcuts import Command

if TYPE_CHECKING:  # the window opens before the gallery is read
    from editor.gallery_job import GalleryJob
    from gan_gallery.panel import GalleryPanel


class GalleryDock(QObject):
    """Shows and hides the gallery, and puts its pictures into the documents.

    Attributes:
        panel: the gallery, None until it was opened.
    """

    def __init__(self, data_folder: Path, cache_folder: Path, parent: QObject | None = None) -> None:
        """Keep favourites and models in `data_folder`, passing files in `cache_folder`."""
        super().__init__(parent)
        self._data_folder = data_folder
        self._cache_folder = cache_folder
        self._windows: dict[MainWindow, EditorWindow] = {}
        self._shown_in: EditorWindow | None = None
        self._dock: QDockWidget | None = None
        self.panel: GalleryPanel | None = None

    def attach(self, window: EditorWindow) -> None:
        """Listen to the commands of a window."""
        self._windows[window.main_window] = window
        window.main_window.commanded.connect(self._on_commanded)

    def detach(self, window: EditorWindow) -> None:
        """Leave a window that closes; what the gallery does goes on."""
        self._windows.pop(window.main_window, None)
        if self._shown_in is window and self._dock is not None:
            self._leave()

    def stop(self) -> None:
        """End the gallery: its thread, and a training after a checkpoint."""
        if self.panel is not None:
            self._leave()
            self.panel.stop()
            self.panel.deleteLater()
            self.panel = None
        if self._dock is not None:
            self._dock.deleteLater()
            self._dock = None

    @Slot(object)
    def _on_commanded(self, command: Command) -> None:
        window = self._windows.get(self.sender())  # type: ignore[call-overload]  # a sender is any object
        if command is not Command.GALLERY or window is None:
            return
        is_shown_here = self._shown_in is window and self._dock is not None and self._dock.isVisible()
        if is_shown_here and self._dock is not None:
            self._dock.hide()
            window.tab.take_focus()
            return
        dock = self._made()
        if self._shown_in is not window:
            self._leave()
            window.main_window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
            self._shown_in = window
        dock.show()
        if self.panel is not None:
            self.panel.take_focus()

    def _made(self) -> QDockWidget:
        if self._dock is None:
            from gan_gallery.panel import GalleryPanel

            self.panel = GalleryPanel(self._data_folder, self._cache_folder, self._make_job)
            self.panel.insert_requested.connect(self._on_insert_requested)
            self._dock = QDockWidget("Gallery")
            self._dock.setObjectName("gallery")
            self._dock.setWidget(self.panel)
            self._dock.visibilityChanged.connect(self._on_visibility_changed)
        return self._dock

    def _make_job(self) -> "GalleryJob":
        from editor.gallery_job import GalleryJob

        return GalleryJob(self)

    def _leave(self) -> None:
        if self._shown_in is not None and self._dock is not None:
            self._shown_in.main_window.removeDockWidget(self._dock)
            self._dock.setParent(None)
            self._shown_in.main_window.set_checked(Command.GALLERY, False)
        self._shown_in = None

    @Slot(bool)
    def _on_visibility_changed(self, is_visible: bool) -> None:
        if self._shown_in is not None:
            self._shown_in.main_window.set_checked(Command.GALLERY, is_visible)

    @Slot(object)
    def _on_insert_requested(self, picture: Path) -> None:
        if self._shown_in is not None:
            self._insert(picture, self._shown_in.tab)

    @Slot(object)
    def on_face_dropped(self, picture: Path) -> None:
        """Put a picture into the document on whose page it was dropped."""
        tab = self.sender()
        if isinstance(tab, DocumentTab):
            self._insert(picture, tab)

    def _insert(self, picture: Path, tab: DocumentTab) -> None:
        from editor.picture_reference import place_picture, reference

        document = tab.session.path
        folder = document.parent if document is not None else self._data_folder / "pictures"
        try:
            placed = place_picture(picture, folder)
        except OSError as exc:
            tab.status.say(f"The picture cannot be put into {folder} ({exc.strerror or exc}): save it elsewhere")
            return
        text = QMimeData()
        text.setText(reference(placed, document))
        tab.text_edit.insertFromMimeData(text)
        tab.status.say(f"The picture is {placed}")
