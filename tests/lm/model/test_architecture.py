from dataclasses import replace

import pytest

from lm.model.architecture import GATES, Architecture

LSTM = Architecture("lstm", vocab_size=256, embedding_size=16, hidden_size=32, num_layers=2)


def test_lstm_state_holds_h_and_c_of_every_layer():
    assert LSTM.state_size == 2 * 2 * 32


def test_gru_and_rnn_states_hold_h_alone():
    assert replace(LSTM, kind="gru").state_size == replace(LSTM, kind="rnn_relu").state_size == 2 * 32


def test_unrolled_state_holds_the_input_share_of_all_but_the_newest_symbol():
    assert Architecture("unrolled", 256, 16, 32, window=8).state_size == 7 * 32


def test_parameter_shapes_of_an_lstm_follow_mxnets_layout():
    shapes = LSTM.parameter_shapes()
    assert shapes["layer0.i2h_weight"] == (4 * 32, 16)
    assert shapes["layer1.i2h_weight"] == (4 * 32, 32)
    assert shapes["decoder.weight"] == (256, 32)


def test_tied_network_has_a_projection_in_place_of_a_decoder_weight():
    shapes = replace(LSTM, tied=True).parameter_shapes()
    assert "decoder.weight" not in shapes
    assert shapes["projection.weight"] == (16, 32)


def test_number_of_parameters_is_the_sum_over_the_shapes():
    embedding, layers = 256 * 16, (128 * 16 + 128 * 32 + 256) + (128 * 32 + 128 * 32 + 256)
    assert LSTM.num_parameters() == embedding + layers + 256 * 32 + 256


@pytest.mark.parametrize("kind", sorted(GATES))
def test_json_gives_the_architecture_back(kind):
    architecture = Architecture(kind, 256, 16, 32, dropout=0.1, window=4 if kind == "unrolled" else 0)
    assert Architecture(**architecture.to_json()) == architecture


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": "transformer"},
        {"vocab_size": 0},
        {"embedding_size": -1},
        {"hidden_size": 1 << 21},
        {"hidden_size": 32.0},
        {"num_layers": 0},
        {"num_layers": 9},
        {"dropout": 1.0},
        {"dropout": float("nan")},
        {"kind": "unrolled", "window": 8},  # two layers
        {"kind": "unrolled", "num_layers": 1, "window": 0},
    ],
    ids=str,
)
def test_impossible_sizes_are_refused(wrong):
    with pytest.raises(ValueError, match=r"is|has"):
        replace(LSTM, **wrong)
