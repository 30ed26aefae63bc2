import shutil
import zipfile

import numpy as np
import pytest

from gan_gallery.errors import DatasetError
from gan_gallery.pictures import dataset as dataset_module
from gan_gallery.pictures.dataset import load_dataset
from tests.picture_files import png_bytes


def test_every_bad_file_is_listed_by_name_and_stops_nothing(pictures, tmp_path, make_pictures):
    good = (pictures / "p00.png").read_bytes()
    (pictures / "cut.png").write_bytes(good[:-30])
    (pictures / "empty.jpg").write_bytes(b"")
    (pictures / "text.jpg").write_text("not a picture")
    (pictures / "small.png").write_bytes(png_bytes(make_pictures(1, size=16)[0]))
    (pictures / "zz_again.png").write_bytes(good)
    found = load_dataset(pictures, tmp_path / "cache")
    assert found.report.num_images == len(found.images) == 16
    assert list(found.report.truncated) == ["cut.png"]
    assert list(found.report.too_small) == ["small.png"]
    assert sorted(found.report.unreadable) == ["empty.jpg", "text.jpg"]
    assert found.report.duplicates == {"zz_again.png": "p00.png"}
    assert found.report.formats == {"PNG": 16}


def test_the_array_holds_the_pictures_in_the_order_of_their_names(pictures, tmp_path, make_pictures):
    found = load_dataset(pictures, tmp_path / "cache")
    np.testing.assert_array_equal(found.images, make_pictures(16))
    assert found.names[3] == "p03.png"


def test_a_second_start_decodes_nothing(pictures, tmp_path, monkeypatch):
    first = load_dataset(pictures, tmp_path / "cache")
    monkeypatch.setattr(dataset_module, "decode", None)
    second = load_dataset(pictures, tmp_path / "cache")
    assert second.was_cached
    assert second.report == first.report
    assert second.digest == first.digest
    np.testing.assert_array_equal(second.images, first.images)


def test_a_changed_folder_is_read_again(pictures, tmp_path):
    load_dataset(pictures, tmp_path / "cache")
    (pictures / "p01.png").unlink()
    assert load_dataset(pictures, tmp_path / "cache").report.num_images == 15


def test_a_damaged_cache_is_made_again(pictures, tmp_path):
    load_dataset(pictures, tmp_path / "cache")
    for name in ("images.npy", "report.json"):
        path = next((tmp_path / "cache").glob(f"*/{name}"))
        path.write_bytes(path.read_bytes()[:50])
        again = load_dataset(pictures, tmp_path / "cache")
        assert not again.was_cached
        assert len(again.images) == 16


def test_a_cache_that_cannot_be_written_stops_nothing(pictures, tmp_path):
    (tmp_path / "file").write_text("no folder")
    assert len(load_dataset(pictures, tmp_path / "file").images) == 16


def test_only_a_few_packs_are_kept(pictures, tmp_path):
    for index in range(6):
        folder = tmp_path / f"copy{index}"
        shutil.copytree(pictures, folder)
        load_dataset(folder, tmp_path / "cache")
    assert len(list((tmp_path / "cache").iterdir())) == 4


def test_a_zip_is_read_like_its_folder(pictures, tmp_path):
    with zipfile.ZipFile(tmp_path / "p.zip", "w") as archive:
        for path in pictures.iterdir():
            archive.write(path, f"inner/{path.name}")
    assert load_dataset(tmp_path / "p.zip", tmp_path / "cache").digest == load_dataset(pictures, tmp_path / "c").digest


def test_progress_is_told_to_the_end_and_may_stop(pictures, tmp_path):
    told = []
    load_dataset(pictures, tmp_path / "cache", lambda done, total: told.append((done, total)))
    assert told[0] == (0, 16)
    assert told[-1] == (16, 16)

    def stop(done, total):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        load_dataset(pictures, tmp_path / "other", stop)
    assert not list((tmp_path / "other").glob("*"))


def test_no_usable_picture_is_an_error_that_says_why(tmp_path):
    folder = tmp_path / "bad"
    folder.mkdir()
    (folder / "x.png").write_bytes(b"nothing")
    with pytest.raises(DatasetError, match=r"no usable picture \(1 unreadable, such as x.png\)"):
        load_dataset(folder, tmp_path / "cache")
