from pathlib import Path

import pytest

from editor.files.picture_reference import place_picture, reference


@pytest.mark.parametrize(
    ("document", "text"),
    [
        ("/d/page.html", '<img src="face_7.png" alt="face 7">'),
        ("/d/page.md", "![face 7](face_7.png)"),
        ("/d/letter.txt", "face_7.png"),
        ("/other/letter.txt", "/d/face_7.png"),
        (None, "/d/face_7.png"),
    ],
)
def test_document_names_the_picture_in_its_own_way(document, text):
    assert reference(Path("/d/face_7.png"), Path(document) if document else None) == text


def test_picture_never_replaces_another_file(tmp_path):
    picture = tmp_path / "face.png"
    picture.write_bytes(b"new")
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "face.png").write_bytes(b"old")

    placed = place_picture(picture, folder)

    assert (placed.name, placed.read_bytes()) == ("face-1.png", b"new")
    assert (folder / "face.png").read_bytes() == b"old"
    assert place_picture(picture, folder) == placed
