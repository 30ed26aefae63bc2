"""Lays a ghost out in a line of text without putting it into the document.

Qt's text layout has a pre-edit area: text that is shaped, wrapped, coloured and painted with its line, in either
direction, and pushes aside what follows, but belongs to no document: not to its text, undo stack, search, clipboard
or print. Input methods show their composition there. So does the ghost, while nothing is composed.
"""

from PySide6.QtGui import QBrush, QColor, QTextBlock, QTextCharFormat, QTextDocument, QTextLayout

_NO_AREA = -1


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
        self._lay_out(block, column if text else _NO_AREA, text)

    def clear(self) -> None:
        """Paint no ghost."""
        if self._block is not None:
            block, self._block, self.text = self._block, None, ""
            self._lay_out(block, _NO_AREA, "")

    def lift(self) -> None:
        """Leave the pre-edit area to an input method until `refresh`."""
        if self._block is not None:
            self._lay_out(self._block, _NO_AREA, "")

    def refresh(self) -> None:
        """Paint the ghost where it was."""
        if self._block is not None:
            self._lay_out(self._block, self._column, self.text)

    def _lay_out(self, block: QTextBlock, column: int, text: str) -> None:
        layout = block.layout() if block.isValid() else None
        if layout is None:
            return
        layout.setPreeditArea(column, text)
        layout.setFormats([self._format(column, text)] if text else [])
        # Within a change of the document this only notes the line: it is laid out once, when the change ends.
        self._document.markContentsDirty(block.position(), block.length())

    def _format(self, column: int, text: str) -> QTextLayout.FormatRange:
        colored = QTextCharFormat()
        colored.setForeground(QBrush(self._color))
        area = QTextLayout.FormatRange()
        area.start = column
        area.length = len(text.encode("utf-16-le")) // 2
        area.format = colored
        return area
