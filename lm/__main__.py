"""`python -m lm COMMAND`: train, fine-tune, evaluate, generate and serve language models."""

import sys

from lm.commands import evaluate, finetune, generate, pair, phrases, serve, train
from resources.runs.command import Command, run_command

_COMMANDS: dict[str, tuple[Command, str]] = {
    "train": (train, "train a model from scratch"),
    "finetune": (finetune, "teach a model the words of your own documents"),
    "pair": (pair, "join a model of bytes and a model of words"),
    "phrases": (phrases, "count the phrases of large texts"),
    "evaluate": (evaluate, "measure what a model saves on a text"),
    "generate": (generate, "write on from a prompt"),
    "serve": (serve, "suggest to other programs, over JSON lines"),
}


def main(argv: list[str] | None = None) -> int:
    """Run one command; return 0, or 1 after a line that begins `error:`."""
    return run_command("lm", "Foretype's language models.", _COMMANDS, argv)


if __name__ == "__main__":
    sys.exit(main())
