"""Where a window stood and what it showed: its documents, their carets and scroll places, its geometry."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QTextCursor

from editor.window.document_tab import DocumentTab
from editor.window.editor_window import EditorWindow


@dataclass(frozen=True, slots=True)
class TabPlace:
    """One document of a window.

    Attributes:
        path: its file; None for a text without a file.
        caret, anchor: the ends of the selection, in UTF-16 units from the text's beginning; equal without one.
        top_line: the paragraph at the top of the page, from 0.
    """

    path: Path | None
    caret: int = 0
    anchor: int = 0
    top_line: int = 0


@dataclass(frozen=True, slots=True)
class WindowPlace:
    """One window of a session.

    Attributes:
        tabs: its documents, from the left.
        current: which of them was in front, from 0.
        geometry: what Qt says of the window on its screens, in base64.
    """

    tabs: tuple[TabPlace, ...]
    current: int = 0
    geometry: str = ""


def place_of_tab(tab: DocumentTab) -> TabPlace:
    """Return where a document is now."""
    cursor, breaks = tab.text_edit.textCursor(), tab.text_edit.breaks
    return TabPlace(
        tab.session.path if tab.session.is_on_disk else None,
        breaks.offset(cursor.position()),
        breaks.offset(cursor.anchor()),
        breaks.line_number(tab.text_edit.firstVisibleBlock()),
    )


def place_of(window: EditorWindow) -> WindowPlace:
    """Return where a window is now."""
    tabs = window.tabs.all()
    return WindowPlace(
        tuple(place_of_tab(tab) for tab in tabs),
        tabs.index(window.tab),
        bytes(window.main_window.saveGeometry().toBase64().data()).decode("ascii"),
    )


def put_tab(tab: DocumentTab, place: TabPlace) -> None:
    """Bring a document that is on the screen to `place`, as far as its text still allows."""
    edit = tab.text_edit
    last = edit.document().characterCount() - 1
    cursor = QTextCursor(edit.document())
    cursor.setPosition(min(edit.breaks.position(place.anchor), last))
    cursor.setPosition(min(edit.breaks.position(place.caret), last), QTextCursor.MoveMode.KeepAnchor)
    edit.setTextCursor(cursor)
    top = edit.breaks.line_block(min(place.top_line, edit.breaks.line_count() - 1))
    edit.verticalScrollBar().setValue(top.firstLineNumber())


def put(window: EditorWindow, geometry: str) -> None:
    """Bring a window that is on the screen to where it was, as far as its screens still allow."""
    if geometry:
        # Qt keeps a window on a screen that is there; what is no geometry it leaves alone.
        window.main_window.restoreGeometry(QByteArray.fromBase64(geometry.encode("ascii")))
