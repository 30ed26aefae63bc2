import math

import numpy as np
import pytest

from lm.errors import TrainingError
from lm.finetuning.messages import Figures, Options
from lm.finetuning.plan import NetworkPlan, Pace, Plan, first_config, share_time
from lm.model.architecture import Architecture

ARCHITECTURES = {"words": Architecture("lstm", 24_000, 8, 16, tied=True), "bytes": Architecture("lstm", 256, 8, 16)}


def _part(network: str, num_symbols: int = 100_000, epochs: float = 4.0) -> NetworkPlan:
    symbols = np.zeros(num_symbols, np.int32)
    config = first_config(ARCHITECTURES[network], network, symbols, Options(epochs=epochs))
    return NetworkPlan(network, config, Figures(2.0, 2.5), 1.0, 1.0)


def test_large_vocabulary_is_trained_with_a_sampled_softmax():
    assert _part("words").config.num_candidates == 2048
    assert _part("bytes").config.num_candidates == 0


@pytest.mark.parametrize("num_symbols", [2, 40, 500, 20_000, 1_000_000])
@pytest.mark.parametrize("network", ["words", "bytes"])
def test_text_of_any_length_fills_a_batch(network, num_symbols):
    config = _part(network, num_symbols).config
    assert config.batch_size * config.bptt < num_symbols


def test_epochs_that_fit_into_the_time_are_read():
    parts = [_part("words"), _part("bytes")]
    shared = share_time(parts, [Pace(10, 0.1, 0.0), Pace(10, 0.1, 0.0)], minutes=5.0)
    assert [part.config.minutes for part in shared] == [0.0, 0.0]
    assert [part.seconds for part in shared] == pytest.approx([4.0, 4.0])


def test_networks_that_need_more_share_the_time():
    paces = [Pace(1000, 1.0, 1.0), Pace(1000, 1.0, 1.0)]
    shared = share_time([_part("words"), _part("bytes")], paces, minutes=5.0)
    assert sum(part.seconds for part in shared) == pytest.approx(300.0)
    assert sum(part.config.minutes * 60.0 for part in shared) == pytest.approx(282.0)
    assert shared[0].training_seconds < shared[1].training_seconds


def test_byte_network_gets_the_time_that_the_word_network_leaves():
    paces = [Pace(10, 0.1, 0.0), Pace(1000, 1.0, 0.0)]
    shared = share_time([_part("words"), _part("bytes")], paces, minutes=5.0)
    assert shared[1].training_seconds == pytest.approx(296.0)


def test_epochs_alone_are_not_stopped_by_the_clock():
    shared = share_time([_part("words")], [Pace(10_000, 10.0, 1.0)], minutes=math.inf)
    assert shared[0].config.minutes == 0.0
    assert shared[0].training_seconds == pytest.approx(400_000.0)


def test_saved_plan_is_read_back(tmp_path):
    plan = Plan(("a", "b"), "c", (_part("words"), _part("bytes")))
    plan.save(tmp_path / "run" / "plan.json")
    assert Plan.load(tmp_path / "run" / "plan.json") == plan


def test_plan_that_is_not_there_is_none(tmp_path):
    assert Plan.load(tmp_path / "plan.json") is None


@pytest.mark.parametrize("content", ["{", "[]", '{"format_version": 2}', '{"format_version": 1, "networks": [1]}'])
def test_broken_plan_is_a_sentence(tmp_path, content):
    (tmp_path / "plan.json").write_text(content)
    with pytest.raises(TrainingError, match="is damaged"):
        Plan.load(tmp_path / "plan.json")


def test_plan_that_lacks_a_network_is_a_sentence(tmp_path):
    Plan(("a", "b"), "c", (_part("words"),)).save(tmp_path / "plan.json")
    with pytest.raises(TrainingError, match="a network is missing"):
        Plan.load(tmp_path / "plan.json")
