"""256 colours for a true-colour animation: median cut (Heckbert 1982) over a histogram of 32 levels a channel."""

import numpy as np
import numpy.typing as npt

_NUM_COLOURS = 256
_LEVELS = 32
_SHIFT = 3  # 256 values to 32 levels

Palette = npt.NDArray[np.uint8]


def median_cut(frames: npt.NDArray[np.uint8]) -> Palette:
    """Return 256 colours [256, 3] for RGB frames [..., 3]; when fewer are needed the last ones are black."""
    counts = np.bincount(_cells(frames).ravel(), minlength=_LEVELS**3)
    used = np.flatnonzero(counts)
    colours = np.stack([used >> 10, (used >> 5) & 31, used & 31], axis=1)  # [K, 3] levels
    weights = counts[used]
    boxes = [np.arange(len(used))]
    while len(boxes) < _NUM_COLOURS:
        # The box with the most pixels times its longest side is the one whose split helps most.
        spreads = [np.ptp(colours[box], axis=0).max() * weights[box].sum() for box in boxes]
        widest = int(np.argmax(spreads))
        if spreads[widest] == 0:
            break
        boxes += _halves(boxes.pop(widest), colours, weights)
    palette = np.zeros((_NUM_COLOURS, 3), np.uint8)
    for index, box in enumerate(boxes):
        level = np.average(colours[box], axis=0, weights=weights[box])
        palette[index] = np.round(level * (255 / (_LEVELS - 1)))
    return palette


def map_to_palette(frames: npt.NDArray[np.uint8], palette: Palette) -> npt.NDArray[np.uint8]:
    """Return the index [...] of the nearest colour for every pixel of RGB frames [..., 3]."""
    cells = np.arange(_LEVELS**3)
    levels = np.stack([cells >> 10, (cells >> 5) & 31, cells & 31], axis=1)
    centres = levels.astype(np.float32) * (255 / (_LEVELS - 1))
    colours = palette.astype(np.float32)
    distances = (colours**2).sum(axis=1) - 2 * centres @ colours.T  # [cells, 256], without the cell's own square
    nearest = distances.argmin(axis=1).astype(np.uint8)
    mapped: npt.NDArray[np.uint8] = nearest[_cells(frames)]
    return mapped


def _cells(frames: npt.NDArray[np.uint8]) -> npt.NDArray[np.int64]:
    levels = (frames >> _SHIFT).astype(np.int64)
    cells: npt.NDArray[np.int64] = (levels[..., 0] << 10) | (levels[..., 1] << 5) | levels[..., 2]
    return cells


def _halves(
    box: npt.NDArray[np.int64], colours: npt.NDArray[np.int64], weights: npt.NDArray[np.int64]
) -> list[npt.NDArray[np.int64]]:
    """Split a box across its longest side where half of its pixels lie on each side."""
    channel = int(np.ptp(colours[box], axis=0).argmax())
    ordered = box[np.argsort(colours[box, channel], kind="stable")]
    cumulated = np.cumsum(weights[ordered])
    middle = int(np.searchsorted(cumulated, cumulated[-1] / 2)) + 1
    middle = min(middle, len(ordered) - 1)
    return [ordered[:middle], ordered[middle:]]
