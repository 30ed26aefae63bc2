"""`python -m lm train`: trains a model from scratch on text files and publishes it as a folder."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from lm.commands.reporting import TrainingReporter
from lm.errors import CorpusError, TrainingError
from lm.model.architecture import Architecture, Kind
from lm.model.vocabulary import ByteVocabulary, Vocabulary, WordVocabulary
from lm.text.blend import as_it_is_read, blend, read_shares
from lm.text.corpus import Split, hold_out_each, read_texts
from lm.training.config import TrainConfig
from lm.training.messages import Finished
from resources.model_folder import ModelFolderError, check_target
from resources.runs.device import Device, choose_device
from resources.runs.stopping import stop_on_signals
from resources.runs.trainers import loading_mxnet

if TYPE_CHECKING:
    from lm.training.training_run import TrainingRun

EXAMPLE = "python -m lm train books/*.txt --out my-model --minutes 60"
_DEFAULT_EPOCHS = 1.0
_RNN_KINDS: dict[str, Kind] = {"tanh": "rnn_tanh", "relu": "rnn_relu"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `train`."""
    parser.add_argument("texts", nargs="+", type=Path, metavar="TEXT", help="UTF-8 text files to learn from")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="folder of the new model")
    parser.add_argument("--kind", choices=("lstm", "gru", "rnn", "unrolled"), default="lstm", help="the network")
    parser.add_argument("--activation", choices=("tanh", "relu"), default="tanh", help="the activation of --kind rnn")
    parser.add_argument("--symbols", choices=("bytes", "words"), default="bytes", help="what the model predicts")
    parser.add_argument(
        "--vocab-size", type=int, default=16_000, metavar="V", help="the most words and marks of --symbols words"
    )
    parser.add_argument("--num-words", type=int, default=0, metavar="W", help="or so many words in all their forms")
    parser.add_argument("--embedding-size", type=int, default=128, metavar="E", help="numbers that stand for a symbol")
    parser.add_argument("--hidden-size", type=int, default=512, metavar="H", help="units of a layer")
    parser.add_argument("--num-layers", type=int, default=1, metavar="L", help="recurrent layers")
    parser.add_argument(
        "--dropout", type=float, default=0.0, metavar="P", help="share of units left out at random while training"
    )
    parser.add_argument("--window", type=int, default=8, metavar="N", help="symbols read by --kind unrolled")
    parser.add_argument("--shares", type=Path, metavar="FILE", help="JSON: how often a pass takes each file, by name")
    length = parser.add_mutually_exclusive_group()
    length.add_argument("--epochs", type=float, default=_DEFAULT_EPOCHS, help="passes over the text")
    length.add_argument(
        "--minutes", type=float, default=0.0, help="length of the run by the clock, resumes included; 0: use --epochs"
    )
    parser.add_argument("--batch-size", type=int, default=32, metavar="N", help="streams read side by side")
    parser.add_argument("--bptt", type=int, default=64, metavar="T", help="symbols between truncations of the gradient")
    parser.add_argument("--lr", type=float, default=2e-3, help="highest learning rate")
    parser.add_argument("--grad-clip", type=float, default=1.0, metavar="NORM", help="the largest norm of a gradient")
    parser.add_argument("--candidates", type=int, default=0, metavar="K", help="sampled softmax over K symbols; 0: all")
    parser.add_argument("--held-out", type=float, default=0.01, metavar="F", help="fraction of each text held out")
    parser.add_argument("--evaluations", type=int, default=20, help="measurements on the held-out text")
    parser.add_argument("--patience", type=int, default=6, help="stop early after so many of them without a gain")
    parser.add_argument("--seed", type=int, default=1, help="decides everything random")
    parser.add_argument("--twin", action="store_true", help="train in PyTorch, where it is installed")
    parser.add_argument("--device", choices=("auto", "cpu", "gpu"), default="auto", help="what to train on")
    parser.add_argument(
        "--resume", action="store_true", help="go on from the checkpoint that a stopped run left beside --out"
    )
    parser.add_argument("--name", default="", help="the model's name in its card; else that of --out")
    parser.add_argument("--json", action="store_true", help="events as JSON lines on stdout")


def run(arguments: argparse.Namespace) -> None:
    """Train and publish.

    Raises:
        LmError: with a sentence for the user.
    """
    _check_options(arguments)
    split = _split(arguments)
    if len(split.held_out) < 2:
        raise CorpusError("nothing is left to hold out: add text of more lines, or raise --held-out")
    vocabulary = _vocabulary(arguments, split)
    config = _config(arguments, vocabulary)
    # What trains takes a second to import and is not everywhere: it comes in only when the texts are sound.
    trainer_of = _twin() if arguments.twin else _trainer()
    from lm.training.training_data import encode_split

    checkpoint_path = arguments.out.with_name(arguments.out.name + ".training") / "checkpoint.safetensors"
    device = Device("cpu", "PyTorch's twin is for the CPU") if arguments.twin else choose_device(arguments.device)
    finished: Finished | None = None
    with stop_on_signals() as should_stop, TrainingReporter(arguments.json) as reporter:
        trainer = trainer_of(config, encode_split(split, vocabulary), device, checkpoint_path, should_stop=should_stop)
        if arguments.resume:
            trainer.resume()
        for event in trainer.events():
            reporter.report(event)
            if isinstance(event, Finished):
                finished = event
    assert finished is not None  # the generator ends with it or raises
    from lm.training.publishing import publish_trained  # loads the export library, which only training needs

    publish_trained(
        arguments.out,
        name=arguments.name or arguments.out.name,
        config=config,
        vocabulary=vocabulary,
        weights=trainer.best_weights,
        finished=finished,
        texts=[path.name for path in arguments.texts],
    )
    checkpoint_path.unlink(missing_ok=True)
    if not any(checkpoint_path.parent.iterdir()):
        checkpoint_path.parent.rmdir()


def _split(arguments: argparse.Namespace) -> Split:
    """Read the texts, hold a part of each out, and blend the rest by shares if there are any."""
    shares = read_shares(arguments.shares) if arguments.shares is not None else None
    parts = hold_out_each(read_texts(arguments.texts), arguments.held_out, arguments.seed)
    train = b"".join(part.train for part in parts)
    held_out = b"".join(part.held_out for part in parts)
    if shares is None:
        return Split(train, held_out)
    names = [path.name for path in arguments.texts]
    named = zip(names, (part.train for part in parts), strict=True)
    return Split(blend(named, shares, arguments.seed), as_it_is_read(held_out))


def _vocabulary(arguments: argparse.Namespace, split: Split) -> Vocabulary:
    if arguments.symbols == "bytes":
        return ByteVocabulary()
    if arguments.num_words:
        return WordVocabulary.of_words([split.train], arguments.num_words)
    return WordVocabulary.build([split.train], arguments.vocab_size)


def _trainer() -> "type[TrainingRun]":
    with loading_mxnet():
        from lm.training.trainer import Trainer
    return Trainer


def _twin() -> "type[TrainingRun]":
    try:
        from lm.training.twin import TwinTrainer
    except ImportError as exc:
        raise TrainingError(
            f"PyTorch is not installed ({exc}): run {sys.executable} -m pip install torch, or leave out --twin"
        ) from exc
    return TwinTrainer


def _check_options(arguments: argparse.Namespace) -> None:
    """Refuse what could only fail after hours of training."""
    if not 0.0 < arguments.held_out < 1.0:
        raise TrainingError(f"--held-out {arguments.held_out} is not between 0 and 1: choose another")
    if arguments.vocab_size < 2:
        raise TrainingError(f"--vocab-size {arguments.vocab_size} is less than 2: choose another")
    if arguments.num_words and (arguments.num_words < 2 or arguments.symbols == "bytes"):
        raise TrainingError(f"--num-words {arguments.num_words} is less than 2 or without --symbols words: correct it")
    if arguments.seed < 0:
        raise TrainingError(f"--seed {arguments.seed} is negative: choose another")
    try:
        check_target(arguments.out)
    except ModelFolderError as exc:
        raise TrainingError(str(exc)) from exc


def _config(arguments: argparse.Namespace, vocabulary: Vocabulary) -> TrainConfig:
    rnn: Kind = "rnn_relu" if arguments.activation == "relu" else "rnn_tanh"
    kind: Kind = rnn if arguments.kind == "rnn" else arguments.kind
    try:
        return TrainConfig(
            architecture=Architecture(
                kind=kind,
                vocab_size=len(vocabulary),
                embedding_size=arguments.embedding_size,
                hidden_size=arguments.hidden_size,
                num_layers=arguments.num_layers,
                dropout=arguments.dropout,
                tied=arguments.symbols == "words",
                window=arguments.window if kind == "unrolled" else 0,
                num_words=len(vocabulary.factors.words) if isinstance(vocabulary, WordVocabulary) else 0,
            ),
            batch_size=arguments.batch_size,
            bptt=arguments.bptt,
            epochs=arguments.epochs,
            minutes=arguments.minutes,
            lr=arguments.lr,
            grad_clip=arguments.grad_clip,
            num_candidates=arguments.candidates,
            seed=arguments.seed,
            evaluations=arguments.evaluations,
            patience=arguments.patience,
        )
    except ValueError as exc:
        raise TrainingError(f"these options describe no training run ({exc}): correct them") from exc
