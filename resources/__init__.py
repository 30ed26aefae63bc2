"""What ships with Foretype, and what `lm` and `gan_gallery`, which do not know each other, both need.

The models lie in `resources/models/NAME`, each with its card; `shipped_model` says where. Shared are how a model folder
is read and published (`model_folder`), a run's checkpoint, the device and the process that trains, how a command talks
(`terminal`), and where a person's own files belong (`user_folders`).
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
