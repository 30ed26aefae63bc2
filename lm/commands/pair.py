"""`python -m lm pair`: joins a model of bytes and a model of words, the way the shipped model is made."""

import argparse
from pathlib import Path

EXAMPLE = "python -m lm pair --bytes b --words w --out my-pair"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `pair`."""
    parser.add_argument("--bytes", type=Path, required=True, metavar="DIR", help="a model of `train --symbols bytes`")
    parser.add_argument("--words", type=Path, required=True, metavar="DIR", help="a model of `train --symbols words`")
    parser.add_argument("--phrases", type=Path, metavar="DIR", help="a table of `phrases`")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="folder of the pair")
    parser.add_argument("--name", default="", help="the pair's name in its card")
    parser.add_argument("--note", default="", help="what the card says of its data and their licences")
    parser.add_argument(
        "--no-fp32-step", action="store_true", help="leave out the float32 steps: the int8 ones predict"
    )
    parser.add_argument("--half-weights", action="store_true", help="store the weights in 16 bits: half the size")
    parser.add_argument("--weights-in-step", action="store_true", help="leave out weights that the int8 step holds")


def run(arguments: argparse.Namespace) -> None:
    """Publish the pair.

    Raises:
        LmError: with a sentence for the user.
    """
    # This loads ONNX's export library, which the other commands do not need.
    from lm.training.publishing import Trim, publish_pair

    facts = {"note": arguments.note} if arguments.note else {}
    trim = Trim(arguments.no_fp32_step, arguments.half_weights, arguments.weights_in_step)
    name = arguments.name or arguments.out.name
    publish_pair(arguments.out, name, arguments.bytes, arguments.words, facts, trim, arguments.phrases)
