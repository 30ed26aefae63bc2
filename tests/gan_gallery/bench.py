"""The gallery's speed: `python -m tests.gan_gallery.bench`. Prints one JSON line.

training    images/s of whole steps, augmentation included, against this machine's fp32 peak and, in the lines of
            `run`, against PyTorch; as many threads (FORETYPE_TRAINING_THREADS) for all
rendering   milliseconds for 1, 16 and 64 faces on ONNX Runtime, one thread
memory      megabytes at step 100 and at the end
"""

import importlib.util
import json
import math
import os
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from gan_gallery.network.architecture import IMAGE_SIZE, Shapes
from gan_gallery.network.generator import FaceGenerator, latents
from gan_gallery.training.augmentation import Augmentation, parse_kinds
from gan_gallery.training.batches import RealBatches
from gan_gallery.training.config import TrainConfig
from resources.runs.threads import training_environment

_STEPS = 500
_WARM_STEPS = 5
_NUM_PICTURES = 1_024
_GEMM_SIZE = 2_048
TORCH_PYTHON = "FORETYPE_TORCH_PYTHON"
"""Names an interpreter that has PyTorch."""
_TORCH_SECONDS = 15
_GENERATOR_PIXELS = (1, 16, 64, 256, 1024)  # read by each transposed convolution
_DISCRIMINATOR_PIXELS = (1024, 256, 64, 16, 1)  # written by each convolution
_GENERATOR_PASSES = 3  # forward, gradient of the weights, gradient of the input
_DISCRIMINATOR_PASSES = 8  # three for real and for generated pictures each, two for the generator's gradient


def run() -> Iterator[str]:
    """Measure in children and say it in lines; PyTorch before and after, and the better of the two counts."""
    python = _torch_python()
    peers = [_torch(python)] if python else []
    found = _child(sys.executable, "-m", "tests.gan_gallery.bench")
    peers += [_torch(python)] if python else []
    rate, share, peak = found["images_per_second"], found["of_peak"], found["peak_gflops"]
    yield f"gan_gallery train, ngf 32, N 32       {rate:8.0f} images/s = {share:.0%} of {peak:.0f} GFLOP/s"
    if peers:
        peer = max(each["images_per_second"] for each in peers)
        version = peers[0]["version"]
        yield f"PyTorch {version}, the same step  {peer:8.0f} images/s: Foretype is {rate / peer:.2f} x"
    else:
        yield f"PyTorch is not installed here: name an interpreter that has it with --torch or {TORCH_PYTHON}"
    for count, milliseconds in found["render_ms"].items():
        yield f"render {count:>2} faces, one thread          {milliseconds:8.1f} ms"
    for step, megabytes in found["memory_mb"].items():
        yield f"memory of training, {step:<18}{megabytes:8} MB"


def _torch_python() -> str:
    """Return the interpreter to run PyTorch in, "" when there is none."""
    given = os.environ.get(TORCH_PYTHON, "")
    return given or (sys.executable if importlib.util.find_spec("torch") is not None else "")


def _torch(python: str) -> dict[str, Any]:
    return _child(python, str(Path(__file__).with_name("bench_torch.py")), str(_TORCH_SECONDS))


def _child(python: str, *arguments: str) -> dict[str, Any]:
    child = subprocess.run(
        [python, "-W", "ignore", *arguments],
        env=training_environment(),
        capture_output=True,
        text=True,
        check=True,
    )
    found: dict[str, Any] = json.loads(child.stdout)
    return found


def flops_per_image(config: TrainConfig) -> float:
    """Return the multiplications and additions of the convolutions in one step, per image of the batch."""

    def macs(shapes: Shapes, pixels: tuple[int, ...]) -> int:
        weights = [shape for name, shape in shapes.items() if name.endswith("weight")]
        return sum(math.prod(shape) * count for shape, count in zip(weights, pixels, strict=True))

    generator = macs(config.generator.parameter_shapes(), _GENERATOR_PIXELS)
    discriminator = macs(config.discriminator.parameter_shapes(), _DISCRIMINATOR_PIXELS)
    return 2.0 * (_GENERATOR_PASSES * generator + _DISCRIMINATOR_PASSES * discriminator)


def peak_flops() -> float:
    """Return the machine's fp32 peak as oneDNN's matrix product reaches it."""
    from resources.runs.mxnet_shim import mx

    matrix = mx.nd.ones((_GEMM_SIZE, _GEMM_SIZE))
    best = math.inf
    for _ in range(6):
        started = time.perf_counter()
        mx.nd.FullyConnected(matrix, matrix, no_bias=True, num_hidden=_GEMM_SIZE).wait_to_read()
        best = min(best, time.perf_counter() - started)
    return 2.0 * _GEMM_SIZE**3 / best


def measure(steps: int) -> dict[str, Any]:
    """Train on noise for `steps` steps, as the trainer does, and render; in a process of its own for its threads."""
    from gan_gallery.network.onnx_export import generator_onnx
    from gan_gallery.training.averaging import AveragedGenerator
    from gan_gallery.training.game import Game
    from resources.runs.mxnet_shim import mx

    config = TrainConfig()
    game = Game(config, mx.cpu())
    averaged = AveragedGenerator(config.generator, game.generator, mx.cpu())
    rng = np.random.default_rng(0)
    noise = rng.integers(0, 256, (_NUM_PICTURES, IMAGE_SIZE, IMAGE_SIZE, 3), np.uint8)
    batches = RealBatches(noise, config.batch_size, config.seed, config.flips)
    kinds = parse_kinds(config.augmentation)
    memory_mb = {}
    for step in range(-_WARM_STEPS, steps):
        if step == 0:
            started = time.perf_counter()
        z = mx.nd.array(rng.standard_normal((config.batch_size, config.latent_size, 1, 1), np.float32))
        of_real, of_fake = (Augmentation.draw(kinds, config.batch_size, IMAGE_SIZE, rng) for _ in range(2))
        real = of_real.apply(batches.draw(max(0, step), rng))
        game.step(mx.nd.array(real), z, config.lr_d, of_fake)
        averaged.update(config.batch_size, 100_000, config.ema_images)
        if step + 1 in (100, steps):
            memory_mb[f"step {step + 1}"] = round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    images_per_second = steps * config.batch_size / (time.perf_counter() - started)
    peak = peak_flops()
    generator = FaceGenerator(generator_onnx(config.generator, averaged.weights()), config.generator, "bench")
    return {
        "threads": os.environ.get("OMP_NUM_THREADS", "all"),
        "images_per_second": round(images_per_second, 1),
        "gflops": round(images_per_second * flops_per_image(config) / 1e9, 1),
        "peak_gflops": round(peak / 1e9, 1),
        "of_peak": round(images_per_second * flops_per_image(config) / peak, 3),
        "render_ms": {str(count): _render_ms(generator, count) for count in (1, 16, 64)},
        "memory_mb": memory_mb,
    }


def _render_ms(generator: FaceGenerator, count: int) -> float:
    z = latents(0, count, generator.latent_size)
    times = []
    for _ in range(10):
        started = time.perf_counter()
        generator.render(z)
        times.append(time.perf_counter() - started)
    return round(1_000 * float(np.median(times)), 2)


if __name__ == "__main__":
    os.environ.update(training_environment())
    sys.stdout.write(json.dumps(measure(int(sys.argv[1]) if len(sys.argv) > 1 else _STEPS)) + "\n")
