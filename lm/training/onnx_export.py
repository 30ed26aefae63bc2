"""A network's single step as an ONNX graph, built from its NumPy weights; MXNet is not needed.

    symbols [N], state [N, S], rows [M]  ->  log_probs [M, V], state_out [N, S]

`rows` names the streams whose distribution is wanted: none of them while a context is only being read. The state
holds all layers side by side: h and c of layer 0, then of layer 1, ... (for `unrolled` the input's share of the last
n - 1 symbols). In int8, weights are quantised per output channel and activations per call (dynamic quantisation);
7 bits of the 8 are used, because processors without VNNI saturate 16-bit sums otherwise. What a parameter became is
named after it, so that `step_weights` reads it back.

Where units have factors (see `lm.model.factored_units`), symbols and log_probs [M, W] are of words; one input more is
the form of each word, forms [N], and three outputs more say what the forms of the next word are worth: form_logits
[M, 4], of a space and of each case as the context has them, and the words' own shares in these, space.bias [W] and
case.bias [W, 3], which are constant. `lm.predicting.unit_distribution` puts them together.
"""

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt
import onnx
from onnx import TensorProto, helper, numpy_helper

from lm.model.architecture import Architecture
from lm.model.factored_units import NUM_CASES

_OPSET = 17
_IR_VERSION = 8
_QUANTISED_LIMIT = 63
PROJECTION, DECODER = "projection", "decoder"
FORM_BIASES = ("space.bias", "case.bias")
FORM_EMBEDDING, FORM_HEADS = "form_embedding.weight", "form_heads.weight"
BIAS, SCALE, VALUE = ".bias", ".scale", ".value"
_FOLDED_LARGEST_VOCAB = 4096
"""Up to here the embedding and the input weights become one table [V, G * H], which `Gather` reads."""

Array = npt.NDArray[np.float32]


def export_step(architecture: Architecture, weights: Mapping[str, Array], *, int8: bool) -> bytes:
    """Return the step of a network as a serialised ONNX model."""
    graph = _Graph(architecture, weights, int8)
    model = helper.make_model(
        graph.build(), opset_imports=[helper.make_opsetid("", _OPSET)], producer_name="foretype", ir_version=_IR_VERSION
    )
    onnx.checker.check_model(model)
    return bytes(model.SerializeToString())


def is_folded(architecture: Architecture) -> bool:
    """Say whether the embedding and the input weights become one table."""
    return architecture.vocab_size <= _FOLDED_LARGEST_VOCAB and not architecture.is_factored


def layer_name(layer: int) -> str:
    """Return the name of a layer's one matrix [I + H, G * H], where input and recurrent weights are one."""
    return f"layer{layer}"


class _Graph:
    """Collects nodes and initializers; each method adds some and returns the name of its output."""

    def __init__(self, architecture: Architecture, weights: Mapping[str, Array], int8: bool) -> None:
        self._architecture = architecture
        self._weights = weights
        self._int8 = int8
        self._nodes: list[onnx.NodeProto] = []
        self._initializers: list[onnx.TensorProto] = []
        self._quantised: dict[str, tuple[str, str]] = {}
        self._constants: dict[str, str] = {}
        self._count = 0

    def build(self) -> onnx.GraphProto:
        architecture = self._architecture
        hidden = architecture.hidden_size
        if architecture.kind == "unrolled":
            output, state = self._unrolled()
        else:
            parts = architecture.state_size // hidden
            pieces = self._split("state", [hidden] * parts)
            output, new_pieces = "", []
            per_layer = parts // architecture.num_layers
            for layer in range(architecture.num_layers):
                old = pieces[layer * per_layer : (layer + 1) * per_layer]
                new = self._layer(layer, output, old)
                output = new[0]
                new_pieces += new
            state = self._concat(new_pieces)
        wanted = self._add("Gather", [output, "rows"], axis=0)  # [M, H]
        self._log_probs(wanted)
        self._add("Identity", [state], "state_out")
        size, rows = architecture.state_size, architecture.num_words or architecture.vocab_size
        inputs = [
            helper.make_tensor_value_info("symbols", TensorProto.INT64, ["N"]),
            helper.make_tensor_value_info("state", TensorProto.FLOAT, ["N", size]),
            helper.make_tensor_value_info("rows", TensorProto.INT64, ["M"]),
        ]
        if architecture.is_factored:
            inputs.append(helper.make_tensor_value_info("forms", TensorProto.INT64, ["N"]))
        outputs = [
            helper.make_tensor_value_info("log_probs", TensorProto.FLOAT, ["M", rows]),
            helper.make_tensor_value_info("state_out", TensorProto.FLOAT, ["N", size]),
        ]
        if architecture.is_factored:
            shapes = {"form_logits": ["M", 1 + NUM_CASES], "space.bias": [rows], "case.bias": [rows, NUM_CASES]}
            outputs += [helper.make_tensor_value_info(name, TensorProto.FLOAT, shape) for name, shape in shapes.items()]
        return helper.make_graph(self._nodes, "step", inputs, outputs, self._initializers)

    def _layer(self, layer: int, below: str, old: Sequence[str]) -> list[str]:
        kind = self._architecture.kind
        if kind == "lstm":
            return self._lstm(layer, below, old[0], old[1])
        if kind == "gru":
            return [self._gru(layer, below, old[0])]
        activation = "Tanh" if kind == "rnn_tanh" else "Relu"
        return [self._add(activation, [self._gates(layer, below, old[0])])]

    def _lstm(self, layer: int, below: str, h: str, c: str) -> list[str]:
        gates = self._split(self._gates(layer, below, h), [self._architecture.hidden_size] * 4)
        i, f, o = (self._add("Sigmoid", [gates[index]]) for index in (0, 1, 3))
        g = self._add("Tanh", [gates[2]])
        new_c = self._add("Add", [self._add("Mul", [f, c]), self._add("Mul", [i, g])])
        new_h = self._add("Mul", [o, self._add("Tanh", [new_c])])
        return [new_h, new_c]

    def _gru(self, layer: int, below: str, h: str) -> str:
        sizes = [self._architecture.hidden_size] * 3
        x_r, x_z, x_n = self._split(self._from_input(layer, below, self._bias(layer, "i2h")), sizes)
        from_hidden = self._matmul(h, self._weights[f"layer{layer}.h2h_weight"].T)
        from_hidden = self._add("Add", [from_hidden, self._constant(self._bias(layer, "h2h"))])
        h_r, h_z, h_n = self._split(from_hidden, sizes)
        r = self._add("Sigmoid", [self._add("Add", [x_r, h_r])])
        z = self._add("Sigmoid", [self._add("Add", [x_z, h_z])])
        n = self._add("Tanh", [self._add("Add", [x_n, self._add("Mul", [r, h_n])])])
        # (1 - z) n + z h, with one product less
        return self._add("Add", [n, self._add("Mul", [z, self._add("Sub", [h, n])])])

    def _gates(self, layer: int, below: str, h: str) -> str:
        """Return the gates' sums before their activations, [N, G * H]."""
        bias = self._bias(layer, "i2h") + self._bias(layer, "h2h")
        recurrent = self._weights[f"layer{layer}.h2h_weight"].T
        if layer == 0 and self._is_folded():
            return self._add("Add", [self._from_input(0, below, bias), self._matmul(h, recurrent)])
        below = below or self._embed()
        both = np.concatenate([self._weights[f"layer{layer}.i2h_weight"].T, recurrent])  # one product for both
        product = self._matmul(self._concat([below, h]), both, layer_name(layer))
        return self._add("Add", [product, self._constant(bias, layer_name(layer) + BIAS)])

    def _from_input(self, layer: int, below: str, bias: Array) -> str:
        """Return the input's share of the gates' sums, bias included, [N, G * H]."""
        weight = self._weights[f"layer{layer}.i2h_weight"]
        if layer == 0 and self._is_folded():
            table = self._weights["embedding.weight"] @ weight.T + bias
            return self._add("Gather", [self._constant(table), "symbols"], axis=0)
        return self._add("Add", [self._matmul(below or self._embed(), weight.T), self._constant(bias)])

    def _unrolled(self) -> tuple[str, str]:
        """Run the tanh cell over the window from a zero state; the state keeps what it is fed."""
        hidden, window = self._architecture.hidden_size, self._architecture.window
        newest = self._from_input(0, "", self._bias(0, "i2h") + self._bias(0, "h2h"))
        fed = [*self._split("state", [hidden] * (window - 1)), newest] if window > 1 else [newest]
        recurrent = self._weights["layer0.h2h_weight"].T
        output = self._add("Tanh", [fed[0]])
        for share in fed[1:]:
            output = self._add("Tanh", [self._add("Add", [share, self._matmul(output, recurrent)])])
        return output, (self._concat(fed[1:]) if window > 1 else "state")

    def _log_probs(self, output: str) -> None:
        """Add the graph's output [M, V] from the last layer's, [M, H]."""
        architecture, weights = self._architecture, self._weights
        features = output
        if architecture.tied:
            projected = self._matmul(output, weights["projection.weight"].T, PROJECTION)
            bias = self._constant(weights["projection.bias"], PROJECTION + BIAS)
            features = self._add("Add", [projected, bias])  # [M, E]
        decoder = weights["embedding.weight" if architecture.tied else "decoder.weight"]
        bias = self._constant(weights["decoder.bias"], DECODER + BIAS)
        scores = self._add("Add", [self._matmul(features, decoder.T, DECODER), bias])
        self._add("LogSoftmax", [scores], "log_probs", axis=1)
        if architecture.is_factored:
            heads = np.concatenate([weights["space.weight"], weights["case.weight"]]).T
            self._add("MatMul", [features, self._constant(heads, FORM_HEADS)], "form_logits")
            for name in FORM_BIASES:
                self._add("Identity", [self._constant(weights[name], name + VALUE)], name)

    def _embed(self) -> str:
        """Look the symbols up, [N, E]; a tied network reads the decoder's table, so that it is stored once."""
        words = self._embed_words()
        if not self._architecture.is_factored:
            return words
        forms = self._add("Gather", [self._constant(self._weights[FORM_EMBEDDING], FORM_EMBEDDING), "forms"], axis=0)
        return self._add("Add", [words, forms])

    def _embed_words(self) -> str:
        embedding = self._weights["embedding.weight"]
        if not self._architecture.tied:
            return self._add("Gather", [self._constant(embedding), "symbols"], axis=0)
        if not self._int8:
            return self._rows(self._add("Gather", [self._shared(embedding.T, DECODER), "symbols"], axis=1))
        table, scale = self._quantise(embedding.T, DECODER)
        values = self._add("Cast", [self._add("Gather", [table, "symbols"], axis=1)], to=TensorProto.FLOAT)
        return self._rows(self._add("Mul", [values, self._add("Gather", [scale, "symbols"], axis=0)]))

    def _rows(self, columns: str) -> str:
        return self._add("Transpose", [columns], perm=[1, 0])

    def _matmul(self, x: str, weight: Array, key: str = "") -> str:
        """Return x [N, K] times weight [K, M]."""
        if not self._int8:
            return self._add("MatMul", [x, self._shared(weight, key)])
        table, scale = self._quantise(weight, key)
        quantised, x_scale, x_zero = (self._name() for _ in range(3))
        self._nodes.append(helper.make_node("DynamicQuantizeLinear", [x], [quantised, x_scale, x_zero]))
        product = self._add("MatMulInteger", [quantised, table, x_zero])
        product = self._add("Cast", [product], to=TensorProto.FLOAT)
        return self._add("Mul", [product, self._add("Mul", [x_scale, scale])])

    def _quantise(self, weight: Array, key: str) -> tuple[str, str]:
        """Return the names of the int8 weight [K, M] and of its scale per column [M]; a key shares them."""
        if key and key in self._quantised:
            return self._quantised[key]
        scale = np.maximum(np.abs(weight).max(axis=0), 1e-12) / _QUANTISED_LIMIT
        table = np.clip(np.rint(weight / scale), -_QUANTISED_LIMIT, _QUANTISED_LIMIT).astype(np.int8)
        names = self._constant(table, key), self._constant(scale.astype(np.float32), key and key + SCALE)
        if key:
            self._quantised[key] = names
        return names

    def _is_folded(self) -> bool:
        return is_folded(self._architecture)

    def _bias(self, layer: int, part: str) -> Array:
        return self._weights[f"layer{layer}.{part}_bias"]

    def _split(self, x: str, sizes: Sequence[int]) -> list[str]:
        if len(sizes) == 1:
            return [x]
        names = [self._name() for _ in sizes]
        lengths = self._constant(np.array(sizes, dtype=np.int64))
        self._nodes.append(helper.make_node("Split", [x, lengths], names, axis=1))
        return names

    def _concat(self, names: Sequence[str]) -> str:
        return names[0] if len(names) == 1 else self._add("Concat", names, axis=1)

    def _shared(self, value: Array, key: str) -> str:
        """Return the name of a constant that is stored once for all uses of `key`."""
        if not key:
            return self._constant(value)
        if key not in self._constants:
            self._constants[key] = self._constant(value, key)
        return self._constants[key]

    def _constant(self, value: npt.NDArray[np.generic], name: str = "") -> str:
        name = name or self._name()
        self._initializers.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def _add(self, kind: str, inputs: Sequence[str], output: str = "", **attributes: object) -> str:
        output = output or self._name()
        self._nodes.append(helper.make_node(kind, list(inputs), [output], **attributes))
        return output

    def _name(self) -> str:
        self._count += 1
        return f"t{self._count}"
