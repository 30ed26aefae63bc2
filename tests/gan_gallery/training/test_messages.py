import json
import math

from gan_gallery.training.config import TrainConfig
from gan_gallery.training.messages import Finished, Started, Step, event_json


def test_a_config_survives_json():
    config = TrainConfig(ngf=8, minutes=2.5)
    assert TrainConfig.from_json(json.loads(json.dumps(config.to_json()))) == config


def test_unknown_fields_of_a_later_version_are_passed_over():
    assert TrainConfig.from_json(TrainConfig().to_json() | {"later": 1}) == TrainConfig()


def test_an_event_is_one_json_object_with_its_kind():
    assert event_json(Started(0, 16, 99, 8, "cpu", "it was asked for"))["event"] == "started"
    assert event_json(Step(1, 0.5, 1.2, 0.9, 80.0, 1e-4, 3.0))["loss_d"] == 1.2


def test_not_a_number_becomes_null_as_json_wants_it():
    event = Finished(3, "stopped", 3, math.nan, math.nan, 0, 24, 1.0)
    assert json.loads(json.dumps(event_json(event), allow_nan=False))["fid"] is None
