"""The line that tells a newcomer what the keys of the first ghost are, once."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from editor.settings.preferences import Preferences
from editor.settings.shortcuts import Command, keys
from editor.translation import tr


class FirstHint(QFrame):
    """Appears with the first ghost and goes for good with the first that is taken, or when the person says so.

    Signals:
        learned(): the person knows the keys now.
    """

    learned = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("firstHint")
        self.setAccessibleName(tr("Hint"))
        # Until the preferences say otherwise.
        self._is_known = True
        self._text = QLabel(self)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self.button = QPushButton(tr("Got it"), self)
        self.button.setAccessibleDescription(tr("Do not show this hint again"))
        # The keys belong to the page, whose ghost a change of focus would take away.
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.button.clicked.connect(self._on_learned)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 6, 10, 6)
        layout.addWidget(self._text, 1)
        layout.addWidget(self.button)
        self.hide()

    def text(self) -> str:
        """Return what the hint says."""
        return self._text.text()

    def coming_px(self) -> int:
        """Return how high the hint will be when it appears, 0 when it is there or will not."""
        if self._is_known or not self.isHidden():
            return 0
        parent = self.parentWidget()
        layout = self.layout()
        return layout.totalHeightForWidth(parent.width()) if layout is not None and parent is not None else 0

    def apply(self, preferences: Preferences) -> None:
        """Name the keys as they are, and stay away where they are known."""
        self._is_known = preferences.hint_seen
        if self._is_known:
            self.hide()
        chosen = keys(preferences.keys)
        take, word, dismiss = (
            QKeySequence(chosen[command]).toString(QKeySequence.SequenceFormat.NativeText)
            for command in (Command.TAKE_ALL, Command.TAKE_WORD, Command.DISMISS)
        )
        if preferences.held_only:
            hint = tr(
                "A suggestion is shown while you hold {key}: {take} or End takes it, Right one word of it. "
                "Or just type on."
            )
            self._text.setText(hint.format(key=tr(preferences.held_key), take=take))
            return
        hint = tr(
            "A suggestion stands after the caret: {take} takes it, {word} one word of it, {dismiss} dismisses it. "
            "Or just type on."
        )
        self._text.setText(hint.format(take=take, word=word, dismiss=dismiss))

    @Slot()
    def on_ghost_appeared(self) -> None:
        """Show the hint to somebody who sees a ghost for the first time."""
        if not self._is_known:
            self.show()

    @Slot()
    def on_taken(self) -> None:
        """Somebody who takes a suggestion knows how."""
        if not self._is_known:
            self._on_learned()

    @Slot()
    def _on_learned(self) -> None:
        self._is_known = True
        self.hide()
        self.learned.emit()
