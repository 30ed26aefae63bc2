"""Brings the files of the last session back: of each window the document that was in front, then the others."""

import os
from collections import deque
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal, Slot

from editor.desks.open_documents import OpenDocuments
from editor.errors import DocumentError
from editor.process.timers import single_shot
from editor.translation import tr
from editor.window.document_tab import DocumentTab
from editor.window.editor_window import EditorWindow
from editor.window.window_place import TabPlace, WindowPlace, put, put_tab


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A document that still is to come into its window."""

    window: EditorWindow
    place: WindowPlace
    tab: TabPlace


class SessionRestore(QObject):
    """Opens one document after the other between two events, so that the first window does not wait for the last file.

    Signals:
        finished(list[str]): all is open; a sentence about each file that could not be opened.
    """

    finished = Signal(object)

    def __init__(self, documents: OpenDocuments, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._documents = documents
        self._waiting: deque[_Waiting] = deque()
        self._known: set[str] = set()
        self._lost: list[str] = []
        self._timer = single_shot(self, 0, self._on_timeout)

    def begin(self, places: list[WindowPlace]) -> None:
        """Open the windows; a text that a crash left is only put in its place."""
        free = list(self._documents.windows)
        for place in places:
            coming = deque(sorted(self._news(place), key=lambda each: each is not place.tabs[place.current]))
            window = None
            while coming and window is None:
                front = coming.popleft()
                tab = self._opened(front)
                if tab is not None:
                    window = self._documents.bring(tab, free.pop(0) if free else None)
                    window.tabs.arrange([tab])
                    put(window, place.geometry)
                    put_tab(tab, front)
                    window.show_tab(tab)
            if window is not None:
                waiting = [_Waiting(window, place, each) for each in place.tabs if each in coming]
                # With a second one the strip of tabs stands before the window is painted.
                for each in waiting[:1]:
                    self._come(each)
                self._waiting.extend(waiting[1:])
        if places and not self._documents.windows:
            put(self._documents.open_window(), places[0].geometry)
        self._timer.start()

    def finish(self) -> None:
        """Open at once what has not come yet."""
        while self._waiting:
            self._come(self._waiting.popleft())
        if self._timer.isActive():
            self._end()

    def stop(self) -> None:
        """Open nothing more."""
        self._waiting.clear()
        self._timer.stop()

    def _news(self, place: WindowPlace) -> list[TabPlace]:
        """Return the places of files that no other place has had."""
        news = []
        for each in place.tabs:
            real = "" if each.path is None else os.path.realpath(each.path)
            if real and real not in self._known:
                self._known.add(real)
                news.append(each)
        return news

    def _come(self, waiting: _Waiting) -> None:
        """Bring a document into its window, behind those that stood before it."""
        window = waiting.window
        if window not in self._documents.windows:
            return
        tab = self._opened(waiting.tab)
        if tab is None:
            return
        self._documents.bring(tab, window)
        index = waiting.place.tabs.index(waiting.tab)
        before = {os.path.realpath(each.path) for each in waiting.place.tabs[:index] if each.path is not None}
        order = [each for each in window.tabs.all() if each is not tab]
        stand = [place for place, each in enumerate(order) if _real_path(each) in before]
        order.insert(stand[-1] + 1 if stand else 0, tab)
        window.tabs.arrange(order)
        put_tab(tab, waiting.tab)

    def _opened(self, place: TabPlace) -> DocumentTab | None:
        """Return the document of a file, made anew if it is not open; None where that fails."""
        assert place.path is not None
        if (found := self._documents.find(place.path)) is not None:
            return found[1]
        if not place.path.exists():
            self._lost.append(tr("{path} no longer exists").format(path=place.path.name))
            return None
        try:
            return self._documents.make(place.path)
        except DocumentError as exc:
            self._lost.append(str(exc))
            return None

    @Slot()
    def _on_timeout(self) -> None:
        if self._waiting:
            self._come(self._waiting.popleft())
            self._timer.start()
        else:
            self._end()

    def _end(self) -> None:
        self._timer.stop()
        lost, self._lost = self._lost, []
        self._known.clear()
        self.finished.emit(lost)


def _real_path(tab: DocumentTab) -> str:
    return "" if tab.session.path is None else os.path.realpath(tab.session.path)
