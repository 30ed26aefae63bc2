"""The status bar: the model in use, whether suggestions are on, their latency, the caret's place, counts, format."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMenu, QStatusBar, QToolButton, QWidget

from editor.translation import tr

_MESSAGE_MS = 6000


class StatusLine(QStatusBar):
    """Labels in a fixed order; passing messages stand at the left."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Status"))
        self.setSizeGripEnabled(False)
        self._model = self._label(tr("Model"))
        self.switch = self._button(tr("Suggestions"), tr("Suggestions; a click switches them"), is_right=False)
        self._learning = self._label(tr("Learning"))
        self._latency = self._label(tr("Latency of the last suggestion"))
        self._demo = self._label(tr("Demo"))
        self._caret = self._label(tr("Line and column"), is_right=True)
        self.words = self._button(tr("Words"), "")
        self._indent = self._button(tr("Indentation"), tr("What the lines are indented with; a click changes it"))
        self._format = self._button(
            tr("Encoding and line ending"), tr("Encoding and line ending; a click changes them")
        )
        self._learning.hide()
        self._demo.hide()

    def say(self, sentence: str) -> None:
        """Show a passing message."""
        self.showMessage(sentence, _MESSAGE_MS)

    def show_model(self, name: str, failure: str) -> None:
        """Name the model, or say why there is none."""
        if name:
            self._model.setText(f"◆ {name}")
        elif failure:
            self._model.setText(tr("◇ No model: {failure}").format(failure=failure))
        else:
            self._model.setText(tr("◇ Loading the model…"))
        self._model.setToolTip(failure or tr("Suggestions come from the model “{name}”").format(name=name))

    def show_switch(self, state: str) -> None:
        """Say whether suggestions are on."""
        self.switch.setText(state)

    def set_switch_menu(self, menu: QMenu) -> None:
        """Let a click on the state of suggestions open `menu`."""
        self.switch.setMenu(menu)

    def show_learning(self, state: str) -> None:
        """Say that nothing is learned, "" when it is."""
        self._learning.setText(state)
        self._learning.setVisible(bool(state))

    def show_latency(self, latency_ms: float | None) -> None:
        """Show how long the last suggestion took, from the key to the answer."""
        self._latency.setText("" if latency_ms is None else tr("{latency:.0f} ms").format(latency=latency_ms))

    def show_demo(self, text: str) -> None:
        """Show the demo's running figures."""
        self._demo.setText(text)
        self._demo.setVisible(bool(text))

    def show_caret(self, line: int, column: int) -> None:
        """Show the caret's place, both from 1."""
        self._caret.setText(f"{line}:{column}")

    def show_words(self, text: str, details: str) -> None:
        """Show the count of words; the others in its tooltip."""
        self.words.setText(text)
        self.words.setToolTip(details)

    def set_words_menu(self, menu: QMenu) -> None:
        """Let a click on the count of words open `menu`."""
        self.words.setMenu(menu)

    def open_words_menu(self) -> None:
        """Open the menu of counts."""
        self.words.showMenu()

    def show_indent(self, text: str) -> None:
        """Show what lines are indented with."""
        self._indent.setText(text)

    def set_indent_menu(self, menu: QMenu) -> None:
        """Let a click on the indentation open `menu`."""
        self._indent.setMenu(menu)

    def show_format(self, text: str) -> None:
        """Show encoding and line ending."""
        self._format.setText(text)

    def set_format_menu(self, menu: QMenu) -> None:
        """Let a click on encoding and line ending open `menu`."""
        self._format.setMenu(menu)

    def texts(self) -> list[str]:
        """Return what stands in the labels, left to right."""
        left = (self._model, self.switch, self._learning, self._latency, self._demo)
        buttons = (self.words, self._indent, self._format)
        return [*(label.text() for label in (*left, self._caret)), *(button.text() for button in buttons)]

    def _button(self, name: str, tip: str, *, is_right: bool = True) -> QToolButton:
        button = QToolButton(self)
        button.setAccessibleName(name)
        button.setToolTip(tip)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setAutoRaise(True)
        # A click must not take the keys from the page.
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if is_right:
            self.addPermanentWidget(button)
        else:
            self.addWidget(button)
        return button

    def _label(self, name: str, *, is_right: bool = False) -> QLabel:
        label = QLabel(self)
        label.setAccessibleName(name)
        if is_right:
            self.addPermanentWidget(label)
        else:
            self.addWidget(label)
        return label
