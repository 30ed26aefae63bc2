"""`python -m gan_gallery generate`: faces as PNG files, a grid, and on request an animation."""

import argparse
from pathlib import Path

import numpy as np

from gan_gallery.errors import ExportError
from gan_gallery.faces.export import grid, origin, save_gif, save_png
from gan_gallery.network.generator import FaceGenerator, interpolation, latents
from gan_gallery.network.model_folder import DEFAULT_MODEL
from resources.runs.terminal import ProgressLine, print_json

EXAMPLE = "python -m gan_gallery generate --seed 7 --count 16 --out faces --gif 80"
_MOST_FACES = 10_000
_MOST_IN_GRID = 400
_MOST_FRAMES = 600
_FRAMES_PER_SECOND = 20.0
_LARGEST_SEED = (1 << 63) - 1


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `generate`."""
    parser.add_argument("--seed", type=int, default=7, help="same seed, same faces")
    parser.add_argument("--count", type=int, default=16, metavar="N", help="faces")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="folder of the pictures")
    parser.add_argument("--model", default=DEFAULT_MODEL, metavar="NAME|DIR", help="a shipped model or a model folder")
    parser.add_argument("--truncation", type=float, default=1.0, metavar="T", help="0 the average face, 1 full variety")
    parser.add_argument("--gif", type=int, default=0, metavar="FRAMES", help="also an animation through all the faces")
    parser.add_argument("--json", action="store_true", help="what was written as JSON lines on stdout")


def run(arguments: argparse.Namespace) -> None:
    """Render and write.

    Raises:
        GalleryError: with a sentence for the user.
    """
    seed, count, out = arguments.seed, arguments.count, arguments.out
    if not 1 <= count <= _MOST_FACES:
        raise ExportError(f"--count {count} makes no sense: give a number from 1 to {_MOST_FACES}")
    if not 0 <= seed <= _LARGEST_SEED:
        raise ExportError(f"--seed {seed} makes no sense: give a whole number of 0 or more")
    if not 0.0 <= arguments.truncation <= 2.0:
        raise ExportError(f"--truncation {arguments.truncation} makes no sense: give a number from 0 to 2")
    if not 0 <= arguments.gif <= _MOST_FRAMES:
        raise ExportError(f"--gif {arguments.gif} makes no sense: give a number of frames up to {_MOST_FRAMES}")
    generator = FaceGenerator.load(arguments.model)
    z = latents(seed, count, generator.latent_size, arguments.truncation)
    faces = generator.render(z)
    with ProgressLine(arguments.json) as line:
        for index, face in enumerate(faces):
            path = out / f"face_{seed}_{index:04d}.png"
            save_png(path, face, origin(generator.name, seed, index, truncation=arguments.truncation))
            line.show((index + 1) / count, f"{index + 1} of {count} faces")
            if arguments.json:
                print_json({"event": "face", "path": str(path), "seed": seed, "index": index})
        made_from = origin(generator.name, seed, count=count, truncation=arguments.truncation)
        grid_path = out / f"grid_{seed}.png"
        save_png(grid_path, grid(faces[:_MOST_IN_GRID]), made_from)
        gif_path = out / f"animation_{seed}.gif" if arguments.gif else None
        if gif_path is not None:
            frames_each = max(2, arguments.gif // count)
            ends = [(z[index], z[(index + 1) % count]) for index in range(count)]
            frames = [generator.render(interpolation(start, end, frames_each + 1)[:-1]) for start, end in ends]
            save_gif(gif_path, np.concatenate(frames), _FRAMES_PER_SECOND, made_from)
        if arguments.json:
            gif = {"gif": str(gif_path)} if gif_path else {}
            print_json({"event": "finished", "count": count, "grid": str(grid_path), "model": generator.name} | gif)
        else:
            line.say(f"{count} faces and {grid_path.name} are in {out}")
