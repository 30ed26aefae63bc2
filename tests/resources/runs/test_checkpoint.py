"""A checkpoint comes back as it was saved, or is refused in a sentence."""

import json

import numpy as np
import pytest
from safetensors.numpy import save_file

from resources.runs.checkpoint import Checkpoint, CheckpointError, load_checkpoint, save_checkpoint

CHECKPOINT = Checkpoint({"weights/a": np.arange(6, dtype=np.float32).reshape(2, 3)}, {"step": 7, "note": "café"})


@pytest.fixture
def path(tmp_path):
    return tmp_path / "run.training" / "checkpoint.safetensors"


def _refusal(path) -> str:
    with pytest.raises(CheckpointError) as refused:
        load_checkpoint(path)
    return str(refused.value)


def test_loading_gives_back_what_was_saved(path):
    save_checkpoint(path, CHECKPOINT)
    loaded = load_checkpoint(path)
    np.testing.assert_array_equal(loaded.group("weights")["a"], CHECKPOINT.arrays["weights/a"])
    assert loaded.facts["step"] == 7
    assert loaded.facts["note"] == "café"


def test_saving_replaces_and_leaves_no_other_file(path):
    save_checkpoint(path, CHECKPOINT)
    save_checkpoint(path, Checkpoint(CHECKPOINT.arrays, {"step": 8}))
    assert load_checkpoint(path).facts["step"] == 8
    assert list(path.parent.iterdir()) == [path]


def test_group_takes_whole_prefixes_alone():
    arrays = {"best/a": np.zeros(1, np.float32), "bestiary/a": np.ones(1, np.float32)}
    assert list(Checkpoint(arrays, {}).group("best")) == ["a"]


def test_missing_checkpoint_is_a_sentence(path):
    assert "there is no checkpoint" in _refusal(path)


@pytest.mark.parametrize("keep", [0, 4, 100])
def test_truncated_checkpoint_is_a_sentence(path, keep):
    save_checkpoint(path, CHECKPOINT)
    path.write_bytes(path.read_bytes()[:keep])
    assert "is damaged" in _refusal(path)


@pytest.mark.parametrize("facts", ["{", "[]", "null", json.dumps({"format_version": 2})], ids=repr)
def test_foreign_facts_are_a_sentence(path, facts):
    path.parent.mkdir()
    save_file({"a": np.zeros(1, np.float32)}, path, metadata={"facts": facts})
    assert "damaged" in _refusal(path) or "of another version" in _refusal(path)


def test_place_that_cannot_be_written_is_a_sentence(tmp_path):
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(CheckpointError, match="cannot write the checkpoint"):
        save_checkpoint(tmp_path / "file" / "checkpoint", CHECKPOINT)
