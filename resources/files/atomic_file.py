"""Write a file so that it is either the old one or the new one, whole, at any moment."""

import contextlib
import errno
import os
import secrets
import stat
from collections.abc import Iterator
from io import RawIOBase
from pathlib import Path

from resources.marked_sentence import QT_TR_NOOP

PRIVATE_MODE = 0o600
"""Of what only the person may read."""
_ANY_MODE = 0o666
"""Less the person's umask, as for any new file."""
_LONGEST_PART = 50
"""Characters of a name; in UTF-8 at most 200 of the 255 bytes that file systems allow."""


def write_atomically(path: Path, data: bytes, *, sync: bool = True, mode: int | None = None) -> None:
    """Write `data` to `path` through a temporary file beside it; follow a symbolic link.

    Permissions, owner and further names (hard links) are kept: where a new file cannot have them, or the folder takes
    none, the bytes are written into the old one. `sync` waits until the bytes are on the disk. A file of the program's
    own is given the permissions `mode`, whatever it had. Raises OSError; the old file is then untouched.
    """
    target = _target(path)
    try:
        before: os.stat_result | None = target.stat()
    except FileNotFoundError:
        before = None
    if before is not None:
        if stat.S_ISDIR(before.st_mode):
            raise IsADirectoryError(errno.EISDIR, QT_TR_NOOP("it is a folder"), str(path))
        if not stat.S_ISREG(before.st_mode):
            raise OSError(errno.EINVAL, QT_TR_NOOP("it is not a regular file"), str(path))
        if not os.access(target, os.W_OK):
            raise PermissionError(errno.EACCES, QT_TR_NOOP("the file is read-only"), str(path))
        if before.st_nlink > 1:
            _write_into(target, data, sync=sync)
            return
    # A name as long as a name can be has no room for more.
    name = target.with_name(f".{target.name[:_LONGEST_PART]}.{secrets.token_hex(4)}.tmp")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    try:
        handle = os.open(name, flags, _ANY_MODE if mode is None else mode)
    except PermissionError:
        if before is None:
            raise
        _write_into(target, data, sync=sync)
        return
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            if sync:
                os.fsync(file.fileno())
        if before is not None and not _has_owner_of(name, before):
            name.unlink()
            _write_into(target, data, sync=sync)
            return
        if mode is None and before is not None:
            name.chmod(stat.S_IMODE(before.st_mode))
        os.replace(name, target)
    except BaseException:
        with contextlib.suppress(OSError):
            name.unlink()
        raise


@contextlib.contextmanager
def replaced(path: Path) -> Iterator[Path]:
    """Yield the name of a file beside `path` to write, and move it to `path` when the block ends.

    For large files of the program's own that are written in parts: the name is always the same, so that what a killed
    process left is written over, and one process at a time may use it. Raises OSError; the old file is then untouched.
    """
    temporary = path.with_name(path.name + ".tmp")
    path.parent.mkdir(parents=True, exist_ok=True)
    yield temporary
    with temporary.open("rb") as written:
        os.fsync(written.fileno())
    os.replace(temporary, path)


def _target(path: Path) -> Path:
    try:
        return path.resolve()
    except RuntimeError as exc:  # what Python says of links in a circle
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(path)) from exc


def _has_owner_of(name: Path, before: os.stat_result) -> bool:
    """Give a new file the owner and the group of the old one; False where that is not allowed."""
    now = name.stat()
    if (now.st_uid, now.st_gid) == (before.st_uid, before.st_gid):
        return True
    try:
        os.chown(name, before.st_uid, before.st_gid)
    except OSError:
        return False
    return True


def _write_into(target: Path, data: bytes, *, sync: bool) -> None:
    """Replace the bytes of a file within it; the room is taken first, and the old bytes are put back on an error."""
    old = target.read_bytes()
    with target.open("r+b", buffering=0) as file:
        try:
            if len(data) > len(old) and hasattr(os, "posix_fallocate"):
                os.posix_fallocate(file.fileno(), 0, len(data))
            _fill(file, data)
            if sync:
                os.fsync(file.fileno())
        except BaseException:
            with contextlib.suppress(OSError):
                _fill(file, old)
            raise


def _fill(file: RawIOBase, data: bytes) -> None:
    file.seek(0)
    view = memoryview(data)
    while view:
        view = view[file.write(view) or 0 :]
    file.truncate(len(data))
