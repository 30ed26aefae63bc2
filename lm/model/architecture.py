"""What a recurrent language model is made of: its kind, its sizes and the shape of every parameter.

Plain data, without MXNet: the trainer builds a network from it, the exporter a graph, and whoever loads a
model folder checks the weights against it.
"""

from dataclasses import asdict, dataclass
from typing import Any, Literal

from lm.model.factored_units import NUM_CASES, NUM_FORMS

Kind = Literal["lstm", "gru", "rnn_tanh", "rnn_relu", "unrolled"]

GATES: dict[str, int] = {"lstm": 4, "gru": 3, "rnn_tanh": 1, "rnn_relu": 1, "unrolled": 1}
"""Gates per hidden unit, in MXNet's order: LSTM i, f, g, o; GRU r, z, n."""

_LARGEST_SIZE = 1 << 20
_DEEPEST = 8


@dataclass(frozen=True, slots=True)
class Architecture:
    """The shape of one recurrent language model.

    Attributes:
        kind: the recurrent cell; `unrolled` is the many-to-one network of the tutorial, which reads the last
            `window` symbols through one shared tanh cell.
        vocab_size: V, symbols that go in and come out.
        embedding_size: E.
        hidden_size: H, per layer.
        num_layers: L.
        dropout: probability of dropping a feature between layers while training.
        tied: the decoder is the embedding's transpose (Press and Wolf 2017), reached through a projection H -> E.
        window: symbols read by `unrolled`; 0 for the others.
        num_words: W, the words that the V units are made of (see `factored_units`); 0 where units have no factors.
    """

    kind: Kind
    vocab_size: int
    embedding_size: int
    hidden_size: int
    num_layers: int = 1
    dropout: float = 0.0
    tied: bool = False
    window: int = 0
    num_words: int = 0

    def __post_init__(self) -> None:
        if self.kind not in GATES:
            raise ValueError(f"kind is {self.kind!r}, not one of {', '.join(GATES)}")
        sizes = {
            "vocab_size": self.vocab_size,
            "embedding_size": self.embedding_size,
            "hidden_size": self.hidden_size,
        }
        for name, size in sizes.items():
            if not (isinstance(size, int) and 1 <= size <= _LARGEST_SIZE):
                raise ValueError(f"{name} is {size!r}, not between 1 and {_LARGEST_SIZE}")
        if not (isinstance(self.num_layers, int) and 1 <= self.num_layers <= _DEEPEST):
            raise ValueError(f"num_layers is {self.num_layers!r}, not between 1 and {_DEEPEST}")
        if not 0.0 <= self.dropout < 1.0:
            raise ValueError(f"dropout is {self.dropout!r}, not in [0, 1)")
        if self.kind == "unrolled" and (self.num_layers != 1 or self.window < 1):
            raise ValueError("an unrolled network has one layer and a window of at least 1 symbol")
        if not (isinstance(self.num_words, int) and 0 <= self.num_words <= self.vocab_size):
            raise ValueError(f"num_words is {self.num_words!r}, not between 0 and vocab_size")
        if self.is_factored and (not self.tied or self.kind == "unrolled"):
            raise ValueError("a network over factored units is recurrent and tied")

    @property
    def is_factored(self) -> bool:
        """Whether a unit is a word in a form, of which the network knows each by itself."""
        return self.num_words > 0

    @property
    def num_gates(self) -> int:
        """G, the gates per hidden unit."""
        return GATES[self.kind]

    @property
    def state_size(self) -> int:
        """S, the numbers that one stream's state holds between two steps (see `onnx_export`)."""
        if self.kind == "unrolled":
            return (self.window - 1) * self.hidden_size
        per_layer = 2 if self.kind == "lstm" else 1
        return per_layer * self.num_layers * self.hidden_size

    def parameter_shapes(self) -> dict[str, tuple[int, ...]]:
        """Name and shape of every parameter, the whole content of a model's weights file."""
        gates = self.num_gates * self.hidden_size
        rows = self.num_words or self.vocab_size
        shapes: dict[str, tuple[int, ...]] = {"embedding.weight": (rows, self.embedding_size)}
        if self.is_factored:
            shapes["form_embedding.weight"] = (NUM_FORMS, self.embedding_size)
        for layer in range(self.num_layers):
            input_size = self.embedding_size if layer == 0 else self.hidden_size
            shapes[f"layer{layer}.i2h_weight"] = (gates, input_size)
            shapes[f"layer{layer}.h2h_weight"] = (gates, self.hidden_size)
            shapes[f"layer{layer}.i2h_bias"] = (gates,)
            shapes[f"layer{layer}.h2h_bias"] = (gates,)
        if self.tied:
            shapes["projection.weight"] = (self.embedding_size, self.hidden_size)
            shapes["projection.bias"] = (self.embedding_size,)
        else:
            shapes["decoder.weight"] = (self.vocab_size, self.hidden_size)
        shapes["decoder.bias"] = (rows,)
        if self.is_factored:
            shapes["space.weight"] = (1, self.embedding_size)
            shapes["space.bias"] = (rows,)
            shapes["case.weight"] = (NUM_CASES, self.embedding_size)
            shapes["case.bias"] = (rows, NUM_CASES)
        return shapes

    def num_parameters(self) -> int:
        """Count every trained number."""
        total = 0
        for shape in self.parameter_shapes().values():
            size = 1
            for side in shape:
                size *= side
            total += size
        return total

    def to_json(self) -> dict[str, Any]:
        """Return the fields as the model card holds them."""
        return asdict(self)
