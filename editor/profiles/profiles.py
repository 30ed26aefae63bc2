"""The models of one person: each profile is a folder with its versions; the newest is in use, the previous one is kept.

profiles/NAME/0001/            a published model, the version before
profiles/NAME/0002/            a published model, the one in use: publishing it is what made it so
profiles/NAME/0003.finetuning/ an unfinished run, beside the version that it is to become
profiles/NAME/run.json         what an unfinished run was asked for (see `tuning_run`)

Every change is one rename, so that a kill at any moment leaves a profile as it was or as it is to be. Model folders
that ship are profiles too, which can be used and begun from, and not changed.
"""

import json
import os
import re
import secrets
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from editor.errors import ProfileError
from editor.translation import reason_of, tr
from resources import shipped_model, shipped_models

# As in `resources.model_folder`, which needs NumPy: the window opens before that is imported.
_CARD = "card.json"
_FAMILIES = ("lm", "lm-pair")
RUN_NAME = "run.json"
_REMOVED = ".removed."
_LONGEST_NAME = 60
_VERSION = re.compile(r"\d{4,}")
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f\ud800-\udfff]')
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
"""Names that some file system gives a meaning of its own, so that a data folder can be moved to any machine."""
_LARGEST_CARD_BYTES = 1 << 20


@dataclass(frozen=True, slots=True)
class Profile:
    """One model that can be used.

    Attributes:
        name: as the person knows it.
        folder: what the preferences keep; of a profile with versions, the folder of all of them.
        model: the published model folder in use.
        previous: the version before; None when there is none to roll back to.
        is_shipped: it came with the program.
        card: of `model`; empty where it cannot be read.
    """

    name: str
    folder: Path
    model: Path
    previous: Path | None
    is_shipped: bool
    card: dict[str, Any]


class Profiles:
    """The profiles in one folder, which need not exist yet, and those that ship."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._sweep()

    def all(self) -> list[Profile]:
        """Return every profile, those that ship first, then in alphabetical order."""
        return [*self._shipped(), *self._own()]

    def find(self, name: str) -> Profile | None:
        """Return the profile of a name."""
        return next((profile for profile in self.all() if profile.name == name), None)

    def check_new_name(self, name: str) -> str:
        """Return `name` without the spaces around it, if a profile may be called so.

        Raises:
            ProfileError: with a sentence for the person.
        """
        name = name.strip()
        if not name:
            raise ProfileError(tr("a model needs a name: type one"))
        if len(name) > _LONGEST_NAME:
            sentence = tr("the name has {count} characters: at most {most} are possible")
            raise ProfileError(sentence.format(count=len(name), most=_LONGEST_NAME))
        bad = _FORBIDDEN.search(name)  # a lone surrogate too is no name
        if bad:
            shown = bad.group() if bad.group().isprintable() else tr("an invisible character")
            raise ProfileError(
                tr("the name holds {character}, which file names cannot: choose another").format(character=shown)
            )
        if name.startswith(".") or name.endswith("."):
            raise ProfileError(tr("the name begins or ends with a dot, which hides a folder: choose another"))
        if _RESERVED.fullmatch(name):
            sentence = tr("“{name}” has a special meaning on some systems: choose another name")
            raise ProfileError(sentence.format(name=name))
        taken = [*(profile.name for profile in self.all()), *(path.name for path in self._folders())]
        if name.casefold() in {other.casefold() for other in taken}:
            raise ProfileError(tr("there is a model “{name}” already: choose another name").format(name=name))
        return name

    def next_version(self, name: str) -> Path:
        """Return the folder that the next version of a profile, new or not, is to be published as."""
        newest = max((int(path.name) for path in _versions(self.folder / name)), default=0)
        return self.folder / name / f"{newest + 1:04d}"

    def rename(self, profile: Profile, name: str) -> Profile:
        """Give a profile another name.

        Raises:
            ProfileError: if it ships, the name will not do, or the disk refuses.
        """
        self._check_own(profile)
        if name.strip() == profile.name:
            return profile
        if name.strip().casefold() != profile.name.casefold():
            name = self.check_new_name(name)
        target = self.folder / name.strip()
        try:
            profile.folder.rename(target)
        except OSError as exc:
            sentence = tr("“{name}” cannot be renamed ({reason})")
            raise ProfileError(sentence.format(name=profile.name, reason=reason_of(exc))) from exc
        renamed = _read(target)
        assert renamed is not None  # it had a version
        return renamed

    def delete(self, profile: Profile) -> None:
        """Remove a profile with all its versions.

        Raises:
            ProfileError: if it ships, or the disk refuses.
        """
        self._check_own(profile)
        self._remove(profile.folder)

    def roll_back(self, profile: Profile) -> Profile:
        """Return to the version before, and remove the newer one.

        Raises:
            ProfileError: if there is none, or the disk refuses.
        """
        self._check_own(profile)
        if profile.previous is None:
            raise ProfileError(tr("“{name}” has no earlier version").format(name=profile.name))
        self._remove(profile.model)
        before = _read(profile.folder)
        assert before is not None  # `previous` is there
        return before

    def keep_two_versions(self, name: str) -> None:
        """Remove the versions before the last two."""
        for version in _versions(self.folder / name)[:-2]:
            self._remove(version)

    def remove_if_empty(self, name: str) -> None:
        """Remove the folder of a profile that never got a version."""
        folder = self.folder / name
        if folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()

    def discard(self, path: Path) -> None:
        """Remove a file or folder of ours, which is gone as soon as this is called.

        Raises:
            ProfileError: if the disk refuses.
        """
        if path.exists():
            self._remove(path)

    def _shipped(self) -> Iterator[Profile]:
        for name in shipped_models():
            folder = shipped_model(name)
            card = _card(folder)
            if card.get("family") in _FAMILIES:
                yield Profile(name, folder, folder, None, True, card)

    def _own(self) -> Iterator[Profile]:
        for folder in self._folders():
            profile = _read(folder)
            if profile is not None:
                yield profile

    def _folders(self) -> list[Path]:
        try:
            found = [path for path in self.folder.iterdir() if path.is_dir() and not path.name.startswith(".")]
        except OSError:  # there are none yet
            return []
        return sorted(found, key=lambda path: path.name.casefold())

    def _check_own(self, profile: Profile) -> None:
        if profile.is_shipped or profile.folder.parent != self.folder:
            raise ProfileError(tr("“{name}” came with Foretype and stays as it is").format(name=profile.name))

    def _remove(self, path: Path) -> None:
        """Move `path` out of sight, which is one step, and then remove it, which is many."""
        hidden = self.folder / f"{_REMOVED}{secrets.token_hex(4)}"
        try:
            os.rename(path, hidden)  # noqa: PTH104  # refuses to replace, which Path.replace may not
        except OSError as exc:
            sentence = tr("{path} cannot be removed ({reason}): check its permissions")
            raise ProfileError(sentence.format(path=path, reason=reason_of(exc))) from exc
        _delete(hidden)

    def _sweep(self) -> None:
        """Remove what a kill in the middle of a removal left."""
        if self.folder.is_dir():
            for hidden in self.folder.glob(f"{_REMOVED}*"):
                _delete(hidden)


def has_leftovers(folder: Path) -> bool:
    """Say whether an unfinished run or a removal that was killed left something in a folder of profiles."""
    return any(any(folder.glob(pattern)) for pattern in (f"*/{RUN_NAME}", f"{_REMOVED}*"))


def chosen_model(folder: Path) -> Path:
    """Return the model in a folder that preferences name: the newest version of a profile, or the folder itself."""
    versions = _versions(folder)
    return versions[-1] if versions else folder


def _read(folder: Path) -> Profile | None:
    versions = _versions(folder)
    if not versions:
        return None
    previous = versions[-2] if len(versions) > 1 else None
    return Profile(folder.name, folder, versions[-1], previous, False, _card(versions[-1]))


def _versions(folder: Path) -> list[Path]:
    """Return the published versions of a profile, oldest first."""
    try:
        found = [path for path in folder.iterdir() if _VERSION.fullmatch(path.name) and path.is_dir()]
    except OSError:
        return []
    return sorted(found, key=lambda path: int(path.name))


def _card(model: Path) -> dict[str, Any]:
    """Read a card for what it tells; whether the model is sound is found out when it is loaded."""
    path = model / _CARD
    try:
        if path.stat().st_size > _LARGEST_CARD_BYTES:
            return {}
        card = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return card if isinstance(card, dict) else {}


def _delete(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)
