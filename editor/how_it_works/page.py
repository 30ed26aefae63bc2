"""What all pages of the panel have: a title, a few plain sentences, and room below them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from editor.translation import tr


class LessonPage(QWidget):
    """One page; it is told when it is shown and when it is hidden."""

    title = ""
    introduction = ""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.page_layout = QVBoxLayout(self)
        self.page_layout.setContentsMargins(16, 4, 16, 12)
        self.page_layout.setSpacing(8)
        self.page_layout.addWidget(explanation(tr(self.introduction)))

    def begin(self) -> None:
        """Start what is shown; the page is on the screen now."""

    def end(self) -> None:
        """Leave nothing running or marked; the page is no longer on the screen."""

    def stop(self) -> None:
        """Leave nothing behind; the program ends."""


def explanation(text: str) -> QLabel:
    """Return a paragraph in the quiet colour."""
    label = QLabel(text)
    label.setObjectName("explanation")
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
