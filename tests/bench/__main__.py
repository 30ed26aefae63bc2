"""`python -m tests.bench [NAME ...]`: all benches, or those of engine, window, startup, training, gallery, browsing."""

import argparse
import sys

from tests.bench import browsing, engine, startup, training, window
from tests.gan_gallery import bench as gallery

_BENCHES = {
    "engine": engine.run,
    "window": window.run,
    "startup": startup.run,
    "training": training.run,
    "gallery": gallery.run,
    "browsing": browsing.run,
}


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(_BENCHES))
    names = parser.parse_args().names or list(_BENCHES)
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
