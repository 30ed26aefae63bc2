"""The command line of a package: one module for each command, errors as one line, exit codes."""

import argparse
import os
import signal
import sys
from collections.abc import Mapping, Sequence
from typing import Protocol

from resources.runs.child_process import ENDED
from resources.runs.help_formatter import HelpFormatter
from resources.runs.stopping import interrupt
from resources.runs.terminal import print_json
from resources.runs.trainers import PACKAGES, missing_sentence
from resources.user_error import FAILED, STOPPED, UserError


class Command(Protocol):
    """A module of a package's room `commands`.

    Attributes:
        EXAMPLE: a whole command line, for the end of the help.
    """

    EXAMPLE: str

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Declare the options."""
        ...

    def run(self, arguments: argparse.Namespace) -> None:
        """Do the work; a `UserError` becomes the command's one line of error."""
        ...


def run_command(
    package: str, description: str, commands: Mapping[str, tuple[Command, str]], argv: Sequence[str] | None
) -> int:
    """Run one of `commands`, each with its summary; return 0, or 1 after a line that begins `error:`.

    Where the command was asked for JSON lines, its last one then says how it ended: `{"event": "ended", ...}`.
    A usage error exits with 2 (SystemExit, as `argparse` does it).
    """
    parser = argparse.ArgumentParser(prog=f"python -m {package}", description=description)
    choices = parser.add_subparsers(dest="command", required=True)
    for name, (command, summary) in commands.items():
        command.add_arguments(
            choices.add_parser(
                name,
                help=summary,
                description=f"{summary[:1].upper()}{summary[1:]}.",
                epilog=f"example: {command.EXAMPLE}",
                formatter_class=HelpFormatter,
            )
        )
    arguments = parser.parse_args(argv)
    before = signal.signal(signal.SIGTERM, interrupt)
    try:
        commands[arguments.command][0].run(arguments)
    except UserError as exc:
        return _end(arguments, exc.ending, str(exc))
    except ModuleNotFoundError as exc:
        if exc.name not in PACKAGES:
            raise
        return _end(arguments, FAILED, missing_sentence(exc.name))
    except KeyboardInterrupt:
        return _end(arguments, STOPPED, "stopped before the end: what was published before is untouched")
    except BrokenPipeError:
        # What is still to be written has no reader: at the end Python would try once more, and exit with 120.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    finally:
        signal.signal(signal.SIGTERM, before)
    return 0


def _end(arguments: argparse.Namespace, ending: str, sentence: str) -> int:
    if getattr(arguments, "json", False):
        print_json({"event": ENDED, "ending": ending, "sentence": sentence})
    print(f"error: {sentence}", file=sys.stderr)
    return 1
