"""What ships with Foretype, and what `lm`, `gan_gallery` and `editor` share.

    files        writing so that nothing is lost: one whole file, a small file with a version, a log of records
    runs         a command and its process: command line, child process and its events, stopping, threads, device,
                 checkpoint, Adam, reporting on the terminal

Beside the rooms: `model_folder` reads and publishes models, `onnx_runtime` is the one way to ONNX Runtime,
`user_folders` says where a person's own files belong, `user_error` is the root of all errors that a person reads. The
models themselves lie in `models/NAME`, each with its card; `shipped_model` says where.
"""

from pathlib import Path

_MODELS = Path(__file__).parent / "models"
COMPANIONS = Path(__file__).parent / "companions"
"""What the panel on how it works shows beside the models: small networks of each kind, trained alike; the judge."""
_COMPANION_KINDS = ("unrolled", "rnn", "gru", "lstm")
JUDGE = COMPANIONS / "discriminator"
"""The network that the generator of the shipped faces had to deceive."""
DEPENDENCY = COMPANIONS / "dependency.json"
"""How far back those networks remember, measured."""

GENERAL_SAMPLE = Path(__file__).parent / "general_sample.txt"
"""English prose of our own, by which fine-tuning notices what a model forgets."""

LETTERS = Path(__file__).parent / "letters_english.txt"
"""How letters and mails begin and end, in our own words, a blank line between two; the base model learns from it."""

BASE_SHARES = Path(__file__).parent / "base_shares.json"
"""How often one pass of the base model's training takes each of its texts, by file name."""

TRANSLATIONS = Path(__file__).parent / "translations"
"""What the window says in other languages: Qt's source files (.ts) and what it reads of them (.qm)."""

DESKTOP = Path(__file__).parent / "desktop"
"""The program's icon and its place in the desktop's menus."""


def shipped_model(name: str) -> Path:
    """Return the folder of a model that ships with Foretype; it may not exist."""
    return _MODELS / name


def shipped_models() -> list[str]:
    """Name the models that ship with Foretype, in alphabetical order."""
    return sorted(card.parent.name for card in _MODELS.glob("*/card.json"))


def companion_models() -> dict[str, Path]:
    """Return the folders of the small networks that ship, by kind."""
    return {kind: COMPANIONS / kind for kind in _COMPANION_KINDS if (COMPANIONS / kind).is_dir()}
