"""Both networks as ONNX graphs, built from NumPy weights: batch norms folded away, so that faces need no MXNet.

    generator       z [N, L] -> Gemm -> [N, C, 4, 4] -> ReLU -> (ConvTranspose -> ReLU) x 3 -> ConvTranspose -> tanh
    discriminator   images [N, 3, 64, 64] -> (Conv -> leaky ReLU) x 4 -> Conv -> scores [N]

The first transposed convolution meets 1x1 pixels, where it is a matrix product.
"""

from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt
import onnx
from onnx import TensorProto, helper, numpy_helper

from gan_gallery.network.architecture import (
    BATCH_NORM_EPSILON,
    BATCH_NORM_PARTS,
    CHANNELS,
    GRAPH_INPUT,
    GRAPH_OUTPUT,
    GRAPH_SCORES,
    IMAGE_SIZE,
    KERNEL_SIZE,
    LEAK,
    NUM_LAYERS,
    GeneratorArchitecture,
    Weights,
)

_OPSET = 13
_IR_VERSION = 8
"""Old enough for every ONNX Runtime since 2021."""


def fold_batch_norms(weights: Mapping[str, npt.NDArray[np.float32]]) -> Weights:
    """Return `up0.weight`, `up0.bias` ... of a generator that computes the same without batch norms."""
    folded: Weights = {}
    for layer in range(NUM_LAYERS):
        weight = weights[f"up{layer}.weight"].astype(np.float64)  # [in, out, 4, 4]
        if layer == NUM_LAYERS - 1:
            bias = weights[f"up{layer}.bias"].astype(np.float64)
        else:
            gamma, beta, mean, variance = (
                weights[f"bn{layer}.{part}"].astype(np.float64)
                for part in ("gamma", "beta", "running_mean", "running_var")
            )
            scale = gamma / np.sqrt(variance + BATCH_NORM_EPSILON)
            weight = weight * scale[:, None, None]
            bias = beta - mean * scale
        folded[f"up{layer}.weight"] = weight.astype(np.float32)
        folded[f"up{layer}.bias"] = bias.astype(np.float32)
    return folded


def generator_onnx(architecture: GeneratorArchitecture, weights: Mapping[str, npt.NDArray[np.float32]]) -> bytes:
    """Return the content of a `.onnx` file that maps latents [N, L] to images [N, 3, 64, 64] in -1 to 1."""
    folded = fold_batch_norms(weights)
    width = architecture.widths[0]
    pixels = KERNEL_SIZE * KERNEL_SIZE
    initializers: dict[str, npt.NDArray[Any]] = {
        "first.weight": folded["up0.weight"].reshape(architecture.latent_size, width * pixels),
        "first.bias": np.repeat(folded["up0.bias"], pixels),
        "first.shape": np.array([-1, width, KERNEL_SIZE, KERNEL_SIZE], np.int64),
    }
    nodes = [
        helper.make_node("Gemm", [GRAPH_INPUT, "first.weight", "first.bias"], ["product"]),
        helper.make_node("Reshape", ["product", "first.shape"], ["up0"]),
    ]
    for layer in range(1, NUM_LAYERS):
        initializers |= {f"up{layer}.{part}": folded[f"up{layer}.{part}"] for part in ("weight", "bias")}
        nodes.append(helper.make_node("Relu", [f"up{layer - 1}"], [f"relu{layer - 1}"]))
        nodes.append(
            helper.make_node(
                "ConvTranspose",
                [f"relu{layer - 1}", f"up{layer}.weight", f"up{layer}.bias"],
                [f"up{layer}"],
                kernel_shape=[KERNEL_SIZE, KERNEL_SIZE],
                strides=[2, 2],
                pads=[1, 1, 1, 1],
            )
        )
    nodes.append(helper.make_node("Tanh", [f"up{NUM_LAYERS - 1}"], [GRAPH_OUTPUT]))
    latents = helper.make_tensor_value_info(GRAPH_INPUT, TensorProto.FLOAT, ["N", architecture.latent_size])
    images = helper.make_tensor_value_info(GRAPH_OUTPUT, TensorProto.FLOAT, ["N", CHANNELS, IMAGE_SIZE, IMAGE_SIZE])
    return _serialised("generator", nodes, latents, images, initializers)


def discriminator_onnx(weights: Mapping[str, npt.NDArray[np.float32]]) -> bytes:
    """Return the content of a `.onnx` file that maps images [N, 3, 64, 64] in -1 to 1 to scores [N]."""
    initializers: Weights = {}
    nodes = []
    name = GRAPH_OUTPUT
    for layer in range(NUM_LAYERS):
        is_last = layer == NUM_LAYERS - 1
        weight, bias = _folded_convolution(weights, layer)
        initializers |= {f"down{layer}.weight": weight, f"down{layer}.bias": bias}
        inputs = [name, f"down{layer}.weight", f"down{layer}.bias"]
        stride, padding = (1, 0) if is_last else (2, 1)
        node = helper.make_node(
            "Conv",
            inputs,
            [f"down{layer}"],
            kernel_shape=[KERNEL_SIZE, KERNEL_SIZE],
            strides=[stride, stride],
            pads=[padding] * 4,
        )
        nodes.append(node)
        if not is_last:
            name = f"leaky{layer}"
            nodes.append(helper.make_node("LeakyRelu", [f"down{layer}"], [name], alpha=LEAK))
    initializers["flat"] = np.array([-1], np.int64)
    nodes.append(helper.make_node("Reshape", [f"down{NUM_LAYERS - 1}", "flat"], [GRAPH_SCORES]))
    images = helper.make_tensor_value_info(GRAPH_OUTPUT, TensorProto.FLOAT, ["N", CHANNELS, IMAGE_SIZE, IMAGE_SIZE])
    scores = helper.make_tensor_value_info(GRAPH_SCORES, TensorProto.FLOAT, ["N"])
    return _serialised("discriminator", nodes, images, scores, initializers)


def _folded_convolution(
    weights: Mapping[str, npt.NDArray[np.float32]], layer: int
) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.float32]]:
    """Return weight [out, in, 4, 4] and bias [out] of a convolution that computes its batch norm too."""
    weight = weights[f"down{layer}.weight"].astype(np.float64)
    if f"bn{layer}.gamma" not in weights:
        return weight.astype(np.float32), np.zeros(len(weight), np.float32)
    gamma, beta, mean, variance = (weights[f"bn{layer}.{part}"].astype(np.float64) for part in BATCH_NORM_PARTS)
    scale = gamma / np.sqrt(variance + BATCH_NORM_EPSILON)
    return (weight * scale[:, None, None, None]).astype(np.float32), (beta - mean * scale).astype(np.float32)


def _serialised(
    name: str,
    nodes: list[onnx.NodeProto],
    given: onnx.ValueInfoProto,
    made: onnx.ValueInfoProto,
    initializers: Mapping[str, npt.NDArray[Any]],
) -> bytes:
    graph = helper.make_graph(
        nodes,
        name,
        [given],
        [made],
        [numpy_helper.from_array(np.ascontiguousarray(array), name) for name, array in initializers.items()],
    )
    model = helper.make_model(graph, producer_name="foretype", opset_imports=[helper.make_opsetid("", _OPSET)])
    model.ir_version = _IR_VERSION
    onnx.checker.check_model(model)
    return bytes(model.SerializeToString())
