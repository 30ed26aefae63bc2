"""`python -m gan_gallery COMMAND`: train, import and measure face generators, and render with them."""

import sys

from gan_gallery.commands import estimate, evaluate, generate, import_params, scan, train
from resources.runs.command import Command, run_command

_COMMANDS: dict[str, tuple[Command, str]] = {
    "train": (train, "train a generator on a folder or ZIP of pictures"),
    "generate": (generate, "render faces as PNG files and a grid"),
    "evaluate": (evaluate, "measure a generator against real pictures"),
    "scan": (scan, "report which pictures of a folder or ZIP can be used"),
    "estimate": (estimate, "measure how fast this machine trains"),
    "import": (import_params, "bring in a generator that MXNet saved as a .params file"),
}


def main(argv: list[str] | None = None) -> int:
    """Run one command; return 0, or 1 after a line that begins `error:`."""
    return run_command("gan_gallery", "Foretype's face generators.", _COMMANDS, argv)


if __name__ == "__main__":
    sys.exit(main())
