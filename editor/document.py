"""Text files: read with their encoding and line endings, written back the same way, never overwritten unseen."""

from dataclasses import dataclass
from pathlib import Path

from editor.atomic_file import write_atomically
from editor.errors import ChangedOnDiskError, DocumentError, LostCharactersError
from editor.file_format import FileFormat, decode, encode, lost_characters

# A text larger than this is refused: the page would not stay usable.
MAX_BYTES = 64 * 1024 * 1024


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
        stamp = stamp_of(path)
        if path.is_dir():
            raise DocumentError(f"{path} is a folder: choose a file in it")
        if stamp is not None and stamp.size_bytes > MAX_BYTES:
            raise DocumentError(
                f"{path} has {stamp.size_bytes / 2**20:.0f} MB, more than the {MAX_BYTES // 2**20} MB a page can hold"
            )
        if not path.is_file() and path.exists():
            raise DocumentError(f"{path} is no regular file")
        data = path.read_bytes()
    except FileNotFoundError as exc:
        raise DocumentError(f"{path} does not exist") from exc
    except OSError as exc:
        raise DocumentError(f"{path} cannot be read: {exc.strerror or exc}") from exc
    try:
        format_, text = decode(data, encoding)
    except DocumentError as exc:
        raise DocumentError(f"{path} {exc}") from exc
    return TextFile(path, format_, stamp), text


def new_file(path: Path) -> TextFile:
    """Return the file that `path` will be once it is saved; raises DocumentError where it cannot be."""
    if not path.parent.is_dir():
        raise DocumentError(f"{path} cannot be made: its folder does not exist")
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
        raise LostCharactersError(f"{file.path} is {format_.encoding_name}, which cannot hold {lost}") from exc
    try:
        if not overwrite_changed and stamp_of(file.path) != file.stamp:
            raise ChangedOnDiskError(f"{file.path} was changed by another program since it was opened")
        write_atomically(file.path, data)
        return TextFile(file.path, format_, stamp_of(file.path))
    except OSError as exc:
        raise DocumentError(f"{file.path} cannot be saved: {exc.strerror or exc}; your text is still here") from exc


def stamp_of(path: Path) -> Stamp | None:
    """Return the state of a file on disk, None for one that does not exist; raises OSError."""
    try:
        status = path.stat()
    except FileNotFoundError:
        return None
    return Stamp(status.st_mtime_ns, status.st_size, status.st_ino)
