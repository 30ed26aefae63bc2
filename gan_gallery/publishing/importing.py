"""A generator that somebody else trained with the tutorial, brought into a model folder of ours.

Names and prefixes differ from file to file; shapes do not. The transposed convolutions are the arrays of four
dimensions, in the order of their numbered names, each taking what the one before gives; the batch norms follow in
the same order. A bias before a batch norm is the same as a lower running mean.
"""

import re
from itertools import pairwise
from pathlib import Path

import numpy as np
import numpy.typing as npt

from gan_gallery.errors import ModelError
from gan_gallery.network.architecture import (
    BATCH_NORM_PARTS,
    CHANNELS,
    KERNEL_SIZE,
    NUM_LAYERS,
    GeneratorArchitecture,
    Weights,
)
from gan_gallery.publishing.mxnet_params import Arrays, read_params
from gan_gallery.publishing.publishing import publish_generator

_PREFIXES_OF_KIND = re.compile(r"^(arg|aux):")
_MISSING = np.zeros((), np.float32)
_OLD_NAMES = {"moving_mean": "running_mean", "moving_var": "running_var"}


def import_params(path: Path, out: Path, name: str = "") -> GeneratorArchitecture:
    """Publish the generator in a `.params` file as the model folder `out`; return what it is.

    Raises:
        ModelError: if the file is damaged or holds no generator of 64x64 RGB pictures.
    """
    architecture, weights = generator_from_arrays(read_params(path), path)
    facts = {
        "source": f"imported from {path.name}, an MXNet .params file",
        "training_data": "not known: the file does not say",
    }
    publish_generator(out, name or path.stem, architecture, weights, facts)
    return architecture


def generator_from_arrays(arrays: Arrays, path: Path) -> tuple[GeneratorArchitecture, Weights]:
    """Recognise a generator in named arrays; `path` is named in errors.

    Raises:
        ModelError: if they are not a generator of 64x64 RGB pictures.
    """
    layers = _layers(arrays)
    convolutions = [parts for parts in layers if parts.get("weight", _MISSING).ndim == 4]
    norms = [parts for parts in layers if "gamma" in parts and "running_mean" in parts]
    shapes = [parts["weight"].shape for parts in convolutions]
    if shapes and shapes[0][1] == CHANNELS and shapes[-1][0] == 1:
        raise ModelError(f"{path} holds a discriminator: choose the generator's file")
    if len(convolutions) != NUM_LAYERS or any(shape[2:] != (KERNEL_SIZE, KERNEL_SIZE) for shape in shapes):
        raise ModelError(
            f"{path} holds {len(convolutions)} convolutions and a generator of 64x64 pictures has {NUM_LAYERS} of "
            "4x4: choose a generator as the tutorial builds it"
        )
    if any(before[1] != after[0] for before, after in pairwise(shapes)):
        raise ModelError(f"{path} holds convolutions that do not fit one another: choose a generator of one stack")
    if shapes[-1][1] != CHANNELS:
        raise ModelError(f"{path} makes pictures with {shapes[-1][1]} channels, not RGB: choose another generator")
    if len(norms) != NUM_LAYERS - 1:
        raise ModelError(f"{path} holds {len(norms)} whole batch norms, not {NUM_LAYERS - 1}: choose another generator")
    weights: Weights = {}
    for layer, parts in enumerate(convolutions):
        weights[f"up{layer}.weight"] = parts["weight"]
        bias = parts.get("bias", np.zeros(shapes[layer][1], np.float32))
        if layer == NUM_LAYERS - 1:
            weights[f"up{layer}.bias"] = bias
        else:
            weights |= {f"bn{layer}.{part}": norms[layer].get(part, _MISSING) for part in BATCH_NORM_PARTS}
            if bias.shape == weights[f"bn{layer}.running_mean"].shape:
                weights[f"bn{layer}.running_mean"] = weights[f"bn{layer}.running_mean"] - bias
    architecture = _architecture(shapes, path)
    _check(weights, architecture, path)
    return architecture, weights


def _layers(arrays: Arrays) -> list[dict[str, npt.NDArray[np.float32]]]:
    """Group arrays by the layer that their names speak of, the layers in the order of the numbers in their names."""
    layers: dict[str, dict[str, npt.NDArray[np.float32]]] = {}
    for name, array in arrays.items():
        plain = _PREFIXES_OF_KIND.sub("", name)
        for part in ("weight", "bias", *BATCH_NORM_PARTS, *_OLD_NAMES):
            if plain.endswith(part):
                layers.setdefault(plain[: -len(part)], {})[_OLD_NAMES.get(part, part)] = array
                break
    return [layers[name] for name in sorted(layers, key=_natural_order)]


def _natural_order(name: str) -> list[tuple[int, str]]:
    """Sort `conv10` after `conv9`."""
    return [(int(piece), "") if piece.isdigit() else (-1, piece) for piece in re.split(r"(\d+)", name)]


def _architecture(shapes: list[tuple[int, ...]], path: Path) -> GeneratorArchitecture:
    first, second, third, fourth = (shape[1] for shape in shapes[:-1])
    try:
        return GeneratorArchitecture(shapes[0][0], (first, second, third, fourth))
    except ValueError as exc:
        raise ModelError(f"{path} holds no generator ({exc}): choose another file") from exc


def _check(weights: Weights, architecture: GeneratorArchitecture, path: Path) -> None:
    for name, shape in architecture.parameter_shapes().items():
        if weights[name].shape != shape:
            raise ModelError(
                f"{path} is damaged ({name} would have shape {list(weights[name].shape)}, not {list(shape)}): "
                "copy the file again"
            )
        if not np.isfinite(weights[name]).all():
            raise ModelError(f"{path} holds NaN or infinity: its training failed, choose another file")
        if name.endswith("running_var") and (weights[name] < 0).any():
            raise ModelError(f"{path} is damaged (a variance is negative): copy the file again")
