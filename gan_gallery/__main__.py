"""`python -m gan_gallery COMMAND`: train, import and measure face generators, and render with them."""

import argparse
import signal
import sys
from types import FrameType

from gan_gallery import (
    estimate_command,
    evaluate_command,
    generate_command,
    import_command,
    scan_command,
    train_command,
)
from gan_gallery.errors import GalleryError

_COMMANDS = {
    "train": (train_command, "train a generator on a folder or ZIP of pictures"),
    "generate": (generate_command, "render faces as PNG files and a grid"),
    "evaluate": (evaluate_command, "measure a generator against real pictures"),
    "scan": (scan_command, "report which pictures of a folder or ZIP can be used"),
    "estimate": (estimate_command, "measure how fast this machine trains"),
    "import": (import_command, "bring in a generator that MXNet saved as a .params file"),
}


def main(argv: list[str] | None = None) -> int:
    """Run one command; return 0, or 1 after a line that begins `error:`."""
    parser = argparse.ArgumentParser(prog="python -m gan_gallery", description="Foretype's face generators.")
    commands = parser.add_subparsers(dest="command", required=True)
    for name, (module, summary) in _COMMANDS.items():
        module.add_arguments(commands.add_parser(name, help=summary, description=summary))
    arguments = parser.parse_args(argv)
    signal.signal(signal.SIGTERM, _interrupt)
    try:
        _COMMANDS[arguments.command][0].run(arguments)
    except GalleryError as exc:
        print(f"error: {exc}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("error: stopped before the end: what was published before is untouched", file=sys.stderr)
        return 1
    except BrokenPipeError:
        sys.stderr.close()
        return 1
    return 0


def _interrupt(_signum: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


if __name__ == "__main__":
    sys.exit(main())
