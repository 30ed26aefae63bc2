"""The gallery's speed: `python -m tests.gan_gallery.bench`. Prints one JSON line.

training    images/s against this machine's fp32 peak, with as many threads (FORETYPE_TRAINING_THREADS) for both
rendering   milliseconds for 1, 16 and 64 faces on ONNX Runtime, one thread
memory      megabytes at step 100 and at the end
"""

import json
import math
import os
import resource
import subprocess
import sys
import time
from collections.abc import Iterator

import numpy as np

from gan_gallery.architecture import Shapes
from gan_gallery.generator import FaceGenerator, latents
from gan_gallery.training import TrainConfig
from resources.training_process import training_threads

_STEPS = 500
_WARM_STEPS = 5
_GEMM_SIZE = 2_048
_GENERATOR_PIXELS = (1, 16, 64, 256, 1024)  # read by each transposed convolution
_DISCRIMINATOR_PIXELS = (1024, 256, 64, 16, 1)  # written by each convolution
_GENERATOR_PASSES = 3  # forward, gradient of the weights, gradient of the input
_DISCRIMINATOR_PASSES = 8  # three for real and for generated pictures each, two for the generator's gradient


def run() -> Iterator[str]:
    """Measure in a child and say it in lines."""
    words = [sys.executable, "-W", "ignore", "-m", "tests.gan_gallery.bench"]
    child = subprocess.run(
        words, env=os.environ | training_threads(os.environ), capture_output=True, text=True, check=True
    )
    found = json.loads(child.stdout)
    rate, share, peak = found["images_per_second"], found["of_peak"], found["peak_gflops"]
    yield f"gan_gallery train, ngf 32, N 32       {rate:8.0f} images/s = {share:.0%} of {peak:.0f} GFLOP/s"
    for count, milliseconds in found["render_ms"].items():
        yield f"render {count:>2} faces, one thread          {milliseconds:8.1f} ms"
    yield f"memory of training                    {found['memory_mb']} MB"


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
    import mxnet as mx

    matrix = mx.nd.ones((_GEMM_SIZE, _GEMM_SIZE))
    best = math.inf
    for _ in range(6):
        started = time.perf_counter()
        mx.nd.FullyConnected(matrix, matrix, no_bias=True, num_hidden=_GEMM_SIZE).wait_to_read()
        best = min(best, time.perf_counter() - started)
    return 2.0 * _GEMM_SIZE**3 / best


def measure(steps: int) -> dict[str, object]:
    """Train on noise for `steps` steps and render; in a process of its own, for MXNet takes its threads."""
    import mxnet as mx

    from gan_gallery.averaging import AveragedGenerator
    from gan_gallery.game import Game
    from gan_gallery.onnx_export import generator_onnx

    config = TrainConfig()
    game = Game(config, mx.cpu())
    averaged = AveragedGenerator(config.generator, game.generator, mx.cpu())
    rng = np.random.default_rng(0)
    real = mx.nd.array(rng.uniform(-1, 1, (config.batch_size, 3, 64, 64)))
    memory_mb = {}
    for step in range(-_WARM_STEPS, steps):
        if step == 0:
            started = time.perf_counter()
        z = mx.nd.array(rng.standard_normal((config.batch_size, config.latent_size, 1, 1)))
        game.step(real, z, config.lr_d)
        averaged.update(config.batch_size, 100_000, config.ema_images)
        if step in (100, steps - 1):
            memory_mb[f"step_{step}"] = round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
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
    os.environ.update(training_threads(os.environ))
    sys.stdout.write(json.dumps(measure(int(sys.argv[1]) if len(sys.argv) > 1 else _STEPS)) + "\n")
