from gan_gallery.faces.face import Face, Portrait
from gan_gallery.faces.favourites import Favourites

_ONE, _TWO = Portrait(Face(7, 3), 0.8, "faces"), Portrait(Face(8, 0), 1.0, "/models/mine")


def test_favourites_persist(tmp_path):
    kept = Favourites(tmp_path / "new" / "favourites.json")
    kept.add(_ONE)
    kept.add(_TWO)
    kept.add(_ONE)
    kept.remove(_TWO)

    assert list(Favourites(tmp_path / "new" / "favourites.json")) == [_ONE]


def test_damaged_file_is_set_aside_and_said(tmp_path):
    path = tmp_path / "favourites.json"
    for content in (b"{", b"\xff", b'{"format_version": 99}', b'{"format_version": 1, "favourites": [1]}'):
        path.write_bytes(content)
        kept = Favourites(path)
        assert list(kept) == []
        assert "favourites.json.damaged" in kept.problem
        assert (tmp_path / "favourites.json.damaged").read_bytes() == content
        assert not path.exists()
