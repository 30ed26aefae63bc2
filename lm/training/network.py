"""The recurrent networks in MXNet Gluon, for training: LSTM, GRU, RNN and the unrolled many-to-one RNN.

All map symbols [T, N] and a state to features [T', N, F] and the next state; logits are features times the
decoder's weight. T' is T, but for the unrolled network, whose first prediction needs a whole window.

A network over factored units reads and predicts units as words in forms (see `lm.model.factored_units`): its embedding
and decoder know words, and two small heads the space before a word and its case.
"""

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from lm.model.architecture import Architecture
from lm.model.factored_units import NUM_CASES, NUM_FORMS, Factors
from resources.runs.mxnet_shim import gluon, mx

State = list[mx.nd.NDArray]
Weights = dict[str, npt.NDArray[np.float32]]

FORM_HEADS = ("space.weight", "space.bias", "case.weight", "case.bias")
"""What predicts a word's form from the features, and each word's own share in it."""


class RecurrentNetwork(gluon.Block):  # type: ignore[misc]  # MXNet carries no types
    """Embedding, recurrent layers and the features that the decoder reads."""

    def __init__(self, architecture: Architecture, factors: Factors | None = None) -> None:
        """`factors` are those of the units of a factored network."""
        super().__init__()
        if (factors is not None) != architecture.is_factored:
            raise ValueError("a factored network, and no other, needs the factors of its units")
        self.architecture = architecture
        self._factors = factors
        size, features = architecture.hidden_size, architecture.hidden_size
        self.num_rows = architecture.num_words or architecture.vocab_size
        self.embedding = gluon.nn.Embedding(self.num_rows, architecture.embedding_size)
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
        if architecture.is_factored:
            self.form_embedding = gluon.nn.Embedding(NUM_FORMS, architecture.embedding_size)
            for name in FORM_HEADS:
                key = name.replace(".", "_")
                setattr(self, key, self.params.get(key, shape=shape[name], init="zeros"))

    def begin_state(self, batch_size: int, ctx: mx.Context) -> State:
        """Return the state before the first symbol: zeros of [L, N, H] each; empty for `unrolled`."""
        if self.architecture.kind == "unrolled":
            return []
        return list(self.layers.begin_state(batch_size, ctx=ctx))

    def forward(self, symbols: mx.nd.NDArray, state: State) -> tuple[mx.nd.NDArray, State]:
        """Return the features [T', N, F] of symbols [T, N] and the state after them."""
        embedded = self.dropout(self._embedded(symbols))  # [T, N, E]
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
        """Return the scores of every symbol, or of every word of a factored network, for features [M, F]."""
        weight, bias = self.decoder(features.context)
        return mx.nd.FullyConnected(features, weight, bias, num_hidden=self.num_rows)

    def target_log_probs(self, features: mx.nd.NDArray, targets: npt.NDArray[np.int32]) -> mx.nd.NDArray:
        """Return the log-probability of each target [M], with the full softmax; features are [M, F]."""
        rows = mx.nd.array(self.decoder_rows(targets), ctx=features.context)
        return mx.nd.pick(mx.nd.log_softmax(self.logits(features)), rows) + self.form_log_probs(features, targets)

    def decoder_rows(self, symbols: npt.NDArray[np.int32]) -> npt.NDArray[np.int32]:
        """Return the decoder's rows of symbols: their words' in a factored network, else themselves."""
        return symbols if self._factors is None else self._factors.word_of[symbols].astype(np.int32)

    def form_log_probs(self, features: mx.nd.NDArray, targets: npt.NDArray[np.int32]) -> mx.nd.NDArray | float:
        """Return the log-probability of each target's form, given its word, [M]; 0 for whole units."""
        if self._factors is None:
            return 0.0
        ctx, factors = features.context, self._factors
        words, forms = factors.word_of[targets], factors.form_of[targets]
        rows = mx.nd.array(words, ctx=ctx)
        sign = mx.nd.array(np.where(forms >= NUM_CASES, 1.0, -1.0), ctx=ctx)
        space = mx.nd.FullyConnected(features, self.space_weight.data(ctx), num_hidden=1, no_bias=True).reshape((-1,))
        space = sign * (space + mx.nd.take(self.space_bias.data(ctx), rows))
        case = mx.nd.FullyConnected(features, self.case_weight.data(ctx), num_hidden=NUM_CASES, no_bias=True)
        case = mx.nd.log_softmax(case + mx.nd.take(self.case_bias.data(ctx), rows))
        case = mx.nd.pick(case, mx.nd.array(forms % NUM_CASES, ctx=ctx)) * mx.nd.array(factors.is_cased[words], ctx=ctx)
        return case - mx.nd.Activation(-space, act_type="softrelu")  # log(sigmoid(x)) = -log(1 + exp(-x))

    def _embedded(self, symbols: mx.nd.NDArray) -> mx.nd.NDArray:
        if self._factors is None:
            return self.embedding(symbols)
        ctx = symbols.context
        words = mx.nd.take(mx.nd.array(self._factors.word_of, ctx=ctx), symbols)
        forms = mx.nd.take(mx.nd.array(self._factors.form_of, ctx=ctx), symbols)
        return self.embedding(words) + self.form_embedding(forms)

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
        if self.architecture.is_factored:
            found["form_embedding.weight"] = self.form_embedding.weight
            found |= {name: getattr(self, name.replace(".", "_")) for name in FORM_HEADS}
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
