"""Text files: read with their encoding and line endings, written back the same way, never overwritten unseen."""

import errno
import os
import stat
from dataclasses import dataclass
from pathlib import Path

from editor.errors import ChangedOnDiskError, DocumentError, LostCharactersError
from editor.files.file_format import FileFormat, decode, encode, lost_characters
from editor.translation import QT_TR_NOOP, reason_of, tr
from resources.files.atomic_file import write_atomically

# A text larger than this is refused: the page would not stay usable.
MAX_BYTES = 64 * 1024 * 1024
_NOT_ALLOWED = QT_TR_NOOP("ask for the permission, or choose another place")
_NO_ROOM = QT_TR_NOOP("make room, or choose another place")
_ADVICE = {
    errno.EACCES: _NOT_ALLOWED,
    errno.EPERM: _NOT_ALLOWED,
    errno.EROFS: QT_TR_NOOP("choose another place"),
    errno.ENOSPC: _NO_ROOM,
    errno.EDQUOT: _NO_ROOM,
    errno.EFBIG: _NO_ROOM,
    errno.ENOENT: QT_TR_NOOP("its folder is gone: choose another place"),
    errno.ENOTDIR: QT_TR_NOOP("its folder is gone: choose another place"),
    errno.EISDIR: QT_TR_NOOP("choose a name for a file"),
    errno.EINVAL: QT_TR_NOOP("choose another name"),
    errno.ENAMETOOLONG: QT_TR_NOOP("choose a shorter name"),
    errno.ELOOP: QT_TR_NOOP("its links lead in a circle: choose another name"),
}


@dataclass(frozen=True, slots=True)
class Stamp:
    """What tells one state of a file on disk from another."""

    modified_ns: int
    size_bytes: int
    inode: int


@dataclass(frozen=True, slots=True)
class TextFile:
    """A file as it was last read or written; `text` is not kept, it belongs to the page."""

    path: Path
    format: FileFormat
    stamp: Stamp | None


def read_file(path: Path, encoding: str | None = None) -> tuple[TextFile, str]:
    """Read a text file; return it and its text, its lines ended by a line feed. Raises DocumentError.

    The encoding is found out unless one is given.
    """
    try:
        stamp, data = _read(path)
    except FileNotFoundError as exc:
        raise DocumentError(tr("{path} does not exist").format(path=path)) from exc
    except IsADirectoryError as exc:
        raise DocumentError(tr("{path} is a folder: choose a file in it").format(path=path)) from exc
    except ValueError as exc:
        raise DocumentError(
            tr("{path} cannot be read: {reason}").format(path=path, reason=tr("the name holds a zero byte"))
        ) from exc
    except OSError as exc:
        raise DocumentError(tr("{path} cannot be read: {reason}").format(path=path, reason=_reason(exc))) from exc
    try:
        format_, text = decode(data, encoding)
    except DocumentError as exc:
        raise DocumentError(f"{path} {exc}") from exc
    return TextFile(path, format_, stamp), text


def _read(path: Path) -> tuple[Stamp, bytes]:
    # Without waiting for the other end of a pipe.
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(handle, "rb") as file:
        status = os.fstat(file.fileno())
        if not stat.S_ISREG(status.st_mode):
            raise DocumentError(tr("{path} is not a regular file: choose a text file").format(path=path))
        # One that grows meanwhile is read no further either.
        data = b"" if status.st_size > MAX_BYTES else file.read(MAX_BYTES + 1)
    size = max(status.st_size, len(data))
    if size > MAX_BYTES:
        sentence = tr("{path} has {size:.0f} MB, more than the {most} MB a page can hold")
        raise DocumentError(sentence.format(path=path, size=size / 2**20, most=MAX_BYTES // 2**20))
    return _stamp(status), data


def read_or_new(path: Path) -> tuple[TextFile, str]:
    """Read a text file, or return the one that `path` will be once it is saved; raises DocumentError."""
    try:
        exists = stamp_of(path) is not None
    except OSError as exc:
        raise DocumentError(tr("{path} cannot be read: {reason}").format(path=path, reason=_reason(exc))) from exc
    return read_file(path) if exists else (new_file(path), "")


def new_file(path: Path) -> TextFile:
    """Return the file that `path` will be once it is saved; raises DocumentError where it cannot be."""
    if not is_there(path.parent):
        raise DocumentError(tr("{path} cannot be made: its folder does not exist").format(path=path))
    return TextFile(path, FileFormat(), None)


def write_file(file: TextFile, text: str, *, overwrite_changed: bool = False) -> TextFile:
    """Save `text`, whose lines end with a line feed, in the file's own format; return the file as it is now.

    Raises LostCharactersError when the format cannot hold the text; ChangedOnDiskError when the file is no longer what
    `file` says, unless `overwrite_changed`; DocumentError when it cannot be written. The old content is then still
    there.
    """
    format_ = file.format
    try:
        data = encode(text, format_)
    except UnicodeEncodeError as exc:
        lost = lost_characters(text, format_)
        sentence = tr("{path} is {encoding}, which cannot hold {characters}")
        raise LostCharactersError(
            sentence.format(path=file.path, encoding=format_.encoding_name, characters=lost)
        ) from exc
    try:
        if not overwrite_changed and stamp_of(file.path) != file.stamp:
            sentence = tr("{path} was changed by another program since it was opened")
            raise ChangedOnDiskError(sentence.format(path=file.path))
        write_atomically(file.path, data)
        return TextFile(file.path, format_, stamp_of(file.path))
    except OSError as exc:
        sentence = tr("{path} cannot be saved: {reason}. Your text is still here")
        raise DocumentError(sentence.format(path=file.path, reason=_reason(exc))) from exc


def stamp_of(path: Path) -> Stamp | None:
    """Return the state of a file on disk, None for one that does not exist; raises OSError."""
    try:
        status = path.stat()
    except FileNotFoundError:
        return None
    except ValueError as exc:
        raise OSError(errno.EINVAL, tr("the name holds a zero byte"), str(path)) from exc
    return _stamp(status)


def is_there(path: Path) -> bool:
    """Tell whether a file or folder is there, as far as can be seen; unlike `Path.exists` it never raises."""
    try:
        return stamp_of(path) is not None
    except OSError:
        return False


def _stamp(status: os.stat_result) -> Stamp:
    return Stamp(status.st_mtime_ns, status.st_size, status.st_ino)


def _reason(exc: OSError) -> str:
    """Return what went wrong, and what can be done about it."""
    reason = reason_of(exc)
    advice = _ADVICE.get(exc.errno or 0)
    return f"{reason}: {tr(advice)}" if advice else reason
