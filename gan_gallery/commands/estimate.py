"""`python -m gan_gallery estimate`: how fast this machine trains, and where, measured in a few steps."""

import argparse
import time

from gan_gallery.training.config import TrainConfig
from resources.runs.device import choose_device
from resources.runs.terminal import print_json
from resources.runs.trainers import loading_mxnet

EXAMPLE = "python -m gan_gallery estimate --device cpu"
_WARM_UP_STEPS = 2
_FEWEST_STEPS = 4
_SECONDS = 2.0


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `estimate`."""
    parser.add_argument("--device", choices=("auto", "cpu", "gpu"), default="auto", help="where it computes")
    parser.add_argument("--json", action="store_true", help="the figures as one JSON line on stdout")


def run(arguments: argparse.Namespace) -> None:
    """Take steps on random pictures for two seconds and say how many images they were.

    Raises:
        GalleryError: with a sentence for the user.
    """
    with loading_mxnet():
        from gan_gallery.training.game import Game
        from resources.runs.mxnet_shim import mx

    device = choose_device(arguments.device)
    ctx = mx.gpu() if device.name == "gpu" else mx.cpu()
    config = TrainConfig()
    game = Game(config, ctx)
    real = mx.nd.random.uniform(-1, 1, (config.batch_size, 3, 64, 64), ctx=ctx)
    z = mx.nd.random.normal(shape=(config.batch_size, config.latent_size, 1, 1), ctx=ctx)
    for _ in range(_WARM_UP_STEPS):
        game.step(real, z, config.lr_d)
    steps, started = 0, time.monotonic()
    while steps < _FEWEST_STEPS or time.monotonic() - started < _SECONDS:
        game.step(real, z, config.lr_d)
        steps += 1
    speed = steps * config.batch_size / (time.monotonic() - started)
    if arguments.json:
        figures = {"images_per_second": speed, "device": device.name, "device_reason": device.reason}
        print_json({"event": "estimated"} | figures)
    else:
        print(f"{speed:.0f} images/s on the {device.name.upper()} ({device.reason})")
