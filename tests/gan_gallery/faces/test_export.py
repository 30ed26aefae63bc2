import json

import cv2
import numpy as np
import pytest

from gan_gallery.errors import ExportError
from gan_gallery.faces.export import grid, origin, save_gif, save_png
from gan_gallery.gif import gif_first_frame


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
    data = (tmp_path / "faces.gif").read_bytes()
    assert b'"seed": 7' in data
    assert np.abs(gif_first_frame(data).astype(int) - frames[0]).mean() < 16


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
