"""`python -m lm finetune`: a published model and the user's documents become a model in the user's words."""

import argparse
import math
import os
from pathlib import Path
from types import TracebackType
from typing import Self

from lm.errors import TrainingError
from lm.finetuning.messages import (
    DEFAULT_EPOCHS,
    DEFAULT_LR,
    DEFAULT_MINUTES,
    EPOCHS_BY_THE_CLOCK,
    Estimated,
    Event,
    Measured,
    Options,
    Read,
    Tuned,
    TuningEvaluated,
    TuningFinished,
    TuningStarted,
    TuningStep,
    Typed,
    event_json,
)
from lm.finetuning.parent_model import read_parent
from lm.model.folder_layout import DEFAULT_MODEL, find_model
from lm.text.documents import read_documents
from resources import GENERAL_SAMPLE
from resources.runs.device import choose_device
from resources.runs.stopping import stop_on_signals
from resources.runs.terminal import ProgressLine, duration, print_json
from resources.runs.trainers import loading_mxnet

_PATIENCE_SECONDS = 1.4
"""A person who cancels waits 2 s at the most, also while megabytes are being cut into words."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `finetune`."""
    parser.add_argument("documents", nargs="+", type=Path, metavar="DOC", help="UTF-8 text files, or folders of them")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="folder of the new model")
    parser.add_argument("--model", default=DEFAULT_MODEL, metavar="NAME|DIR", help="the model to begin from")
    length = parser.add_mutually_exclusive_group()
    length.add_argument(
        "--minutes", type=float, metavar="M", help=f"most time for all networks (default {DEFAULT_MINUTES:.0f})"
    )
    length.add_argument(
        "--epochs", type=float, metavar="E", help=f"passes over the text (default at most {DEFAULT_EPOCHS:.0f})"
    )
    parser.add_argument("--lr", type=float, default=DEFAULT_LR, help="highest learning rate")
    parser.add_argument("--keep", action="store_true", help="publish even what got worse on the held-out text")
    parser.add_argument("--no-typing", action="store_true", help="measure no keystrokes, bits per character alone")
    parser.add_argument("--resume", action="store_true", help="go on with what was stopped, of the same options")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--device", choices=("auto", "cpu", "gpu"), default="auto")
    parser.add_argument("--name", default="", help="the model's name in its card")
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
    with stop_on_signals(_PATIENCE_SECONDS) as should_stop, _Reporter(arguments.json) as reporter:
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
            reporter.show(event)


def _options(arguments: argparse.Namespace) -> Options:
    minutes, epochs = DEFAULT_MINUTES, DEFAULT_EPOCHS
    if arguments.minutes is not None:
        minutes, epochs = arguments.minutes, EPOCHS_BY_THE_CLOCK
    if arguments.epochs is not None:
        minutes, epochs = math.inf, arguments.epochs
    return Options(minutes, epochs, arguments.lr, arguments.seed, arguments.keep, not arguments.no_typing)


class _Reporter:
    """Tells programs on stdout, or people on stderr, what happens; as a context it ends an open progress line."""

    def __init__(self, as_json: bool) -> None:
        self._as_json = as_json
        self._line = ProgressLine(as_json)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._line.end()

    def show(self, event: Event) -> None:
        """Show one event."""
        if self._as_json:
            print_json(event_json(event))
            return
        match event:
            case TuningStarted():
                begun = "going on" if event.resumed else "beginning"
                self._line.say(f"{begun} from {event.model} on the {event.device.upper()} ({event.device_reason})")
            case Read():
                self._line.say(
                    f"{event.files} documents, {event.bytes / 1e3:.0f} kB, {event.held_out_bytes} B held out"
                )
                for skipped in event.skipped:
                    self._line.say(f"skipped: {skipped.reason}")
            case Measured():
                self._line.say(
                    f"{event.network}: {event.before.user:.3f} bits/char before, "
                    f"{event.before.general:.3f} on general text"
                )
            case Estimated():
                self._line.say(f"at most {duration(event.seconds)} on this machine")
            case TuningStep():
                self._line.show(
                    event.fraction,
                    f"{event.network}  loss {event.train_loss:.3f}  {event.chars_per_second / 1000:.1f} k char/s  "
                    f"ETA {duration(event.eta_seconds)}",
                )
            case TuningEvaluated():
                kept = ", best so far" if event.is_best else ""
                self._line.say(f"{event.network} step {event.step}: {event.bits_per_char:.3f} bits/char held out{kept}")
            case Tuned():
                kept = "kept" if event.kept else "the old one stays"
                self._line.say(
                    f"{event.network} {event.reason}: {event.before.user:.3f} -> {event.after.user:.3f} bits/char, "
                    f"general text {event.before.general:.3f} -> {event.after.general:.3f}, "
                    f"{event.new_units} new words, {kept}"
                )
            case Typed():
                for text, before, after in (
                    ("your text", event.before.user, event.after.user),
                    ("general text", event.before.general, event.after.general),
                ):
                    self._line.say(
                        f"keystrokes saved on {text}: ghost {before.ksr_inline:.1%} -> {after.ksr_inline:.1%}, "
                        f"bar {before.ksr_bar:.1%} -> {after.ksr_bar:.1%}"
                    )
            case TuningFinished():
                self._line.say(f"published {event.out} after {duration(event.seconds)}")
