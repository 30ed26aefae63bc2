import json
from dataclasses import replace

import pytest

from lm.model.architecture import Architecture
from lm.training.config import TrainConfig
from lm.training.messages import Evaluated, event_json

CONFIG = TrainConfig(Architecture("gru", 256, 8, 16), minutes=2.5, num_candidates=64)


def test_config_comes_back_from_json():
    assert TrainConfig.from_json(json.loads(json.dumps(CONFIG.to_json()))) == CONFIG


def test_config_of_an_older_version_takes_the_defaults():
    older = {"architecture": CONFIG.architecture.to_json(), "lr": 1e-3, "gone_since": True}
    assert TrainConfig.from_json(older) == TrainConfig(CONFIG.architecture, lr=1e-3)


@pytest.mark.parametrize(
    "wrong",
    [
        {"batch_size": 0},
        {"bptt": -1},
        {"evaluations": 0},
        {"patience": 0},
        {"seed": -1},
        {"num_candidates": -5},
        {"lr": 0.0},
        {"lr": float("nan")},
        {"grad_clip": float("inf")},
        {"minutes": -1.0},
        {"minutes": 0.0, "epochs": 0.0},
        {"architecture": Architecture("unrolled", 256, 8, 16, window=100)},
    ],
    ids=str,
)
def test_config_that_cannot_train_is_refused(wrong):
    with pytest.raises(ValueError, match=r" is .*, (not|less)"):
        replace(CONFIG, **wrong)


def test_event_is_its_kind_and_its_fields():
    assert event_json(Evaluated(3, 1.0, 2.7, 1.4, False)) == {
        "event": "evaluated",
        "step": 3,
        "val_loss": 1.0,
        "perplexity": 2.7,
        "bits_per_char": 1.4,
        "is_best": False,
    }
