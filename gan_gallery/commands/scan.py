"""`python -m gan_gallery scan`: which pictures of a folder or ZIP can be used, and which cannot and why."""

import argparse
import time
from pathlib import Path

from resources.runs.terminal import ProgressLine, print_json

EXAMPLE = "python -m gan_gallery scan faces/"
_PREVIEW_COUNT = 64
_PROGRESS_SECONDS = 0.5


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `scan`."""
    parser.add_argument("pictures", type=Path, metavar="FOLDER|ZIP", help="pictures, nested as you like")
    parser.add_argument("--preview", type=Path, metavar="FILE.png", help="write a grid of some of the pictures")
    parser.add_argument(
        "--crop", default="centre", metavar="HOW", help="centre, face (in photographs), or a cascade file of OpenCV's"
    )
    parser.add_argument("--cache", type=Path, metavar="DIR", help="where prepared pictures are kept")
    parser.add_argument("--json", action="store_true", help="progress and report as JSON lines on stdout")


def run(arguments: argparse.Namespace) -> None:
    """Scan and report.

    Raises:
        GalleryError: with a sentence for the user.
    """
    import numpy as np

    from gan_gallery.faces.export import grid, save_png
    from gan_gallery.pictures.dataset import load_dataset

    told_at = time.monotonic()

    def tell(done: int, total: int) -> None:
        nonlocal told_at
        if not arguments.json:
            line.show(done / max(1, total), f"reading {done} of {total} pictures")
        elif time.monotonic() - told_at >= _PROGRESS_SECONDS:
            told_at = time.monotonic()
            print_json({"event": "scanning", "done": done, "total": total})

    with ProgressLine(arguments.json) as line:
        dataset = load_dataset(arguments.pictures, arguments.cache, tell, arguments.crop)
    report = dataset.report
    if arguments.preview:
        count = min(_PREVIEW_COUNT, len(dataset.images))
        chosen = dataset.images[np.linspace(0, len(dataset.images) - 1, count).astype(int)]
        save_png(arguments.preview, grid(chosen), {"pictures": arguments.pictures.name})
    if arguments.json:
        print_json({"event": "scanned"} | report.to_json() | {"was_cached": dataset.was_cached})
        return
    formats = ", ".join(f"{count} {name}" for name, count in report.formats.items())
    print(f"{report.num_images} usable pictures ({formats})")
    print(f"from {report.smallest[0]} x {report.smallest[1]} to {report.largest[0]} x {report.largest[1]} pixels")
    for name, reason in (report.unreadable | report.truncated | report.too_small).items():
        print(f"left out: {name}: {reason}")
    for name, first in report.duplicates.items():
        print(f"left out: {name}: the same as {first}")
