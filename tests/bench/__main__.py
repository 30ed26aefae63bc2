"""`python -m tests.bench [NAME ...]`: all benches, or those that are named.

They are engine, window, startup, training, gallery, browsing, large, and soak and writer, which run only
when they are named.
"""

import argparse
import os
import sys

from tests.bench import browsing, engine, large, soak, startup, training, window, writer
from tests.gan_gallery import bench as gallery

_BENCHES = {
    "engine": engine.run,
    "window": window.run,
    "startup": startup.run,
    "training": training.run,
    "gallery": gallery.run,
    "browsing": browsing.run,
    "large": large.run,
    "soak": soak.run,
    "writer": writer.run,
}
_ONLY_NAMED = ("soak", "writer")
"""Too long for every run."""


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(_BENCHES))
    parser.add_argument(
        "--torch",
        metavar="PYTHON",
        help=f"an interpreter that has PyTorch, for the gallery's bench (or {gallery.TORCH_PYTHON})",
    )
    arguments = parser.parse_args()
    if arguments.torch:
        os.environ[gallery.TORCH_PYTHON] = arguments.torch
    names = arguments.names or [name for name in _BENCHES if name not in _ONLY_NAMED]
    unknown = [name for name in names if name not in _BENCHES]
    if unknown:
        parser.error(f"no bench is called {unknown[0]}")
    for name in names:
        sys.stdout.write(f"\n== {name}\n")
        sys.stdout.flush()
        for line in _BENCHES[name]():
            sys.stdout.write(line + "\n")
            sys.stdout.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
