"""How much generated faces resemble real ones: Fréchet distance, KID, diversity, copies. All on `features`.

Every face counts together with its mirror image. A Fréchet distance grows as fewer faces are measured (real faces
against real ones: 0.6 at n = 1,000, 4.3 at n = 100), so n belongs to every figure; KID is unbiased.
"""

from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any, Self

import numpy as np
import numpy.typing as npt

from gan_gallery.judging.features import FeatureSpace, Images, Matrix

Indices = npt.NDArray[np.int64]

_KID_BLOCK = 1_000
"""Faces in one KID estimate; larger sets are the mean of several, which bounds the memory."""
_NEIGHBOUR_BLOCK = 256
_MOST_REFERENCE = 20_000
"""Real faces kept as features: 10 MB."""
_MEASURED_AT_ONCE = 500
_PAIRS_SEED = 0


@dataclass(frozen=True, slots=True)
class Quality:
    """Figures of a set of generated faces.

    Attributes:
        fid: Fréchet distance to the real faces.
        kid: kernel distance (polynomial of degree 3, unbiased).
        n: generated faces measured.
        reference_n: real faces measured against.
        diversity: mean distance between two generated faces, relative to that between two real ones.
        repeats: mean distance from a generated face to the next one, relative to the same number of real ones; a few
            faces shown again and again give 0 here while `diversity` looks sound.
        copying: median distance from a generated face to the nearest real one, relative to that from a real face to
            the nearest other real one; near 0 when the network has learned its pictures by heart.
    """

    fid: float
    kid: float
    n: int
    reference_n: int
    diversity: float
    repeats: float
    copying: float

    def to_json(self) -> dict[str, Any]:
        """Return the fields as JSON holds them."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Reference:
    """Real faces, measured once: the feature fitted on them, and their statistics."""

    space: FeatureSpace
    features: Matrix
    """[2, N, 64], each face and its mirror image."""
    chosen: Indices
    """Which of the given pictures they are [N]."""

    @classmethod
    def of(cls, real: Images, most: int = _MOST_REFERENCE, look: Callable[[], None] = lambda: None) -> Self:
        """Measure RGB pictures [N, 64, 64, 3], a spread-out choice of `most`; `look` is called often and may raise."""
        space = FeatureSpace.fit(real, look)
        chosen = _spread(len(real), most)
        features = []
        for start in range(0, len(chosen), _MEASURED_AT_ONCE):
            look()
            features.append(space.of_both_ways(real[chosen[start : start + _MEASURED_AT_ONCE]]))
        return cls(space, np.concatenate(features, axis=1), chosen)

    def quality(self, generated: Images) -> Quality:
        """Compare generated RGB pictures with the real ones."""
        features = self.space.of_both_ways(generated)
        same_number = self.features[:, _spread(self.features.shape[1], features.shape[1])]
        return Quality(
            fid=frechet_distance(_flat(features), _flat(self.features)),
            kid=kernel_distance(features, self.features),
            n=features.shape[1],
            reference_n=self.features.shape[1],
            diversity=_ratio(_mean_pair(features[0]), _mean_pair(self.features[0])),
            repeats=_ratio(
                float(nearest(features[0], features, skip_self=True)[1].mean()),
                float(nearest(same_number[0], same_number, skip_self=True)[1].mean()),
            ),
            copying=_ratio(
                float(np.median(nearest(features[0], self.features)[1])),
                float(np.median(nearest(same_number[0], self.features, skip_zero=True)[1])),
            ),
        )

    def neighbours(self, generated: Images) -> tuple[Indices, Matrix]:
        """Return the index of the nearest real face [N] of each generated one, and its distance [N]."""
        return nearest(self.space.of(generated), self.features)


def frechet_distance(first: Matrix, second: Matrix) -> float:
    """Return the distance between the normal distributions of rows [M, D] and [K, D] (Heusel et al. 2017)."""
    mean = first.mean(axis=0) - second.mean(axis=0)
    covariances = np.cov(first, rowvar=False), np.cov(second, rowvar=False)
    variances, axes = np.linalg.eigh(covariances[0])
    root = (axes * np.sqrt(np.clip(variances, 0, None))) @ axes.T
    # The root of a product of two covariances has the trace of the root of this symmetric matrix.
    cross = np.sqrt(np.clip(np.linalg.eigvalsh(root @ covariances[1] @ root), 0, None)).sum()
    return float(mean @ mean + np.trace(covariances[0]) + np.trace(covariances[1]) - 2 * cross)


def kernel_distance(first: Matrix, second: Matrix) -> float:
    """Return the squared MMD of [2, M, D] and [2, K, D] (Bińkowski et al. 2018), each face with its mirror image.

    The kernel is averaged over mirroring, so that a face and its own mirror image are never a pair.
    """
    num_blocks = max(1, min(first.shape[1], second.shape[1]) // _KID_BLOCK)
    estimates = []
    for block in range(num_blocks):
        ours, theirs = first[:, block::num_blocks][:, :_KID_BLOCK], second[:, block::num_blocks][:, :_KID_BLOCK]
        within = _mean_without_diagonal(_kernel(ours, ours)), _mean_without_diagonal(_kernel(theirs, theirs))
        estimates.append(within[0] + within[1] - 2 * float(_kernel(ours, theirs).mean()))
    return float(np.mean(estimates))


def nearest(rows: Matrix, others: Matrix, skip_self: bool = False, skip_zero: bool = False) -> tuple[Indices, Matrix]:
    """Return index and distance [N] of the nearest of `others` [2, M, D] for `rows` [N, D], either way round.

    `skip_self` leaves out the face of the same index, `skip_zero` one at distance 0.
    """
    indices, distances = [], []
    squares = (others**2).sum(axis=2)  # [2, M]
    for start in range(0, len(rows), _NEIGHBOUR_BLOCK):
        block = rows[start : start + _NEIGHBOUR_BLOCK]
        both = squares[:, None, :] - 2 * block @ others.transpose(0, 2, 1) + (block**2).sum(axis=1)[None, :, None]
        squared = both.min(axis=0)  # [block, M]
        if skip_self:
            squared[np.arange(len(block)), start + np.arange(len(block))] = np.inf
        if skip_zero:
            squared[squared < 1e-9] = np.inf
        indices.append(squared.argmin(axis=1))
        distances.append(np.sqrt(np.clip(squared.min(axis=1), 0, None)))
    return np.concatenate(indices), np.concatenate(distances)


def _kernel(first: Matrix, second: Matrix) -> Matrix:
    size = first.shape[2]
    kernels = [((ours @ theirs.T) / size + 1.0) ** 3 for ours in first for theirs in second]
    mean: Matrix = np.mean(kernels, axis=0)
    return mean


def _mean_without_diagonal(kernel: Matrix) -> float:
    count = len(kernel)
    return float((kernel.sum() - np.trace(kernel)) / max(1, count * (count - 1)))


def _mean_pair(rows: Matrix) -> float:
    """Return the mean distance between two rows, over as many random pairs as a small set has."""
    rng = np.random.default_rng(_PAIRS_SEED)
    first, second = rng.integers(0, len(rows), (2, 20_000))
    different = first != second
    if not different.any():
        return 0.0
    return float(np.linalg.norm(rows[first[different]] - rows[second[different]], axis=1).mean())


def _flat(features: Matrix) -> Matrix:
    return features.reshape(-1, features.shape[-1])


def _spread(count: int, wanted: int) -> Indices:
    return np.linspace(0, count - 1, min(count, wanted)).astype(int)


def _ratio(value: float, reference: float) -> float:
    return value / reference if reference > 0 and np.isfinite(value / reference) else 0.0
