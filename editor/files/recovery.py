"""Keeps unsaved text safe from a crash: a journal beside the document, restored at the next start.

Each window writes what it holds at most once a second while the person types, so that a killed process loses no more
than two seconds. A lock file says that its owner lives; a journal without a living owner is what a crash left.
"""

import json
import logging
import math
import os
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PySide6.QtCore import QLockFile, QObject, Signal, Slot

from editor.files.document import MAX_BYTES, Stamp, TextFile
from editor.files.edit_log import replayed
from editor.files.file_format import FileFormat
from editor.process.timers import single_shot
from editor.translation import reason_of, tr
from resources.files.atomic_file import PRIVATE_MODE, write_atomically

_log = logging.getLogger(__name__)
_FORMAT_VERSION = 1
# Its header says how many bytes of text follow; behind them stands a line for each edit since.
_FORMAT_WITH_EDITS = 2
# No page holds more, even where each letter takes four bytes.
_LARGEST_BYTES = 5 * MAX_BYTES
_INTERVAL_MS = 1000
# Writing a longer text each second would be felt in the keys.
_LARGE_CHARS = 500_000
# Replaying more would be felt at the next start; then the whole text is written again.
_MOST_ADDED_BYTES = 200_000


@dataclass(frozen=True, slots=True)
class Unsaved:
    """A text that is not on disk in this form; `file` is None for an untitled one.

    Attributes:
        written_at: when it was written to its journal, seconds since 1970; None for one that was in none.
    """

    file: TextFile | None
    text: str
    written_at: float | None = field(default=None, compare=False)


class RecoveryJournal(QObject):
    """The journal of one document.

    Signals:
        failed(str): unsaved text cannot be kept safe any more, in a sentence.
    """

    failed = Signal(str)

    def __init__(
        self,
        folder: Path,
        unsaved: Callable[[], Unsaved | None],
        parent: QObject | None = None,
        *,
        edits: Callable[[], bytes | None] | None = None,
        outline: Callable[[], Unsaved | None] | None = None,
    ) -> None:
        """Keep what `unsaved` returns; None means that nothing would be lost.

        A large text is written as a whole once, and then the `edits` since the last call as long as they tell all
        (not None) and the `outline`, which is `unsaved` without the text, stays the same.
        """
        super().__init__(parent)
        self._unsaved = unsaved
        self._edits = edits
        self._outline = outline
        self._base: Unsaved | None = None  # the outline of the large text to which edits can be added
        self._added_bytes = 0
        self._has_failed = False
        self._path = folder / f"{secrets.token_hex(8)}.journal"
        self._lock = _lock_of(self._path)
        try:
            self._open()
        except OSError as exc:
            _log.warning("there is no folder %s for unsaved text: %s", folder, exc)  # tried again at the first write
        self._timer = single_shot(self, _INTERVAL_MS, self.write)

    def _open(self) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        if not self._lock.isLocked():
            self._lock.tryLock(0)

    def _note_failure(self, exc: OSError) -> None:
        """Tell the person, and the log, once; again when it has gone well in between."""
        reason, folder = reason_of(exc), self._path.parent
        if not self._has_failed:
            self._has_failed = True
            _log.warning("unsaved text cannot be kept safe in %s: %s", folder, reason)
            sentence = tr("Unsaved text cannot be backed up in {folder}: {reason}. Save it often")
            self.failed.emit(sentence.format(folder=folder, reason=reason))

    @Slot()
    def note_change(self) -> None:
        """Write within a second; a timer that runs is left alone, so that steady typing is written too."""
        if not self._timer.isActive():
            self._timer.start()

    @Slot()
    def write(self) -> bool:
        """Write now; tell whether nothing would be lost."""
        if self._add_edits():
            return True
        self._base = None
        unsaved = self._unsaved()
        try:
            if unsaved is None:
                self._path.unlink(missing_ok=True)
            else:
                self._open()
                # A killed process does not lose what the kernel has; waiting for the disk would stop the keys.
                write_atomically(self._path, _as_bytes(unsaved), sync=False, mode=PRIVATE_MODE)
                if self._outline is not None and len(unsaved.text) >= _LARGE_CHARS:
                    self._base, self._added_bytes = self._outline(), 0
        except OSError as exc:
            self._note_failure(exc)
            return False
        self._has_failed = False
        return True

    def _add_edits(self) -> bool:
        """Add what was edited to the journal of a large text; False where the whole must be written."""
        edits = self._edits() if self._edits is not None else None
        if edits is None or self._base is None or self._outline is None or self._outline() != self._base:
            return False
        self._added_bytes += len(edits)
        if self._added_bytes > _MOST_ADDED_BYTES:
            return False
        try:
            with self._path.open("r+b") as file:
                file.seek(0, os.SEEK_END)
                file.write(edits)
        except OSError:
            return False
        return True

    def close(self, *, keeps_text: bool = False) -> None:
        """Forget the text: it was saved, or the person gave it up; or keep it for the next start."""
        self._timer.stop()
        if keeps_text:
            self.write()
        else:
            _remove(self._path)
        self._lock.unlock()


def recover_each(folder: Path, restore: Callable[[Unsaved], bool]) -> list[Path]:
    """Give each text that crashed windows left to `restore`, and remove its journal once that says that it is safe.

    A broken journal is kept aside; the names that such ones have now are returned.
    """
    broken = []
    for path in sorted(folder.glob("*.journal")):
        lock = _lock_of(path)
        if not lock.tryLock(0):
            continue
        try:
            unsaved = _from_bytes(_read(path), path.stat().st_mtime)
        except (OSError, ValueError, KeyError, TypeError, OverflowError, RecursionError) as exc:
            _log.warning("%s cannot be recovered (%s)", path, exc)
            broken.extend(_set_aside(path))
        else:
            # A program that is killed in between leaves the text twice, not never.
            if restore(unsaved):
                _remove(path)
        finally:
            lock.unlock()
    return broken


def recover(folder: Path) -> list[Unsaved]:
    """Return the texts that crashed windows left, and remove their journals; a broken one is kept aside."""
    recovered: list[Unsaved] = []

    def take(unsaved: Unsaved) -> bool:
        recovered.append(unsaved)
        return True

    recover_each(folder, take)
    return recovered


def readable_part(path: Path) -> str:
    """Return what can be read of a broken journal's text; raises OSError."""
    data = path.read_bytes()
    header, _, body = data.partition(b"\n")
    return (body if header.startswith(b"{") else data).decode("utf-8", "replace")


def _set_aside(path: Path) -> list[Path]:
    aside = path.with_suffix(".broken")
    try:
        path.replace(aside)
    except OSError as exc:
        _log.warning("%s cannot be kept aside: %s", path, exc)
        return []
    return [aside]


def _remove(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError as exc:
        _log.warning("%s cannot be removed: %s", path, exc)


def _read(path: Path) -> bytes:
    with path.open("rb") as file:
        data = file.read(_LARGEST_BYTES + 1)
    if len(data) > _LARGEST_BYTES:
        raise ValueError("it is too large")
    return data


def _lock_of(path: Path) -> QLockFile:
    lock = QLockFile(str(path.with_suffix(".lock")))
    # Only a dead owner makes a lock stale, not its age.
    lock.setStaleLockTime(0)
    return lock


def _as_bytes(unsaved: Unsaved) -> bytes:
    """Return one line of JSON and then the text as it is: escaping ten megabytes would be felt in the keys."""
    text = unsaved.text.encode("utf-8", "surrogatepass")
    values: dict[str, Any] = {"format_version": _FORMAT_VERSION, "written_at": time.time()}
    if len(unsaved.text) >= _LARGE_CHARS:
        values |= {"format_version": _FORMAT_WITH_EDITS, "text_bytes": len(text)}
    if unsaved.file is not None:
        format_, stamp = unsaved.file.format, unsaved.file.stamp
        values["path"] = str(unsaved.file.path)
        values["format"] = [format_.encoding, format_.has_bom, format_.newline]
        values["stamp"] = None if stamp is None else [stamp.modified_ns, stamp.size_bytes, stamp.inode]
    return json.dumps(values).encode() + b"\n" + text


def _from_bytes(data: bytes, modified_at: float) -> Unsaved:
    header, _, body = data.partition(b"\n")
    values = json.loads(header)
    if values["format_version"] == _FORMAT_WITH_EDITS:
        size = int(values["text_bytes"])
        if not 0 <= size <= len(body):
            raise ValueError("the text is cut off")
        text = replayed(body[:size].decode("utf-8", "surrogatepass"), body[size:])
        values["written_at"] = modified_at  # the last edit's time, not the text's
    elif values["format_version"] == _FORMAT_VERSION:
        text = body.decode("utf-8", "surrogatepass")
    else:
        raise ValueError("another format")
    # Older journals do not say when they were written; their file does.
    written_at = float(values.get("written_at", modified_at))
    if not math.isfinite(written_at):
        written_at = modified_at
    if "path" not in values:
        return Unsaved(None, text, written_at)
    stamp = values["stamp"]
    file = TextFile(
        Path(values["path"]),
        FileFormat(*values["format"]),
        None if stamp is None else Stamp(*(int(value) for value in stamp)),
    )
    return Unsaved(file, text, written_at)
