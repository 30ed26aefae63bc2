"""The curves of two networks in training, told apart by dashes."""

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from editor.how_it_works.race import Lane
from editor.translation import tr

_SIZE_PX = (340, 190)
_STYLES = (Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine)
_LEAST_SPAN = 0.5


class RacePlot(QWidget):
    """Bits per character on the held-out text over the run."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lanes: dict[str, Lane] = {}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Bits per character over the training"))

    def sizeHint(self) -> QSize:
        return QSize(*_SIZE_PX)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, _SIZE_PX[1])

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
        text, quiet = self._color(QPalette.ColorRole.Text), self._color(QPalette.ColorRole.PlaceholderText)
        values = [bits for lane in self._lanes.values() for _, bits in lane.points] or [1.0, 8.0]
        low, high = min(values), max(values)
        if high - low < _LEAST_SPAN:
            low, high = low - _LEAST_SPAN / 2, high + _LEAST_SPAN / 2
        left = metrics.horizontalAdvance("8.88 ") + 4
        area = QRectF(left, 1.6 * line, self.width() - left - 8, self.height() - 3.2 * line)
        painter.fillRect(area, self._color(QPalette.ColorRole.Base))
        for value in (low, (low + high) / 2, high):
            y = area.bottom() - (value - low) / (high - low) * area.height()
            painter.setPen(QPen(self._color(QPalette.ColorRole.Mid), 1))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            painter.setPen(quiet)
            box = QRectF(0, y - line / 2, left - 5, line)
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, f"{value:.2f}")
        box = QRectF(area.left(), area.bottom() + 3, area.width(), line)
        painter.drawText(box, Qt.AlignmentFlag.AlignHCenter, tr("bits per character, over the minute"))
        place = 2.0
        for index, (title, lane) in enumerate(self._lanes.items()):
            color = self._color(QPalette.ColorRole.Highlight) if index == 0 else text
            painter.setPen(QPen(color, 2, _STYLES[index % 2]))
            painter.drawLine(QPointF(place, line / 2), QPointF(place + 24, line / 2))
            points = [
                QPointF(area.left() + share * area.width(), area.bottom() - (bits - low) / (high - low) * area.height())
                for share, bits in lane.points
            ]
            painter.drawPolyline(QPolygonF(points))
            painter.setBrush(color)
            for point in points:
                painter.drawEllipse(point, 2.4, 2.4)
            x = area.left() + lane.fraction * area.width()
            painter.setPen(QPen(color, 1, _STYLES[index % 2]))
            painter.drawLine(QPointF(x, area.bottom() - 6), QPointF(x, area.bottom()))
            painter.setPen(text)
            painter.drawText(QPointF(place + 30, metrics.ascent()), title)
            place += 48 + metrics.horizontalAdvance(title)

    def _color(self, role: QPalette.ColorRole) -> QColor:
        return QColor(self.palette().color(role))
