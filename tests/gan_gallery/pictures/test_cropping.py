import numpy as np
import pytest

from gan_gallery.errors import DatasetError
from gan_gallery.pictures.cropping import CentreCrop, FaceCrop, choose_crop


def _picture(height=100, width=200):
    rows, columns = np.mgrid[:height, :width]
    return np.stack([rows, columns, 0 * rows], axis=2).astype(np.uint8)


def _corner(cropped):
    return int(cropped[0, 0, 0]), int(cropped[0, 0, 1]), len(cropped)


def test_centre_is_kept():
    assert _corner(CentreCrop()(_picture())) == (0, 50, 100)


def test_largest_face_is_kept_with_its_hair():
    crop = FaceCrop(lambda grey: [(5, 5, 10, 10), (100, 30, 40, 40)], "a test")
    assert _corner(crop(_picture())) == (20, 90, 60)


def test_square_stays_inside_the_picture():
    assert _corner(FaceCrop(lambda grey: [(0, 0, 40, 40)], "")(_picture())) == (0, 0, 60)
    assert _corner(FaceCrop(lambda grey: [(150, 10, 90, 90)], "")(_picture())) == (0, 100, 100)


def test_picture_without_a_face_keeps_its_centre():
    assert _corner(FaceCrop(lambda grey: [], "")(_picture())) == (0, 50, 100)


def test_faces_of_large_pictures_are_searched_in_small_ones():
    sizes = []
    crop = FaceCrop(lambda grey: sizes.append(grey.shape) or [(48, 48, 48, 48)], "")
    assert len(crop(np.zeros((960, 960, 3), np.uint8))) == 144
    assert sizes == [(480, 480)]


def test_detector_for_photographs_is_there_and_finds_none_in_noise(make_pictures):
    crop = choose_crop("face")
    assert crop.key
    assert crop(make_pictures(1)[0]).shape == (64, 64, 3)


def test_file_that_is_no_cascade_is_refused_by_name(tmp_path):
    for content in (b"", b"<xml>", b"\x00" * 100):
        (tmp_path / "c.xml").write_bytes(content)
        with pytest.raises(DatasetError, match=r"c\.xml"):
            choose_crop(str(tmp_path / "c.xml"))
    with pytest.raises(DatasetError, match="nowhere"):
        choose_crop("nowhere")
