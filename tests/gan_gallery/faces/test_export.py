import json

import cv2
import numpy as np
import pytest
from PIL import Image

from gan_gallery.errors import ExportError
from gan_gallery.faces.export import grid, origin, save_gif, save_png


def test_a_png_says_how_to_render_it_again(tmp_path, make_pictures):
    picture = make_pictures(1)[0]
    save_png(tmp_path / "deep" / "face.png", picture, origin("faces", 7, 3, truncation=0.7))
    data = (tmp_path / "deep" / "face.png").read_bytes()
    assert b"tEXtSeed\x007" in data
    assert b"tEXtModel\0faces" in data
    comment = data[data.index(b"tEXtComment\0") + 12 :]
    assert json.JSONDecoder().raw_decode(comment.decode("latin-1"))[0] == {
        "model": "faces", "seed": 7, "index": 3, "truncation": 0.7
    }  # fmt: skip
    read = cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_COLOR)
    np.testing.assert_array_equal(read[:, :, ::-1], picture)


def test_a_gif_says_so_too(tmp_path, make_pictures):
    frames = make_pictures(3)
    save_gif(tmp_path / "faces.gif", frames, 10, origin("faces", 7))
    with Image.open(tmp_path / "faces.gif") as read:
        assert json.loads(read.info["comment"])["seed"] == 7


def test_a_gif_plays_every_frame_in_order_for_ever(tmp_path, make_pictures):
    frames = make_pictures(5)
    save_gif(tmp_path / "faces.gif", frames, 10, origin("faces", 7))
    with Image.open(tmp_path / "faces.gif") as read:
        assert (read.n_frames, read.info["loop"], read.info["duration"]) == (5, 0, 100)
        for index, frame in enumerate(frames):
            read.seek(index)
            shown = np.asarray(read.convert("RGB")).astype(int)
            distances = [np.abs(shown - other).mean() for other in frames]
            assert int(np.argmin(distances)) == index
            assert np.abs(shown - frame).mean() < 16


def test_a_gif_of_one_frame_can_be_saved(tmp_path, make_pictures):
    save_gif(tmp_path / "face.gif", make_pictures(1), 10, origin("faces", 7))
    with Image.open(tmp_path / "face.gif") as read:
        assert read.size == (64, 64)


def test_the_same_faces_are_the_same_bytes(tmp_path, make_pictures):
    for name in ("once", "again"):
        save_gif(tmp_path / f"{name}.gif", make_pictures(3), 10, origin("faces", 7))
        save_png(tmp_path / f"{name}.png", make_pictures(1)[0], origin("faces", 7))
    assert (tmp_path / "once.gif").read_bytes() == (tmp_path / "again.gif").read_bytes()
    assert (tmp_path / "once.png").read_bytes() == (tmp_path / "again.png").read_bytes()


def test_text_stands_in_the_metadata_whatever_its_letters(tmp_path, make_pictures):
    save_png(tmp_path / "face.png", make_pictures(1)[0], origin("лица", 7))
    with Image.open(tmp_path / "face.png") as read:
        assert read.text["Model"] == "лица"


def test_a_grid_holds_every_face_in_order(make_pictures):
    faces = make_pictures(5)
    picture = grid(faces)
    assert picture.shape == (2 * 66 + 2, 3 * 66 + 2, 3)
    np.testing.assert_array_equal(picture[68:132, 68:132], faces[4])
    assert (picture[68:132, 134:198] == 255).all()


def test_a_disk_that_refuses_is_a_sentence(tmp_path, make_pictures):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(ExportError, match="choose another folder"):
        save_png(tmp_path / "file" / "face.png", make_pictures(1)[0], origin("faces", 7))
