"""Changes of many places at once, such as Replace all: neither they nor taking them back moves caret and view."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QPlainTextEdit

from editor.page.soft_breaks import SoftBreaks

Sight = tuple[int, int]
"""Where the caret is, an offset of the text, and what the page is scrolled to."""


class WideChanges(QObject):
    """Knows which steps of undo are such changes, and what was seen before and after each."""

    def __init__(self, edit: QPlainTextEdit, breaks: SoftBreaks) -> None:
        super().__init__(edit)
        self._edit = edit
        self._breaks = breaks
        self._sights: dict[int, tuple[Sight, Sight]] = {}
        # A new step takes the place of one that was undone.
        edit.document().undoCommandAdded.connect(self._on_step_added)

    @contextmanager
    def change(self) -> Iterator[None]:
        """Let what is changed inside, as one step, be such a change."""
        steps, before = self._document.availableUndoSteps(), self.sight()
        yield
        self.see((self.sight()[0], before[1]))
        if self._document.availableUndoSteps() > steps:
            self._sights[self._document.availableUndoSteps()] = before, self.sight()

    def undo(self, undo: Callable[[], None]) -> None:
        """Undo; after a wide change with caret and view as before it, or where the person has put them since."""
        sights, now = self._sights.get(self._document.availableUndoSteps()), self.sight()
        undo()
        if sights is not None:
            before, after = sights
            self.see((before[0] if now[0] == after[0] else now[0], before[1] if now[1] == after[1] else now[1]))

    def redo(self, redo: Callable[[], None]) -> None:
        """Redo; a wide change with caret and view as they were after it, or where the person has put them since."""
        now = self.sight()
        redo()
        sights = self._sights.get(self._document.availableUndoSteps())
        if sights is not None:
            before, after = sights
            self.see((after[0] if now[0] == before[0] else now[0], after[1] if now[1] == before[1] else now[1]))

    def sight(self) -> Sight:
        """Return what is seen now."""
        return self._breaks.offset(self._edit.textCursor().position()), self._edit.verticalScrollBar().value()

    def see(self, sight: Sight) -> None:
        """Put caret and view there."""
        caret, top = sight
        cursor = self._edit.textCursor()
        cursor.setPosition(min(self._breaks.position(caret), self._document.characterCount() - 1))
        self._edit.setTextCursor(cursor)
        self._edit.verticalScrollBar().setValue(top)

    @Slot()
    def _on_step_added(self) -> None:
        if self._sights:
            steps = self._document.availableUndoSteps()
            self._sights = {step: sights for step, sights in self._sights.items() if step < steps}

    @property
    def _document(self) -> QTextDocument:
        return self._edit.document()
