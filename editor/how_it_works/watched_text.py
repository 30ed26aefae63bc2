"""The document in the window that shows the panel, wherever the person goes."""

from PySide6.QtCore import QObject, Signal, Slot

from editor.page.page_marks import PageMarks, Span
from editor.page.text_edit import TextEdit


class WatchedText(QObject):
    """What pages know of the document.

    Signals:
        changed(): another document, or its text is another.
        moved(): the caret is elsewhere, or the text was typed.
        scrolled(): other lines are on the screen.
    """

    changed = Signal()
    moved = Signal()
    scrolled = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._edit: TextEdit | None = None
        self._marks: PageMarks | None = None

    def watch(self, text_edit: TextEdit | None, marks: PageMarks | None) -> None:
        """Look at another page from now on, or at none."""
        if text_edit is self._edit:
            return
        if self._edit is not None:
            self._edit.textChanged.disconnect(self._on_text_changed)
            self._edit.caret_moved.disconnect(self._on_caret_moved)
            self._edit.verticalScrollBar().valueChanged.disconnect(self._on_scrolled)
        self.tint({})
        self._edit, self._marks = text_edit, marks
        if text_edit is not None:
            text_edit.textChanged.connect(self._on_text_changed)
            text_edit.caret_moved.connect(self._on_caret_moved)
            text_edit.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.changed.emit()
        self.moved.emit()

    @property
    def is_there(self) -> bool:
        """Whether there is a document."""
        return self._edit is not None

    def context(self) -> str:
        """Return the last part of the text before the caret."""
        return self._edit.context() if self._edit is not None else ""

    def text(self) -> str:
        """Return the whole text."""
        return self._edit.text() if self._edit is not None else ""

    def visible(self) -> Span:
        """Return the first and last place on the screen, in the document's own units (UTF-16)."""
        return self._marks.visible() if self._marks is not None else (0, 0)

    def go_to(self, position: int) -> None:
        """Put the caret at a place, in the document's own units."""
        if self._edit is None:
            return
        cursor = self._edit.textCursor()
        cursor.setPosition(min(position, self._edit.document().characterCount() - 1))
        self._edit.setTextCursor(cursor)
        self._edit.centerCursor()

    def tint(self, spans: dict[int, list[Span]]) -> None:
        """Colour the page: a list of spans for each strength from 1; nothing else stays coloured."""
        if self._marks is not None:
            self._marks.show_tints(spans)

    @Slot()
    def _on_text_changed(self) -> None:
        self.changed.emit()
        self.moved.emit()

    @Slot()
    def _on_caret_moved(self) -> None:
        self.moved.emit()

    @Slot()
    def _on_scrolled(self) -> None:
        self.scrolled.emit()
