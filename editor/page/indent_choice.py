"""How one document is indented: as its person chose for it, else as its lines are, else as the preferences say."""

from collections.abc import Iterator

from PySide6.QtCore import QObject, Signal, Slot

from editor.page.text_edit import TextEdit
from editor.page.text_surface import Edit, EditKind
from editor.settings.indentation import Indentation, detected_step

# A file says in its beginning how it is indented.
_ASKED_LINES = 2000
_ASKED_CHARS = 200_000


class IndentChoice(QObject):
    """The one owner of a document's indentation.

    Signals:
        changed(Indentation): Tab, Backspace and the lines' commands mean something else now.
    """

    changed = Signal(object)

    def __init__(self, text_edit: TextEdit, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._edit = text_edit
        self._usual = Indentation()
        self._detects = True
        self._seen: int | None = None
        self._chosen: Indentation | None = None
        text_edit.edited.connect(self._on_edited)

    @property
    def indentation(self) -> Indentation:
        """What holds for the document."""
        if self._chosen is not None:
            return self._chosen
        spaces = self._seen if self._detects and self._seen is not None else self._usual.spaces
        return Indentation(spaces, self._usual.tab_width)

    def set_usual(self, usual: Indentation, *, detects: bool) -> None:
        """Indent documents as `usual` says; with `detects` only those whose lines say nothing."""
        before = self.indentation
        self._usual, self._detects = usual, detects
        self._announce(before)

    def choose(self, indentation: Indentation) -> None:
        """Indent this document so, whatever its lines or the preferences say."""
        before = self.indentation
        self._chosen = indentation
        self._announce(before)

    @Slot(object)
    def _on_edited(self, edit: Edit) -> None:
        if edit.kind is EditKind.LOADED:
            before = self.indentation
            self._seen = detected_step(self._lines())
            self._announce(before)

    def _announce(self, before: Indentation) -> None:
        if self.indentation != before:
            self.changed.emit(self.indentation)

    def _lines(self) -> Iterator[str]:
        block, characters = self._edit.document().firstBlock(), 0
        for _ in range(_ASKED_LINES):
            if not block.isValid() or characters > _ASKED_CHARS:
                return
            characters += block.length()
            if block.length() <= _ASKED_CHARS:
                yield block.text()
            block = block.next()
