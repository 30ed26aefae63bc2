import numpy as np
import pytest

from gan_gallery.checkpoint import load_checkpoint, save_checkpoint
from gan_gallery.errors import TrainingError
from resources.checkpoint import Checkpoint


def _checkpoint():
    return Checkpoint({"a/x": np.arange(4, dtype=np.float32), "b/y": np.ones(2, np.float32)}, {"step": 3})


def test_what_was_saved_comes_back(tmp_path):
    save_checkpoint(tmp_path / "deep" / "c.safetensors", _checkpoint())
    loaded = load_checkpoint(tmp_path / "deep" / "c.safetensors")
    np.testing.assert_array_equal(loaded.group("a")["x"], np.arange(4))
    assert loaded.facts["step"] == 3
    assert [path.name for path in (tmp_path / "deep").iterdir()] == ["c.safetensors"]


@pytest.mark.parametrize("kept", [0, 4, 60, 200])
def test_a_damaged_one_is_refused_in_a_sentence(tmp_path, kept):
    path = tmp_path / "c.safetensors"
    save_checkpoint(path, _checkpoint())
    path.write_bytes(path.read_bytes()[:kept])
    with pytest.raises(TrainingError, match="damaged"):
        load_checkpoint(path)


def test_another_version_is_refused_in_a_sentence(tmp_path):
    save_checkpoint(tmp_path / "c.safetensors", Checkpoint(_checkpoint().arrays, {"format_version": 99}))
    with pytest.raises(TrainingError, match="another version"):
        load_checkpoint(tmp_path / "c.safetensors")


def test_a_disk_that_refuses_is_a_sentence(tmp_path):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(TrainingError, match="free some space"):
        save_checkpoint(tmp_path / "file" / "c.safetensors", _checkpoint())
