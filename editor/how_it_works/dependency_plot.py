"""The tutorial's long-term dependency, measured: how often a network names the right end tag, by distance."""

import json
import logging
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPalette, QPolygonF
from PySide6.QtWidgets import QWidget

from editor.translation import tr
from editor.widgets.plot import Plot

_log = logging.getLogger(__name__)
_FORMAT_VERSION = 1
_SIZE_PX = (340, 190)
_LEAST_WIDTH_PX = 200


@dataclass(frozen=True, slots=True)
class Curve:
    """One network's accuracy.

    Attributes:
        title: its name for people.
        shares: right answers, 0 to 1, for each distance.
        asked: how many end tags that is of.
    """

    title: str
    shares: tuple[float, ...]
    asked: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Dependency:
    """Distances in characters, in words, and a curve for each network."""

    distances: tuple[str, ...]
    curves: tuple[Curve, ...]


def read_dependency(path: Path) -> Dependency | None:
    """Return what was measured when the networks were trained; None, with a line in the log, where it is not there."""
    try:
        return _dependency(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, KeyError, TypeError) as exc:
        _log.warning("%s holds no curve (%s)", path, exc)
        return None


def _dependency(values: Mapping[str, Any]) -> Dependency:
    if values["format_version"] != _FORMAT_VERSION:
        raise ValueError("another format")
    distances = tuple(str(each) for each in values["distances"])
    curves = tuple(
        Curve(str(each["title"]), tuple(map(float, each["right"])), tuple(map(int, each["asked"])))
        for each in values["networks"]
    )
    if not all(len(curve.shares) == len(curve.asked) == len(distances) > 1 for curve in curves):
        raise ValueError("not one value for each distance")
    return Dependency(distances, curves)


class DependencyPlot(Plot):
    """Lines told apart by dashes and by their names at the end."""

    def __init__(self, dependency: Dependency | None, parent: QWidget | None = None) -> None:
        super().__init__(_SIZE_PX, _LEAST_WIDTH_PX, parent)
        self._dependency = dependency
        self.setAccessibleName(tr("Right end tags by distance"))
        self.setAccessibleDescription(self.description())

    def description(self) -> str:
        """Return in words what the plot shows."""
        if self._dependency is None:
            return tr("not measured")
        return "; ".join(
            f"{curve.title}: "
            + ", ".join(
                tr("{share:.0f} % at {distance}").format(share=100 * share, distance=distance)
                for distance, share in zip(self._dependency.distances, curve.shares, strict=True)
            )
            for curve in self._dependency.curves
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics = QFontMetricsF(self.font())
        line = metrics.height()
        left = metrics.horizontalAdvance("100 % ")
        area = QRectF(left, 1.6 * line, self.width() - left - 8, self.height() - 4.2 * line)
        painter.fillRect(area, self.color(QPalette.ColorRole.Base))
        for share in (0.0, 0.5, 1.0):
            self.draw_height(painter, area, share, f"{100 * share:.0f} %")
        dependency = self._dependency
        if dependency is None:
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, tr("not measured"))
            return
        count = len(dependency.distances)
        step = area.width() / count
        for index, distance in enumerate(dependency.distances):
            box = QRectF(area.left() + index * step, area.bottom() + 3, step, line)
            painter.drawText(box, Qt.AlignmentFlag.AlignHCenter, distance)
        box = QRectF(area.left(), area.bottom() + 3 + line, area.width(), line)
        painter.drawText(box, Qt.AlignmentFlag.AlignHCenter, tr("characters since the tag was opened"))
        self.draw_legend(painter, (curve.title for curve in dependency.curves))
        for index, curve in enumerate(dependency.curves):
            color = self.line_color(index)
            painter.setPen(self.line_pen(index))
            points = [
                QPointF(area.left() + (number + 0.5) * step, area.bottom() - share * area.height())
                for number, share in enumerate(curve.shares)
            ]
            painter.drawPolyline(QPolygonF(points))
            painter.setBrush(color)
            painter.setPen(color)
            for point in points:
                painter.drawEllipse(point, 2.6, 2.6)
