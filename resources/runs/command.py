"""The command line of a package: one module for each command, errors as one line, exit codes."""

import argparse
import signal
import sys
from collections.abc import Mapping, Sequence
from typing import Protocol

from resources.runs.stopping import interrupt
from resources.runs.trainers import PACKAGES, missing_sentence
from resources.user_error import UserError


class Command(Protocol):
    """A module of a package's room `commands`; its docstring's first line is the command's summary."""

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

    A usage error exits with 2 (SystemExit, as `argparse` does it).
    """
    parser = argparse.ArgumentParser(prog=f"python -m {package}", description=description)
    choices = parser.add_subparsers(dest="command", required=True)
    for name, (command, summary) in commands.items():
        command.add_arguments(choices.add_parser(name, help=summary, description=summary))
    arguments = parser.parse_args(argv)
    signal.signal(signal.SIGTERM, interrupt)
    try:
        commands[arguments.command][0].run(arguments)
    except UserError as exc:
        print(f"error: {exc}", file=sys.stderr)
        return 1
    except ModuleNotFoundError as exc:
        if exc.name not in PACKAGES:
            raise
        print(f"error: {missing_sentence(exc.name)}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("error: stopped before the end: what was published before is untouched", file=sys.stderr)
        return 1
    except BrokenPipeError:
        sys.stderr.close()
        return 1
    return 0
