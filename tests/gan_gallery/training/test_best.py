import numpy as np

from gan_gallery.judging.metric import Quality
from gan_gallery.training.best import Best, load_best, save_best


def test_what_was_saved_comes_back(tmp_path):
    best = Best(500, {"a": np.ones(3, np.float32)}, Quality(9.5, 0.1, 1_000, 5_000, 0.9, 0.9, 1.0))
    save_best(tmp_path / "best.safetensors", best)
    loaded = load_best(tmp_path / "best.safetensors")
    assert (loaded.step, loaded.quality) == (best.step, best.quality)
    np.testing.assert_array_equal(loaded.weights["a"], np.ones(3))


def test_there_may_be_none_yet(tmp_path):
    assert load_best(tmp_path / "best.safetensors") is None
