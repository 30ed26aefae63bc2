"""The text before the caret, each letter upon the activation of one unit after it."""

import numpy as np
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontDatabase, QFontMetricsF, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget

from editor.translation import tr
from lm.lessons.unit_probe import Values

_LINES = 9
_LARGEST_ALPHA = 0.75
_SIGNS = {"\n": "⏎", "\t": "→"}


class ActivationView(QWidget):
    """A grid of letters of one width; the stronger the unit, the more colour behind.

    Attributes:
        text, values: what is shown, one value for each character, [characters].
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = ""
        self.values: Values = np.empty(0, dtype=np.float32)
        self.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Text coloured by the unit's activation"))

    def show_activations(self, text: str, values: Values) -> None:
        """Show the end of `text` with one value for each of its characters."""
        self.text, self.values = text, values
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, round(QFontMetricsF(self.font()).height() * 1.3 * _LINES + 8))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        metrics = QFontMetricsF(self.font())
        wide, high = metrics.horizontalAdvance("m"), metrics.height() * 1.3
        painter.fillRect(self.rect(), self._color(QPalette.ColorRole.Base))
        columns = max(8, int((self.width() - 8) // wide))
        rows = _rows(self.text, columns)[-_LINES:]
        color = QColor(self._color(QPalette.ColorRole.Highlight))
        low, high_value = _range(self.values)
        painter.setFont(self.font())
        for line, (start, end) in enumerate(rows):
            top = 4 + line * high
            for column, index in enumerate(range(start, end)):
                box = QRectF(4 + column * wide, top, wide + 0.5, high)
                share = (float(self.values[index]) - low) / (high_value - low)
                color.setAlphaF(_LARGEST_ALPHA * min(1.0, max(0.0, share)))
                painter.fillRect(box, color)
                character = self.text[index]
                is_space = character in _SIGNS
                painter.setPen(self._color(QPalette.ColorRole.PlaceholderText if is_space else QPalette.ColorRole.Text))
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, _SIGNS.get(character, character))

    def _color(self, role: QPalette.ColorRole) -> QColor:
        return self.palette().color(role)


def _rows(text: str, columns: int) -> list[tuple[int, int]]:
    """Cut a text into lines of at most `columns` characters, also after every line's end."""
    found, start = [], 0
    for index, character in enumerate(text):
        if character == "\n" or index - start == columns - 1:
            found.append((start, index + 1))
            start = index + 1
    if start < len(text):
        found.append((start, len(text)))
    return found


def _range(values: Values) -> tuple[float, float]:
    """Return what is drawn plain and what is drawn strongest: the unit's own range, outliers left out."""
    if not len(values):
        return 0.0, 1.0
    low, high = (float(np.quantile(values, share)) for share in (0.05, 0.95))
    return (low, high) if high - low > 1e-3 else (low, low + 1.0)
