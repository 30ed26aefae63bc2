"""A folder or ZIP of pictures as one array, with a report of the files that could not be used."""

import hashlib
from collections.abc import Callable
from pathlib import Path

import numpy as np

from gan_gallery.errors import DatasetError, PictureError, SmallPictureError, TruncatedPictureError
from gan_gallery.network.architecture import CHANNELS, IMAGE_SIZE
from gan_gallery.pictures.cropping import Crop, choose_crop
from gan_gallery.pictures.images import SMALLEST_SIDE, PictureHeader, decode
from gan_gallery.pictures.pack import Dataset, Images, ScanReport, default_cache, read_pack, write_pack
from gan_gallery.pictures.sources import PictureSource, open_source

_PREPARATION = f"centre square by area, {IMAGE_SIZE} pixels, at least {SMALLEST_SIDE}"
"""Part of the cache's key: change it when pictures are prepared differently."""

Progress = Callable[[int, int], None]
"""Called with the pictures read so far and their number; may raise to stop."""


def load_dataset(
    path: Path, cache: Path | None = None, progress: Progress | None = None, crop: str = "centre"
) -> Dataset:
    """Return the pictures of a folder or ZIP, from the cache when nothing changed.

    Raises:
        DatasetError: if it cannot be read or holds no usable picture, or `crop` is not a crop (see `choose_crop`).
    """
    folder = cache or default_cache()
    cropping = choose_crop(crop)
    with open_source(path) as source:
        key = hashlib.sha256((_PREPARATION + cropping.key + source.digest()).encode()).hexdigest()
        dataset = read_pack(folder / key)
        if dataset is None:
            dataset = _scan(source, progress, cropping)
            write_pack(folder / key, dataset)
    if not len(dataset.images):
        raise DatasetError(
            f"{path} holds no usable picture ({_left_out(dataset.report)}): choose a folder or ZIP with JPEG, PNG, "
            "WebP, BMP or GIF files"
        )
    return dataset


def _scan(source: PictureSource, progress: Progress | None, crop: Crop) -> Dataset:
    """Decode every member; one that fails is listed and passed over."""
    pictures: list[Images] = []
    names: list[str] = []
    headers: list[PictureHeader] = []
    unreadable: dict[str, str] = {}
    truncated: dict[str, str] = {}
    too_small: dict[str, str] = {}
    duplicates: dict[str, str] = {}
    first_names: dict[bytes, str] = {}
    for index, member in enumerate(source.members):
        if progress is not None:
            progress(index, len(source.members))
        try:
            data = source.read(member)
            first = first_names.setdefault(hashlib.sha256(data).digest(), member.name)
            if first != member.name:
                duplicates[member.name] = first
                continue
            picture, header = decode(data, crop=crop)
        except PictureError as exc:
            lists = {TruncatedPictureError: truncated, SmallPictureError: too_small}
            lists.get(type(exc), unreadable)[member.name] = str(exc)
            continue
        pictures.append(picture)
        names.append(member.name)
        headers.append(header)
    if progress is not None:
        progress(len(source.members), len(source.members))
    sizes = sorted(((header.width, header.height) for header in headers), key=lambda size: (size[0] * size[1], size))
    formats = [header.format for header in headers]
    report = ScanReport(
        num_images=len(pictures),
        formats={name: formats.count(name) for name in sorted(set(formats))},
        smallest=sizes[0] if sizes else (0, 0),
        largest=sizes[-1] if sizes else (0, 0),
        unreadable=unreadable,
        truncated=truncated,
        too_small=too_small,
        duplicates=duplicates,
    )
    images = np.stack(pictures) if pictures else np.zeros((0, IMAGE_SIZE, IMAGE_SIZE, CHANNELS), np.uint8)
    return Dataset(images, names, report, hashlib.sha256(images.data).hexdigest(), was_cached=False)


def _left_out(report: ScanReport) -> str:
    counts = {
        "unreadable": report.unreadable,
        "truncated": report.truncated,
        "too small": report.too_small,
    }
    found = [f"{len(names)} {what}, such as {next(iter(names))}" for what, names in counts.items() if names]
    return "; ".join(found) or "no file looks like a picture"
