import numpy as np

from gan_gallery.palette import map_to_palette, median_cut


def test_few_colours_are_kept_almost_exactly():
    colours = np.array([[255, 0, 0], [0, 255, 0], [10, 20, 200], [255, 255, 255]], np.uint8)
    frames = colours[np.random.default_rng(0).integers(0, 4, (2, 8, 8))]
    palette = median_cut(frames)
    shown = palette[map_to_palette(frames, palette)]
    assert np.abs(shown.astype(int) - frames).max() <= 8


def test_many_colours_are_near():
    frames = np.random.default_rng(0).integers(0, 256, (1, 40, 40, 3)).astype(np.uint8)
    palette = median_cut(frames)
    shown = palette[map_to_palette(frames, palette)]
    assert np.abs(shown.astype(int) - frames).mean() < 20


def test_one_colour_is_enough():
    frames = np.full((1, 4, 4, 3), 77, np.uint8)
    assert median_cut(frames).shape == (256, 3)
