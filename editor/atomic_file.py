"""Writes a file so that it is either the old one or the new one, whole, at any moment."""

import contextlib
import os
import secrets
import stat
from pathlib import Path

PRIVATE_MODE = 0o600
"""Of what only the person may read."""
_ANY_MODE = 0o666
"""Less the person's umask, as for any new file."""


def write_atomically(path: Path, data: bytes, *, sync: bool = True, mode: int | None = None) -> None:
    """Write `data` to `path` through a temporary file beside it; keep permissions, and follow a symbolic link.

    `sync` waits until the bytes are on the disk. A file of the program's own is given the permissions `mode`, whatever
    it had. Raises OSError; the old file is then untouched.
    """
    target = path.resolve()
    try:
        before: int | None = stat.S_IMODE(target.stat().st_mode)
    except FileNotFoundError:
        before = None
    if before is not None and not os.access(target, os.W_OK):
        raise PermissionError(13, "the file is read-only", str(path))
    name = target.with_name(f".{target.name}.{secrets.token_hex(4)}.tmp")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    handle = os.open(name, flags, _ANY_MODE if mode is None else mode)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            if sync:
                os.fsync(file.fileno())
        if mode is None and before is not None:
            name.chmod(before)
        os.replace(name, target)
    except BaseException:
        with contextlib.suppress(OSError):
            name.unlink()
        raise
