"""A strip of three words under the page, the best in the middle, each with its key."""

from collections.abc import Mapping

from PySide6.QtCore import QPoint, QRect, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QStyle, QWidget

from editor.process.timers import single_shot
from editor.settings.shortcuts import Command
from editor.suggestions.suggestion_controller import BAR_COMMANDS, BAR_ORDER
from editor.translation import tr
from lm.model.suggestion import SuggestedEdit

# Between a key and its answer words of which none fits any more stay on the screen, not on their keys, so that the
# strip does not blink: for a few milliseconds, and on a busy machine for no longer than this.
_LINGER_MS = 600
_BEST_PLACE = BAR_ORDER.index(0)
_KEY_MARGIN_PX = 8


class SuggestionBar(QFrame):
    """Three buttons of equal width and fixed height.

    Signals:
        word_chosen(int): the button at this place, 0 to 2 from the left, was clicked.
    """

    word_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("suggestionBar")
        self.setAccessibleName(tr("Suggested words"))
        self._words: tuple[SuggestedEdit, ...] = ()
        self._linger = single_shot(self, _LINGER_MS, self._write)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 5, 12, 5)
        layout.setSpacing(6)
        self._buttons: list[_WordButton] = []
        for place in range(len(BAR_ORDER)):
            if place:
                layout.addWidget(self._divider())
            button = _WordButton(self)
            button.setObjectName("best" if place == _BEST_PLACE else "other")
            button.clicked.connect(self._on_clicked)
            layout.addWidget(button, 1)
            self._buttons.append(button)
        self._alternative = QLabel(self)
        self._alternative.setObjectName("alternative")
        self._alternative.setAccessibleName(tr("Alternative"))
        self._alternative.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        # Its place is kept: the words stand still when it comes and goes.
        layout.addWidget(self._alternative)
        self._keep_alternatives_room()
        self._write()

    def words(self) -> list[str]:
        """Return the words as they stand, left to right."""
        return [button.word for button in self._buttons]

    def alternative(self) -> str:
        """Return which alternative is said to be on show, such as "1/3", "" for none."""
        return self._alternative.text()

    def keys(self) -> list[str]:
        """Return the keys that stand beside the words, left to right, "" where none does."""
        return [button.shown_key for button in self._buttons]

    def set_keys(self, keys: Mapping[Command, str]) -> None:
        """Name the keys that take the words, by their portable names."""
        for button, command in zip(self._buttons, BAR_COMMANDS, strict=True):
            button.set_key(QKeySequence(keys[command]).toString(QKeySequence.SequenceFormat.NativeText))
        self._write()

    @Slot(object)
    def set_words(self, words: tuple[SuggestedEdit, ...]) -> None:
        """Show words, best first; no words empty the strip when the answer is there."""
        self._words = words
        if words:
            self._linger.stop()
            self._write()
        elif not self._linger.isActive():
            self._linger.start()

    @Slot()
    def on_settled(self) -> None:
        """Show what there is: no answer is to come."""
        if self._linger.isActive():
            self._linger.stop()
            self._write()

    @Slot(int, int)
    def set_alternative(self, place: int, count: int) -> None:
        """Say which of how many ghosts is on show; 0 of 0 says nothing."""
        self._alternative.setText(f"{place}/{count}" if count else "")
        said = tr("Suggestion {place} of {count} is on show").format(place=place, count=count)
        self._alternative.setToolTip(said if count else "")

    @Slot()
    def _on_clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, _WordButton):
            self.word_chosen.emit(self._buttons.index(sender))

    @Slot()
    def _write(self) -> None:
        for place, button in enumerate(self._buttons):
            rank = BAR_ORDER[place]
            button.show_word(self._words[rank] if rank < len(self._words) else None)

    def _keep_alternatives_room(self) -> None:
        self._alternative.setMinimumWidth(self.fontMetrics().horizontalAdvance("0/0") + 2)

    def _divider(self) -> QFrame:
        divider = QFrame(self)
        divider.setObjectName("divider")
        divider.setFixedSize(1, 16)
        return divider


class _WordButton(QPushButton):
    """One word, in the middle, and its key at the end, where there is room for both.

    Attributes:
        word: what taking it writes, "" for none.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.word = ""
        self._key = ""
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._hint = QLabel(self)
        self._hint.setObjectName("key")
        self._hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    @property
    def shown_key(self) -> str:
        """The key beside the word, "" where it is not shown."""
        return self._key if self._hint.isVisibleTo(self) else ""

    def set_key(self, key: str) -> None:
        """Name the key, by its native name."""
        self._key = key
        self._hint.setText(key)

    def show_word(self, word: SuggestedEdit | None) -> None:
        """Show a word, a correction beside the letters that it takes the place of; None empties the button."""
        self.word = word.shown if word is not None else ""
        is_correction = word is not None and word.is_correction
        typed = word.shown.removesuffix(word.insert) + word.replaced if word is not None else ""
        text = f"{typed} → {self.word}" if is_correction else self.word
        font = self.font()
        if font.italic() != is_correction:
            font.setItalic(is_correction)
            self.setFont(font)
        self.setText(text.replace("&", "&&"))
        self.setEnabled(bool(text))
        said = tr("Take “{word}” instead of “{typed}”: {key}") if is_correction else tr("Take “{word}”: {key}")
        self.setToolTip(said.format(word=self.word, typed=typed, key=self._key) if text else "")
        self.setAccessibleName(text or tr("no word"))
        self._place_hint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_hint()

    def _place_hint(self) -> None:
        # In no layout: the strip must not change its height, or the page would move.
        hint = self._hint.sizeHint()
        word = self.fontMetrics().horizontalAdvance(self.text())
        self._hint.setVisible(bool(self.word) and word + 2 * (hint.width() + 2 * _KEY_MARGIN_PX) <= self.width())
        place = QRect(QPoint(self.width() - hint.width() - _KEY_MARGIN_PX, (self.height() - hint.height()) // 2), hint)
        self._hint.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), place))
