import math
import statistics

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lm.errors import SampleError
from lm.lessons.gaussian_classes import (
    Gaussian,
    GaussianClasses,
    best_threshold,
    blend,
    fit_gaussian,
)

MARTIANS = (250, 260, 270, 300, 220, 260, 280, 290, 300, 310)
HUMANS = (160, 170, 180, 190, 175, 140, 180, 210, 140, 200)
HEIGHTS = st.lists(st.integers(50, 400), min_size=2, max_size=30)


def test_fit_has_the_mean_and_the_sample_standard_deviation_and_not_the_standard_error_of_the_tutorial():
    martians, humans = fit_gaussian(MARTIANS), fit_gaussian(HUMANS)
    assert (martians.mean, humans.mean) == (274.0, 174.5)
    assert round(martians.std, 1) == 27.6
    assert round(humans.std, 1) == 23.1
    # What the tutorial prints as standard deviations.
    assert round(martians.standard_error, 2) == 8.72
    assert round(humans.standard_error, 2) == 7.32


@given(HEIGHTS)
def test_fit_agrees_with_the_standard_library(sample):
    fitted = fit_gaussian(sample)
    assert fitted.mean == pytest.approx(statistics.mean(sample))
    assert fitted.std == pytest.approx(max(statistics.stdev(sample), 1e-3))


@given(HEIGHTS, HEIGHTS, st.integers(50, 400))
def test_posterior_agrees_with_bayes_rule_of_the_standard_librarys_distribution(one, other, height):
    model = GaussianClasses.fit({"one": one, "other": other})
    weights = {}
    for name, sample in (("one", one), ("other", other)):
        curve = statistics.NormalDist(statistics.mean(sample), max(statistics.stdev(sample), 1e-3))
        weights[name] = curve.pdf(height) * len(sample) / (len(one) + len(other))
    found = model.posterior(height)
    assert sum(found.values()) == pytest.approx(1.0)
    if sum(weights.values()) > 1e-300:
        assert found["one"] == pytest.approx(weights["one"] / sum(weights.values()), abs=1e-9)


def test_posterior_of_what_is_unlikely_for_both_classes_is_still_a_distribution():
    found = GaussianClasses.fit({"m": MARTIANS, "h": HUMANS}).posterior(1e6)
    assert sum(found.values()) == pytest.approx(1.0)


def test_rarity_tells_what_the_posterior_cannot():
    model = GaussianClasses.fit({"Martian": MARTIANS, "human": HUMANS})
    assert model.posterior(450)["Martian"] > 0.999
    assert model.rarity(450) < 1e-6
    assert model.rarity(274) == pytest.approx(1.0)


@given(st.floats(-50, 600))
def test_density_is_the_sum_of_the_joint_densities(height):
    model = GaussianClasses.fit({"Martian": MARTIANS, "human": HUMANS})
    total = math.fsum(math.exp(value) for value in model.log_joint(height).values())
    assert model.density(height) == pytest.approx(total)


def test_samples_have_the_moments_of_their_class():
    rng = np.random.default_rng(0)
    curve = fit_gaussian(MARTIANS)
    drawn = [curve.sample(rng) for _ in range(4000)]
    assert statistics.mean(drawn) == pytest.approx(curve.mean, abs=1.5)
    assert statistics.stdev(drawn) == pytest.approx(curve.std, rel=0.05)


def test_blend_lies_between_and_ends_at_the_parents():
    one, other = Gaussian(170.0, 20.0, 10), Gaussian(270.0, 30.0, 10)
    assert blend(one, other, 0.0) == one
    assert blend(one, other, 1.0) == other
    assert blend(one, other, 0.5) == Gaussian(220.0, 25.0, 10)


def test_threshold_lies_in_the_middle_of_the_gap_where_there_is_one():
    assert best_threshold(HUMANS, MARTIANS) == 215.0


@given(HEIGHTS, HEIGHTS)
def test_no_other_threshold_is_right_more_often(below, above):
    def right(place):
        return sum(x < place for x in below) + sum(x >= place for x in above)

    best = right(best_threshold(below, above))
    assert all(right(place + half) <= best for place in range(49, 402) for half in (0.0, 0.5))


@pytest.mark.parametrize("sample", [[], [170.0], [170.0, math.nan], [170.0, math.inf]])
def test_what_cannot_be_fitted_is_refused_with_a_sentence(sample):
    with pytest.raises(SampleError, match=r": (add|correct)"):
        fit_gaussian(sample)


def test_threshold_without_examples_on_a_side_is_refused():
    with pytest.raises(SampleError, match="both sides"):
        best_threshold([], [1.0])
