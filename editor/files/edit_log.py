"""The edits of a page since it was last asked, as lines that can be written beside a text and replayed on it.

The journal of a large text is written once as a whole; after that a second of typing costs one line.
"""

import json

from PySide6.QtCore import QObject, Slot

from editor.page.soft_breaks import Replacement, SoftBreaks

# A longer text is better written with the whole.
_LONGEST_ADDED = 50_000
_MOST_EDITS = 2000


class EditLog(QObject):
    """Collects the edits of one page; lives on the GUI thread."""

    def __init__(self, breaks: SoftBreaks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._breaks = breaks
        self._edits: list[Replacement] | None = []
        self._length = breaks.text_length()
        breaks.replaced.connect(self._on_replaced)

    def take(self) -> bytes | None:
        """Return the edits since the last call and forget them; None when only the whole text can tell what happened.

        Each is a line of JSON: offset, number of UTF-16 units removed, text that took their place.
        """
        edits, self._edits = self._edits, []
        before, self._length = self._length, self._breaks.text_length()
        if edits is None or before + sum(edit.grown for edit in edits) != self._length:
            return None
        lines = (json.dumps([edit.offset, edit.removed, edit.added]) for edit in edits)
        return "".join(f"{line}\n" for line in lines).encode()

    @Slot(object)
    def _on_replaced(self, edit: Replacement | None) -> None:
        if self._edits is None:
            return
        if edit is None or len(edit.added) > _LONGEST_ADDED or len(self._edits) >= _MOST_EDITS:
            self._edits = None
            return
        last = self._edits[-1] if self._edits else None
        if last is not None and not edit.removed and edit.offset == last.end and len(last.added) < _LONGEST_ADDED:
            self._edits[-1] = Replacement(last.offset, last.removed, last.added + edit.added)
        else:
            self._edits.append(edit)


def replayed(text: str, lines: bytes) -> str:
    """Return `text` after the edits in `lines`; what cannot be read, as a line that a crash cut off, ends them."""
    data = bytearray(text.encode("utf-16-le", "surrogatepass"))
    for line in lines.split(b"\n")[:-1]:
        try:
            offset, removed, added = json.loads(line)
            new = added.encode("utf-16-le", "surrogatepass")
            is_possible = 0 <= offset <= offset + removed <= len(data) // 2
        except (ValueError, TypeError, AttributeError):
            break
        if not is_possible:
            break
        data[2 * offset : 2 * (offset + removed)] = new
    return data.decode("utf-16-le", "surrogatepass")
