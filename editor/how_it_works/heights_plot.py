"""Draws heights of two classes: a histogram of the examples, the two bell curves, a place between them, new draws."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QWidget

from editor.translation import tr
from editor.widgets.plot import Plot
from lm.lessons.gaussian_classes import GaussianClasses

_SIZE_PX = (380, 230)
_LEAST_WIDTH_PX = 240
_LEGEND_LEFT_PX = 4.0
_BIN_CM = 10.0
_TICK_CM = 50
_ONE_DRAW_PX = 4.0


@dataclass(frozen=True, slots=True)
class HeightsPicture:
    """What the plot shows.

    Attributes:
        model: the fitted classes, in the order of their lines: solid, dashed.
        samples: the examples of each, in cm.
        border: where the discriminative model divides, in cm.
        height: what is to be classified, in cm.
        draws: invented heights in cm, with the name of their kind.
        low, high: ends of the axis, in cm.
    """

    model: GaussianClasses
    samples: dict[str, list[float]]
    border: float
    height: float
    draws: tuple[tuple[str, float], ...]
    low: float
    high: float


class HeightsPlot(Plot):
    """Told apart by dashes and fills as well as by colour."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_SIZE_PX, _LEAST_WIDTH_PX, parent)
        self._picture: HeightsPicture | None = None
        self.setAccessibleName(tr("Histogram and bell curves of the heights"))

    def show_picture(self, picture: HeightsPicture | None) -> None:
        """Draw `picture`, or nothing for None."""
        self._picture = picture
        self.setAccessibleDescription("" if picture is None else _description(picture))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        picture = self._picture
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics = QFontMetricsF(self.font())
        area = QRectF(4, metrics.height() * 1.5, self.width() - 8, self.height() - 2.9 * metrics.height())
        painter.fillRect(area, self.color(QPalette.ColorRole.Base))
        if picture is None:
            painter.setPen(self.color(QPalette.ColorRole.PlaceholderText))
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, tr("two examples of each are needed"))
            return
        scale = _Scale(area, picture)
        self._draw_axis(painter, metrics, scale, picture)
        for index, (name, sample) in enumerate(picture.samples.items()):
            self._draw_class(painter, scale, picture, name, sample, index)
        self._draw_places(painter, metrics, scale, picture)
        self.draw_legend(painter, map(tr, picture.samples), _LEGEND_LEFT_PX)

    def _draw_axis(self, painter: QPainter, metrics: QFontMetricsF, scale: "_Scale", picture: HeightsPicture) -> None:
        painter.setPen(QPen(self.color(QPalette.ColorRole.PlaceholderText), 1))
        painter.drawLine(scale.area.bottomLeft(), scale.area.bottomRight())
        first = int(-(-picture.low // _TICK_CM) * _TICK_CM)
        for tick in range(first, int(picture.high) + 1, _TICK_CM):
            x = scale.x(tick)
            painter.drawLine(QPointF(x, scale.area.bottom()), QPointF(x, scale.area.bottom() + 4))
            box = QRectF(x - 30, scale.area.bottom() + 5, 60, metrics.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignHCenter, f"{tick} cm" if tick == first else str(tick))

    def _draw_class(
        self, painter: QPainter, scale: "_Scale", picture: HeightsPicture, name: str, sample: list[float], index: int
    ) -> None:
        color = self.line_color(index)
        faint = QColor(color)
        faint.setAlphaF(0.22)
        bins: dict[int, int] = {}
        for height in sample:
            bins[int(height // _BIN_CM)] = bins.get(int(height // _BIN_CM), 0) + 1
        painter.setPen(QPen(color, 0.6))
        for place, count in bins.items():
            left, right = scale.x(place * _BIN_CM), scale.x((place + 1) * _BIN_CM)
            top = scale.y(count / (scale.total * _BIN_CM))
            painter.fillRect(QRectF(left + 1, top, right - left - 2, scale.area.bottom() - top), faint)
        path = QPainterPath()
        steps = max(2, int(scale.area.width() // 2))
        for step in range(steps + 1):
            height = picture.low + (picture.high - picture.low) * step / steps
            density = picture.model.priors[name] * picture.model.classes[name].density(height)
            point = QPointF(scale.x(height), scale.y(density))
            if step:
                path.lineTo(point)
            else:
                path.moveTo(point)
        painter.setPen(self.line_pen(index))
        painter.drawPath(path)

    def _draw_places(self, painter: QPainter, metrics: QFontMetricsF, scale: "_Scale", picture: HeightsPicture) -> None:
        text = self.color(QPalette.ColorRole.Text)
        x = scale.x(picture.border)
        painter.setPen(QPen(self.color(QPalette.ColorRole.PlaceholderText), 1.4, Qt.PenStyle.DotLine))
        painter.drawLine(QPointF(x, scale.area.top()), QPointF(x, scale.area.bottom()))
        box = QRectF(x - 60, scale.area.top() + 1, 56, metrics.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignRight, tr("border"))
        x = scale.x(picture.height)
        painter.setPen(QPen(text, 1.6))
        painter.drawLine(QPointF(x, scale.area.top() + metrics.height()), QPointF(x, scale.area.bottom()))
        painter.setBrush(text)
        painter.drawEllipse(QPointF(x, scale.area.bottom()), 3.5, 3.5)
        names = list(picture.samples)
        for order, (name, height) in enumerate(reversed(picture.draws)):
            color = self.line_color(names.index(name)) if name in names else text
            color.setAlphaF(max(0.3, 1.0 - 0.06 * order))
            painter.setPen(QPen(color, 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush if name not in names else color)
            place = QPointF(scale.x(height), scale.area.bottom() - 10 - 9 * (order % 6))
            painter.drawEllipse(place, _ONE_DRAW_PX, _ONE_DRAW_PX)


class _Scale:
    """From centimetres and densities to the widget's places."""

    def __init__(self, area: QRectF, picture: HeightsPicture) -> None:
        self.area = area
        self._picture = picture
        self.total = sum(len(sample) for sample in picture.samples.values())
        highest = max(
            picture.model.priors[name] * curve.density(curve.mean) for name, curve in picture.model.classes.items()
        )
        most = 0
        for sample in picture.samples.values():
            places = [int(height // _BIN_CM) for height in sample]
            most = max([most, *(places.count(place) for place in set(places))])
        self._top = 1.1 * max(highest, most / (self.total * _BIN_CM))

    def x(self, height: float) -> float:
        share = (height - self._picture.low) / (self._picture.high - self._picture.low)
        return self.area.left() + min(1.0, max(0.0, share)) * self.area.width()

    def y(self, density: float) -> float:
        return self.area.bottom() - min(1.0, density / self._top) * self.area.height()


def _description(picture: HeightsPicture) -> str:
    classes = "; ".join(
        tr("{name}: mean {mean:.1f}, standard deviation {std:.1f} cm").format(
            name=tr(name), mean=curve.mean, std=curve.std
        )
        for name, curve in picture.model.classes.items()
    )
    return tr("{classes}; border at {border:.0f} cm; the mark stands at {height:.0f} cm").format(
        classes=classes, border=picture.border, height=picture.height
    )
