"""How a text stands in its file: encoding, byte order mark, line ending; guessed from bytes, and written as bytes."""

import codecs
import os
import unicodedata
from dataclasses import dataclass, replace

from editor.errors import DocumentError
from editor.translation import tr

NEWLINES = {"\n": "LF", "\r\n": "CRLF", "\r": "CR"}
"""The line endings and what they are called."""
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_NAMES = {
    "utf-8": "UTF-8",
    "utf-16-le": "UTF-16 LE",
    "utf-16-be": "UTF-16 BE",
    "cp1252": "Windows-1252",
    "latin-1": "Latin-1",
}
# More would not be read in a sentence.
_MOST_NAMED = 5
# Of the even or the odd bytes of a text in UTF-16 without a mark: the letters of most of Europe's languages.
_LEAST_ZEROS = 0.3


@dataclass(frozen=True, slots=True)
class FileFormat:
    """How a text is written: encoding, byte order mark, line ending."""

    encoding: str = "utf-8"
    has_bom: bool = False
    newline: str = "\n"

    def __post_init__(self) -> None:
        if self.encoding not in _NAMES or self.newline not in NEWLINES:
            raise ValueError(f"no format of a text: {self.encoding!r}, {self.newline!r}")

    @property
    def encoding_name(self) -> str:
        """The encoding's usual name."""
        return _NAMES[self.encoding] + (" BOM" if self.has_bom and self.encoding == "utf-8" else "")

    def __str__(self) -> str:
        return f"{self.encoding_name} · {NEWLINES[self.newline]}"


ENCODINGS = (
    FileFormat("utf-8"),
    FileFormat("utf-8", has_bom=True),
    FileFormat("utf-16-le", has_bom=True),
    FileFormat("utf-16-be", has_bom=True),
    FileFormat("cp1252"),
    FileFormat("latin-1"),
)
"""The encodings a person can choose; their line endings mean nothing."""


def decode(data: bytes, encoding: str | None = None) -> tuple[FileFormat, str]:
    """Return a file's format and text, its lines ended by a line feed; `encoding` is one that the person chose.

    Raises DocumentError, whose sentence lacks the name of the file in front.
    """
    bom, marked = next((known for known in _BOMS if data.startswith(known[0])), (b"", ""))
    if encoding is not None and encoding != marked:
        bom, marked = b"", encoding
    body, has_bom = data[len(bom) :], bool(bom)
    encoding = marked or _wide(body) or "utf-8"
    if encoding == "utf-8" and b"\0" in body:
        raise DocumentError(tr("is not a text file: it holds binary data"))
    try:
        text = body.decode(encoding)
    except UnicodeDecodeError as exc:
        if marked:
            damaged = tr("is damaged: it is not valid {encoding}")
            fault = damaged if has_bom else tr("cannot be read that way: it is not valid {encoding}")
            raise DocumentError(fault.format(encoding=_NAMES[encoding])) from exc
        encoding, text = _decode_narrow(body)
        if _looks_binary(text):
            raise DocumentError(tr("is not a text file: it holds binary data")) from exc
    newline = _newline_of(text)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return FileFormat(encoding, has_bom, newline), text


def encode(text: str, format_: FileFormat) -> bytes:
    """Return `text`, whose lines end with a line feed, as a file holds it; raises UnicodeEncodeError."""
    body = text.replace("\n", format_.newline).encode(format_.encoding)
    boms = {encoding: bom for bom, encoding in _BOMS}
    return boms[format_.encoding] + body if format_.has_bom else body


def lost_characters(text: str, format_: FileFormat) -> str:
    """Name the characters of `text` that an encoding cannot hold: each with its first line; "" when it holds all."""
    try:
        text.encode(format_.encoding)
    except UnicodeEncodeError:
        pass
    else:
        return ""
    lost = [char for char in sorted(set(text)) if not _holds(format_, char)]
    named = [_named(char, text.count("\n", 0, text.index(char)) + 1) for char in lost[:_MOST_NAMED]]
    rest = len(lost) - len(named)
    listed = ", ".join(named)
    return tr("{characters} and {count} more").format(characters=listed, count=rest) if rest else listed


def with_encoding(format_: FileFormat, chosen: FileFormat) -> FileFormat:
    """Return `format_` with the encoding of `chosen`, its line ending kept."""
    return replace(format_, encoding=chosen.encoding, has_bom=chosen.has_bom)


def _holds(format_: FileFormat, char: str) -> bool:
    try:
        char.encode(format_.encoding)
    except UnicodeEncodeError:
        return False
    return True


def _named(char: str, line: int) -> str:
    name = unicodedata.name(char, "")
    shown = tr("“{text}”").format(text=char) if char.isprintable() else f"U+{ord(char):04X}"
    if name:
        return tr("{character} ({name}, line {line})").format(character=shown, name=name.lower(), line=line)
    return tr("{character} (line {line})").format(character=shown, line=line)


def _decode_narrow(body: bytes) -> tuple[str, str]:
    """Return the encoding and the text of bytes that are no UTF-8: Windows' where it alone has letters."""
    if any(0x80 <= byte < 0xA0 for byte in set(body)):
        try:
            return "cp1252", body.decode("cp1252")
        except UnicodeDecodeError:
            pass
    return "latin-1", body.decode("latin-1")


def _wide(body: bytes) -> str:
    """Return the kind of UTF-16 that bytes without a mark must be, "" for another encoding."""
    half = len(body) // 2
    if not half or len(body) % 2 or b"\0" not in body:
        return ""
    even, odd = body[::2].count(0), body[1::2].count(0)
    if even == 0 and odd > half * _LEAST_ZEROS:
        encoding = "utf-16-le"
    elif odd == 0 and even > half * _LEAST_ZEROS:
        encoding = "utf-16-be"
    else:
        return ""
    try:
        return "" if _looks_binary(body.decode(encoding)) else encoding
    except UnicodeDecodeError:
        return ""


def _newline_of(text: str) -> str:
    counts = {"\r\n": text.count("\r\n")}
    counts["\n"] = text.count("\n") - counts["\r\n"]
    counts["\r"] = text.count("\r") - counts["\r\n"]
    newline = max(counts, key=lambda ending: counts[ending])
    return newline if counts[newline] else os.linesep if os.linesep in NEWLINES else "\n"


def _looks_binary(text: str) -> bool:
    controls = sum(1 for char in text[:4096] if ord(char) < 32 and char not in "\t\n\r\f\v\x1b")
    return controls > len(text[:4096]) // 50
