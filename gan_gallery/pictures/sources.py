"""Where pictures come from: a folder or a ZIP, nested, as named members that are read one by one.

Nothing is ever extracted, so a ZIP's names cannot lead outside; names that try are refused all the same.
"""

import hashlib
import os
import zipfile
import zlib
from abc import ABC, abstractmethod
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from types import TracebackType
from typing import Self

from gan_gallery.errors import DatasetError, PictureError

_SUFFIXES = frozenset({".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".webp", ".bmp", ".dib", ".gif"})
"""File names that are taken for pictures; other files are passed over."""
LARGEST_FILE_BYTES = 100_000_000
"""A larger picture file is refused unread."""
_MOST_MEMBERS = 500_000
"""12 KB each when packed: more would be 6 GB."""


@dataclass(frozen=True, slots=True)
class Member:
    """One picture file: its name below the folder or in the ZIP, its size, and what tells that it changed."""

    name: str
    size_bytes: int
    stamp: str


class PictureSource(ABC):
    """Named picture files in a fixed order; a context manager that closes what it opened."""

    def __init__(self, path: Path, members: list[Member]) -> None:
        if len(members) > _MOST_MEMBERS:
            raise DatasetError(f"{path} holds {len(members)} pictures, more than {_MOST_MEMBERS}: choose fewer")
        self.path = path
        self.members = members

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._close()

    def read(self, member: Member) -> bytes:
        """Return a member's bytes.

        Raises:
            PictureError: if it is too large, refused or cannot be read.
        """
        if member.size_bytes > LARGEST_FILE_BYTES:
            raise PictureError(f"it claims {member.size_bytes} bytes: too large")
        return self._read(member)

    @abstractmethod
    def _close(self) -> None: ...

    @abstractmethod
    def _read(self, member: Member) -> bytes: ...

    def digest(self) -> str:
        """Return what changes when a picture is added, removed, renamed or rewritten."""
        digest = hashlib.sha256(str(self.path.resolve()).encode())
        for member in self.members:
            digest.update(f"{member.name}\0{member.size_bytes}\0{member.stamp}\n".encode("utf-8", "surrogateescape"))
        return digest.hexdigest()


def open_source(path: Path) -> PictureSource:
    """Open a folder or a ZIP of pictures.

    Raises:
        DatasetError: if it is neither, or cannot be read.
    """
    try:
        if path.is_dir():
            return _Folder(path)
        if path.is_file():
            return _Zip(path)
    except (OSError, zipfile.BadZipFile, ValueError) as exc:
        raise DatasetError(f"cannot read {path} ({exc}): choose a folder or a ZIP of pictures") from exc
    raise DatasetError(f"there is no folder or ZIP {path}: check the name")


def is_picture_name(name: str) -> bool:
    """Say whether a file of this name is taken for a picture; hidden ones and what macOS adds are not."""
    path = PurePosixPath(name.replace("\\", "/"))
    return path.suffix.lower() in _SUFFIXES and not path.name.startswith(".") and "__MACOSX" not in path.parts


class _Folder(PictureSource):
    def __init__(self, path: Path) -> None:
        members = []
        for folder, subfolders, names in os.walk(path):  # links to folders are not followed: they may lead round
            subfolders.sort()
            for name in sorted(names):
                relative = (Path(folder) / name).relative_to(path).as_posix()
                if is_picture_name(relative):
                    members.append(_file_member(Path(folder) / name, relative))
        super().__init__(path, members)

    def _close(self) -> None:
        pass  # no file stays open

    def _read(self, member: Member) -> bytes:
        try:
            return (self.path / member.name).read_bytes()
        except OSError as exc:
            raise PictureError(f"it cannot be read ({exc.strerror or exc})") from exc


class _Zip(PictureSource):
    def __init__(self, path: Path) -> None:
        self._zip = zipfile.ZipFile(path)
        infos = sorted(self._zip.infolist(), key=lambda info: info.filename)
        self._infos = {info.filename: info for info in infos if not info.is_dir() and is_picture_name(info.filename)}
        members = [Member(info.filename, info.file_size, f"{info.CRC:08x}") for info in self._infos.values()]
        super().__init__(path, members)

    def _close(self) -> None:
        self._zip.close()

    def _read(self, member: Member) -> bytes:
        info = self._infos[member.name]
        name = PurePosixPath(member.name.replace("\\", "/"))
        if name.is_absolute() or ".." in name.parts or ":" in name.parts[0]:
            raise PictureError("its name leads outside of the ZIP: refused")
        if info.flag_bits & 1:
            raise PictureError("it is encrypted")
        try:
            with self._zip.open(info) as file:
                data = file.read(LARGEST_FILE_BYTES + 1)  # the claim may be too small
        except (OSError, zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError) as exc:
            raise PictureError(f"it cannot be unpacked ({exc})") from exc
        if len(data) > LARGEST_FILE_BYTES:
            raise PictureError("it is larger than it claims: refused")
        return data


def _file_member(path: Path, name: str) -> Member:
    try:
        status = path.stat()
    except OSError:  # a broken link: reading it says so, by name
        return Member(name, 0, "")
    return Member(name, status.st_size, str(status.st_mtime_ns))
