"""Text files: read with their encoding and line endings, written back the same way, never overwritten unseen."""

import codecs
import os
from dataclasses import dataclass, replace
from pathlib import Path

from editor.atomic_file import write_atomically
from editor.errors import ChangedOnDiskError, DocumentError

# A text larger than this is refused: the page would not stay usable.
MAX_BYTES = 64 * 1024 * 1024
_NEWLINES = {"\n": "LF", "\r\n": "CRLF", "\r": "CR"}
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_NAMES = {"utf-8": "UTF-8", "utf-16-le": "UTF-16 LE", "utf-16-be": "UTF-16 BE", "latin-1": "Latin-1"}


@dataclass(frozen=True, slots=True)
class Stamp:
    """What tells one state of a file on disk from another."""

    modified_ns: int
    size_bytes: int
    inode: int


@dataclass(frozen=True, slots=True)
class FileFormat:
    """How a text is written: encoding, byte order mark, line ending."""

    encoding: str = "utf-8"
    has_bom: bool = False
    newline: str = "\n"

    def __str__(self) -> str:
        bom = " BOM" if self.has_bom and self.encoding == "utf-8" else ""
        return f"{_NAMES[self.encoding]}{bom} · {_NEWLINES[self.newline]}"


@dataclass(frozen=True, slots=True)
class TextFile:
    """A file as it was last read or written; `text` is not kept, it belongs to the page."""

    path: Path
    format: FileFormat
    stamp: Stamp | None


def read_file(path: Path) -> tuple[TextFile, str]:
    """Read a text file; return it and its text, its lines ended by a line feed. Raises DocumentError."""
    try:
        stamp = _stamp(path)
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
    format_, text = _decode(path, data)
    return TextFile(path, format_, stamp), text


def new_file(path: Path) -> TextFile:
    """Return the file that `path` will be once it is saved; raises DocumentError where it cannot be."""
    if not path.parent.is_dir():
        raise DocumentError(f"{path} cannot be made: its folder does not exist")
    return TextFile(path, FileFormat(), None)


def write_file(file: TextFile, text: str, *, overwrite_changed: bool = False) -> TextFile:
    """Save `text`, whose lines end with a line feed, in the file's own format; return the file as it is now.

    Raises ChangedOnDiskError when the file is no longer what `file` says, unless `overwrite_changed`; DocumentError
    when it cannot be written. The old content is then still there.
    """
    format_ = file.format
    try:
        data = _encode(text, format_)
    except UnicodeEncodeError:
        # A letter that the old encoding does not know: better another encoding than a lost letter.
        format_ = replace(format_, encoding="utf-8", has_bom=False)
        data = _encode(text, format_)
    try:
        if not overwrite_changed and _stamp(file.path) != file.stamp:
            raise ChangedOnDiskError(f"{file.path} was changed by another program since it was opened")
        write_atomically(file.path, data)
        return TextFile(file.path, format_, _stamp(file.path))
    except OSError as exc:
        raise DocumentError(f"{file.path} cannot be saved: {exc.strerror or exc}; your text is still here") from exc


def _stamp(path: Path) -> Stamp | None:
    try:
        status = path.stat()
    except FileNotFoundError:
        return None
    return Stamp(status.st_mtime_ns, status.st_size, status.st_ino)


def _decode(path: Path, data: bytes) -> tuple[FileFormat, str]:
    bom, encoding = next((known for known in _BOMS if data.startswith(known[0])), (b"", "utf-8"))
    body, has_bom = data[len(bom) :], bool(bom)
    if encoding == "utf-8" and b"\0" in body:
        raise DocumentError(f"{path} is not a text: it holds binary data")
    try:
        text = body.decode(encoding)
    except UnicodeDecodeError as exc:
        if has_bom:
            raise DocumentError(f"{path} is damaged: it is no valid {_NAMES[encoding]}") from exc
        encoding, text = "latin-1", body.decode("latin-1")
        if _looks_binary(text):
            raise DocumentError(f"{path} is not a text: it holds binary data") from exc
    newline = _newline_of(text)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return FileFormat(encoding, has_bom, newline), text


def _encode(text: str, format_: FileFormat) -> bytes:
    body = text.replace("\n", format_.newline).encode(format_.encoding)
    boms = {encoding: bom for bom, encoding in _BOMS}
    return boms[format_.encoding] + body if format_.has_bom else body


def _newline_of(text: str) -> str:
    counts = {"\r\n": text.count("\r\n")}
    counts["\n"] = text.count("\n") - counts["\r\n"]
    counts["\r"] = text.count("\r") - counts["\r\n"]
    newline = max(counts, key=lambda ending: counts[ending])
    return newline if counts[newline] else os.linesep if os.linesep in _NEWLINES else "\n"


def _looks_binary(text: str) -> bool:
    controls = sum(1 for char in text[:4096] if ord(char) < 32 and char not in "\t\n\r\f\v\x1b")
    return controls > len(text[:4096]) // 50
