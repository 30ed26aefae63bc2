"""`python -m lm generate`: text that follows a prompt."""

import argparse
import os
import sys

from lm.errors import LmError
from lm.model.folder_layout import DEFAULT_MODEL, find_model
from lm.predicting.generation import READABLE, Sampling, generate
from lm.predicting.predictor import load_predictor
from resources.runs.terminal import print_json

EXAMPLE = 'python -m lm generate --prompt "Dear Anna," --length 300 --seed 7'
_LONGEST = 1_000_000


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `generate`."""
    parser.add_argument("--prompt", default="", metavar="TEXT", help="the text to continue")
    parser.add_argument("--length", type=int, default=400, metavar="N", help="characters to write")
    parser.add_argument(
        "--temperature", type=float, default=READABLE.temperature, metavar="T", help="0: always the most probable"
    )
    parser.add_argument("--top-k", type=int, default=0, metavar="K", help="only the K most probable bytes; 0: all")
    parser.add_argument(
        "--top-p",
        type=float,
        default=READABLE.top_p,
        metavar="P",
        help="only the most probable bytes that together have this probability; 1: all",
    )
    parser.add_argument(
        "--longest-repeat",
        type=int,
        default=READABLE.longest_repeat,
        metavar="N",
        help="the longest run of bytes that may be repeated; 0: any",
    )
    parser.add_argument("--seed", type=int, default=1, help="the same seed gives the same text")
    parser.add_argument("--model", default=DEFAULT_MODEL, metavar="NAME|DIR", help="a shipped model or a model folder")
    parser.add_argument("--json", action="store_true", help="one JSON line on stdout")


def run(arguments: argparse.Namespace) -> None:
    """Write the prompt and what follows it to stdout, as it is found.

    Raises:
        LmError: with a sentence for the user.
    """
    if not 0 < arguments.length <= _LONGEST:
        raise LmError(f"--length {arguments.length} is not between 1 and {_LONGEST}: choose another")
    if not 0.0 <= arguments.temperature <= 10.0:
        raise LmError(f"--temperature {arguments.temperature} is not between 0 and 10: choose another")
    if not 0.0 < arguments.top_p <= 1.0:
        raise LmError(f"--top-p {arguments.top_p} is not above 0 and at most 1: choose another")
    if min(arguments.top_k, arguments.seed, arguments.longest_repeat) < 0:
        raise LmError("--top-k, --seed and --longest-repeat cannot be negative: choose others")
    prompt = os.fsencode(arguments.prompt).decode("utf-8", "replace")  # an argument may hold bytes that are no text
    predictor = load_predictor(find_model(arguments.model))
    sampling = Sampling(
        arguments.temperature, arguments.top_k, arguments.seed, arguments.top_p, arguments.longest_repeat
    )
    pieces = generate(predictor.model, prompt, arguments.length, sampling, quick=predictor.quick)
    if arguments.json:
        print_json({"prompt": prompt, "text": "".join(pieces), "seed": arguments.seed})
        return
    sys.stdout.write(prompt)
    for piece in pieces:
        sys.stdout.write(piece)
        sys.stdout.flush()
    sys.stdout.write("\n")
