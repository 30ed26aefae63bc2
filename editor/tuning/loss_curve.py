"""A small plot of bits per character over a training: the held-out text's points, the parent's line, the text read."""

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from editor.translation import tr
from editor.tuning.tuning_progress import Curve

_SIZE_PX = (280, 170)
_SMOOTHED_POINTS = 120
"""More than there are pixels between them say nothing."""
_LEAST_SPAN = 0.1
"""Bits per character from bottom to top: less would make mountains of noise."""


class LossCurve(QWidget):
    """Plots one network's curve in the colours of the palette; says its figures to screen readers."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = title
        self._curve: Curve | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(tr("{title}: bits per character over the training").format(title=title))

    def sizeHint(self) -> QSize:
        return QSize(*_SIZE_PX)

    def minimumSizeHint(self) -> QSize:
        return QSize(_SIZE_PX[0] * 2 // 3, _SIZE_PX[1] * 2 // 3)

    def show_curve(self, curve: Curve | None) -> None:
        """Plot `curve`, or an empty frame for None."""
        if curve == self._curve:
            return
        self._curve = curve
        self.setAccessibleDescription(self.description())
        self.update()

    def description(self) -> str:
        """Return in words what the plot shows."""
        if self._curve is None or not math.isfinite(self._curve.before):
            return tr("nothing measured yet")
        before = self._curve.before
        if not self._curve.points:
            return tr("{before:.3f} bits per character before").format(before=before)
        sentence = tr("{before:.3f} bits per character before, {now:.3f} now")
        return sentence.format(before=before, now=self._curve.points[-1][1])

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics = QFontMetricsF(self.font())
        text, quiet = self._color(QPalette.ColorRole.Text), self._color(QPalette.ColorRole.PlaceholderText)
        painter.setPen(text)
        painter.drawText(QRectF(0, 0, self.width(), metrics.height()), Qt.AlignmentFlag.AlignLeft, self._title)
        curve = self._curve if self._curve is not None and math.isfinite(self._curve.before) else None
        low, high = _range(curve) if curve is not None else (0.0, 1.0)
        left = max(metrics.horizontalAdvance(f"{value:.2f}") for value in (low, high)) + 8
        top = metrics.height() * 1.6
        area = QRectF(left, top, self.width() - left - 6, self.height() - top - 6)
        painter.fillRect(area, self._color(QPalette.ColorRole.Base))
        painter.setPen(QPen(quiet, 1))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        painter.drawLine(area.bottomLeft(), area.topLeft())
        if curve is None:
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, tr("waiting"))
            return
        for value in (high, low):
            y = _y(value, low, high, area)
            box = QRectF(0, y - metrics.height() / 2, left - 6, metrics.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, f"{value:.2f}")
        painter.setClipRect(area.adjusted(-1, -3, 6, 3))
        self._draw_lines(painter, curve, low, high, area)

    def _draw_lines(self, painter: QPainter, curve: Curve, low: float, high: float, area: QRectF) -> None:
        accent, text = self._color(QPalette.ColorRole.Highlight), self._color(QPalette.ColorRole.Text)
        quiet = self._color(QPalette.ColorRole.PlaceholderText)
        before = _y(curve.before, low, high, area)
        # Told apart by their kind too, not by colour alone: dashes, a thin line, a thick line with dots.
        painter.setPen(QPen(text, 1, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(area.left(), before), QPointF(area.right(), before))
        painter.setPen(QPen(quiet, 1))
        painter.drawPolyline(_line(_smoothed(curve.training), low, high, area))
        painter.setPen(QPen(accent, 2.2))
        points = _line(curve.points, low, high, area)
        painter.drawPolyline(points)
        painter.setBrush(accent)
        for point in points.toList():
            painter.drawEllipse(point, 2.6, 2.6)

    def _color(self, role: QPalette.ColorRole) -> QColor:
        return self.palette().color(role)


def _range(curve: Curve) -> tuple[float, float]:
    """Return the lowest and highest value that must be seen, with some room."""
    values = [curve.before, *(bits for _, bits in curve.points), *(bits for _, bits in _smoothed(curve.training))]
    low, high = min(values), max(values)
    middle, span = (low + high) / 2, max(high - low, _LEAST_SPAN) * 1.1
    return max(0.0, middle - span / 2), middle + span / 2


def _smoothed(points: tuple[tuple[float, float], ...]) -> list[tuple[float, float]]:
    """Return means of neighbouring points, so that the line can be read."""
    size = max(1, math.ceil(len(points) / _SMOOTHED_POINTS))
    groups = [points[start : start + size] for start in range(0, len(points), size)]
    return [(sum(x for x, _ in group) / len(group), sum(y for _, y in group) / len(group)) for group in groups]


def _y(bits: float, low: float, high: float, area: QRectF) -> float:
    return area.bottom() - (bits - low) / (high - low) * area.height()


def _line(
    points: list[tuple[float, float]] | tuple[tuple[float, float], ...], low: float, high: float, area: QRectF
) -> QPolygonF:
    return QPolygonF([QPointF(area.left() + x * area.width(), _y(bits, low, high, area)) for x, bits in points])
