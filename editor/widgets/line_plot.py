"""Lines over two axes, told apart by dashes and named in a legend."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from editor.widgets.plot import Plot

_DOT_PX = 2.5
_MARK_PX = 14
_GAP_PX = 5


@dataclass(frozen=True, slots=True)
class Line:
    """One line; `has_dots` marks its points, where they are few."""

    title: str
    points: Sequence[tuple[float, float]]
    has_dots: bool = False


@dataclass(frozen=True, slots=True)
class Axis:
    """The values from one end of the plot to the other, some of them labelled.

    `title` stands under the plot; at `border`, if there is one, a dotted line divides it.
    """

    low: float = 0.0
    high: float = 1.0
    labels: Sequence[tuple[float, str]] = ()
    title: str = ""
    border: float | None = None

    def share(self, value: float) -> float:
        """Return where a value lies, 0 to 1; what is beyond an end lies at the end."""
        return min(1.0, max(0.0, (value - self.low) / (self.high - self.low)))


class LinePlot(Plot):
    """Draws in the palette's colours; says in words, to screen readers, what it is told to say."""

    def __init__(self, name: str, size_px: tuple[int, int], least_width_px: int, parent: QWidget | None = None) -> None:
        """`name` is for screen readers."""
        super().__init__(size_px, least_width_px, parent)
        self.setAccessibleName(name)
        self._lines: tuple[Line, ...] = ()
        self._marks: tuple[tuple[float, str], ...] = ()
        self._across, self._up = Axis(), Axis()
        self._instead = ""

    def show_lines(self, lines: Sequence[Line], across: Axis, up: Axis, description: str, instead: str = "") -> None:
        """Draw these; `description` says the same in words, and `instead` stands where no line is."""
        self._lines, self._across, self._up, self._instead = tuple(lines), across, up, instead
        self.setAccessibleDescription(description)
        self.update()

    def show_marks(self, marks: Sequence[tuple[float, str]]) -> None:
        """Mark these values on the axis, each with a word or none."""
        self._marks = tuple(marks)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = self._area(QFontMetricsF(self.font()))
        painter.fillRect(area, self.color(QPalette.ColorRole.Base))
        for value, label in self._up.labels:
            self.draw_height(painter, area, self._up.share(value), label)
        self._draw_axis(painter, area)
        if not self._lines:
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, self._instead)
        self.draw_legend(painter, (line.title for line in self._lines))
        for index, line in enumerate(self._lines):
            points = [self._place(area, *point) for point in line.points]
            painter.setPen(self.line_pen(index, 2.0 if index < 2 else 1.2))
            painter.drawPolyline(QPolygonF(points))
            painter.setBrush(self.line_color(index))
            for point in points if line.has_dots else ():
                painter.drawEllipse(point, _DOT_PX, _DOT_PX)
        self._draw_marks(painter, area)

    def _area(self, metrics: QFontMetricsF) -> QRectF:
        line = metrics.height()
        left = max((metrics.horizontalAdvance(label) for _, label in self._up.labels), default=0.0) + 2 * _GAP_PX
        under = (bool(self._across.labels) + bool(self._across.title) + 0.6) * line
        return QRectF(left, 1.6 * line, self.width() - left - 8, self.height() - 1.6 * line - under)

    def _place(self, area: QRectF, x: float, y: float) -> QPointF:
        return QPointF(
            area.left() + self._across.share(x) * area.width(), area.bottom() - self._up.share(y) * area.height()
        )

    def _draw_axis(self, painter: QPainter, area: QRectF) -> None:
        metrics = QFontMetricsF(self.font())
        quiet = self.color(QPalette.ColorRole.PlaceholderText)
        if self._across.border is not None:
            foot = self._place(area, self._across.border, self._up.low)
            painter.setPen(QPen(quiet, 1, Qt.PenStyle.DotLine))
            painter.drawLine(foot, QPointF(foot.x(), area.top()))
        painter.setPen(quiet)
        top = area.bottom() + 3
        for value, label in self._across.labels:
            width = metrics.horizontalAdvance(label)
            left = area.left() + self._across.share(value) * area.width() - width / 2
            left = min(max(left, area.left()), area.right() - width)
            painter.drawText(QPointF(left, top + metrics.ascent()), label)
        top += metrics.height() if self._across.labels else 0
        box = QRectF(area.left(), top, area.width(), metrics.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignHCenter, self._across.title)

    def _draw_marks(self, painter: QPainter, area: QRectF) -> None:
        metrics = QFontMetricsF(self.font())
        painter.setPen(QPen(self.color(QPalette.ColorRole.Text), 1.6))
        for value, word in self._marks:
            foot = self._place(area, value, self._up.low)
            painter.drawLine(foot - QPointF(0, _MARK_PX), foot)
            left = min(foot.x() + 4, area.right() - metrics.horizontalAdvance(word))
            painter.drawText(QPointF(left, foot.y() - _MARK_PX - 2), word)
