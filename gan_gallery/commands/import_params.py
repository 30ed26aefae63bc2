"""`python -m gan_gallery import`: an MXNet `.params` generator to a model folder."""

import argparse
import sys
from pathlib import Path

from resources.runs.terminal import print_json

EXAMPLE = "python -m gan_gallery import generator.params --out my-faces"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `import`."""
    parser.add_argument("params", type=Path, metavar="FILE.params", help="as save_parameters of MXNet wrote it")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="folder of the new model")
    parser.add_argument("--name", default="", help="the model's name in its card")
    parser.add_argument("--json", action="store_true", help="what was found as one JSON line on stdout")


def run(arguments: argparse.Namespace) -> None:
    """Import and publish.

    Raises:
        GalleryError: with a sentence for the user.
    """
    from gan_gallery.publishing.importing import (
        import_params,  # with it comes the exporter, which other commands do without
    )

    architecture = import_params(arguments.params, arguments.out, arguments.name)
    if arguments.json:
        print_json({"event": "imported", "out": str(arguments.out)} | architecture.to_json())
    else:
        widths = ", ".join(str(width) for width in architecture.widths)
        print(
            f"a generator with {architecture.latent_size} latent numbers and widths {widths} is in {arguments.out}",
            file=sys.stderr,
        )
