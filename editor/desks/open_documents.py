"""Which documents are open, in which tab of which window: opens, finds, moves and closes them."""

import os
from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from editor.errors import DocumentError
from editor.files.document import is_there
from editor.translation import tr
from editor.window.document_tab import DocumentTab
from editor.window.editor_window import EditorWindow
from editor.window.window_place import TabPlace, place_of_tab, put_tab

_MAX_CLOSED = 30


class OpenDocuments(QObject):
    """The windows with their tabs; lives on the GUI thread.

    Attributes:
        windows: in the order in which they were opened.

    Signals:
        window_opened(EditorWindow): it is on the screen.
        window_closing(EditorWindow): the person closed it; it is discarded next.
        tab_closing(DocumentTab): the person closed it, or it could not be opened; it is discarded next.
    """

    window_opened = Signal(object)
    window_closing = Signal(object)
    tab_closing = Signal(object)

    def __init__(
        self,
        make_tab: Callable[[], DocumentTab],
        make_window: Callable[[DocumentTab], EditorWindow],
        parent: QObject | None = None,
    ) -> None:
        """`make_tab` and `make_window` make them ready for use, the window around its first document."""
        super().__init__(parent)
        self._make_tab = make_tab
        self._make_window = make_window
        self.windows: list[EditorWindow] = []
        self._front: EditorWindow | None = None
        self._closed: list[TabPlace] = []

    @property
    def front(self) -> EditorWindow | None:
        """The window that had the focus last."""
        return self._front if self._front in self.windows else next(iter(self.windows), None)

    def tabs(self) -> list[DocumentTab]:
        """Return all documents, window by window."""
        return [tab for window in self.windows for tab in window.tabs.all()]

    def find(self, path: Path) -> tuple[EditorWindow, DocumentTab] | None:
        """Return where a file is open already, by whatever name."""
        real = os.path.realpath(path)
        for window in self.windows:
            for tab in window.tabs.all():
                if tab.session.path is not None and os.path.realpath(tab.session.path) == real:
                    return window, tab
        return None

    def open_window(self, path: Path | None = None) -> EditorWindow:
        """Show another window, with a file in it; raises DocumentError."""
        return self._show_in_window(self._made(path))

    def open_tab(self, window: EditorWindow, path: Path | None = None) -> DocumentTab:
        """Show another document in front of a window; raises DocumentError."""
        tab = self._made(path)
        window.add(tab)
        window.show_tab(tab)
        return tab

    def open_file(self, path: Path, window: EditorWindow | None = None) -> EditorWindow:
        """Show a file where it is open already, or in a window, the front one if none is given; raises DocumentError.

        Returns the window that shows it.
        """
        window = window or self.front
        if (found := self.find(path)) is not None:
            there, tab = found
            there.show_tab(tab)
            return there
        if window is None:
            return self.open_window(path)
        if window.tab.session.is_pristine:
            window.tab.session.load(path)
        else:
            self.open_tab(window, path)
        return window

    def open_files(self, paths: Iterable[Path], window: EditorWindow | None = None) -> EditorWindow | None:
        """Show files in a window, the front one if none is given; what cannot be opened is told there, at once.

        Returns the window that came to show the last, None when there is no window.
        """
        failures = []
        for path in paths:
            try:
                window = self.open_file(path, window)
            except DocumentError as exc:
                failures.append(str(exc))
        window = window or self.front
        if failures and window is not None:
            window.tab.dialogs.warn("\n".join(failures))
        return window

    def open_free_tab(self) -> DocumentTab:
        """Show an empty document in the front window, or in a first one."""
        window = self.front
        return self.open_window().tab if window is None else self.open_tab(window)

    def show_tab(self, tab: DocumentTab) -> None:
        """Bring a document to the front of its window, with the focus on its page."""
        if (home := self._home(tab)) is not None:
            home.show_tab(tab)
            tab.take_focus()

    def make(self, path: Path) -> DocumentTab:
        """Return the document of a file, in no window yet; raises DocumentError."""
        return self._made(path)

    def bring(self, tab: DocumentTab, window: EditorWindow | None) -> EditorWindow:
        """Take a document to a window, or to a new one if none is given, without showing it; return that window."""
        home = self._home(tab)
        if window is not None and home is window:
            return window
        if home is not None:
            home.release(tab)
        if window is None:
            return self._show_in_window(tab)
        window.add(tab)
        return window

    def stop(self) -> None:
        """Give up all windows; what is unsaved comes back at the next start."""
        for window in list(self.windows):
            for tab in window.tabs.all():
                self.tab_closing.emit(tab)
            window.discard(keeps_text=True)
        self.windows.clear()
        self._front = None

    def _made(self, path: Path | None) -> DocumentTab:
        tab = self._make_tab()
        if path is None:
            return tab
        try:
            tab.session.load(path)
        except Exception:
            self.tab_closing.emit(tab)
            tab.discard()
            raise
        return tab

    def _show_in_window(self, tab: DocumentTab) -> EditorWindow:
        window = self._make_window(tab)
        self.windows.append(window)
        window.tab_requested.connect(self._on_tab_requested)
        window.window_requested.connect(self._on_window_requested)
        window.files_requested.connect(self._on_files_requested)
        window.reopen_requested.connect(self._on_reopen_requested)
        window.move_requested.connect(self._on_move_requested)
        window.tab_closing.connect(self._on_tab_closing)
        window.tab_closed.connect(self._on_tab_closed)
        window.activated.connect(self._on_activated)
        window.closed.connect(self._on_window_closed)
        window.main_window.show()
        tab.take_focus()
        self.window_opened.emit(window)
        return window

    def _home(self, tab: DocumentTab) -> EditorWindow | None:
        return next((window for window in self.windows if tab in window.tabs.all()), None)

    def _note_closed(self, tab: DocumentTab) -> None:
        place = place_of_tab(tab)
        if place.path is not None:
            self._closed = [*self._closed, place][-_MAX_CLOSED:]
        self.tab_closing.emit(tab)

    def _sender(self) -> EditorWindow:
        window = self.sender()
        assert isinstance(window, EditorWindow)
        return window

    @Slot()
    def _on_tab_requested(self) -> None:
        self.open_tab(self._sender())

    @Slot()
    def _on_window_requested(self) -> None:
        self.open_window()

    @Slot(object)
    def _on_files_requested(self, paths: list[Path]) -> None:
        window = self.open_files(paths, self._sender())
        if window is not None and window is not self._sender():
            window.come_to_front()

    @Slot()
    def _on_reopen_requested(self) -> None:
        window = self._sender()
        while self._closed:
            place = self._closed.pop()
            if place.path is None or self.find(place.path) is not None:
                continue
            if not is_there(place.path):
                window.say(tr("{path} no longer exists").format(path=place.path))
                return
            window = self.open_files([place.path], window) or window
            if window.tab.session.path == place.path:
                put_tab(window.tab, place)
            return
        window.say(tr("No closed file is left to reopen"))

    @Slot(object)
    def _on_move_requested(self, tab: DocumentTab) -> None:
        if len(self._sender().tabs.all()) > 1:
            self.bring(tab, None)

    @Slot(object)
    def _on_tab_closing(self, tab: DocumentTab) -> None:
        self._note_closed(tab)

    @Slot(object)
    def _on_tab_closed(self, tab: DocumentTab) -> None:
        tab.discard()

    @Slot(object)
    def _on_activated(self, window: EditorWindow) -> None:
        self._front = window

    @Slot(object)
    def _on_window_closed(self, window: EditorWindow) -> None:
        self.windows.remove(window)
        if self._front is window:
            self._front = None
        self.window_closing.emit(window)
        for tab in window.tabs.all():
            self._note_closed(tab)
        window.discard()
