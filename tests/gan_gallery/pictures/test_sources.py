import os
import struct
import zipfile

import pytest

from gan_gallery.errors import DatasetError, PictureError
from gan_gallery.pictures.sources import is_picture_name, open_source


def _zip(path, files):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return path


def _read_all(source):
    found = {}
    for member in source.members:
        try:
            found[member.name] = source.read(member)
        except PictureError as exc:
            found[member.name] = str(exc)
    return found


def test_folder_and_zip_list_the_same_nested_pictures(tmp_path):
    files = {"b.png": b"1", "a/deep/c.JPG": b"2", "a/notes.txt": b"3", "__MACOSX/b.png": b"4", ".hidden.png": b"5"}
    for name, data in files.items():
        path = tmp_path / "folder" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    expected = {"b.png": b"1", "a/deep/c.JPG": b"2"}
    with open_source(tmp_path / "folder") as folder, open_source(_zip(tmp_path / "z.zip", files)) as archive:
        assert _read_all(folder) == expected
        assert _read_all(archive) == expected


@pytest.mark.parametrize("name", ["../out.png", "/etc/out.png", "a/../../out.png", "..\\out.png", "C:\\out.png"])
def test_a_name_that_leads_outside_is_refused(tmp_path, name):
    with open_source(_zip(tmp_path / "slip.zip", {name: b"x", "good.png": b"y"})) as source:
        found = _read_all(source)
    assert found.pop("good.png") == b"y"
    assert list(found.values()) == ["its name leads outside of the ZIP: refused"]


def test_a_claim_of_a_gigabyte_is_refused_unread(tmp_path):
    path = _zip(tmp_path / "bomb.zip", {"bomb.png": b"x" * 100})
    data = bytearray(path.read_bytes())
    central = data.index(b"PK\x01\x02")
    data[central + 24 : central + 28] = struct.pack("<I", 1 << 30)
    path.write_bytes(bytes(data))
    with open_source(path) as source:
        assert "too large" in _read_all(source)["bomb.png"]


def test_damaged_members_are_reported_one_by_one(tmp_path):
    path = _zip(tmp_path / "d.zip", {"a.png": b"a" * 500, "b.png": b"b" * 500})
    data = bytearray(path.read_bytes())
    data[38] ^= 0xFF
    path.write_bytes(bytes(data))
    with open_source(path) as source:
        found = _read_all(source)
    assert "cannot be unpacked" in found["a.png"]
    assert found["b.png"] == b"b" * 500


def test_a_broken_link_is_reported_by_name(tmp_path):
    (tmp_path / "gone.png").symlink_to(tmp_path / "nowhere")
    with open_source(tmp_path) as source:
        assert "cannot be read" in _read_all(source)["gone.png"]


@pytest.mark.parametrize("content", [b"", b"no zip at all", b"PK\x05\x06"])
def test_what_is_no_zip_is_refused(tmp_path, content):
    (tmp_path / "x.zip").write_bytes(content)
    with pytest.raises(DatasetError, match="choose a folder or a ZIP"):
        open_source(tmp_path / "x.zip")


def test_a_missing_path_is_refused(tmp_path):
    with pytest.raises(DatasetError, match="check the name"):
        open_source(tmp_path / "nothing")


def test_the_digest_changes_with_content_and_not_without(tmp_path):
    (tmp_path / "a.png").write_bytes(b"1")
    os.utime(tmp_path / "a.png", ns=(1, 1))
    with open_source(tmp_path) as first, open_source(tmp_path) as same:
        assert first.digest() == same.digest()
    os.utime(tmp_path / "a.png", ns=(2, 2))
    with open_source(tmp_path) as changed:
        assert changed.digest() != first.digest()


def test_only_pictures_are_taken():
    assert is_picture_name("a/B.WebP")
    assert not is_picture_name("a/b.svg")
