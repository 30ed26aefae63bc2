"""The windows that were open at the end: kept in a file of the user's data folder for the next start."""

import logging
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Slot

from editor.process.timers import single_shot
from editor.window.editor_window import EditorWindow
from editor.window.window_place import TabPlace, WindowPlace, place_of
from resources.files.state_file import StateFile

_log = logging.getLogger(__name__)
_FORMAT_VERSION = 2
# Of the time when a window had one document.
_OLD_FORMAT_VERSION = 1
# What a killed program forgets of its carets; its texts have their journals.
_INTERVAL_MS = 5000
_MAX_WINDOWS, _MAX_TABS = 50, 200
_MAX_GEOMETRY = 4096


class LastSession(QObject):
    """Notes where the windows are, now and then and at the end; lives on the GUI thread.

    Attributes:
        is_held: the windows are not all there yet: what the file says is still what is true.
    """

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self._file = StateFile(
            path, _FORMAT_VERSION, "the last session is not restored", {_OLD_FORMAT_VERSION: _with_tabs}
        )
        self.is_held = False
        self._is_on = True
        self._is_ours = True
        self._windows: list[EditorWindow] = []
        self._final: list[WindowPlace] | None = None
        self._written: list[WindowPlace] | None = None
        self._timer = single_shot(self, _INTERVAL_MS, self.write)

    def read(self) -> list[WindowPlace]:
        """Return the windows of the last session; none, and one line in the log, where the file is broken."""
        return (self._file.read(_as_places) or []) if self._is_ours else []

    def leave(self) -> None:
        """Leave the session to another program: nothing is read, kept or forgotten here."""
        self._timer.stop()
        self._is_on = self._is_ours = False

    def set_on(self, is_on: bool) -> None:
        """Keep the session or not; what was kept is forgotten when it is switched off."""
        if not self._is_ours:
            return
        if self._is_on and not is_on:
            self._timer.stop()
            self._file.remove()
            self._written = None
        self._is_on = is_on
        self._note_change()

    @Slot(object)
    def add_window(self, window: EditorWindow) -> None:
        """Keep a window that was opened."""
        self._windows.append(window)
        window.place_changed.connect(self._note_change)
        self._note_change()

    @Slot(object)
    def remove_window(self, window: EditorWindow) -> None:
        """Forget a window that the person closed; the last one is how the session ends."""
        if len(self._windows) == 1 and self._final is None:
            self._final = [place_of(window)]
        self._windows.remove(window)
        self._note_change()

    def begin_quit(self) -> None:
        """Note that all windows are about to be closed together."""
        self._final = [place_of(window) for window in self._windows]

    def end_quit(self) -> None:
        """Go on when the person stayed in one of them."""
        if self._windows:
            self._final = None

    def stop(self) -> None:
        """Write the session for the next start; nothing is noted afterwards."""
        self._timer.stop()
        self.write()
        self._is_on = False
        self._windows.clear()

    @Slot()
    def _note_change(self) -> None:
        if self._is_on and self._windows and not self._timer.isActive():
            self._timer.start()

    @Slot()
    def write(self) -> None:
        """Write where the windows are now, if that is news."""
        places = self._final if self._final is not None else [place_of(window) for window in self._windows]
        # A program that never had a window has had no session.
        if not self._is_on or self.is_held or not places or places == self._written:
            return
        try:
            self._file.write({"windows": [_as_values(place) for place in places]})
            self._written = places
        except OSError as exc:
            _log.warning("%s cannot be written: %s", self._path, exc)


def _as_values(place: WindowPlace) -> dict[str, Any]:
    tabs = [
        {
            "path": None if tab.path is None else str(tab.path),
            "caret": tab.caret,
            "anchor": tab.anchor,
            "top_line": tab.top_line,
        }
        for tab in place.tabs
    ]
    return {"tabs": tabs, "current": place.current, "geometry": place.geometry}


def _with_tabs(values: dict[str, Any]) -> dict[str, Any]:
    return {
        "windows": [{"tabs": [each], "current": 0, "geometry": each["geometry"]} for each in _windows(values)],
    }


def _windows(values: dict[str, Any]) -> list[dict[str, Any]]:
    windows = values["windows"]
    if not isinstance(windows, list):
        raise TypeError("no list of windows")
    return windows[:_MAX_WINDOWS]


def _as_places(values: dict[str, Any]) -> list[WindowPlace]:
    return [_as_place(each) for each in _windows(values)]


def _as_place(values: dict[str, Any]) -> WindowPlace:
    tabs, current, geometry = values["tabs"], values["current"], values["geometry"]
    if not isinstance(tabs, list) or not 0 < len(tabs) <= _MAX_TABS:
        raise ValueError("no list of documents")
    if not isinstance(current, int) or not 0 <= current < len(tabs):
        raise ValueError("a document that is none")
    if not isinstance(geometry, str) or not geometry.isascii() or len(geometry) > _MAX_GEOMETRY:
        raise ValueError("a geometry that is none")
    return WindowPlace(tuple(_as_tab(each) for each in tabs), current, geometry)


def _as_tab(values: dict[str, Any]) -> TabPlace:
    path = values["path"]
    numbers = (values["caret"], values["anchor"], values["top_line"])
    if not (path is None or (isinstance(path, str) and path and "\0" not in path)):
        raise ValueError("a path that is none")
    if not all(isinstance(number, int) and 0 <= number < 2**31 for number in numbers):
        raise ValueError("a place that is none")
    return TabPlace(None if path is None else Path(path), *numbers)
