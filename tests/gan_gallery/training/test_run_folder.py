import numpy as np
import pytest

from gan_gallery.errors import TrainingError
from gan_gallery.training.run_folder import RunFolder, is_milestone
from resources.runs.checkpoint import Checkpoint


def _checkpoint(step):
    return Checkpoint({"a": np.zeros(1, np.float32)}, {"step": step})


@pytest.fixture
def folder(tmp_path):
    return RunFolder(tmp_path / "run")


def test_the_last_few_the_milestones_and_the_best_are_kept(folder):
    for step in range(100, 2_500, 100):
        folder.save(step, _checkpoint(step), best_step=700)
    assert folder.steps() == [500, 700, 1_000, 2_000, 2_200, 2_300, 2_400]


def test_milestones_double():
    assert [step for step in range(0, 8_001, 250) if is_milestone(step)] == [500, 1_000, 2_000, 4_000, 8_000]


def test_going_back_forgets_what_came_after(folder):
    for step in (100, 200, 300):
        folder.save(step, _checkpoint(step), 0)
        folder.sample(step).parent.mkdir(exist_ok=True)
        folder.sample(step).write_bytes(b"png")
    back = folder.load(at_most=250)
    assert back.facts["step"] == 200
    folder.forget_after(200)
    assert folder.steps() == [100, 200]
    assert folder.samples() == [folder.sample(100), folder.sample(200)]


def test_no_checkpoint_yet_is_no_error_but_a_missing_step_is(folder):
    assert folder.load() is None
    with pytest.raises(TrainingError, match="no checkpoint at or before step 50"):
        folder.load(at_most=50)


def test_an_older_run_is_set_aside_not_lost(folder):
    folder.set_aside()
    folder.save(100, _checkpoint(100), 0)
    folder.set_aside()
    assert folder.steps() == []
    assert RunFolder(folder.path.with_name("run.old")).steps() == [100]
