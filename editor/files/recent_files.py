"""The files that were opened last: a short list in a file of the user's data folder, the newest first."""

import logging
from pathlib import Path
from typing import Any

from resources.files.state_file import StateFile

_log = logging.getLogger(__name__)
_FORMAT_VERSION = 1
# As many as have a digit for a key in the menu.
MAX_FILES = 9


class RecentFiles:
    """The list; it is read anew before each change, because another Foretype may have changed it.

    A file that cannot be read counts as an empty list, with one line in the log; so does one that cannot be written.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file = StateFile(path, _FORMAT_VERSION, "no recent files")

    def paths(self) -> list[Path]:
        """Return the files, the newest first, whether or not they still exist."""
        return self._file.read(_as_paths) or []

    def add(self, path: Path) -> None:
        """Put a file at the top; the oldest falls off."""
        known = self.paths()
        self._write([path, *(each for each in known if each != path)][:MAX_FILES], known)

    def remove(self, path: Path) -> None:
        """Take a file off the list."""
        known = self.paths()
        self._write([each for each in known if each != path], known)

    def clear(self) -> None:
        """Take all files off the list."""
        self._file.remove()

    def _write(self, paths: list[Path], known: list[Path]) -> None:
        if paths == known:
            return
        try:
            self._file.write({"paths": [str(path) for path in paths]})
        except OSError as exc:
            _log.warning("%s cannot be written: %s", self._path, exc)


def _as_paths(values: dict[str, Any]) -> list[Path]:
    names = values["paths"]
    if not isinstance(names, list) or not all(isinstance(name, str) and name for name in names):
        raise ValueError("no list of files")
    return [Path(name) for name in names[:MAX_FILES]]
