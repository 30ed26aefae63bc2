"""`python -m gan_gallery evaluate`: how much a generator's faces resemble real ones."""

import argparse
from pathlib import Path
from typing import Any

import numpy as np

from gan_gallery.errors import DatasetError
from gan_gallery.network.generator import FaceGenerator, latents
from gan_gallery.network.model_folder import DEFAULT_MODEL
from resources.runs.terminal import ProgressLine, print_json

EXAMPLE = "python -m gan_gallery evaluate --model my-faces --reference pictures.zip"
_SEED = 2_024
"""Not the one that training chose its best weights by."""
_FEWEST, _MOST = 10, 50_000
_NUM_NEIGHBOURS = 5


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `evaluate`."""
    parser.add_argument("--reference", type=Path, required=True, metavar="FOLDER|ZIP", help="real pictures")
    parser.add_argument("--count", type=int, default=5_000, metavar="N", help="faces to generate and measure")
    parser.add_argument("--model", default=DEFAULT_MODEL, metavar="NAME|DIR", help="a shipped model or a model folder")
    parser.add_argument("--seed", type=int, default=_SEED, help="of the faces to measure")
    parser.add_argument(
        "--crop", default="centre", metavar="HOW", help="centre, face (in photographs), or a cascade file of OpenCV's"
    )
    parser.add_argument("--cache", type=Path, metavar="DIR", help="where prepared pictures are kept")
    parser.add_argument("--json", action="store_true", help="the figures as one JSON line on stdout")


def run(arguments: argparse.Namespace) -> None:
    """Measure and print.

    Raises:
        GalleryError: with a sentence for the user.
    """
    if not _FEWEST <= arguments.count <= _MOST:
        raise DatasetError(f"--count {arguments.count} makes no sense: give a number from {_FEWEST} to {_MOST}")
    generator = FaceGenerator.load(arguments.model)
    # OpenCV comes in with these, and stays out of the commands that only render.
    from gan_gallery.judging.metric import Reference
    from gan_gallery.pictures.dataset import load_dataset

    with ProgressLine(arguments.json) as line:
        dataset = load_dataset(
            arguments.reference,
            arguments.cache,
            lambda done, total: line.show(done / max(1, total), f"reading {done} of {total} pictures"),
            arguments.crop,
        )
        if len(dataset.images) < _FEWEST:
            raise DatasetError(
                f"{arguments.reference} has {len(dataset.images)} usable pictures: give at least {_FEWEST}"
            )
        line.show(0.3, "measuring the real pictures")
        reference = Reference.of(dataset.images)
        line.show(0.6, f"rendering {arguments.count} faces")
        faces = generator.render(latents(arguments.seed, arguments.count, generator.latent_size))
        line.show(0.8, "comparing")
        figures = reference.quality(faces).to_json()
        indices, distances = reference.neighbours(faces)
    closest = [
        {
            "face": int(face),
            "distance": round(float(distances[face]), 3),
            "name": dataset.names[reference.chosen[indices[face]]],
        }
        for face in np.argsort(distances)[:_NUM_NEIGHBOURS]
    ]
    _show(figures | {"model": generator.name, "seed": arguments.seed, "closest": closest}, arguments.json)


def _show(figures: dict[str, Any], as_json: bool) -> None:
    if as_json:
        print_json(figures)
        return
    print(f"FID {figures['fid']:.2f}  KID {figures['kid']:.4f}  n = {figures['n']} against {figures['reference_n']}")
    print(f"variety {figures['diversity']:.2f}, repeats {figures['repeats']:.2f}, copying {figures['copying']:.2f}")
    print("(1 is what real faces have; FID and KID on this program's own feature, not on Inception)")
