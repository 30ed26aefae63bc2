"""The windows that were open at the end: kept in a file of the user's data folder for the next start."""

import json
import logging
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Slot

from editor.atomic_file import write_atomically
from editor.editor_window import EditorWindow
from editor.window_place import TabPlace, WindowPlace, place_of

_log = logging.getLogger(__name__)
_FORMAT_VERSION = 2
# Of the time when a window had one document.
_OLD_FORMAT_VERSION = 1
# What a killed program forgets of its carets; its texts have their journals.
_INTERVAL_MS = 5000
_MAX_WINDOWS, _MAX_TABS = 50, 200
_MAX_GEOMETRY = 4096


class LastSession(QObject):
    """Notes where the windows are, now and then and at the end; lives on the GUI thread."""

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self._is_on = True
        self._is_ours = True
        self._windows: list[EditorWindow] = []
        self._final: list[WindowPlace] | None = None
        self._written: list[WindowPlace] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_INTERVAL_MS)
        self._timer.timeout.connect(self._on_timeout)

    def read(self) -> list[WindowPlace]:
        """Return the windows of the last session; none, and one line in the log, where the file is broken."""
        if not self._is_ours:
            return []
        try:
            return _as_places(json.loads(self._path.read_text(encoding="ascii")))
        except FileNotFoundError:
            return []
        except (OSError, ValueError, TypeError, KeyError) as exc:
            _log.warning("%s cannot be read (%s): the last session is not restored", self._path, exc)
            return []

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
            try:
                self._path.unlink(missing_ok=True)
            except OSError as exc:
                _log.warning("%s cannot be removed: %s", self._path, exc)
            self._written = None
        self._is_on = is_on
        self._note_change()

    def add_window(self, window: EditorWindow) -> None:
        """Keep a window that was opened."""
        self._windows.append(window)
        window.place_changed.connect(self._note_change)
        self._note_change()

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
        self._write()
        self._is_on = False
        self._windows.clear()

    @Slot()
    def _note_change(self) -> None:
        if self._is_on and self._windows and not self._timer.isActive():
            self._timer.start()

    @Slot()
    def _on_timeout(self) -> None:
        self._write()

    def _write(self) -> None:
        places = self._final if self._final is not None else [place_of(window) for window in self._windows]
        # A program that never had a window has had no session.
        if not self._is_on or not places or places == self._written:
            return
        values = {"format_version": _FORMAT_VERSION, "windows": [_as_values(place) for place in places]}
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            # A killed process does not lose what the kernel has; waiting for the disk would stop the keys.
            write_atomically(self._path, (json.dumps(values, indent=1) + "\n").encode("ascii"), sync=False)
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


def _as_places(values: object) -> list[WindowPlace]:
    if not isinstance(values, dict) or values["format_version"] not in (_FORMAT_VERSION, _OLD_FORMAT_VERSION):
        raise ValueError("another format")
    windows = values["windows"]
    if not isinstance(windows, list):
        raise TypeError("no list of windows")
    if values["format_version"] == _OLD_FORMAT_VERSION:
        windows = [{"tabs": [each], "current": 0, "geometry": each["geometry"]} for each in windows]
    return [_as_place(each) for each in windows[:_MAX_WINDOWS]]


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
    if not (path is None or (isinstance(path, str) and path)):
        raise ValueError("a path that is none")
    if not all(isinstance(number, int) and 0 <= number < 2**31 for number in numbers):
        raise ValueError("a place that is none")
    return TabPlace(None if path is None else Path(path), *numbers)
