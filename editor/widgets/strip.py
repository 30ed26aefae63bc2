"""A strip under the page: a sentence, and buttons for what can be done about it."""

from collections.abc import Callable

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from editor.widgets.buttons import push_button
from editor.widgets.labels import sentence_label


class Strip(QFrame):
    """The frame of such a strip.

    Attributes:
        sentence: the label with what is said.
    """

    def __init__(self, object_name: str, accessible_name: str, parent: QWidget | None = None) -> None:
        """The style sheet knows the strip by `object_name`, screen readers by `accessible_name`."""
        super().__init__(parent)
        self.setObjectName(object_name)
        self.setAccessibleName(accessible_name)
        self.sentence = sentence_label()
        self.sentence.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(14, 7, 10, 7)
        self._row.addWidget(self.sentence, 1)

    def add_button(self, text: str, clicked: Callable[..., object] | SignalInstance, tip: str = "") -> QPushButton:
        """Add a button at the right; return it."""
        button = push_button(text, clicked, tip)
        self._row.addWidget(button)
        return button
