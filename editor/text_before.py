"""The whole text before a place in a document, copied once and then only where it grows."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QTextCursor, QTextDocument

# A cursor copies by pieces, ten times slower than the document as a whole.
_LONGEST_PIECE = 50_000


def text_between(document: QTextDocument, start: int, end: int) -> str:
    """Return the text between two places, in the document's own units (UTF-16)."""
    cursor = QTextCursor(document)
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    text = cursor.selectedText().replace("\u2029", "\n")
    # A window that starts in the middle of a surrogate pair.
    return text[1:] if "\udc00" <= text[:1] <= "\udfff" else text


class TextBefore(QObject):
    """Keeps the text before the line that was asked about last; an edit before that line drops it.

    Someone who types in one line, a megabyte down, waits for a copy of the megabyte (some 10 ms) once.
    """

    def __init__(self, document: QTextDocument, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._kept = ""
        self._kept_end = 0
        document.contentsChange.connect(self._on_contents_change)

    def text(self, position: int) -> str:
        """Return all of the text before `position`."""
        start = self._document.findBlock(position).position()
        if start != self._kept_end:
            self._kept = self._before(start)
            self._kept_end = start
        return self._kept + text_between(self._document, start, position)

    def _before(self, end: int) -> str:
        if self._kept_end <= end <= self._kept_end + _LONGEST_PIECE:
            return self._kept + text_between(self._document, self._kept_end, end)
        text = self._document.toRawText().replace("\u2029", "\n")
        if len(text) < self._document.characterCount() - 1:  # Qt counts a character beyond 16 bits as two
            return text.encode("utf-16-le", "surrogatepass")[: 2 * end].decode("utf-16-le", "replace")
        return text[:end]

    @Slot(int, int, int)
    def _on_contents_change(self, position: int, _removed: int, _added: int) -> None:
        if position < self._kept_end:
            self._kept, self._kept_end = "", 0
