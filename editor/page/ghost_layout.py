"""Lays a ghost out in a line of text without putting it into the document.

Qt's text layout has a pre-edit area: text that is shaped, wrapped, coloured and painted with its line, in either
direction, and pushes aside what follows, but belongs to no document: not to its text, undo stack, search, clipboard
or print. Input methods show their composition there. So does the ghost, while nothing is composed.
"""

from collections.abc import Iterable
from unicodedata import combining

from PySide6.QtGui import QBrush, QColor, QTextBlock, QTextCharFormat, QTextDocument, QTextLayout

from editor.utf16 import utf16_length

_NO_AREA = -1
# Between the typed letters and the ghost a line may end: a word that is half typed stays where it is, and the ghost
# goes on in the next line. (A zero width space.)
_SEAM = "\u200b"


class GhostLayout:
    """The one ghost of a document.

    Attributes:
        text: what is painted after the caret, "" when nothing is.
    """

    def __init__(self, document: QTextDocument) -> None:
        self.text = ""
        self._document = document
        self._block: QTextBlock | None = None
        self._column = 0
        self._color = QColor("grey")

    def set_color(self, color: QColor) -> None:
        """Paint the ghost in `color` from now on."""
        self._color = color
        self.refresh()

    def show(self, block: QTextBlock, column: int, text: str) -> None:
        """Paint `text` at `column` of `block`, instead of what was painted before."""
        if self._block is not None and self._block != block:
            self._lay_out(self._block, _NO_AREA, "")
        self.text = text
        self._block, self._column = (block, column) if text else (None, 0)
        self._lay_out(block, column if text else _NO_AREA, self._area())

    def clear(self) -> None:
        """Paint no ghost."""
        if self._block is not None:
            block, self._block, self.text = self._block, None, ""
            self._lay_out(block, _NO_AREA, "")

    def lift(self) -> None:
        """Leave the pre-edit area to an input method until `refresh`."""
        if self._block is not None:
            self._lay_out(self._block, _NO_AREA, "")

    def take_away(self, block: QTextBlock) -> None:
        """Paint nothing in the pre-edit area of `block`, whoever wrote there."""
        self._lay_out(block, _NO_AREA, "")

    def refresh(self) -> None:
        """Paint the ghost where it was."""
        if self._block is not None:
            self._lay_out(self._block, self._column, self._area())

    def _area(self) -> str:
        """Return what stands in the pre-edit area for the ghost."""
        needs_seam = self.text and self._column and not self.text[0].isspace() and not combining(self.text[0])
        return _SEAM + self.text if needs_seam else self.text

    def _lay_out(self, block: QTextBlock, column: int, text: str) -> None:
        layout = block.layout() if block.isValid() else None
        if layout is None:
            return
        others = _text_formats(layout)
        layout.setPreeditArea(column, text)
        layout.setFormats([*_shifted(layout, others), *([self._format(column, text)] if text else [])])
        # Within a change of the document this only notes the line: it is laid out once, when the change ends.
        self._document.markContentsDirty(block.position(), block.length())

    def _format(self, column: int, text: str) -> QTextLayout.FormatRange:
        colored = QTextCharFormat()
        colored.setForeground(QBrush(self._color))
        area = QTextLayout.FormatRange()
        area.start = column
        area.length = utf16_length(text)
        area.format = colored
        return area


def color_text(document: QTextDocument, block: QTextBlock, ranges: Iterable[tuple[int, int, QTextCharFormat]]) -> None:
    """Give parts of a line (start and length in its text, format) their looks; a ghost in it keeps its own."""
    layout = block.layout()
    old = layout.formats()
    formats = _shifted(layout, [_range(start, size, look) for start, size, look in ranges])
    formats += [each for each in old if _is_composed(layout, each)]
    if len(formats) == len(old) and all(_is_same(one, other) for one, other in zip(formats, old, strict=True)):
        return
    layout.setFormats(formats)
    document.markContentsDirty(block.position(), block.length())


def _text_formats(layout: QTextLayout) -> list[QTextLayout.FormatRange]:
    """Return the formats of the text itself, in places of the text."""
    area, size = layout.preeditAreaPosition(), utf16_length(layout.preeditAreaText())
    found = []
    for each in layout.formats():
        if _is_composed(layout, each):
            continue
        start, end = each.start, each.start + each.length
        if size:
            start -= size if start >= area + size else 0
            end -= size if end > area else 0
        found.append(_range(start, end - start, each.format))
    return found


def _shifted(layout: QTextLayout, formats: Iterable[QTextLayout.FormatRange]) -> list[QTextLayout.FormatRange]:
    """Return formats of the text in the places that it has beside what is being composed; none lies upon that."""
    area, size = layout.preeditAreaPosition(), utf16_length(layout.preeditAreaText())
    found = []
    for each in formats:
        start, end = each.start, each.start + each.length
        if not size or end <= area:
            found.append(each)
        elif start >= area:
            found.append(_range(start + size, each.length, each.format))
        else:
            found.append(_range(start, area - start, each.format))
            found.append(_range(area + size, end - area, each.format))
    return found


def _range(start: int, size: int, look: QTextCharFormat) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length, made.format = start, size, look
    return made


def _is_same(one: QTextLayout.FormatRange, other: QTextLayout.FormatRange) -> bool:
    return (one.start, one.length) == (other.start, other.length) and bool(one.format == other.format)


def _is_composed(layout: QTextLayout, each: QTextLayout.FormatRange) -> bool:
    """Tell whether a format lies upon the ghost or what an input method composes."""
    area, size = layout.preeditAreaPosition(), utf16_length(layout.preeditAreaText())
    return bool(size and area <= each.start and each.start + each.length <= area + size)
