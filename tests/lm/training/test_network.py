import numpy as np
import pytest

from lm.model.architecture import Architecture
from lm.training.initialization import initial_weights
from lm.training.network import RecurrentNetwork, detach
from resources.runs.mxnet_shim import mx

KINDS = ["lstm", "gru", "rnn_tanh", "rnn_relu", "unrolled"]


def _network(kind: str, *, tied: bool = False, dropout: float = 0.0, window: int = 3) -> RecurrentNetwork:
    architecture = Architecture(kind, 20, 5, 7, tied=tied, dropout=dropout, window=window if kind == "unrolled" else 0)
    network = RecurrentNetwork(architecture)
    network.initialize()
    network.set_weights(initial_weights(architecture, 1, np.full(20, 0.05)))
    return network


def _symbols(length: int) -> mx.nd.NDArray:
    return mx.nd.array(np.random.default_rng(1).integers(0, 20, (length, 2)))


@pytest.mark.parametrize("tied", [False, True])
@pytest.mark.parametrize("kind", KINDS)
def test_weights_written_are_the_weights_read(kind, tied):
    network = _network(kind, tied=tied)
    weights = network.weights()
    assert {name: value.shape for name, value in weights.items()} == network.architecture.parameter_shapes()
    changed = {name: value + 1.0 for name, value in weights.items()}
    network.set_weights(changed)
    for name, value in network.weights().items():
        np.testing.assert_array_equal(value, changed[name])


@pytest.mark.parametrize("kind", ["lstm", "gru", "rnn_tanh", "rnn_relu"])
def test_text_read_in_two_pieces_gives_the_features_of_reading_it_at_once(kind):
    network, symbols = _network(kind), _symbols(10)
    whole, _ = network(symbols, network.begin_state(2, mx.cpu()))
    first, state = network(symbols[:6], network.begin_state(2, mx.cpu()))
    second, _ = network(symbols[6:], detach(state))
    np.testing.assert_allclose(mx.nd.concat(first, second, dim=0).asnumpy(), whole.asnumpy(), atol=1e-6)


def test_unrolled_network_sees_its_window_alone():
    network, symbols = _network("unrolled", window=3), _symbols(10)
    features, _ = network(symbols, [])
    assert features.shape == (8, 2, 7)
    changed = symbols.copy()
    changed[0] = (changed[0] + 1) % 20
    after_change, _ = network(changed, [])
    assert not np.allclose(features[0].asnumpy(), after_change[0].asnumpy())
    np.testing.assert_array_equal(features[1:].asnumpy(), after_change[1:].asnumpy())


def test_tied_decoder_is_the_embedding():
    network = _network("lstm", tied=True)
    weight, _ = network.decoder(mx.cpu())
    np.testing.assert_array_equal(weight.asnumpy(), network.weights()["embedding.weight"])


def test_gradient_stops_at_a_detached_state():
    network = _network("lstm")
    _, state = network(_symbols(4), network.begin_state(2, mx.cpu()))
    for array in state:
        array.attach_grad()
    with mx.autograd.record():
        features, _ = network(_symbols(4), detach(state))
        features.sum().backward()
    assert not state[0].grad.asnumpy().any()


def test_dropout_acts_while_training_alone():
    network, symbols = _network("lstm", dropout=0.5), _symbols(6)
    begin = network.begin_state(2, mx.cpu())
    np.testing.assert_array_equal(network(symbols, begin)[0].asnumpy(), network(symbols, begin)[0].asnumpy())
    with mx.autograd.record():
        first, second = network(symbols, begin)[0], network(symbols, begin)[0]
    assert not np.array_equal(first.asnumpy(), second.asnumpy())
