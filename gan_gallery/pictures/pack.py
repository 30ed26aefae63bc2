"""Prepared pictures in a cache folder, so that a second start decodes nothing.

    KEY/images.npy     uint8 [N, 64, 64, 3], mapped into memory when read
    KEY/report.json    what was found, and the names of the files in the array's order

The key is made of every file's name, size and time (or checksum); see `dataset`.
"""

import json
import os
import shutil
import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from gan_gallery.network.architecture import CHANNELS, IMAGE_SIZE
from resources.user_folders import cache_folder

_KEPT_PACKS = 4
_IMAGES = "images.npy"
_REPORT = "report.json"

Images = npt.NDArray[np.uint8]
"""RGB pictures [N, 64, 64, 3]."""


@dataclass(frozen=True, slots=True)
class ScanReport:
    """What was found.

    Attributes:
        num_images: pictures that can be used, duplicates left out.
        formats: how many of each format.
        smallest, largest: width and height in pixels of the smallest and the largest picture.
        unreadable, truncated, too_small: name and reason of the files left out.
        duplicates: name of each file left out, and of the first file with the same content.
    """

    num_images: int
    formats: dict[str, int]
    smallest: tuple[int, int]
    largest: tuple[int, int]
    unreadable: dict[str, str]
    truncated: dict[str, str]
    too_small: dict[str, str]
    duplicates: dict[str, str]

    def to_json(self) -> dict[str, Any]:
        """Return the fields as JSON holds them."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Dataset:
    """Pictures, the names of their files, the report, and a digest by which a resume knows its pictures."""

    images: Images
    names: list[str]
    report: ScanReport
    digest: str
    was_cached: bool


def default_cache() -> Path:
    """Return the folder for packs."""
    return cache_folder() / "pictures"


def read_pack(folder: Path) -> Dataset | None:
    """Return a packed dataset, or None when there is none that is whole."""
    try:
        facts = json.loads((folder / _REPORT).read_text(encoding="utf-8"))
        images = np.load(folder / _IMAGES, mmap_mode="r", allow_pickle=False)
        os.utime(folder)  # the packs used last are the ones kept
        found = facts["report"]
        report = ScanReport(**found | {size: tuple(found[size]) for size in ("smallest", "largest")})
        names, digest = list(facts["names"]), str(facts["digest"])
    except (OSError, ValueError, KeyError, TypeError):
        return None
    if images.dtype != np.uint8 or images.shape != (len(names), IMAGE_SIZE, IMAGE_SIZE, CHANNELS):
        return None
    return Dataset(images, names, report, digest, was_cached=True)


def write_pack(folder: Path, dataset: Dataset) -> None:
    """Write a pack in one move; when the disk refuses nothing is lost but the next start's speed."""
    facts = {"report": dataset.report.to_json(), "names": dataset.names, "digest": dataset.digest}
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        temporary = Path(tempfile.mkdtemp(prefix=".pack.", dir=folder.parent))
    except OSError:
        return
    try:
        np.save(temporary / _IMAGES, dataset.images, allow_pickle=False)
        (temporary / _REPORT).write_text(json.dumps(facts), encoding="utf-8")
        shutil.rmtree(folder, ignore_errors=True)
        temporary.rename(folder)
        packs = sorted(folder.parent.glob("[0-9a-f]*"), key=lambda pack: pack.stat().st_mtime, reverse=True)
        for old in packs[_KEPT_PACKS:]:
            shutil.rmtree(old, ignore_errors=True)
    except OSError:
        return
    finally:
        shutil.rmtree(temporary, ignore_errors=True)
