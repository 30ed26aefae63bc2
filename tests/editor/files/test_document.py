"""Reading and writing text files."""

import errno
import os
import stat
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.errors import ChangedOnDiskError, DocumentError, LostCharactersError
from editor.files import document
from editor.files.document import new_file, read_file, write_file
from editor.files.file_format import FileFormat

CASES = [
    (b"one\ntwo\n", FileFormat()),
    (b"one\r\ntwo\r\n", FileFormat(newline="\r\n")),
    (b"one\rtwo\r", FileFormat(newline="\r")),
    ("\ufeffgr\u00fcn\n".encode(), FileFormat(has_bom=True)),
    (b"\xff\xfe" + "a\u20ac\r\n".encode("utf-16-le"), FileFormat("utf-16-le", True, "\r\n")),
    (b"\xfe\xff" + "a\u20ac\n".encode("utf-16-be"), FileFormat("utf-16-be", True)),
    ("gr\u00fcn\n".encode("latin-1"), FileFormat("latin-1")),
    ("\u201cgr\u00fcn\u201d \u20ac\n".encode("cp1252"), FileFormat("cp1252")),
    (b"gr\xfcn \x81\n", FileFormat("latin-1")),
    ("no mark\n".encode("utf-16-le"), FileFormat("utf-16-le")),
    ("no mark\n".encode("utf-16-be"), FileFormat("utf-16-be")),
    (b"", FileFormat()),
]


@pytest.mark.parametrize(("data", "format_"), CASES)
def test_a_file_is_written_back_as_it_was(tmp_path, data, format_):
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    file, text = read_file(path)
    assert file.format == format_
    write_file(file, text)
    assert path.read_bytes() == data


@given(text=st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\0"), max_size=60))
def test_any_text_survives_saving_and_reading(tmp_path_factory, text):
    path = tmp_path_factory.getbasetemp() / "any.txt"
    path.unlink(missing_ok=True)
    write_file(new_file(path), text)
    assert read_file(path)[1] == text.removeprefix("\ufeff")


def test_a_letter_the_old_encoding_lacks_is_named_and_nothing_is_written(tmp_path):
    path = tmp_path / "old.txt"
    path.write_bytes("gr\u00fcn".encode("latin-1"))
    file, text = read_file(path)
    with pytest.raises(LostCharactersError, match=r"old.txt is Latin-1, which cannot hold “€” \(euro sign, line 2\)"):
        write_file(file, text + "\n\u20ac")
    assert path.read_bytes() == "gr\u00fcn".encode("latin-1")


def test_permissions_and_symbolic_links_survive(tmp_path):
    real, link = tmp_path / "real.txt", tmp_path / "link.txt"
    real.write_text("old")
    real.chmod(0o640)
    link.symlink_to(real)
    file, _ = read_file(link)
    write_file(file, "new")
    assert link.is_symlink()
    assert real.read_text() == "new"
    assert stat.S_IMODE(real.stat().st_mode) == 0o640


def test_a_file_changed_on_disk_is_not_overwritten_unseen(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("one")
    file, _ = read_file(path)
    path.write_text("somebody else")
    with pytest.raises(ChangedOnDiskError):
        write_file(file, "mine")
    assert path.read_text() == "somebody else"
    write_file(file, "mine", overwrite_changed=True)
    assert path.read_text() == "mine"


def test_another_file_in_its_place_is_noticed_though_size_and_time_are_the_same(tmp_path):
    path, other = tmp_path / "a.txt", tmp_path / "b.txt"
    path.write_text("ours", encoding="utf-8")
    file, _ = read_file(path)
    other.write_text("them", encoding="utf-8")
    os.utime(other, ns=(path.stat().st_atime_ns, path.stat().st_mtime_ns))
    other.replace(path)
    with pytest.raises(ChangedOnDiskError):
        write_file(file, "ours, longer")
    assert path.read_text(encoding="utf-8") == "them"


def test_saving_twice_is_no_change_by_another_program(tmp_path):
    file = write_file(new_file(tmp_path / "a.txt"), "one")
    write_file(file, "two")
    assert (tmp_path / "a.txt").read_text() == "two"


@pytest.mark.parametrize("data", [b"\x7fELF\0\0\0", bytes(range(1, 32)) * 9 + b"\xff"])
def test_binary_data_is_refused(tmp_path, data):
    path = tmp_path / "a.bin"
    path.write_bytes(data)
    with pytest.raises(DocumentError, match="binary"):
        read_file(path)


def test_a_folder_is_refused(tmp_path):
    with pytest.raises(DocumentError, match="folder"):
        read_file(tmp_path)


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(DocumentError, match="does not exist"):
        read_file(tmp_path / "none.txt")


def test_a_new_file_in_a_missing_folder_is_refused(tmp_path):
    with pytest.raises(DocumentError, match="folder does not exist"):
        new_file(tmp_path / "none" / "a.txt")


def test_a_file_too_large_is_refused_without_reading_it(tmp_path):
    path = tmp_path / "big.txt"
    with path.open("wb") as file:
        file.truncate(document.MAX_BYTES + 1)
    with pytest.raises(DocumentError, match="MB"):
        read_file(path)


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX permissions")
def test_a_read_only_file_stays_and_is_named(tmp_path, monkeypatch):
    path = tmp_path / "a.txt"
    path.write_text("old")
    file, _ = read_file(path)
    path.chmod(0o444)
    # The administrator may write anywhere.
    monkeypatch.setattr(os, "access", lambda *_args: False)
    with pytest.raises(DocumentError, match="read-only"):
        write_file(file, "new", overwrite_changed=True)
    assert path.read_text() == "old"


def test_a_full_disk_keeps_the_old_file_and_leaves_nothing_behind(tmp_path, monkeypatch):
    path = tmp_path / "a.txt"
    path.write_text("old")
    file, _ = read_file(path)

    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DocumentError, match="No space left"):
        write_file(file, "new")
    assert [child.name for child in tmp_path.iterdir()] == ["a.txt"]
    assert path.read_text() == "old"
