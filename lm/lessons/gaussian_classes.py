"""The smallest generative model: each class is a bell curve, and Bayes' rule turns the curves into a classifier.

A generative model says how the data of each class come about, p(x | class) p(class), so that it can classify, invent
new examples and find one unlikely. A discriminative model knows the border between the classes and nothing else.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from lm.errors import SampleError

_LEAST_STD = 1e-3
"""Of the unit of the data: a class whose examples are all alike is a very narrow bell."""


@dataclass(frozen=True, slots=True)
class Gaussian:
    """A normal distribution fitted to a sample.

    Attributes:
        mean: of the sample.
        std: its standard deviation, with n - 1 (Bessel): how much single examples differ.
        count: n, examples it was fitted to.
    """

    mean: float
    std: float
    count: int

    @property
    def standard_error(self) -> float:
        """How far off the mean itself may be, std / sqrt(n); the more examples, the smaller, unlike `std`."""
        return self.std / math.sqrt(self.count)

    def density(self, x: float) -> float:
        """Return p(x), per unit of x."""
        return math.exp(self.log_density(x))

    def log_density(self, x: float) -> float:
        """Return the natural logarithm of p(x)."""
        z = (x - self.mean) / self.std
        return -0.5 * z * z - math.log(self.std * math.sqrt(2.0 * math.pi))

    def sample(self, rng: np.random.Generator) -> float:
        """Draw a new example."""
        return float(rng.normal(self.mean, self.std))


def fit_gaussian(sample: Sequence[float]) -> Gaussian:
    """Fit by the sample's mean and standard deviation.

    Raises:
        SampleError: for less than two numbers, or one that is not finite.
    """
    if len(sample) < 2:
        raise SampleError("a bell curve needs two examples at the least: add another height")
    if not all(math.isfinite(x) for x in sample):
        raise SampleError("a height is not a number: correct it")
    mean = math.fsum(sample) / len(sample)
    variance = math.fsum((x - mean) ** 2 for x in sample) / (len(sample) - 1)
    return Gaussian(mean, max(math.sqrt(variance), _LEAST_STD), len(sample))


def blend(one: Gaussian, other: Gaussian, share: float) -> Gaussian:
    """Return the class that lies between two others: `share` (0 to 1) of `other`, the rest of `one`.

    Its parameters are interpolated, so that its examples look like neither a mixed crowd nor either parent.
    """
    mean = (1.0 - share) * one.mean + share * other.mean
    std = (1.0 - share) * one.std + share * other.std
    return Gaussian(mean, std, min(one.count, other.count))


@dataclass(frozen=True, slots=True)
class GaussianClasses:
    """A class-conditional Gaussian model.

    Attributes:
        classes: the bell curve of each class, by name.
        priors: p(class), how common each is among the examples; they sum to 1.
    """

    classes: dict[str, Gaussian]
    priors: dict[str, float]

    @classmethod
    def fit(cls, samples: Mapping[str, Sequence[float]]) -> "GaussianClasses":
        """Fit every class to its examples; the priors are their shares.

        Raises:
            SampleError: if a class has too few, or there is none.
        """
        if not samples:
            raise SampleError("there is no class to learn: add examples")
        total = sum(len(sample) for sample in samples.values())
        return cls(
            {name: fit_gaussian(sample) for name, sample in samples.items()},
            {name: len(sample) / total for name, sample in samples.items()},
        )

    def log_joint(self, x: float) -> dict[str, float]:
        """Return log p(x, class) of every class."""
        return {name: math.log(self.priors[name]) + curve.log_density(x) for name, curve in self.classes.items()}

    def posterior(self, x: float) -> dict[str, float]:
        """Return p(class | x) by Bayes' rule; the values sum to 1, however unlikely x is."""
        joint = self.log_joint(x)
        highest = max(joint.values())
        weights = {name: math.exp(value - highest) for name, value in joint.items()}
        total = math.fsum(weights.values())
        return {name: weight / total for name, weight in weights.items()}

    def density(self, x: float) -> float:
        """Return p(x): how likely such an example is at all, whatever its class."""
        return math.fsum(self.priors[name] * curve.density(x) for name, curve in self.classes.items())

    def rarity(self, x: float) -> float:
        """Return the share of examples that lie at least as far from the mean of their class as x does from its.

        The class is the likeliest for x. 1 at the mean, near 0 for what no class explains.
        """
        joint = self.log_joint(x)
        curve = self.classes[max(joint, key=joint.__getitem__)]
        return math.erfc(abs(x - curve.mean) / (curve.std * math.sqrt(2.0)))


def best_threshold(below: Sequence[float], above: Sequence[float]) -> float:
    """Return the border that a discriminative model draws: it gets the most examples right.

    One class is held to lie below it. Of all such borders it is the middle of the widest gap, as in a classifier
    with the largest margin (Vapnik 1995); examples exactly at it count as above.

    Raises:
        SampleError: if a side is empty.
    """
    if not below or not above:
        raise SampleError("a border needs examples on both sides: add a height")
    values = sorted({*below, *above})
    borders = [(values[0] - 1.0, 0.0)]
    borders += [((low + high) / 2.0, high - low) for low, high in pairwise(values)]
    borders.append((values[-1] + 1.0, 0.0))

    def quality(border: tuple[float, float]) -> tuple[int, float]:
        place, gap = border
        return sum(x < place for x in below) + sum(x >= place for x in above), gap

    return max(borders, key=quality)[0]
