"""The faces that a person kept, in a JSON file: how each is made again, and with which model."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from gan_gallery.faces.export import write_file
from gan_gallery.faces.face import Portrait

_FORMAT_VERSION = 1
_MOST = 10_000
_LARGEST_BYTES = 20_000_000


class Favourites:
    """The list and its file; every change is written at once.

    Attributes:
        problem: a sentence when the file could not be read; it was set aside then.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self.problem = ""
        self._items = self._read()

    def __iter__(self) -> Iterator[Portrait]:
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)

    def __contains__(self, portrait: object) -> bool:
        return portrait in self._items

    def add(self, portrait: Portrait) -> None:
        """Append one unless it is there; raise ExportError if the disk refuses."""
        if portrait not in self._items:
            self._write([*self._items, portrait])

    def remove(self, portrait: Portrait) -> None:
        """Take one out; raise ExportError if the disk refuses."""
        self._write([item for item in self._items if item != portrait])

    def _write(self, items: list[Portrait]) -> None:
        data = {"format_version": _FORMAT_VERSION, "favourites": [item.to_json() for item in items]}
        write_file(self._path, (json.dumps(data, indent=1) + "\n").encode())
        self._items = items

    def _read(self) -> list[Portrait]:
        try:
            with self._path.open("rb") as file:
                return _checked(json.loads(file.read(_LARGEST_BYTES).decode()))
        except FileNotFoundError:
            return []
        except (OSError, ValueError, RecursionError) as exc:
            aside = self._path.with_name(self._path.name + ".damaged")
            try:
                self._path.replace(aside)
            except OSError:
                aside = self._path
            self.problem = f"The favourites could not be read ({exc}): their file is kept as {aside}"
            return []


def _checked(data: Any) -> list[Portrait]:
    if not isinstance(data, dict) or data.get("format_version") != _FORMAT_VERSION:
        raise ValueError("it is of another version")
    items = data.get("favourites")
    if not isinstance(items, list) or len(items) > _MOST:
        raise ValueError("it holds no list of favourites")
    return [Portrait.from_json(item) for item in items]
