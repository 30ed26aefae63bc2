import numpy as np

from gan_gallery.pictures.dataset import load_dataset
from gan_gallery.pictures.pack import read_pack, write_pack


def test_a_pack_gives_back_what_was_written(pictures, tmp_path):
    dataset = load_dataset(pictures, tmp_path / "cache")
    write_pack(tmp_path / "packs" / "abc", dataset)
    pack = read_pack(tmp_path / "packs" / "abc")
    assert (pack.names, pack.report, pack.digest) == (dataset.names, dataset.report, dataset.digest)
    np.testing.assert_array_equal(pack.images, dataset.images)


def test_an_array_of_objects_is_never_unpickled(pictures, tmp_path):
    dataset = load_dataset(pictures, tmp_path / "cache")
    write_pack(tmp_path / "packs" / "abc", dataset)
    np.save(tmp_path / "packs" / "abc" / "images.npy", np.array([{"a": 1}], object), allow_pickle=True)
    assert read_pack(tmp_path / "packs" / "abc") is None


def test_there_may_be_none(tmp_path):
    assert read_pack(tmp_path / "abc") is None
