"""`python -m gan_gallery train`: from a folder or ZIP of pictures to a published generator."""

import argparse
from contextlib import closing
from dataclasses import fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gan_gallery.commands.reporting import Reporter
from gan_gallery.errors import TrainingError, TrainingStopped
from gan_gallery.training.augmentation import KINDS, parse_kinds
from gan_gallery.training.config import TrainConfig
from gan_gallery.training.messages import Evaluated, Finished
from resources.model_folder import CARD
from resources.runs.device import choose_device
from resources.runs.stopping import stop_on_signals
from resources.runs.terminal import ProgressLine
from resources.runs.trainers import loading_mxnet

if TYPE_CHECKING:
    from gan_gallery.pictures.pack import Dataset
    from gan_gallery.training.run_folder import RunFolder
    from gan_gallery.training.trainer import Trainer
    from resources.runs.checkpoint import Checkpoint

EXAMPLE = "python -m gan_gallery train pictures.zip --out my-faces --minutes 60"
_RUN_SUFFIX = ".training"
_FIXED_FIELDS = ("latent_size", "ngf", "ndf", "batch_size", "seed")
"""What a resumed run cannot change: its networks, and what its randomness is derived from."""

_RECIPE = (
    ("seed", "S", "of the weights, the pictures' order, and all else that is drawn"),
    ("latent-size", "L", "numbers that a face is made from"),
    ("ngf", "C", "the generator's channels at 32x32"),
    ("ndf", "C", "the discriminator's channels at 32x32"),
    ("batch-size", "N", "real pictures in a step, and as many generated ones"),
    ("lr-g", "LR", "the generator's learning rate"),
    ("lr-d", "LR", "the discriminator's learning rate"),
    ("lowest-loss-d", "LOSS", "loss of D under which its rate is lowered; 0.4 for never"),
    ("augmentation", "KINDS", f"what D sees altered: some of {','.join(KINDS)}, or '' for nothing"),
    ("ema-images", "N", "half-life of the average of G's weights"),
    ("evaluate-every", "N", "steps between measurements"),
    ("evaluate-count", "N", "faces in a measurement"),
    ("sample-every", "N", "steps between sample grids"),
    ("checkpoint-seconds", "S", "seconds between checkpoints"),
)
"""Options that are fields of `TrainConfig`."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `train`; the recipe's defaults are those of `TrainConfig`, or of the resumed run."""
    parser.add_argument("pictures", type=Path, metavar="FOLDER|ZIP", help="pictures to learn from")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="folder of the new model")
    length = parser.add_mutually_exclusive_group()
    length.add_argument(
        "--steps", type=int, metavar="N", help=f"steps in all, resumes included (default: {TrainConfig().steps})"
    )
    length.add_argument("--minutes", type=float, metavar="M", help="length by the clock, resumes included")
    parser.add_argument("--resume", action="store_true", help=f"continue from the last checkpoint in DIR{_RUN_SUFFIX}")
    parser.add_argument("--back-to", type=int, metavar="STEP", help="with --resume: from the checkpoint of this step")
    parser.add_argument("--device", choices=("auto", "cpu", "gpu"), default="auto", help="where it computes")
    for option, metavar, text in _RECIPE:
        default = getattr(TrainConfig(), option.replace("-", "_"))
        text = f"{text} (default: {default}, or what the resumed run has)"
        parser.add_argument(f"--{option}", type=type(default), metavar=metavar, help=text)
    parser.add_argument("--name", default="", help="the model's name in its card")
    parser.add_argument(
        "--data-note", default="", metavar="TEXT", help="origin and licence of the pictures, for the card"
    )
    parser.add_argument(
        "--crop", default="centre", metavar="HOW", help="centre, face (in photographs), or a cascade file of OpenCV's"
    )
    parser.add_argument("--cache", type=Path, metavar="DIR", help="where prepared pictures are kept")
    parser.add_argument("--json", action="store_true", help="events as JSON lines on stdout")


def run(arguments: argparse.Namespace) -> None:
    """Train; publish at every best measurement and at the end.

    Raises:
        GalleryError: with a sentence for the user.
    """
    folder = _run_folder(arguments.out)
    checkpoint = _checkpoint(arguments, folder)
    config = _config(arguments, TrainConfig.from_json(checkpoint.facts["config"]) if checkpoint else None)
    dataset = _dataset(arguments)
    # MXNet takes a second to import and is not everywhere: it comes in only when the pictures are sound.
    with loading_mxnet():
        from gan_gallery.training.trainer import Trainer
    device = choose_device(arguments.device)
    reason = ""
    with stop_on_signals() as should_stop, Reporter(arguments.json) as reporter:
        trainer = Trainer(config, dataset, device, folder, should_stop)
        if checkpoint is not None:
            trainer.resume(checkpoint)
            folder.forget_after(checkpoint.facts["progress"]["step"])
        else:
            folder.set_aside()
        folder.create()
        with closing(trainer.events()) as events:
            for event in events:
                reporter.report(event)
                if (isinstance(event, Evaluated) and event.is_best) or isinstance(event, Finished):
                    _publish(arguments, config, trainer, dataset)
                if isinstance(event, Finished):
                    reason = event.reason
    if reason == "stopped":
        raise TrainingStopped(
            f"stopped before the end: the best faces so far are in {arguments.out}, continue with --resume"
        )


def _run_folder(out: Path) -> "RunFolder":
    """Return where the run keeps its files; refuse at once a name that could not be published to in the end."""
    from gan_gallery.training.run_folder import RunFolder

    model = out.resolve()
    is_free = not model.exists() or (model / CARD).is_file() or (model.is_dir() and not any(model.iterdir()))
    if not model.name or not is_free:
        raise TrainingError(f"{out} exists and is not a model: choose another --out")
    return RunFolder(model.with_name(model.name + _RUN_SUFFIX))


def _checkpoint(arguments: argparse.Namespace, folder: "RunFolder") -> "Checkpoint | None":
    """Return where to continue; None to begin, also when a resumed run was killed before its first checkpoint."""
    if not arguments.resume:
        if arguments.back_to is not None:
            raise TrainingError(f"--back-to continues from a checkpoint in {folder.path}: add --resume")
        return None
    return folder.load(arguments.back_to)


def _config(arguments: argparse.Namespace, saved: TrainConfig | None) -> TrainConfig:
    known = {field.name for field in fields(TrainConfig)}
    given: dict[str, Any] = {k: v for k, v in vars(arguments).items() if k in known and v is not None}
    if "steps" in given:
        given["minutes"] = 0.0
    try:
        parse_kinds(given.get("augmentation", ""))
    except ValueError as exc:
        raise TrainingError(f"--augmentation {exc}") from exc
    for name, value in given.items():
        if isinstance(value, str):
            continue
        if value < 0 or (value == 0 and name not in ("seed", "minutes")):
            raise TrainingError(f"--{name.replace('_', '-')} {value} makes no sense: give a number above 0")
        if saved is not None and name in _FIXED_FIELDS and value != getattr(saved, name):
            raise TrainingError(
                f"the run beside {arguments.out} has --{name.replace('_', '-')} {getattr(saved, name)}: "
                "leave the option out, or start without --resume"
            )
    return replace(saved or TrainConfig(), **given)


def _dataset(arguments: argparse.Namespace) -> "Dataset":
    from gan_gallery.pictures.dataset import load_dataset

    with ProgressLine(arguments.json) as line:
        return load_dataset(
            arguments.pictures,
            arguments.cache,
            lambda done, total: line.show(done / max(1, total), f"reading {done} of {total} pictures"),
            arguments.crop,
        )


def _publish(arguments: argparse.Namespace, config: TrainConfig, trainer: "Trainer", dataset: "Dataset") -> None:
    from gan_gallery.publishing.publishing import publish_generator

    best = trainer.best
    assert best is not None  # the event that led here sets it
    note = arguments.data_note or "origin and licence as the person who trained knows them"
    facts = {
        "source": "trained with python -m gan_gallery train",
        "training_data": {
            "name": arguments.pictures.name,
            "num_images": len(dataset.images),
            "note": f"{note}; the pictures are not included",
        },
        "recipe": config.to_json(),
        "steps": best.step,
        "images_seen": best.step * config.batch_size,
        "figures": best.quality.to_json() if best.quality else None,
        "figures_note": "Fréchet and kernel distance on the feature of gan_gallery.judging.features, not on Inception",
    }
    name = arguments.name or arguments.out.name
    publish_generator(arguments.out, name, config.generator, best.weights, facts)
