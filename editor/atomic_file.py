"""Writes a file so that it is either the old one or the new one, whole, at any moment."""

import contextlib
import os
import secrets
import stat
from pathlib import Path


def write_atomically(path: Path, data: bytes, *, sync: bool = True) -> None:
    """Write `data` to `path` through a temporary file beside it; keep permissions, and follow a symbolic link.

    `sync` waits until the bytes are on the disk. Raises OSError; the old file is then untouched.
    """
    target = path.resolve()
    try:
        mode: int | None = stat.S_IMODE(target.stat().st_mode)
    except FileNotFoundError:
        mode = None
    if mode is not None and not os.access(target, os.W_OK):
        raise PermissionError(13, "the file is read-only", str(path))
    name = target.with_name(f".{target.name}.{secrets.token_hex(4)}.tmp")
    # 0o666 less the person's umask, as for any new file.
    handle = os.open(name, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            if sync:
                os.fsync(file.fileno())
        if mode is not None:
            name.chmod(mode)
        os.replace(name, target)
    except BaseException:
        with contextlib.suppress(OSError):
            name.unlink()
        raise
