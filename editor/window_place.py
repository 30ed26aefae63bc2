"""Where a window stood and what it showed: file, caret, scroll place, geometry."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QByteArray, QPoint
from PySide6.QtGui import QTextCursor

from editor.editor_window import EditorWindow


@dataclass(frozen=True, slots=True)
class WindowPlace:
    """One window of a session.

    Attributes:
        path: the file in it; None for a text without a file.
        caret, anchor: the ends of the selection, in UTF-16 units from the text's beginning; equal without one.
        top_line: the paragraph at the top of the page, from 0.
        geometry: what Qt says of the window on its screens, in base64.
    """

    path: Path | None
    caret: int = 0
    anchor: int = 0
    top_line: int = 0
    geometry: str = ""


def place_of(window: EditorWindow) -> WindowPlace:
    """Return where a window is now."""
    cursor = window.text_edit.textCursor()
    return WindowPlace(
        window.session.path if window.session.is_on_disk else None,
        cursor.position(),
        cursor.anchor(),
        window.text_edit.cursorForPosition(QPoint(0, 0)).blockNumber(),
        bytes(window.main_window.saveGeometry().toBase64().data()).decode("ascii"),
    )


def put(window: EditorWindow, place: WindowPlace) -> None:
    """Bring a window that is on the screen to `place`, as far as its text and its screens still allow."""
    if place.geometry:
        # Qt keeps a window on a screen that is there; what is no geometry it leaves alone.
        window.main_window.restoreGeometry(QByteArray.fromBase64(place.geometry.encode("ascii")))
    edit = window.text_edit
    last = edit.document().characterCount() - 1
    cursor = QTextCursor(edit.document())
    cursor.setPosition(min(place.anchor, last))
    cursor.setPosition(min(place.caret, last), QTextCursor.MoveMode.KeepAnchor)
    edit.setTextCursor(cursor)
    top = edit.document().findBlockByNumber(min(place.top_line, edit.blockCount() - 1))
    edit.verticalScrollBar().setValue(top.firstLineNumber())
