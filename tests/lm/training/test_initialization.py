import numpy as np
import pytest

from lm.model.architecture import Architecture
from lm.training.initialization import initial_weights

UNIGRAM = np.random.default_rng(1).dirichlet(np.ones(50))
LSTM = Architecture("lstm", 50, 8, 16, 2)


@pytest.mark.parametrize("tied", [False, True])
@pytest.mark.parametrize("kind", ["lstm", "gru", "rnn_tanh", "rnn_relu", "unrolled"])
def test_weights_have_the_names_and_shapes_of_the_architecture(kind, tied):
    architecture = Architecture(kind, 50, 8, 16, tied=tied, window=4 if kind == "unrolled" else 0)
    weights = initial_weights(architecture, 1, UNIGRAM)
    assert {name: value.shape for name, value in weights.items()} == architecture.parameter_shapes()
    assert {value.dtype for value in weights.values()} == {np.dtype(np.float32)}


def test_same_seed_gives_the_same_weights_and_another_one_others():
    first, again, other = (initial_weights(LSTM, seed, UNIGRAM)["layer0.h2h_weight"] for seed in (1, 1, 2))
    np.testing.assert_array_equal(first, again)
    assert not np.array_equal(first, other)


def test_forget_gates_begin_open():
    bias = initial_weights(LSTM, 1, UNIGRAM)["layer1.i2h_bias"]
    np.testing.assert_array_equal(bias[16:32], 1.0)
    assert not bias[:16].any()
    assert not bias[32:].any()


def test_decoder_begins_with_the_unigram_frequencies():
    bias = initial_weights(LSTM, 1, UNIGRAM)["decoder.bias"].astype(np.float64)
    np.testing.assert_allclose(np.exp(bias), UNIGRAM, rtol=1e-5)
