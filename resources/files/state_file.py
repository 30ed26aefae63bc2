"""A small JSON file of the program's own: its version checked, written in one step, for this person's eyes alone."""

import json
import logging
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

from resources.files.atomic_file import PRIVATE_MODE, write_atomically

_log = logging.getLogger(__name__)
_LARGEST_BYTES = 4 << 20

Read = TypeVar("Read")
Upgrade = Callable[[dict[str, Any]], dict[str, Any]]
_NO_UPGRADES: Mapping[int, Upgrade] = MappingProxyType({})


class StateFile:
    """One file; a broken one counts as none, with one line in the log.

    Most of them name the person's documents, so that nobody else may read them.
    """

    def __init__(
        self, path: Path, format_version: int, otherwise: str, upgrades: Mapping[int, Upgrade] = _NO_UPGRADES
    ) -> None:
        """`otherwise` tells the log what is done without the file, such as "no recent files".

        `upgrades` make the values of this version from those of an earlier one.
        """
        self._path = path
        self._format_version = format_version
        self._otherwise = otherwise
        self._upgrades = upgrades

    def read(self, parse: Callable[[dict[str, Any]], Read]) -> Read | None:
        """Return what `parse` makes of the values; None where there is no file, or a broken one.

        `parse` raises ValueError, TypeError or KeyError where it can make nothing of them.
        """
        try:
            return parse(self._values())
        except FileNotFoundError:
            return None
        except (OSError, ValueError, TypeError, KeyError, RecursionError) as exc:
            _log.warning("%s cannot be read (%s): %s", self._path, exc, self._otherwise)
            return None

    def write(self, values: Mapping[str, Any], *, sync: bool = False) -> None:
        """Store the values, in a folder that is made where it lacks; raises OSError.

        A killed process does not lose what the kernel has, and waiting for the disk would stop the keys: `sync` is for
        what must outlast a power cut.
        """
        self._path.parent.mkdir(parents=True, exist_ok=True)
        text = json.dumps({"format_version": self._format_version, **values}, indent=1)
        # ASCII: a file name that is not valid UTF-8 is kept as its escapes.
        write_atomically(self._path, (text + "\n").encode("ascii"), sync=sync, mode=PRIVATE_MODE)

    def remove(self) -> None:
        """Leave no file; one that stays is a line in the log."""
        try:
            self._path.unlink(missing_ok=True)
        except OSError as exc:
            _log.warning("%s cannot be removed: %s", self._path, exc)

    def _values(self) -> dict[str, Any]:
        with self._path.open("rb") as file:
            data = file.read(_LARGEST_BYTES + 1)
        if len(data) > _LARGEST_BYTES:
            raise ValueError("it is too large")
        values: dict[str, Any] = json.loads(data.decode("utf-8"))
        version = values.pop("format_version", None) if isinstance(values, dict) else None
        if version == self._format_version:
            return values
        if not isinstance(version, int) or version not in self._upgrades:
            raise ValueError("another format")
        return self._upgrades[version](values)
