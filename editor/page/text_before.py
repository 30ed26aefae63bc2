"""The whole text before a place in a document, copied once and then only where it grows."""

from PySide6.QtCore import QObject, Slot

from editor.page.soft_breaks import SoftBreaks
from editor.utf16 import utf16_part

# A cursor copies by pieces, ten times slower than the document as a whole.
_LONGEST_PIECE = 50_000


class TextBefore(QObject):
    """Keeps the text before the line that was asked about last; an edit before that line drops it.

    Someone who types in one line, a megabyte down, waits for a copy of the megabyte (some 10 ms) once.
    """

    def __init__(self, breaks: SoftBreaks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._breaks = breaks
        document = self._document = breaks.document
        self._kept = ""
        self._kept_end = 0
        document.contentsChange.connect(self._on_contents_change)

    def text(self, position: int) -> str:
        """Return all of the text before `position`."""
        start = self._document.findBlock(position).position()
        if start != self._kept_end:
            self._kept = self._before(start)
            self._kept_end = start
        return self._kept + self._breaks.between(start, position)

    def _before(self, end: int) -> str:
        if self._kept_end <= end <= self._kept_end + _LONGEST_PIECE:
            return self._kept + self._breaks.between(self._kept_end, end)
        raw = self._document.toRawText()
        if len(raw) < self._document.characterCount() - 1:  # Qt counts a character beyond 16 bits as two
            raw = utf16_part(raw, 0, end)
        return self._breaks.plain(raw[:end], 0)

    @Slot(int, int, int)
    def _on_contents_change(self, position: int, _removed: int, _added: int) -> None:
        if position < self._kept_end:
            self._kept, self._kept_end = "", 0
