"""What the bank said of many real faces and of many forgeries, as two lines."""

import numpy as np
import numpy.typing as npt

from editor.translation import tr
from editor.widgets.line_plot import Axis, Line, LinePlot
from gan_gallery.judging.judge import Crowd

_POINTS = 120
_SMOOTHING = 0.06
"""Of the axis: the width of the window in which a crowd's share is taken."""
_ROOM = 1.1


def show_scores(plot: LinePlot, real: Crowd, generated: Crowd) -> None:
    """Draw how the scores of two crowds are spread."""
    crowds = {tr("real faces"): real, tr("forgeries"): generated}
    low = min(crowd.quantiles[1] for crowd in crowds.values()) - 0.5
    high = max(crowd.quantiles[99] for crowd in crowds.values()) + 0.5
    grid = np.linspace(low, high, _POINTS)
    curves = {name: _shares(crowd, grid) for name, crowd in crowds.items()}
    said = (
        tr("half of the {name} score below {score:+.1f}").format(name=name, score=crowd.quantiles[50])
        for name, crowd in crowds.items()
    )
    plot.show_lines(
        [Line(name, list(zip(map(float, grid), map(float, curve), strict=True))) for name, curve in curves.items()],
        Axis(low, high, [(low, tr("forged")), (0.0, "0"), (high, tr("real"))], border=0.0),
        Axis(0.0, _ROOM * max(float(curve.max()) for curve in curves.values())),
        "; ".join(said),
    )


def _shares(crowd: Crowd, grid: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Return the share of a crowd that lies near each score."""
    half = _SMOOTHING * (grid[-1] - grid[0]) / 2
    return np.array([crowd.share_below(score + half) - crowd.share_below(score - half) for score in grid])
