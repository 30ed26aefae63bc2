"""A network's parameters read back from its published step: what fine-tuning begins with where no weights ship.

In an int8 step they are rounded to 127 values per output channel. The two biases of a layer come back as one, because
the step holds their sum.
"""

from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnx
from google.protobuf.message import DecodeError  # type: ignore[import-untyped]  # its stubs are a package apart
from onnx import numpy_helper

from lm.errors import ModelError
from lm.model.architecture import Architecture
from lm.model.factored_units import NUM_CASES
from lm.training.onnx_export import (
    BIAS,
    DECODER,
    FORM_BIASES,
    FORM_EMBEDDING,
    FORM_HEADS,
    PROJECTION,
    SCALE,
    VALUE,
    is_folded,
    layer_name,
)

Array = npt.NDArray[np.float32]

_ONE_MATRIX = ("lstm", "rnn_tanh", "rnn_relu")
"""Kinds whose input and recurrent weights are one matrix in a step; a GRU's are apart."""


def holds_weights(architecture: Architecture) -> bool:
    """Say whether a step holds all parameters of this network: of an LSTM or RNN over words, for the most part."""
    return architecture.tied and not is_folded(architecture) and architecture.kind in _ONE_MATRIX


def step_weights(path: Path, architecture: Architecture) -> dict[str, Array]:
    """Return the parameters of a step that `holds_weights`.

    Raises:
        ModelError: if it holds no weights, or the file is no such step.
    """
    if not holds_weights(architecture):
        raise ModelError(f"the model {path.parent} has no weights to train on: choose a complete model")
    try:
        graph = onnx.load(str(path)).graph
        found = {each.name: numpy_helper.to_array(each) for each in graph.initializer}
        weights = _weights(found, architecture)
    except (OSError, ValueError, KeyError, DecodeError) as exc:
        raise ModelError(f"{path} does not hold the weights of its network ({exc!r}): copy the model again") from exc
    for name, shape in architecture.parameter_shapes().items():
        if weights[name].shape != shape or not np.isfinite(weights[name]).all():
            raise ModelError(f"{path} holds a broken {name}: copy the model again")
    return weights


def _weights(found: dict[str, npt.NDArray[np.generic]], architecture: Architecture) -> dict[str, Array]:
    weights = {
        "embedding.weight": _matrix(found, DECODER).T,
        "projection.weight": _matrix(found, PROJECTION).T,
        "projection.bias": _matrix(found, PROJECTION + BIAS),
        "decoder.bias": _matrix(found, DECODER + BIAS),
    }
    if architecture.is_factored:
        heads = _matrix(found, FORM_HEADS)  # [E, 1 + C]
        weights |= {"space.weight": heads[:, :1].T, "case.weight": heads[:, 1 : 1 + NUM_CASES].T}
        weights |= {name: _matrix(found, name + VALUE) for name in FORM_BIASES}
        weights[FORM_EMBEDDING] = _matrix(found, FORM_EMBEDDING)
    for layer in range(architecture.num_layers):
        name = layer_name(layer)
        both = _matrix(found, name)  # [I + H, G * H]
        input_size = len(both) - architecture.hidden_size
        bias = _matrix(found, name + BIAS)
        weights[f"{name}.i2h_weight"], weights[f"{name}.h2h_weight"] = both[:input_size].T, both[input_size:].T
        weights[f"{name}.i2h_bias"], weights[f"{name}.h2h_bias"] = bias, np.zeros_like(bias)
    return {name: np.ascontiguousarray(array, dtype=np.float32) for name, array in weights.items()}


def _matrix(found: dict[str, npt.NDArray[np.generic]], name: str) -> Array:
    """Return a constant as float32, times the scale of its columns if it is quantised."""
    array = found[name].astype(np.float32)
    return array * found[name + SCALE].astype(np.float32) if name + SCALE in found else array
