"""The weights that a new network begins with: NumPy alone, so that a seed gives the same ones on any device."""

import math

import numpy as np
import numpy.typing as npt

from lm.model.architecture import Architecture


def initial_weights(
    architecture: Architecture, seed: int, unigram: npt.NDArray[np.float64]
) -> dict[str, npt.NDArray[np.float32]]:
    """Return random weights: uniform within 1/sqrt(fan-in), a forget gate that begins open, decoder bias log unigram.

    The forget gate's bias of 1 is Jozefowicz et al. 2015; `unigram` are the frequencies of the
    decoder's rows, so that the first steps need not be spent on learning them.
    """
    rng = np.random.default_rng(seed)
    hidden = architecture.hidden_size
    weights: dict[str, npt.NDArray[np.float32]] = {}
    for name, shape in architecture.parameter_shapes().items():
        if name == "embedding.weight":
            scale = 1.0 / math.sqrt(shape[1]) if architecture.tied else 0.5
            value = rng.normal(0.0, scale, shape)
        elif name == "decoder.bias":
            value = np.log(unigram)
        elif name.endswith("bias"):
            value = np.zeros(shape)
            if architecture.kind == "lstm" and name.endswith("i2h_bias"):
                value[hidden : 2 * hidden] = 1.0  # MXNet's order of gates: i, f, g, o
        else:
            bound = 1.0 / math.sqrt(hidden if name.startswith("layer") else shape[1])
            value = rng.uniform(-bound, bound, shape)
        weights[name] = value.astype(np.float32)
    return weights
