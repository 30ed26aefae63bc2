"""Find and replace, with regular expressions, in a strip under the page."""

import re

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QLabel, QLineEdit, QPushButton, QWidget

from editor.text_edit import TextEdit


class FindBar(QFrame):
    """Searches the page's text, never the ghost.

    Signals:
        closed(): the person is done; the focus belongs to the page again.
    """

    closed = Signal()

    def __init__(self, text_edit: TextEdit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findBar")
        self._edit = text_edit
        self.needle = QLineEdit(self)
        self.needle.setPlaceholderText("Find")
        self.needle.setAccessibleName("Find")
        self.replacement = QLineEdit(self)
        self.replacement.setPlaceholderText("Replace with")
        self.replacement.setAccessibleName("Replace with")
        self.is_regex = QCheckBox("Regular e&xpression", self)
        self.is_case = QCheckBox("Match &case", self)
        self.outcome = QLabel(self)
        layout = QGridLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.addWidget(self.needle, 0, 0)
        layout.addWidget(self.replacement, 1, 0)
        layout.addWidget(self._button("&Next", self.find_next), 0, 1)
        layout.addWidget(self._button("&Previous", self.find_previous), 0, 2)
        layout.addWidget(self._button("&Replace", self.replace), 1, 1)
        layout.addWidget(self._button("Replace &all", self.replace_all), 1, 2)
        layout.addWidget(self.is_regex, 0, 3)
        layout.addWidget(self.is_case, 1, 3)
        layout.addWidget(self.outcome, 0, 4)
        layout.addWidget(self._button("Close", self._close), 1, 4)
        layout.setColumnStretch(0, 1)
        self.needle.returnPressed.connect(self.find_next)
        self.replacement.returnPressed.connect(self.replace)

    def open(self) -> None:
        """Show the strip and search for what is selected."""
        selected = self._edit.textCursor().selectedText()
        if selected and "\u2029" not in selected:
            self.needle.setText(re.escape(selected) if self.is_regex.isChecked() else selected)
        self.show()
        self.needle.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.needle.selectAll()

    @Slot()
    def find_next(self) -> None:
        """Select the next match after the caret, from the top again at the end."""
        cursor = self._edit.textCursor()
        self._select_from(cursor.selectionEnd(), is_forward=True)

    @Slot()
    def find_previous(self) -> None:
        """Select the match before the caret, from the end again at the top."""
        cursor = self._edit.textCursor()
        self._select_from(cursor.selectionStart(), is_forward=False)

    @Slot()
    def replace(self) -> None:
        """Replace the selected match and go to the next."""
        cursor = self._edit.textCursor()
        for match in self._matches() or ():
            start, end = self._positions(match)
            if cursor.hasSelection() and (start, end) == (cursor.selectionStart(), cursor.selectionEnd()):
                new = self._expanded(match)
                if new is not None:
                    cursor.insertText(new)
                    self._edit.setTextCursor(cursor)
                break
        self.find_next()

    @Slot()
    def replace_all(self) -> None:
        """Replace every match, as one undo step."""
        matches = self._matches()
        if matches is None:
            return
        changes = []
        for match in matches:
            new = self._expanded(match)
            if new is None:
                return
            changes.append((*self._positions(match), new))
        cursor = QTextCursor(self._edit.document())
        cursor.beginEditBlock()
        for start, end, new in reversed(changes):
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText(new)
        cursor.endEditBlock()
        self.outcome.setText(f"{len(changes)} replaced")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._close()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _close(self) -> None:
        self.hide()
        self.closed.emit()

    def _button(self, text: str, slot: object) -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        button.clicked.connect(slot)
        return button

    def _matches(self) -> list[re.Match[str]] | None:
        needle = self.needle.text()
        if not needle:
            self.outcome.setText("")
            return None
        flags = re.MULTILINE | (0 if self.is_case.isChecked() else re.IGNORECASE)
        try:
            pattern = re.compile(needle if self.is_regex.isChecked() else re.escape(needle), flags)
        except re.error as exc:
            self.outcome.setText(f"no regular expression: {exc}")
            return None
        matches = [match for match in pattern.finditer(self._edit.text()) if match.group()]
        self.outcome.setText(f"{len(matches)} found" if matches else "not found")
        return matches

    def _select_from(self, position: int, *, is_forward: bool) -> None:
        found = [self._positions(match) for match in self._matches() or ()]
        if not found:
            return
        if is_forward:
            start, end = next((span for span in found if span[0] >= position), found[0])
        else:
            start, end = next((span for span in reversed(found) if span[1] <= position), found[-1])
        cursor = self._edit.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self._edit.setTextCursor(cursor)
        self._edit.ensureCursorVisible()

    def _positions(self, match: re.Match[str]) -> tuple[int, int]:
        # Qt counts UTF-16 units, Python characters: they differ by the characters beyond the BMP before a place.
        text = match.string
        start = match.start() + _astral(text[: match.start()])
        return start, start + len(match.group()) + _astral(match.group())

    def _expanded(self, match: re.Match[str]) -> str | None:
        if not self.is_regex.isChecked():
            return self.replacement.text()
        try:
            return match.expand(self.replacement.text())
        except (re.error, IndexError) as exc:
            self.outcome.setText(f"the replacement makes no sense: {exc}")
            return None


def _astral(text: str) -> int:
    return 0 if text.isascii() else sum(1 for char in text if ord(char) > 0xFFFF)
