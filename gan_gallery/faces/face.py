"""What makes a face the same face again: a seed, its place among the seed's faces, and how it was varied."""

from dataclasses import asdict, dataclass
from typing import Any

from gan_gallery.faces.export import origin
from gan_gallery.network.generator import Latents, latents, variations

LARGEST_SEED = 2**31 - 1
"""What a spin box holds; the command line takes larger ones."""
_LARGEST_INDEX = 10_000
_MOST_VARIATIONS = 50


@dataclass(frozen=True, slots=True)
class Variation:
    """One step away from a face: the `index`-th of the neighbours that `seed` draws at `strength`, 0 to 1."""

    seed: int
    index: int
    strength: float


@dataclass(frozen=True, slots=True)
class Face:
    """One face of any model: `index` counts from 0, as `generate --seed SEED` numbers its files."""

    seed: int
    index: int
    varied: tuple[Variation, ...] = ()

    def latent(self, size: int) -> Latents:
        """Return the latent vector [L] of `size` numbers."""
        z: Latents = latents(self.seed, self.index + 1, size)[self.index]
        for step in self.varied:
            z = variations(z, step.seed, step.index + 1, step.strength)[step.index]
        return z

    def neighbours(self, seed: int, count: int, strength: float) -> tuple["Face", ...]:
        """Return `count` variations of this face."""
        return tuple(
            Face(self.seed, self.index, (*self.varied, Variation(seed, index, strength))) for index in range(count)
        )

    @property
    def title(self) -> str:
        """How the person and the screen reader know it."""
        steps = "".join(f", variation {step.index + 1}" for step in self.varied)
        return f"seed {self.seed}, face {self.index + 1}{steps}"

    @property
    def file_stem(self) -> str:
        """A file's name for it, without the ending."""
        steps = "".join(f"_v{step.index:02d}" for step in self.varied)
        return f"face_{self.seed}_{self.index:04d}{steps}"

    def origin(self, model: str, truncation: float) -> dict[str, Any]:
        """Return what is written into its picture's metadata."""
        varied = {"variations": [asdict(step) for step in self.varied]} if self.varied else {}
        return origin(model, self.seed, self.index, truncation=truncation) | varied

    def to_json(self) -> dict[str, Any]:
        """Return the fields as JSON holds them."""
        return asdict(self) | {"varied": [asdict(step) for step in self.varied]}

    @classmethod
    def from_json(cls, data: Any) -> "Face":
        """Read what `to_json` returned; raise ValueError if it is something else."""
        try:
            steps = tuple(
                Variation(_count(v["seed"]), _count(v["index"]), _part(v["strength"])) for v in data["varied"]
            )
            face = cls(_count(data["seed"]), _count(data["index"]), steps)
        except (KeyError, TypeError) as exc:
            raise ValueError("no seed, index and variations") from exc
        if len(steps) > _MOST_VARIATIONS or max(face.index, *(step.index for step in steps), 0) > _LARGEST_INDEX:
            raise ValueError("an index or a list of variations is too large")
        return face


@dataclass(frozen=True, slots=True)
class Portrait:
    """A face as one model paints it: `model` is a shipped model's name or a folder, `truncation` 0 to 2."""

    face: Face
    truncation: float
    model: str

    def to_json(self) -> dict[str, Any]:
        """Return the fields as JSON holds them."""
        return {"face": self.face.to_json(), "truncation": self.truncation, "model": self.model}

    @classmethod
    def from_json(cls, data: Any) -> "Portrait":
        """Read what `to_json` returned; raise ValueError if it is something else."""
        if not isinstance(data, dict):
            raise ValueError("it is not an object")  # noqa: TRY004  # every defect of a file is a ValueError
        truncation, model = data.get("truncation"), data.get("model")
        if isinstance(truncation, bool) or not isinstance(truncation, int | float) or not 0 <= truncation <= 2:
            raise ValueError(f"the truncation {truncation!r} is not between 0 and 2")
        if not isinstance(model, str) or not model:
            raise ValueError("it names no model")
        return cls(Face.from_json(data.get("face")), float(truncation), model)


def _count(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value < 2**63:
        raise ValueError(f"{value!r} is not a whole number of 0 or more")
    return value


def _part(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
        raise ValueError(f"{value!r} is not between 0 and 1")
    return float(value)
