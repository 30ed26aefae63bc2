import math
import threading
from dataclasses import replace

import numpy as np
import pytest

from gan_gallery.errors import TrainingError
from gan_gallery.pictures.dataset import load_dataset
from gan_gallery.training.config import TrainConfig
from gan_gallery.training.messages import Checkpointed, Evaluated, Finished, Sample, Started, Step
from gan_gallery.training.run_folder import RunFolder
from gan_gallery.training.trainer import Trainer
from resources.runs.device import Device
from resources.runs.mxnet_shim import mx

_CONFIG = TrainConfig(
    latent_size=10, ngf=4, ndf=4, batch_size=4, steps=6, evaluate_every=3, evaluate_count=20, sample_every=2, seed=3
)
_CPU = Device("cpu", "a test")


@pytest.fixture
def dataset(pictures, tmp_path):
    return load_dataset(pictures, tmp_path / "cache")


def _trainer(dataset, path, config=_CONFIG, should_stop=lambda: False):
    return Trainer(config, dataset, _CPU, RunFolder(path), should_stop)


def _only(kind, events):
    return [event for event in events if isinstance(event, kind)]


def test_a_run_tells_all_that_happens(dataset, tmp_path):
    trainer = _trainer(dataset, tmp_path / "run")
    events = list(trainer.events())
    assert isinstance(events[0], Started)
    assert events[0].num_images == 16
    assert [event.step for event in _only(Sample, events)] == [2, 4, 6]
    assert [event.step for event in _only(Evaluated, events)] == [3, 6]
    assert _only(Step, events)[-1].fraction == 1.0
    assert isinstance(events[-1], Finished)
    assert events[-1].reason == "done"
    assert events[-1].images_seen == 24
    assert events[-1].fid == min(event.fid for event in _only(Evaluated, events)) == trainer.best.quality.fid
    assert len(RunFolder(tmp_path / "run").samples()) == 3


def test_an_interrupted_run_ends_as_an_uninterrupted_one(dataset, tmp_path):
    straight = _trainer(dataset, tmp_path / "straight")
    expected = list(straight.events())

    interrupted = _trainer(dataset, tmp_path / "run", replace(_CONFIG, checkpoint_seconds=0.0))
    events = interrupted.events()
    for event in events:
        if isinstance(event, Checkpointed) and event.step == 4:
            break
    interrupted._save = lambda: None  # a kill writes nothing
    events.close()
    resumed = _trainer(dataset, tmp_path / "run")
    resumed.resume(RunFolder(tmp_path / "run").load())
    rest = list(resumed.events())

    assert rest[0].step == 4
    assert _only(Step, rest)[-1].lr_d == _only(Step, expected)[-1].lr_d
    assert _only(Evaluated, rest)[-1].fid == pytest.approx(_only(Evaluated, expected)[-1].fid, rel=1e-6)
    for name, array in straight._game.arrays().items():
        np.testing.assert_array_equal(resumed._game.arrays()[name], array, err_msg=name)
    for name, array in straight.best.weights.items():
        np.testing.assert_array_equal(resumed.best.weights[name], array, err_msg=name)


def test_a_stop_is_seen_within_a_step_and_keeps_everything(dataset, tmp_path):
    asked = []
    trainer = _trainer(dataset, tmp_path / "run", should_stop=lambda: len(asked) > 0)
    events = []
    for event in trainer.events():
        events.append(event)
        if isinstance(event, Sample):
            asked.append(True)
    assert isinstance(events[-1], Finished)
    assert events[-1].reason == "stopped"
    assert events[-1].step == 2
    assert math.isnan(events[-1].fid)
    assert trainer.best.step == 2
    assert RunFolder(tmp_path / "run").steps() == [2]


def test_a_run_can_go_on_beyond_its_end(dataset, tmp_path):
    list(_trainer(dataset, tmp_path / "run").events())
    longer = _trainer(dataset, tmp_path / "run", replace(_CONFIG, steps=8))
    longer.resume(RunFolder(tmp_path / "run").load())
    assert list(longer.events())[-1].step == 8


def test_a_run_by_the_clock_ends_by_the_clock(dataset, tmp_path):
    config = replace(_CONFIG, minutes=0.005, evaluate_every=10_000, sample_every=10_000)
    finished = list(_trainer(dataset, tmp_path / "run", config).events())[-1]
    assert 0.3 <= finished.train_seconds < 3


def test_other_pictures_are_noticed_on_resume(dataset, pictures, tmp_path):
    list(_trainer(dataset, tmp_path / "run").events())
    (pictures / "p00.png").unlink()
    other = _trainer(load_dataset(pictures, tmp_path / "cache"), tmp_path / "run")
    with pytest.raises(TrainingError, match="learned from other pictures"):
        other.resume(RunFolder(tmp_path / "run").load())


def test_too_few_pictures_are_an_error_that_says_what_to_do(dataset, tmp_path):
    with pytest.raises(TrainingError, match="lower --batch-size"):
        _trainer(dataset, tmp_path / "run", replace(_CONFIG, batch_size=17))


def test_a_loss_that_is_no_number_ends_the_run_with_the_step(dataset, tmp_path):
    trainer = _trainer(dataset, tmp_path / "run")
    weight = trainer._game.discriminator.named_parameters()["down0.weight"]
    weight.set_data(weight.data() * mx.nd.array([float("nan")]))
    with pytest.raises(TrainingError, match="no longer finite at step 0"):
        list(trainer.events())


def test_the_discriminators_rate_falls_with_its_loss(dataset, tmp_path):
    trainer = _trainer(dataset, tmp_path / "run", replace(_CONFIG, lowest_loss_d=0.8))
    rates = []
    for loss in (1.2, 0.8, 0.6, 0.3):
        trainer._progress.smoothed_loss_d = loss
        rates.append(trainer._lr_d() / _CONFIG.lr_d)
    assert rates == pytest.approx([1.0, 1.0, 0.5, 0.1])
    assert _trainer(dataset, tmp_path / "other")._lr_d() == _CONFIG.lr_d


def test_augmentation_leads_elsewhere_and_is_as_repeatable(dataset, tmp_path):
    ends = []
    for index, kinds in enumerate(("", "colour,cutout", "colour,cutout")):
        trainer = _trainer(dataset, tmp_path / str(index), replace(_CONFIG, augmentation=kinds))
        list(trainer.events())
        ends.append(trainer._game.generator.weights()["up0.weight"])
    np.testing.assert_allclose(ends[1], ends[2], atol=1e-5)
    assert np.abs(ends[0] - ends[1]).max() > 1e-4


def test_a_measurement_that_a_stop_prevented_is_made_up_for(dataset, tmp_path):
    asked = threading.Event()
    trainer = _trainer(dataset, tmp_path / "run", replace(_CONFIG, evaluate_every=2), asked.is_set)
    for event in trainer.events():
        if isinstance(event, Sample):  # the measurement comes next
            asked.set()
    resumed = _trainer(dataset, tmp_path / "run", replace(_CONFIG, evaluate_every=2))
    resumed.resume(RunFolder(tmp_path / "run").load())
    assert [event.step for event in _only(Evaluated, resumed.events())] == [2, 4, 6]
