"""One face and what the discriminator says of it."""

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QImage, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget

from editor.translation import tr

_SIDE_PX = 96


class JudgedFace(QWidget):
    """A picture with its score below; empty at first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image: QImage | None = None
        self._caption = ""
        self.score: float | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Face"))

    def set_caption(self, text: str) -> None:
        """Say something instead of a score."""
        self._caption = text
        self.setAccessibleDescription(text)
        self.update()

    def show_face(self, face: npt.NDArray[np.uint8], score: float) -> None:
        """Show an RGB picture [64, 64, 3] and its score."""
        pixels = np.ascontiguousarray(face)
        height, width, _ = pixels.shape
        # The copy owns its pixels; the array may go.
        self._image = QImage(pixels.data, width, height, 3 * width, QImage.Format.Format_RGB888).copy()
        self.score = score
        verdict = tr("{score:+.1f}, real") if score > 0 else tr("{score:+.1f}, forged")
        self.set_caption(verdict.format(score=score))

    def sizeHint(self) -> QSize:
        return QSize(_SIDE_PX + 8, round(_SIDE_PX + QFontMetricsF(self.font()).height() + 8))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        box = QRectF((self.width() - _SIDE_PX) / 2, 2, _SIDE_PX, _SIDE_PX)
        if self._image is not None:
            painter.drawImage(box, self._image)
        else:
            painter.setPen(self.palette().color(QPalette.ColorRole.Mid))
            painter.drawRect(box)
        painter.setPen(self.palette().color(QPalette.ColorRole.Text))
        line = QRectF(0, _SIDE_PX + 4, self.width(), QFontMetricsF(self.font()).height())
        painter.drawText(line, Qt.AlignmentFlag.AlignHCenter, self._caption)
