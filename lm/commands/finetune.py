"""`python -m lm finetune`: teaches a published model the words of the user's own documents."""

import argparse
import math
import os
from pathlib import Path

from lm.commands.reporting import TuningReporter
from lm.errors import TrainingError
from lm.finetuning.messages import DEFAULT_EPOCHS, DEFAULT_LR, DEFAULT_MINUTES, EPOCHS_BY_THE_CLOCK, Options
from lm.finetuning.parent_model import read_parent
from lm.model.folder_layout import DEFAULT_MODEL, find_model
from lm.text.documents import read_documents
from resources import GENERAL_SAMPLE
from resources.runs.device import choose_device
from resources.runs.stopping import stop_on_signals
from resources.runs.trainers import loading_mxnet

EXAMPLE = "python -m lm finetune ~/Documents --out my-model --minutes 10"
_PATIENCE_SECONDS = 1.4
"""A person who cancels waits at most 2 s, even while megabytes are being cut into words."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `finetune`."""
    parser.add_argument("documents", nargs="+", type=Path, metavar="DOC", help="UTF-8 text files, or folders of them")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="folder of the new model")
    parser.add_argument("--model", default=DEFAULT_MODEL, metavar="NAME|DIR", help="the model to begin from")
    length = parser.add_mutually_exclusive_group()
    length.add_argument(
        "--minutes",
        type=float,
        metavar="M",
        help=f"the most time for all networks together (default: {DEFAULT_MINUTES:.0f})",
    )
    length.add_argument(
        "--epochs", type=float, metavar="E", help=f"passes over the text (default: at most {DEFAULT_EPOCHS:.0f})"
    )
    parser.add_argument("--lr", type=float, default=DEFAULT_LR, help="highest learning rate")
    parser.add_argument("--keep", action="store_true", help="publish even what got worse on the held-out text")
    parser.add_argument("--no-typing", action="store_true", help="measure bits per character only, no keystrokes")
    parser.add_argument(
        "--resume", action="store_true", help="go on with a run that was stopped; give the same options"
    )
    parser.add_argument("--seed", type=int, default=1, help="decides everything random")
    parser.add_argument("--device", choices=("auto", "cpu", "gpu"), default="auto", help="what to train on")
    parser.add_argument("--name", default="", help="the model's name in its card; else that of --out")
    parser.add_argument("--json", action="store_true", help="events as JSON lines on stdout")


def run(arguments: argparse.Namespace) -> None:
    """Fine-tune and publish.

    Raises:
        LmError: with a sentence for the user.
    """
    options = _options(arguments)
    parent = read_parent(find_model(arguments.model))
    documents = read_documents(arguments.documents)
    try:
        general = GENERAL_SAMPLE.read_bytes()
    except OSError as exc:
        raise TrainingError(f"cannot read {GENERAL_SAMPLE} ({exc.strerror}): install Foretype again") from exc
    device = choose_device(arguments.device)
    # MXNet takes a second to import and is not everywhere: it comes in only when the rest is sound.
    with loading_mxnet():
        from lm.finetuning.fine_tuner import FineTuner

    name = os.fsencode(arguments.name or arguments.out.name).decode("utf-8", "replace")
    with stop_on_signals(_PATIENCE_SECONDS) as should_stop, TuningReporter(arguments.json) as reporter:
        tuner = FineTuner(
            parent,
            documents,
            general,
            arguments.out,
            options,
            device,
            name=name,
            resume=arguments.resume,
            should_stop=should_stop,
        )
        for event in tuner.events():
            reporter.report(event)


def _options(arguments: argparse.Namespace) -> Options:
    minutes, epochs = DEFAULT_MINUTES, DEFAULT_EPOCHS
    if arguments.minutes is not None:
        minutes, epochs = arguments.minutes, EPOCHS_BY_THE_CLOCK
    if arguments.epochs is not None:
        minutes, epochs = math.inf, arguments.epochs
    return Options(minutes, epochs, arguments.lr, arguments.seed, arguments.keep, not arguments.no_typing)
