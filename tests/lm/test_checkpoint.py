"""What is wrong with a checkpoint is said with what to do."""

import numpy as np
import pytest

from lm.checkpoint import load_checkpoint, save_checkpoint
from lm.errors import TrainingError
from resources.checkpoint import Checkpoint

CHECKPOINT = Checkpoint({"weights/a": np.zeros(2, np.float32)}, {})


@pytest.mark.parametrize("facts", [None, {"format_version": 2}], ids=["missing", "version"])
def test_a_run_that_cannot_go_on_may_begin_anew(tmp_path, facts):
    path = tmp_path / "checkpoint.safetensors"
    if facts is not None:
        save_checkpoint(path, Checkpoint(CHECKPOINT.arrays, facts))
    with pytest.raises(TrainingError, match="start without --resume"):
        load_checkpoint(path)


def test_a_disk_that_refuses_is_said(tmp_path):
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(TrainingError, match="free some space"):
        save_checkpoint(tmp_path / "file" / "checkpoint", CHECKPOINT)
