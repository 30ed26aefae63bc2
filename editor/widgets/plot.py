"""What the panel's plots have in common: a size, the colours of the palette, lines that dashes tell apart, a legend."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

_DASHES = (Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine, Qt.PenStyle.DotLine)
_LEGEND_LINE_PX = 24
_LEGEND_GAP_PX = 6


class Plot(QWidget):
    """A widget of a fixed height that a page's text leaves room for."""

    def __init__(self, size_px: tuple[int, int], least_width_px: int, parent: QWidget | None = None) -> None:
        """Be `size_px` wide and high where there is room, and never narrower than `least_width_px`."""
        super().__init__(parent)
        self._size_px = size_px
        self._least_width_px = least_width_px
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(*self._size_px)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._least_width_px, self._size_px[1])

    def color(self, role: QPalette.ColorRole) -> QColor:
        """Return a colour of the palette, as a copy that may be changed."""
        return QColor(self.palette().color(role))

    def line_color(self, index: int) -> QColor:
        """Return the colour of a line: the first one's stands out."""
        return self.color(QPalette.ColorRole.Highlight if index == 0 else QPalette.ColorRole.Text)

    def line_pen(self, index: int, width: float = 2.0) -> QPen:
        """Return the pen of a line, which its dashes tell from its neighbour."""
        return QPen(self.line_color(index), width, _DASHES[index % len(_DASHES)])

    def draw_legend(self, painter: QPainter, titles: Iterable[str], left: float = 2.0) -> None:
        """Draw a piece of each line with its title, along the top."""
        metrics = QFontMetricsF(self.font())
        middle = metrics.height() / 2
        for index, title in enumerate(titles):
            painter.setPen(self.line_pen(index))
            painter.drawLine(QPointF(left, middle), QPointF(left + _LEGEND_LINE_PX, middle))
            painter.setPen(self.color(QPalette.ColorRole.Text))
            painter.drawText(QPointF(left + _LEGEND_LINE_PX + _LEGEND_GAP_PX, metrics.ascent()), title)
            left += 2 * _LEGEND_LINE_PX + metrics.horizontalAdvance(title)

    def draw_height(self, painter: QPainter, area: QRectF, share: float, label: str) -> None:
        """Draw a line across at a share of the height, with its label at the left."""
        line = QFontMetricsF(self.font()).height()
        y = area.bottom() - share * area.height()
        painter.setPen(QPen(self.color(QPalette.ColorRole.Mid), 1))
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
        painter.setPen(self.color(QPalette.ColorRole.PlaceholderText))
        box = QRectF(0, y - line / 2, area.left() - 5, line)
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, label)
