"""An append-only file of records, each a line with its checksum: a kill at any moment costs at most the last record.

A line is the CRC-32 of the JSON after it, in eight hexadecimal digits, a space, the JSON, a line feed. The first record
says the format. Text stands in it as it is, UTF-8, so that what has been removed can be seen to be gone.

It is rewritten by code of its own rather than by `atomic_file`: the old bytes may survive in no leftover, and the
renaming itself must have reached the disk.
"""

import contextlib
import json
import logging
import os
import secrets
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from resources.user_error import UserError

_log = logging.getLogger(__name__)

FORMAT_VERSION = 1
_PRIVATE_MODE = 0o600
_PRIVATE_FOLDER_MODE = 0o700

Record = dict[str, Any]


class StoreError(UserError):
    """What was learned cannot be read or kept."""


class RecordLog:
    """The file; one process at a time may write it, which is its caller's care."""

    def __init__(self, path: Path, *, is_writable: bool = True) -> None:
        self.path = path
        self._is_writable = is_writable
        self.size_bytes = 0

    def read(self) -> list[Record]:
        """Return the whole records, without the header; a damaged one is left out, which is logged once.

        A torn end is cut off, so that what is appended begins a line. What a killed rewriting left is removed.

        Raises:
            StoreError: if the file is of another format or cannot be read.
        """
        try:
            if self._is_writable:
                self._remove_leftovers()
            data = self.path.read_bytes()
        except FileNotFoundError:
            self.size_bytes = 0
            return []
        except OSError as exc:
            raise StoreError(
                f"what was learned cannot be read from {self.path}: {exc.strerror or exc}; check its permissions"
            ) from exc
        whole = data.rfind(b"\n") + 1
        records = [_parsed(line) for line in data[:whole].split(b"\n")[:-1]]
        good = [record for record in records if record is not None]
        versions = {record["format_version"] for record in good if "format_version" in record}
        if versions - {FORMAT_VERSION}:
            raise StoreError(f"{self.path} was written by another version of Foretype: nothing is learned or changed")
        damaged = len(records) - len(good)
        if damaged or whole < len(data):
            torn = " and a torn end" if whole < len(data) else ""
            _log.warning("%s has %d damaged records%s: they are left out", self.path, damaged, torn)
        if self._is_writable and whole < len(data):
            os.truncate(self.path, whole)
        self.size_bytes = whole
        return [record for record in good if "format_version" not in record]

    def append(self, record: Record) -> None:
        """Add one record. The kernel has it then: a killed process does not lose it, only a power failure might.

        Raises:
            StoreError: if it cannot be written; the file is then as it was.
        """
        if not self._is_writable:
            return
        try:
            self.path.parent.mkdir(mode=_PRIVATE_FOLDER_MODE, parents=True, exist_ok=True)
            with self._opened(self.path, os.O_APPEND) as handle:
                before = os.fstat(handle).st_size
                data = _line(record) if before else _line(_HEADER) + _line(record)
                try:
                    _write_all(handle, data)
                except OSError:
                    with contextlib.suppress(OSError):
                        os.ftruncate(handle, before)
                    raise
                self.size_bytes = before + len(data)
        except OSError as exc:
            raise self._failure(exc) from exc

    def rewrite(self, records: Iterable[Record]) -> None:
        """Replace the whole file, and wait for the disk: what is not among `records` is in no file any more.

        Raises:
            StoreError: if it cannot be written; the old file is then still there.
        """
        if not self._is_writable:
            return
        name = self.path.with_name(f".{self.path.name}.{secrets.token_hex(4)}.tmp")
        try:
            self.path.parent.mkdir(mode=_PRIVATE_FOLDER_MODE, parents=True, exist_ok=True)
            with self._opened(name, os.O_EXCL) as handle:
                size = _write_all(handle, _line(_HEADER))
                size += sum(_write_all(handle, _line(record)) for record in records)
                os.fsync(handle)
            os.replace(name, self.path)
            _sync_folder(self.path.parent)
            self.size_bytes = size
        except OSError as exc:
            raise self._failure(exc) from exc
        finally:
            with contextlib.suppress(OSError):
                name.unlink(missing_ok=True)

    def remove(self) -> None:
        """Remove the file and everything a killed rewriting left beside it.

        Raises:
            StoreError: if it cannot be removed.
        """
        if not self._is_writable:
            return
        try:
            self.path.unlink(missing_ok=True)
            self._remove_leftovers()
            if self.path.parent.is_dir():
                _sync_folder(self.path.parent)
        except OSError as exc:
            raise self._failure(exc) from exc
        self.size_bytes = 0

    def _remove_leftovers(self) -> None:
        for leftover in self.path.parent.glob(f".{self.path.name}.*.tmp"):
            leftover.unlink(missing_ok=True)

    @contextlib.contextmanager
    def _opened(self, path: Path, flags: int) -> Iterator[int]:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | flags | getattr(os, "O_BINARY", 0), _PRIVATE_MODE)
        try:
            yield handle
        finally:
            os.close(handle)

    def _failure(self, exc: OSError) -> StoreError:
        return StoreError(f"what is learned cannot be kept in {self.path}: {exc.strerror or exc}; make room for it")


_HEADER: Record = {"format_version": FORMAT_VERSION}


def _line(record: Record) -> bytes:
    body = json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
    return b"%08x %s\n" % (zlib.crc32(body), body)


def _parsed(line: bytes) -> Record | None:
    """Return the record of a line, None if it is damaged."""
    checksum, _, body = line.partition(b" ")
    if checksum != b"%08x" % zlib.crc32(body):
        return None
    try:
        record = json.loads(body)
    except ValueError:
        return None
    return record if isinstance(record, dict) else None


def _write_all(handle: int, data: bytes) -> int:
    view = memoryview(data)
    while view:
        view = view[os.write(handle, view) :]
    return len(data)


def _sync_folder(folder: Path) -> None:
    """Let the renaming reach the disk; some systems cannot open a folder, and need not."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
