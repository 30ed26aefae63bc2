"""A small plot of bits per character over a training: the held-out text's points, the parent's line, the text read."""

import math

from PySide6.QtWidgets import QWidget

from editor.translation import tr
from editor.tuning.tuning_progress import Curve
from editor.widgets.line_plot import Axis, Line, LinePlot

_SIZE_PX = (280, 190)
_LEAST_WIDTH_PX = 190
_SMOOTHED_POINTS = 120
"""More than there are pixels between them say nothing."""
_LEAST_SPAN = 0.1
"""Bits per character from bottom to top: less would make mountains of noise."""


class LossCurve(LinePlot):
    """Plots one network's curve."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        name = tr("{title}: bits per character over the training").format(title=title)
        super().__init__(name, _SIZE_PX, _LEAST_WIDTH_PX, parent)
        self._title = title
        self.show_curve(None)

    def show_curve(self, curve: Curve | None) -> None:
        """Plot `curve`, or an empty frame for None."""
        across = Axis(title=self._title)
        if curve is None or not math.isfinite(curve.before):
            self.show_lines((), across, Axis(), tr("nothing measured yet"), tr("waiting"))
            return
        read = _smoothed(curve.training)
        low, high = _range([curve.before, *(bits for _, bits in (*curve.points, *read))])
        lines = [
            Line(tr("on your held-out text"), curve.points, has_dots=True),
            Line(tr("before"), ((0.0, curve.before), (1.0, curve.before))),
            Line(tr("text read"), read),
        ]
        up = Axis(low, high, [(value, f"{value:.2f}") for value in (high, low)])
        sentence = tr("{before:.3f} bits per character before")
        if curve.points:
            sentence = tr("{before:.3f} bits per character before, {now:.3f} now")
        now = curve.points[-1][1] if curve.points else curve.before
        self.show_lines(lines, across, up, sentence.format(before=curve.before, now=now))


def _range(values: list[float]) -> tuple[float, float]:
    """Return the ends of an axis on which all values are seen, with some room."""
    low, high = min(values), max(values)
    middle, span = (low + high) / 2, max(high - low, _LEAST_SPAN) * 1.1
    return max(0.0, middle - span / 2), middle + span / 2


def _smoothed(points: tuple[tuple[float, float], ...]) -> list[tuple[float, float]]:
    """Return means of neighbouring points, so that the line can be read."""
    size = max(1, math.ceil(len(points) / _SMOOTHED_POINTS))
    groups = [points[start : start + size] for start in range(0, len(points), size)]
    return [(sum(x for x, _ in group) / len(group), sum(y for _, y in group) / len(group)) for group in groups]
