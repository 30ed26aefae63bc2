"""Waves under words, painted over the page.

Qt paints a line once more for each mark of its own in it, which is felt in a long paragraph, marks what is composed
beside a ghost in the place of what stands behind, and waves in the pixels of an ordinary screen on a fine one.
"""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap, QTextCursor, QTextLayout, QTextLine

from editor.page.text_edit import TextEdit
from editor.utf16 import utf16_length

# A wave is as thick as a stroke of the letters.
_THICKNESS = 1 / 14
_WAVES_IN_TILE = 16


class WordWaves:
    """The owner of the waves of one page; they move with the text."""

    def __init__(self, text_edit: TextEdit) -> None:
        self._edit = text_edit
        self._color = QColor("red")
        self._cursors: list[QTextCursor] = []
        self._tile = QPixmap()
        self._look: tuple[str, float, float] | None = None
        text_edit.set_overlay(self._paint)

    def set_color(self, color: QColor) -> None:
        """Paint in `color` from now on."""
        self._color = color
        self._edit.viewport().update()

    def show(self, spans: Iterable[tuple[int, int]]) -> None:
        """Have waves under `spans`, start and end in the document, and nowhere else."""
        document = self._edit.document()
        last = document.characterCount() - 1
        spans = list(spans)
        if not spans and not self._cursors:
            return
        self._cursors = []
        for start, end in spans:
            cursor = QTextCursor(document)
            cursor.setPosition(min(start, last))
            cursor.setPosition(min(end, last), QTextCursor.MoveMode.KeepAnchor)
            self._cursors.append(cursor)
        self._edit.viewport().update()

    def spans(self) -> list[tuple[int, int]]:
        """Return where the waves are now."""
        return [(cursor.selectionStart(), cursor.selectionEnd()) for cursor in self._cursors]

    def _paint(self, area: QRect) -> None:
        if not self._cursors:
            return
        painter = QPainter(self._edit.viewport())
        painter.setClipRect(area)
        tile = self._made_tile()
        offset = self._edit.contentOffset()
        document = self._edit.document()
        number, top, bottom, layout = -1, 0.0, 0.0, QTextLayout()
        for start, end in self.spans():
            block = document.findBlock(start)
            if not block.isVisible() or start == end:
                continue
            if block.blockNumber() != number:
                number, layout = block.blockNumber(), block.layout()
                geometry = self._edit.blockBoundingGeometry(block)
                top, bottom = geometry.top() + offset.y(), geometry.bottom() + offset.y()
            if bottom < area.top() or top > area.bottom():
                continue
            for place in _places(layout, start - block.position(), end - block.position()):
                place.translate(offset.x(), top)
                if area.intersects(place.toAlignedRect()):
                    thick = tile.height() / tile.devicePixelRatio()
                    place.setTop(place.bottom() - thick)
                    painter.drawTiledPixmap(place, tile, QPointF(place.left(), 0))
        painter.end()

    def _made_tile(self) -> QPixmap:
        """Return some waves beside each other, drawn anew when the letters, the colour or the screen are others."""
        ratio = self._edit.viewport().devicePixelRatioF()
        size = self._edit.fontMetrics().height()
        look = (self._color.name(), size, ratio)
        if look == self._look:
            return self._tile
        self._look = look
        thick = max(1.0, size * _THICKNESS)
        # Whole pixels, so that one tile follows the other.
        length = max(4, round(4 * thick * ratio)) / ratio
        height = max(3, round(2.4 * thick * ratio)) / ratio
        tile = QPixmap(round(_WAVES_IN_TILE * length * ratio), round(height * ratio))
        tile.setDevicePixelRatio(ratio)
        tile.fill(Qt.GlobalColor.transparent)
        path = QPainterPath(QPointF(-length, height / 2))
        low, high = thick / 2, height - thick / 2
        for wave in range(-1, _WAVES_IN_TILE + 1):
            path.lineTo(QPointF((wave + 0.25) * length, low))
            path.lineTo(QPointF((wave + 0.75) * length, high))
        painter = QPainter(tile)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._color, thick))
        painter.drawPath(path)
        painter.end()
        self._tile = tile
        return tile


def _places(layout: QTextLayout, start: int, end: int) -> Iterable[QRectF]:
    """Return where a part of a block's text is laid out, a piece for each row, within the block."""
    composed = layout.preeditAreaText()
    if composed:
        at, size = layout.preeditAreaPosition(), utf16_length(composed)
        start, end = start + (size if start >= at else 0), end + (size if end > at else 0)
    while start < end:
        line = layout.lineForTextPosition(start)
        if not line.isValid():
            return
        stop = min(end, line.textStart() + line.textLength())
        left, right = _column(line, start), _column(line, stop)
        top, bottom = line.y(), line.y() + line.height()
        yield QRectF(min(left, right), top, abs(right - left), bottom - top)
        if stop <= start:
            return
        start = stop


def _column(line: QTextLine, position: int) -> float:
    # PySide gives the position too, of which its stubs do not know.
    found: object = line.cursorToX(position)
    return float(found[0] if isinstance(found, tuple) else found)  # type: ignore[arg-type]
