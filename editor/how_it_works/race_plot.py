"""The curves of two networks in training, told apart by dashes."""

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPalette, QPolygonF
from PySide6.QtWidgets import QWidget

from editor.how_it_works.race import Lane
from editor.translation import tr
from editor.widgets.plot import Plot

_SIZE_PX = (340, 190)
_LEAST_WIDTH_PX = 200
_LEAST_SPAN = 0.5


class RacePlot(Plot):
    """Bits per character on the held-out text over the run."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_SIZE_PX, _LEAST_WIDTH_PX, parent)
        self._lanes: dict[str, Lane] = {}
        self.setAccessibleName(tr("Bits per character over the training"))

    def show_lanes(self, lanes: Mapping[str, Lane]) -> None:
        """Plot how far each has come, by title."""
        if dict(lanes) == self._lanes:
            return
        self._lanes = dict(lanes)
        said = (f"{title}: {lane.points[-1][1]:.2f}" for title, lane in self._lanes.items() if lane.points)
        self.setAccessibleDescription("; ".join(said) or tr("nothing yet"))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics = QFontMetricsF(self.font())
        line = metrics.height()
        values = [bits for lane in self._lanes.values() for _, bits in lane.points] or [1.0, 8.0]
        low, high = min(values), max(values)
        if high - low < _LEAST_SPAN:
            low, high = low - _LEAST_SPAN / 2, high + _LEAST_SPAN / 2
        left = metrics.horizontalAdvance("8.88 ") + 4
        area = QRectF(left, 1.6 * line, self.width() - left - 8, self.height() - 3.2 * line)
        painter.fillRect(area, self.color(QPalette.ColorRole.Base))
        for value in (low, (low + high) / 2, high):
            self.draw_height(painter, area, (value - low) / (high - low), f"{value:.2f}")
        box = QRectF(area.left(), area.bottom() + 3, area.width(), line)
        painter.drawText(box, Qt.AlignmentFlag.AlignHCenter, tr("bits per character, over the minute"))
        self.draw_legend(painter, self._lanes)
        for index, lane in enumerate(self._lanes.values()):
            painter.setPen(self.line_pen(index))
            points = [
                QPointF(area.left() + share * area.width(), area.bottom() - (bits - low) / (high - low) * area.height())
                for share, bits in lane.points
            ]
            painter.drawPolyline(QPolygonF(points))
            painter.setBrush(self.line_color(index))
            for point in points:
                painter.drawEllipse(point, 2.4, 2.4)
            x = area.left() + lane.fraction * area.width()
            painter.setPen(self.line_pen(index, 1))
            painter.drawLine(QPointF(x, area.bottom() - 6), QPointF(x, area.bottom()))
