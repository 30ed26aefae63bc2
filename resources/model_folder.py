"""A model folder: flat weights, graphs and one JSON card, published whole by rename and checked when read.

    card.json            format version, family, what the model is, how it was made, and each file's size and SHA-256
    weights.safetensors  the parameters, for training on
    *.onnx, *.json       whatever else the family needs

Nothing in it can carry code. Every defect becomes one sentence that names the file and what to do.
"""

import contextlib
import ctypes
import hashlib
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from safetensors import SafetensorError, safe_open
from safetensors.numpy import save as save_safetensors

FORMAT_VERSION = 1
CARD = "card.json"
WEIGHTS = "weights.safetensors"
_LARGEST_CARD_BYTES = 4 << 20
_LARGEST_FILE_BYTES = 2 << 30
_CHUNK_BYTES = 1 << 20

Weights = dict[str, npt.NDArray[np.float32]]


class ModelFolderError(Exception):
    """A model folder that is missing or damaged, or cannot be written; `str()` is a sentence for the user."""


@dataclass(frozen=True, slots=True)
class ModelFolder:
    """A folder whose card has been read and checked; its files are checked one by one when they are read."""

    path: Path
    card: Mapping[str, Any]

    def has(self, name: str) -> bool:
        """Say whether the card lists a file of this name."""
        return name in self.card["files"]

    def verified(self, name: str) -> Path:
        """Return the path of a listed file after checking its size and digest.

        Raises:
            ModelFolderError: if it is not listed, missing or altered.
        """
        entry = self.card["files"].get(name)
        if entry is None:
            raise ModelFolderError(f"the model {self.path} has no {name}: choose a complete model")
        path = self.path / name
        try:
            size = path.stat().st_size
            if size != entry["size_bytes"]:
                raise ModelFolderError(
                    f"{path} has {size} bytes and its card says {entry['size_bytes']}: it is truncated or altered, "
                    "copy the model again"
                )
            digest = _sha256(path)
        except OSError as exc:
            raise ModelFolderError(f"cannot read {path} ({exc.strerror or exc}): copy the model again") from exc
        if digest != entry["sha256"]:
            raise ModelFolderError(f"{path} does not match the checksum in its card: copy the model again")
        return path

    def json(self, name: str) -> Any:
        """Read a listed JSON file.

        Raises:
            ModelFolderError: if it is missing, altered or no JSON.
        """
        path = self.verified(name)
        try:
            return json.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError, RecursionError) as exc:
            raise ModelFolderError(f"{path} is not JSON ({exc}): copy the model again") from exc

    def weights(self, shapes: Mapping[str, tuple[int, ...]], name: str = WEIGHTS) -> Weights:
        """Read the parameters, which must have exactly these names and shapes and be finite; stored as float32 or 16.

        Raises:
            ModelFolderError: otherwise.
        """
        return dict(self._sound_weights(shapes, name))

    def check_weights(self, shapes: Mapping[str, tuple[int, ...]], name: str = WEIGHTS) -> None:
        """Check all that `weights` checks, one parameter in memory at a time.

        Raises:
            ModelFolderError: if they are not sound.
        """
        for _ in self._sound_weights(shapes, name):
            pass

    def _sound_weights(
        self, shapes: Mapping[str, tuple[int, ...]], name: str
    ) -> Iterator[tuple[str, npt.NDArray[np.float32]]]:
        path = self.verified(name)
        try:
            with safe_open(path, framework="numpy") as file:
                names = set(file.keys())
                missing, unknown = sorted(shapes.keys() - names), sorted(names - shapes.keys())
                if missing or unknown:
                    what = f"lacks {missing[0]}" if missing else f"holds {unknown[0]}, which its card does not speak of"
                    raise ModelFolderError(f"{path} {what}: its card and weights do not belong together")
                for parameter, shape in shapes.items():
                    array = file.get_tensor(parameter)
                    if array.dtype == np.float16:  # half the size on disk, as precise as a start for training needs
                        array = array.astype(np.float32)
                    _check_array(array, shape, f"{parameter} in {path}")
                    yield parameter, array
        except (OSError, SafetensorError, ValueError, AttributeError, TypeError) as exc:
            # The last two: an array of a type that NumPy lacks.
            raise ModelFolderError(f"{path} is not a safetensors file ({exc}): copy the model again") from exc


def open_model(path: Path, family: str) -> ModelFolder:
    """Read and check the card of a model folder of one `family` (`lm`, `lm-pair`, `gan`).

    Raises:
        ModelFolderError: if there is no such folder, or its card is broken, of another version or family.
    """
    card_path, card = path / CARD, _read_card(path)
    if card.get("format_version") != FORMAT_VERSION:
        raise ModelFolderError(
            f"{card_path} has format version {card.get('format_version')!r} and this Foretype reads {FORMAT_VERSION}: "
            "update Foretype, or choose another model"
        )
    if card.get("family") != family:
        raise ModelFolderError(
            f"{path} is a model of the family {card.get('family')!r}, not {family!r}: choose another model"
        )
    _check_files(card_path, card.get("files"))
    return ModelFolder(path, card)


def family_of(path: Path) -> str:
    """Return the family that a model folder's card names, or an empty string when it cannot be told."""
    try:
        family = _read_card(path).get("family")
    except ModelFolderError:
        return ""
    return family if isinstance(family, str) else ""


def _read_card(path: Path) -> dict[str, Any]:
    card_path = path / CARD
    try:
        if not path.exists():
            raise ModelFolderError(f"there is no model {path}: check the name")
        if not path.is_dir():
            raise ModelFolderError(f"{path} is a file: a model is a folder with a {CARD}")
        if not card_path.is_file():
            raise ModelFolderError(f"{path} is not a model folder: it has no {CARD}")
        if card_path.stat().st_size > _LARGEST_CARD_BYTES:
            raise ModelFolderError(f"{card_path} is too large for a model card: choose another folder")
        card = json.loads(card_path.read_text(encoding="utf-8"))
    except OSError as exc:
        raise ModelFolderError(f"cannot read {card_path} ({exc.strerror or exc}): check its permissions") from exc
    except (ValueError, RecursionError) as exc:
        raise ModelFolderError(f"{card_path} is not JSON ({exc}): copy the model again") from exc
    if not isinstance(card, dict):
        raise ModelFolderError(f"{card_path} is not a model card: copy the model again")
    return card


def check_target(folder: Path) -> None:
    """Make sure that a model can be published as `folder`, before hours are spent on making it.

    Raises:
        ModelFolderError: if the disk refuses, or something else than a model has the name.
    """
    _temporary_beside(folder).rmdir()


def publish(folder: Path, family: str, files: Mapping[str, bytes], card: Mapping[str, Any]) -> None:
    """Write a whole model folder beside its name, then move it there; an older one is replaced in the same moment.

    Raises:
        ModelFolderError: if the disk refuses, or something else than a model has the name; what stood there
            before is untouched.
    """
    temporary = _temporary_beside(folder)
    try:
        temporary.chmod(0o755)
        for name, data in files.items():
            _write(temporary / name, data)
        _write(temporary / CARD, card_bytes(family, files, card))
        _move_into_place(temporary, folder)
    except OSError as exc:
        raise ModelFolderError(f"cannot write the model {folder} ({exc.strerror or exc}): free some space") from exc
    finally:
        shutil.rmtree(temporary, ignore_errors=True)


def card_bytes(family: str, files: Mapping[str, bytes], card: Mapping[str, Any]) -> bytes:
    """Return the content of the card of a folder with these files."""
    listed = {
        name: {"size_bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()} for name, data in files.items()
    }
    whole = {"format_version": FORMAT_VERSION, "family": family} | dict(card) | {"files": listed}
    return (json.dumps(whole, indent=2, ensure_ascii=False) + "\n").encode()


def weights_bytes(weights: Mapping[str, npt.NDArray[np.float32]], *, is_half: bool = False) -> bytes:
    """Return parameters as the content of a safetensors file; `is_half` stores them as float16."""
    stored = np.float16 if is_half else np.float32
    return bytes(save_safetensors({name: np.ascontiguousarray(array, stored) for name, array in weights.items()}))


def flat_bytes(arrays: Mapping[str, npt.NDArray[Any]]) -> bytes:
    """Return arrays of any kind as the content of a safetensors file, which may be mapped as it is."""
    return bytes(save_safetensors({name: np.ascontiguousarray(array) for name, array in arrays.items()}))


def _temporary_beside(folder: Path) -> Path:
    try:
        is_free = not folder.exists() or (folder.is_dir() and not any(folder.iterdir()))
        if not is_free and not family_of(folder):
            raise ModelFolderError(f"{folder} exists and is not a model folder: choose another name")
        folder.parent.mkdir(parents=True, exist_ok=True)
        return Path(tempfile.mkdtemp(prefix=f".{folder.name}.", dir=folder.parent))
    except OSError as exc:
        raise ModelFolderError(f"cannot write beside {folder} ({exc.strerror or exc}): choose another folder") from exc


def _move_into_place(temporary: Path, folder: Path) -> None:
    if not folder.exists():
        os.rename(temporary, folder)  # noqa: PTH104  # refuses to replace, which Path.replace may not
        return
    if _exchange(temporary, folder):
        return
    with _set_aside(folder):
        os.rename(temporary, folder)  # noqa: PTH104


def _exchange(one: Path, other: Path) -> bool:
    """Swap two folders in one system call, so that a kill leaves the name its model; say whether it was done."""
    if sys.platform != "linux":
        return False
    renameat2 = getattr(ctypes.CDLL(None), "renameat2", None)  # glibc 2.28
    if renameat2 is None:
        return False
    at_working_folder, exchange = -100, 2  # AT_FDCWD and RENAME_EXCHANGE of fcntl.h and linux/fs.h
    return bool(renameat2(at_working_folder, os.fsencode(one), at_working_folder, os.fsencode(other), exchange) == 0)


@contextlib.contextmanager
def _set_aside(folder: Path) -> Iterator[None]:
    aside = Path(tempfile.mkdtemp(prefix=f".{folder.name}.old.", dir=folder.parent))
    old = aside / "model"
    try:
        folder.rename(old)
        yield
    finally:
        if not folder.exists():  # the disk refused, or Ctrl+C came in between
            old.rename(folder)
        shutil.rmtree(aside, ignore_errors=True)


def _check_array(array: npt.NDArray[Any], shape: tuple[int, ...], what: str) -> None:
    if array.dtype != np.float32:
        raise ModelFolderError(f"{what} is {array.dtype}, not float32: choose another model")
    if array.shape != shape:
        raise ModelFolderError(f"{what} has shape {list(array.shape)}, not {list(shape)}: choose another model")
    if not np.isfinite(array).all():
        raise ModelFolderError(f"{what} holds NaN or infinity: its training failed, train again")


def _check_files(card_path: Path, files: object) -> None:
    if not isinstance(files, dict):
        raise ModelFolderError(f"{card_path} lists no files: copy the model again")
    for name, entry in files.items():
        sound = (
            Path(name).parts in ((name,), tuple(name.split("/")))
            and ".." not in Path(name).parts
            and not Path(name).is_absolute()
            and isinstance(entry, dict)
            and isinstance(entry.get("sha256"), str)
            and isinstance(entry.get("size_bytes"), int)
        )
        if not sound:
            raise ModelFolderError(f"{card_path} lists {name!r} wrongly: copy the model again")
        if entry["size_bytes"] > _LARGEST_FILE_BYTES:
            raise ModelFolderError(f"{card_path} lists {name!r} with more than 2 GiB: choose another model")


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _sha256(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK_BYTES):
            digest.update(chunk)
    return digest.hexdigest()
