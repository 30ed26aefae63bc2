"""`python -m lm COMMAND`: train, fine-tune, evaluate, generate and serve language models."""

import argparse
import signal
import sys
from types import FrameType

from lm import evaluate_command, finetune_command, generate_command, pair_command, serve_command, train_command
from lm.errors import LmError

_COMMANDS = {
    "train": (train_command, "train a model from scratch"),
    "finetune": (finetune_command, "teach a model the words of your own documents"),
    "pair": (pair_command, "put a byte-level and a word-level model together"),
    "evaluate": (evaluate_command, "measure what a model is worth on a text"),
    "generate": (generate_command, "write on from a prompt"),
    "serve": (serve_command, "answer requests on stdin, JSON lines"),
}


def main(argv: list[str] | None = None) -> int:
    """Run one command; return 0, or 1 after a line that begins `error:`."""
    parser = argparse.ArgumentParser(prog="python -m lm", description="Foretype's language models.")
    commands = parser.add_subparsers(dest="command", required=True)
    for name, (module, summary) in _COMMANDS.items():
        module.add_arguments(commands.add_parser(name, help=summary, description=summary))
    arguments = parser.parse_args(argv)
    signal.signal(signal.SIGTERM, _interrupt)
    try:
        _COMMANDS[arguments.command][0].run(arguments)
    except LmError as exc:
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
