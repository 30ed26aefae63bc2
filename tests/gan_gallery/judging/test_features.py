import numpy as np

from gan_gallery.judging.features import Component, FeatureSpace


def test_each_part_has_a_mean_variance_of_one(make_pictures):
    real = make_pictures(300, seed=1)
    space = FeatureSpace.fit(real)
    features = space.of_both_ways(real).reshape(600, -1)
    assert features.shape[1] == 64
    np.testing.assert_allclose(features[:, :48].var(axis=0, ddof=1).mean(), 1.0, rtol=0.01)
    np.testing.assert_allclose(features[:, 48:].var(axis=0, ddof=1).mean(), 1.0, rtol=0.01)


def test_the_feature_is_deterministic(make_pictures):
    real = make_pictures(80)
    np.testing.assert_array_equal(FeatureSpace.fit(real).of(real), FeatureSpace.fit(real).of(real))


def test_few_and_many_pictures_are_fitted_alike():
    values = np.random.default_rng(0).normal(size=(40, 30)).astype(np.float32) * np.arange(1, 31, dtype=np.float32)
    many = Component.fit(values, 5)
    few = Component.fit(np.pad(values, ((0, 0), (0, 20))), 5)
    np.testing.assert_allclose(few.scale, many.scale, rtol=1e-5)
    np.testing.assert_allclose(np.abs(few.axes[:30].T @ many.axes), np.eye(5), atol=1e-3)


def test_mirroring_swaps_the_two_ways(make_pictures):
    real = make_pictures(80)
    space = FeatureSpace.fit(real)
    both, mirrored = space.of_both_ways(real), space.of_both_ways(real[:, :, ::-1])
    np.testing.assert_allclose(both, mirrored[::-1], atol=1e-6)
