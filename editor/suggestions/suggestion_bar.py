"""A strip of three words under the page, the best in the middle."""

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from editor.suggestions.suggestion_controller import BAR_ORDER
from editor.translation import tr

# Between a key and its answer the old words stay this long, so that the strip does not blink.
_LINGER_MS = 250
_BEST_PLACE = BAR_ORDER.index(0)


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
        self._words: tuple[str, ...] = ()
        self._linger = QTimer(self)
        self._linger.setSingleShot(True)
        self._linger.setInterval(_LINGER_MS)
        self._linger.timeout.connect(self._write)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 5, 12, 5)
        layout.setSpacing(6)
        self._buttons: list[QPushButton] = []
        for place in range(len(BAR_ORDER)):
            if place:
                layout.addWidget(self._divider())
            button = QPushButton(self)
            button.setObjectName("best" if place == _BEST_PLACE else "other")
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            button.clicked.connect(self._on_clicked)
            layout.addWidget(button, 1)
            self._buttons.append(button)
        self._write()

    def words(self) -> list[str]:
        """Return the words as they stand, left to right."""
        return [str(button.property("word")) for button in self._buttons]

    @Slot(object)
    def set_words(self, words: tuple[str, ...]) -> None:
        """Show words, best first; no words empty the strip after a moment."""
        self._words = words
        if words:
            self._linger.stop()
            self._write()
        elif not self._linger.isActive():
            self._linger.start()

    @Slot()
    def _on_clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, QPushButton):
            self.word_chosen.emit(self._buttons.index(sender))

    @Slot()
    def _write(self) -> None:
        for place, button in enumerate(self._buttons):
            rank = BAR_ORDER[place]
            word = self._words[rank] if rank < len(self._words) else ""
            button.setProperty("word", word)
            button.setText(word.replace("&", "&&"))
            button.setEnabled(bool(word))
            button.setToolTip(tr("Take “{word}”: Ctrl+{number}").format(word=word, number=place + 1) if word else "")
            button.setAccessibleName(word or tr("no word"))

    def _divider(self) -> QFrame:
        divider = QFrame(self)
        divider.setObjectName("divider")
        divider.setFixedSize(1, 16)
        return divider
