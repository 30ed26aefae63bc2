"""The side of the page that a document's lines begin at: the right one when its first letter is Hebrew or Arabic."""

import unicodedata

from PySide6.QtCore import QObject, Qt, Slot

from editor.page.text_edit import TextEdit
from editor.page.text_surface import Edit

# A first letter further down decides nothing.
_ASKED_CHARS = 500


class TextDirection(QObject):
    """Aligns one page.

    Each line reads in its own direction whatever this does; but Qt's plain pages know one alignment for all lines.
    """

    def __init__(self, text_edit: TextEdit, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._edit = text_edit
        self._is_asked = True
        text_edit.edited.connect(self._on_edited)
        text_edit.textChanged.connect(self._on_text_changed)

    @Slot(object)
    def _on_edited(self, edit: Edit) -> None:
        self._is_asked = edit.position < _ASKED_CHARS

    @Slot()
    def _on_text_changed(self) -> None:
        if self._is_asked:
            option = self._edit.document().defaultTextOption()
            sides = Qt.AlignmentFlag
            side = sides.AlignRight if begins_at_right(self._edit.beginning(_ASKED_CHARS)) else sides.AlignLeft
            if option.alignment() != side:
                option.setAlignment(side)
                self._edit.document().setDefaultTextOption(option)


def begins_at_right(text: str) -> bool:
    """Tell whether the first letter of a text belongs to a script that is written from the right."""
    for char in text:
        direction = unicodedata.bidirectional(char)
        if direction in ("L", "R", "AL"):
            return direction != "L"
    return False
