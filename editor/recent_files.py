"""The files that were opened last: a short list in a file of the user's data folder, the newest first."""

import json
import logging
from pathlib import Path

from editor.atomic_file import write_atomically

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

    def paths(self) -> list[Path]:
        """Return the files, the newest first, whether or not they still exist."""
        try:
            return _as_paths(json.loads(self._path.read_text(encoding="utf-8")))
        except FileNotFoundError:
            return []
        except (OSError, ValueError, TypeError, KeyError) as exc:
            _log.warning("%s cannot be read (%s): no recent files", self._path, exc)
            return []

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
        try:
            self._path.unlink(missing_ok=True)
        except OSError as exc:
            _log.warning("%s cannot be removed: %s", self._path, exc)

    def _write(self, paths: list[Path], known: list[Path]) -> None:
        if paths == known:
            return
        values = {"format_version": _FORMAT_VERSION, "paths": [str(path) for path in paths]}
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            # ASCII: a file name that is no valid UTF-8 is kept as its escapes.
            write_atomically(self._path, (json.dumps(values, indent=1) + "\n").encode("ascii"), sync=False)
        except OSError as exc:
            _log.warning("%s cannot be written: %s", self._path, exc)


def _as_paths(values: object) -> list[Path]:
    if not isinstance(values, dict) or values["format_version"] != _FORMAT_VERSION:
        raise ValueError("another format")
    names = values["paths"]
    if not isinstance(names, list) or not all(isinstance(name, str) and name for name in names):
        raise ValueError("no list of files")
    return [Path(name) for name in names[:MAX_FILES]]
