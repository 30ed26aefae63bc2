"""The strip under the page that shows what the model writes on, before any of it belongs to the document."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QTextCursor
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from editor.translation import QT_TR_NOOP, tr

_LENGTHS = ((QT_TR_NOOP("A sentence"), 60), (QT_TR_NOOP("A paragraph"), 400), (QT_TR_NOOP("A page"), 1800))
_FIRST_LENGTH = 1
# In hundredths, as the slider counts.
_LEAST_TEMPERATURE, _FIRST_TEMPERATURE, _GREATEST_TEMPERATURE = 20, 90, 150
_TEMPERATURE_STEP = 10
_LINES = 7


class WritingPanel(QFrame):
    """A preview in the ghost's colour, and what steers it.

    Signals:
        accepted(): the text shall go into the document.
        discarded(): the text shall go.
        stopped(): no more of it.
        another_wanted(): write something else.
        changed(): length or temperature are others now.
    """

    accepted = Signal()
    discarded = Signal()
    stopped = Signal()
    another_wanted = Signal()
    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("writingPanel")
        self.setAccessibleName(tr("Continued writing"))
        self._preview = QPlainTextEdit(self)
        self._preview.setObjectName("writingPreview")
        self._preview.setAccessibleName(tr("Preview of the continued text"))
        self._preview.setReadOnly(True)
        self._preview.setTabChangesFocus(True)
        # Other letters than those of the menus and of the find bar.
        self._insert = self._button(tr("&Insert"), self.accepted, tr("Put the text into the document (Enter)"))
        self._insert.setObjectName("insert")
        self._another = self._button(
            tr("An&other"), self.another_wanted, tr("Write something else from the same place")
        )
        self._stop = self._button(tr("S&top"), self.stopped, tr("Keep what there is and write no more"))
        self._discard = self._button(tr("&Discard"), self.discarded, tr("Close without a trace (Esc)"))
        self._length = QComboBox(self)
        self._length.setAccessibleName(tr("How much to write"))
        for label, characters in _LENGTHS:
            self._length.addItem(tr(label), characters)
        self._length.setCurrentIndex(_FIRST_LENGTH)
        self._temperature = QSlider(Qt.Orientation.Horizontal, self)
        self._temperature.setAccessibleName(tr("Temperature, in hundredths"))
        self._temperature.setToolTip(tr("Low: the most likely words. High: more surprising ones, and more mistakes"))
        self._temperature.setRange(_LEAST_TEMPERATURE, _GREATEST_TEMPERATURE)
        self._temperature.setSingleStep(_TEMPERATURE_STEP)
        self._temperature.setPageStep(_TEMPERATURE_STEP)
        self._temperature.setMinimumWidth(90)
        # A drag changes the text once, where it ends.
        self._temperature.setTracking(False)
        self._temperature.setValue(_FIRST_TEMPERATURE)
        self._value = QLabel(self)
        self._state = QLabel(self)
        self._lay_out()
        self._show_temperature(_FIRST_TEMPERATURE)
        self._length.currentIndexChanged.connect(self._on_changed)
        self._temperature.valueChanged.connect(self._on_changed)
        self._temperature.sliderMoved.connect(self._show_temperature)
        self.hide()

    @property
    def length(self) -> int:
        """How many characters are wanted."""
        return int(self._length.currentData())

    @property
    def temperature(self) -> float:
        """How freely to write."""
        return self._temperature.value() / 100

    def text(self) -> str:
        """Return the preview's text."""
        return self._preview.toPlainText()

    def set_page_font(self, font: QFont) -> None:
        """Write the preview in the page's font."""
        self._preview.setFont(font)
        height = QFontMetricsF(font).lineSpacing() * _LINES + 2 * self._preview.document().documentMargin() + 14
        self._preview.setFixedHeight(int(height))

    def open(self) -> None:
        """Show the strip, empty, with the focus in it."""
        self._preview.clear()
        self.show()
        self._insert.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def clear(self) -> None:
        """Empty the preview."""
        self._preview.clear()

    def append(self, text: str) -> None:
        """Show more text; the view stays where the person reads: the text comes faster than that."""
        cursor = QTextCursor(self._preview.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.insertText(text)

    def show_state(self, sentence: str, *, is_writing: bool) -> None:
        """Say what goes on."""
        self._state.setText(sentence)
        self._state.setToolTip(sentence)
        self._stop.setEnabled(is_writing)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.discarded.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focused = self.focusWidget()
            if isinstance(focused, QPushButton):
                focused.click()
            else:
                self.accepted.emit()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _on_changed(self) -> None:
        self._show_temperature(self._temperature.value())
        self.changed.emit()

    @Slot(int)
    def _show_temperature(self, hundredths: int) -> None:
        self._value.setText(f"{hundredths / 100:.1f}")

    def _button(self, text: str, signal: object, tip: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        button.setToolTip(tip)
        button.clicked.connect(signal)
        return button

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self._insert, self._another, self._stop, self._discard):
            row.addWidget(button)
        row.addSpacing(8)
        row.addWidget(self._length)
        row.addSpacing(8)
        label = QLabel(tr("Temperat&ure"), self)
        label.setBuddy(self._temperature)
        row.addWidget(label)
        row.addWidget(self._temperature)
        row.addWidget(self._value)
        # What goes on is worth no wider window.
        self._state.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._state.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._state, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 8)
        layout.setSpacing(8)
        layout.addWidget(self._preview)
        layout.addLayout(row)
