"""The recurrent networks in MXNet Gluon, for training: LSTM, GRU, RNN and the unrolled many-to-one RNN.

All map symbols [T, N] and a state to features [T', N, F] and the next state; logits are features times the
decoder's weight. T' is T, but for the unrolled network, whose first prediction needs a whole window.
"""

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from lm.model.architecture import Architecture
from resources.runs.mxnet_shim import gluon, mx

State = list[mx.nd.NDArray]
Weights = dict[str, npt.NDArray[np.float32]]


class RecurrentNetwork(gluon.Block):  # type: ignore[misc]  # MXNet carries no types
    """Embedding, recurrent layers and the features that the decoder reads."""

    def __init__(self, architecture: Architecture) -> None:
        super().__init__()
        self.architecture = architecture
        size, features = architecture.hidden_size, architecture.hidden_size
        self.embedding = gluon.nn.Embedding(architecture.vocab_size, architecture.embedding_size)
        self.layers = _recurrent_layers(architecture)
        self.dropout = gluon.nn.Dropout(architecture.dropout)
        if architecture.tied:
            features = architecture.embedding_size
            self.projection = gluon.nn.Dense(features, flatten=False, in_units=size)
        # A decoder without forward: its rows are read whole, or a sample of them (see `sampled_softmax`).
        shape = architecture.parameter_shapes()
        self.decoder_bias = self.params.get("decoder_bias", shape=shape["decoder.bias"], init="zeros")
        if not architecture.tied:
            self.decoder_weight = self.params.get("decoder_weight", shape=shape["decoder.weight"])

    def begin_state(self, batch_size: int, ctx: mx.Context) -> State:
        """Return the state before the first symbol: zeros of [L, N, H] each; empty for `unrolled`."""
        if self.architecture.kind == "unrolled":
            return []
        return list(self.layers.begin_state(batch_size, ctx=ctx))

    def forward(self, symbols: mx.nd.NDArray, state: State) -> tuple[mx.nd.NDArray, State]:
        """Return the features [T', N, F] of symbols [T, N] and the state after them."""
        embedded = self.dropout(self.embedding(symbols))  # [T, N, E]
        if self.architecture.kind == "unrolled":
            output = self.layers(embedded)
        else:
            output, state = self.layers(embedded, state)  # [T, N, H]
        output = self.dropout(output)
        return (self.projection(output) if self.architecture.tied else output), state

    def decoder(self, ctx: mx.Context) -> tuple[mx.nd.NDArray, mx.nd.NDArray]:
        """Return the decoder's weight [V, F] and bias [V] on `ctx`."""
        weight = self.embedding.weight if self.architecture.tied else self.decoder_weight
        return weight.data(ctx), self.decoder_bias.data(ctx)

    def logits(self, features: mx.nd.NDArray) -> mx.nd.NDArray:
        """Return the scores [M, V] of every symbol for features [M, F]."""
        weight, bias = self.decoder(features.context)
        return mx.nd.FullyConnected(features, weight, bias, num_hidden=self.architecture.vocab_size)

    def named_parameters(self) -> dict[str, gluon.Parameter]:
        """Return the parameters under the names of `Architecture.parameter_shapes`."""
        found = {"embedding.weight": self.embedding.weight}
        for layer in range(self.architecture.num_layers):
            for part in ("i2h_weight", "h2h_weight", "i2h_bias", "h2h_bias"):
                found[f"layer{layer}.{part}"] = getattr(self.layers, f"l{layer}_{part}")
        if self.architecture.tied:
            found["projection.weight"] = self.projection.weight
            found["projection.bias"] = self.projection.bias
        else:
            found["decoder.weight"] = self.decoder_weight
        found["decoder.bias"] = self.decoder_bias
        return found

    def weights(self) -> Weights:
        """Copy every parameter into NumPy."""
        return {name: parameter.data().asnumpy() for name, parameter in self.named_parameters().items()}

    def set_weights(self, weights: Mapping[str, npt.NDArray[np.float32]]) -> None:
        """Overwrite every parameter; names and shapes are those of the architecture."""
        for name, parameter in self.named_parameters().items():
            parameter.set_data(mx.nd.array(weights[name], dtype="float32"))


class UnrolledLayer(gluon.HybridBlock):  # type: ignore[misc]
    """One tanh cell with shared weights, unrolled over every window of n symbols (the tutorial's first network)."""

    def __init__(self, input_size: int, hidden_size: int, window: int) -> None:
        super().__init__()
        self._window = window
        self._hidden_size = hidden_size
        self.l0_i2h_weight = self.params.get("l0_i2h_weight", shape=(hidden_size, input_size))
        self.l0_h2h_weight = self.params.get("l0_h2h_weight", shape=(hidden_size, hidden_size))
        self.l0_i2h_bias = self.params.get("l0_i2h_bias", shape=(hidden_size,), init="zeros")
        self.l0_h2h_bias = self.params.get("l0_h2h_bias", shape=(hidden_size,), init="zeros")

    def forward(self, embedded: mx.nd.NDArray) -> mx.nd.NDArray:
        """Map [T, N, E] to the hidden state after each whole window, [T - n + 1, N, H]."""
        ctx, size = embedded.context, self._hidden_size
        from_input = mx.nd.FullyConnected(
            embedded, self.l0_i2h_weight.data(ctx), self.l0_i2h_bias.data(ctx), num_hidden=size, flatten=False
        )
        length = embedded.shape[0] - self._window + 1
        hidden = mx.nd.tanh(from_input[:length] + self.l0_h2h_bias.data(ctx))  # the state before it is zero
        for position in range(1, self._window):
            hidden = mx.nd.tanh(
                from_input[position : position + length]
                + mx.nd.FullyConnected(
                    hidden, self.l0_h2h_weight.data(ctx), self.l0_h2h_bias.data(ctx), num_hidden=size, flatten=False
                )
            )
        return hidden


def _recurrent_layers(architecture: Architecture) -> gluon.Block:
    sizes = {
        "hidden_size": architecture.hidden_size,
        "num_layers": architecture.num_layers,
        "input_size": architecture.embedding_size,
        "dropout": architecture.dropout,
    }
    match architecture.kind:
        case "lstm":
            return gluon.rnn.LSTM(**sizes)
        case "gru":
            return gluon.rnn.GRU(**sizes)
        case "rnn_tanh":
            return gluon.rnn.RNN(activation="tanh", **sizes)
        case "rnn_relu":
            return gluon.rnn.RNN(activation="relu", **sizes)
        case "unrolled":
            return UnrolledLayer(architecture.embedding_size, architecture.hidden_size, architecture.window)


def detach(state: Sequence[mx.nd.NDArray]) -> State:
    """Return the state without its history, so that a gradient stops at the segment's start."""
    return [array.detach() for array in state]
