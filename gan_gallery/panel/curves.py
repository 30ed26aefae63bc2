"""The two losses over the run, drawn so that they can be told apart without colour."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from gan_gallery.panel.words import decimal, numeral, tr

_MOST_POINTS = 600
"""More than there are pixels: then neighbours are put together."""
_HEIGHT_PX = 110
_LEAST_TOP = 2.0
"""Nats; 1.39 is a discriminator that guesses."""


class LossCurves(QWidget):
    """Grows as steps are reported."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._points: list[tuple[float, float, float]] = []
        self.setMinimumHeight(_HEIGHT_PX)
        self.setAccessibleName(tr("Loss curves"))

    @property
    def points(self) -> tuple[tuple[float, float, float], ...]:
        """Step, discriminator's and generator's loss in nats, in order."""
        return tuple(self._points)

    def add(self, step: int, loss_d: float, loss_g: float) -> None:
        """Show a further point; one that lies before the last means that the run went back."""
        self._points = [point for point in self._points if point[0] < step]
        self._points.append((step, loss_d, loss_g))
        if len(self._points) > _MOST_POINTS:
            pairs = zip(self._points[::2], self._points[1::2], strict=False)
            halved = [(b[0], (a[1] + b[1]) / 2, (a[2] + b[2]) / 2) for a, b in pairs]
            self._points = halved if len(self._points) % 2 == 0 else [*halved, self._points[-1]]
        self.setAccessibleDescription(
            tr("step {step}: loss of the discriminator {loss_d}, of the generator {loss_g}").format(
                step=step, loss_d=decimal(loss_d, 2), loss_g=decimal(loss_g, 2)
            )
        )
        self.update()

    def clear(self) -> None:
        """Begin anew."""
        self._points = []
        self.setAccessibleDescription("")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(260, _HEIGHT_PX)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  # Qt's signature
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics = QFontMetrics(self.font())
        colors = self.palette()
        text = colors.color(QPalette.ColorRole.WindowText)
        strokes = (
            (tr("D, discriminator"), 1, QPen(colors.color(QPalette.ColorRole.Highlight), 1.6)),
            (tr("G, generator"), 2, QPen(text, 1.2, Qt.PenStyle.DashLine)),
        )
        self._draw_legend(painter, metrics, strokes, text)
        top = max([_LEAST_TOP, *(max(point[1:]) for point in self._points)])
        plot = QRectF(self.rect()).adjusted(
            metrics.horizontalAdvance(decimal(0, 1)) + 8, metrics.height() + 6, -4, -metrics.height() - 4
        )
        painter.setPen(QPen(colors.color(QPalette.ColorRole.Mid), 1))
        for value in (0.0, top / 2, top):
            y = plot.bottom() - value / top * plot.height()
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
        painter.setPen(text)
        for value in (0.0, top / 2, top):
            y = plot.bottom() - value / top * plot.height()
            painter.drawText(QPointF(2, y + metrics.ascent() / 2 - 1), decimal(value, 1))
        if self._points:
            self._draw_lines(painter, metrics, plot, top, strokes, text)
        painter.end()

    def _draw_legend(
        self, painter: QPainter, metrics: QFontMetrics, strokes: tuple[tuple[str, int, QPen], ...], text: QColor
    ) -> None:
        left = 2.0
        for name, _, pen in strokes:
            middle = metrics.height() / 2
            painter.setPen(pen)
            painter.drawLine(QPointF(left, middle), QPointF(left + 22, middle))
            painter.setPen(text)
            painter.drawText(QPointF(left + 28, metrics.ascent()), name)
            left += 44 + metrics.horizontalAdvance(name)

    def _draw_lines(
        self,
        painter: QPainter,
        metrics: QFontMetrics,
        plot: QRectF,
        top: float,
        strokes: tuple[tuple[str, int, QPen], ...],
        text: QColor,
    ) -> None:
        first, last = self._points[0][0], self._points[-1][0]
        span = max(1.0, last - first)
        for _, place, pen in strokes:
            painter.setPen(pen)
            painter.drawPolyline(
                QPolygonF(
                    [
                        QPointF(
                            plot.left() + (point[0] - first) / span * plot.width(),
                            plot.bottom() - min(top, point[place]) / top * plot.height(),
                        )
                        for point in self._points
                    ]
                )
            )
        painter.setPen(text)
        base = self.height() - metrics.descent()
        words = tr("step {step}").format(step=numeral(round(last)))
        painter.drawText(QPointF(plot.left(), base), numeral(round(first)))
        painter.drawText(QPointF(plot.right() - metrics.horizontalAdvance(words), base), words)
