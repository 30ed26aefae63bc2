"""The loss on held-out text."""

import math

import numpy as np
import pytest

from lm.errors import TrainingStopped
from lm.model.architecture import Architecture
from lm.training.held_out_loss import held_out_loss
from lm.training.initialization import initial_weights
from lm.training.network import RecurrentNetwork
from resources.runs.mxnet_shim import mx


def network(kind: str = "lstm", window: int = 0) -> RecurrentNetwork:
    architecture = Architecture(kind, 7, 4, 5, window=window)
    found = RecurrentNetwork(architecture)
    found.initialize()
    found.set_weights(initial_weights(architecture, 1, np.full(7, 1 / 7)))
    return found


def go_on() -> None:
    """Nobody asked to stop."""


def test_loss_is_the_mean_of_what_each_symbol_costs():
    symbols = (np.arange(40) * 3 % 7).astype(np.int32)
    model = network()
    features, _ = model(mx.nd.array(symbols[:-1].reshape(-1, 1)), model.begin_state(1, mx.cpu()))
    log_probs = mx.nd.log_softmax(model.logits(features.reshape((-3, 0)))).asnumpy()
    expected = -log_probs[np.arange(39), symbols[1:]].mean()
    assert held_out_loss(model, symbols, mx.cpu(), go_on) == pytest.approx(expected, rel=1e-5)


def test_a_limit_measures_a_part_spread_over_the_text():
    symbols = np.random.default_rng(1).integers(0, 7, 20_000).astype(np.int32)
    whole, part = (held_out_loss(network(), symbols, mx.cpu(), go_on, limit) for limit in (None, 4096))
    assert part == pytest.approx(whole, abs=0.1)
    assert part != whole


def test_a_stop_is_looked_for_between_blocks():
    def stop() -> None:
        raise TrainingStopped("stopped")

    with pytest.raises(TrainingStopped):
        held_out_loss(network(), np.zeros(600, dtype=np.int32), mx.cpu(), stop)


def test_an_unrolled_network_is_measured_where_its_window_is_full():
    assert math.isfinite(held_out_loss(network("unrolled", 3), np.zeros(50, dtype=np.int32), mx.cpu(), go_on))
