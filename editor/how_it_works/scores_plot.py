"""What the discriminator said of many real and many generated pictures, and where some pictures stand among them."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from editor.translation import tr
from editor.widgets.plot import Plot
from gan_gallery.judging.judge import Crowd

_SIZE_PX = (340, 150)
_LEAST_WIDTH_PX = 200
_POINTS = 120
_SMOOTHING = 0.06
"""Of the axis: the width of the window in which a crowd's share is taken."""


class ScoresPlot(Plot):
    """Two curves and a few marks on one axis."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_SIZE_PX, _LEAST_WIDTH_PX, parent)
        self._crowds: dict[str, Crowd] = {}
        self._marks: list[tuple[float, str]] = []
        self.setAccessibleName(tr("Scores of real and forged faces"))

    def show_crowds(self, real: Crowd, generated: Crowd) -> None:
        """Draw these."""
        self._crowds = {tr("real faces"): real, tr("forgeries"): generated}
        said = (
            tr("half of the {name} score below {score:+.1f}").format(name=name, score=crowd.quantiles[50])
            for name, crowd in self._crowds.items()
        )
        self.setAccessibleDescription("; ".join(said))
        self.update()

    def show_marks(self, marks: Sequence[tuple[float, str]]) -> None:
        """Mark these scores, each with a word or none."""
        self._marks = list(marks)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._crowds:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics = QFontMetricsF(self.font())
        line = metrics.height()
        area = QRectF(4, 1.6 * line, self.width() - 8, self.height() - 3.0 * line)
        painter.fillRect(area, self.color(QPalette.ColorRole.Base))
        low = min(crowd.quantiles[1] for crowd in self._crowds.values()) - 0.5
        high = max(crowd.quantiles[99] for crowd in self._crowds.values()) + 0.5
        grid = np.linspace(low, high, _POINTS)
        curves = {name: _shares(crowd, grid) for name, crowd in self._crowds.items()}
        top = max(float(curve.max()) for curve in curves.values()) * 1.1

        def x(score: float) -> float:
            return area.left() + min(1.0, max(0.0, (score - low) / (high - low))) * area.width()

        painter.setPen(QPen(self.color(QPalette.ColorRole.PlaceholderText), 1, Qt.PenStyle.DotLine))
        painter.drawLine(QPointF(x(0.0), area.top()), QPointF(x(0.0), area.bottom()))
        painter.setPen(self.color(QPalette.ColorRole.PlaceholderText))
        for text, left, width, how in (
            (tr("forged"), area.left(), area.width() / 3, Qt.AlignmentFlag.AlignLeft),
            ("0", x(0.0) - 20, 40, Qt.AlignmentFlag.AlignHCenter),
            (tr("real"), area.right() - area.width() / 3, area.width() / 3, Qt.AlignmentFlag.AlignRight),
        ):
            painter.drawText(QRectF(left, area.bottom() + 2, width, line), how, text)
        self.draw_legend(painter, curves)
        for index, curve in enumerate(curves.values()):
            painter.setPen(self.line_pen(index))
            points = [
                QPointF(x(float(score)), area.bottom() - float(share) / top * area.height())
                for score, share in zip(grid, curve, strict=True)
            ]
            painter.drawPolyline(QPolygonF(points))
        painter.setPen(QPen(self.color(QPalette.ColorRole.Text), 1.6))
        for score, word in self._marks:
            painter.drawLine(QPointF(x(score), area.bottom() - 14), QPointF(x(score), area.bottom()))
            painter.drawText(
                QPointF(min(x(score) + 4, area.right() - metrics.horizontalAdvance(word)), area.bottom() - 16), word
            )


def _shares(crowd: Crowd, grid: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Return the share of a crowd that lies near each score."""
    half = _SMOOTHING * (grid[-1] - grid[0]) / 2
    return np.array([crowd.share_below(score + half) - crowd.share_below(score - half) for score in grid])
