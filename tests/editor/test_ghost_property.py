"""Whatever keys come, the ghost never enters the document."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent

from editor.page.latency import LatencyLog
from editor.page.text_edit import TextEdit
from editor.settings.shortcuts import Command, typing_bindings
from editor.suggestions.messages import Reply, RequestIds
from editor.suggestions.suggestion_controller import SuggestionController
from tests.editor.suggested import suggestion

GHOST = "ab cd-ef, gh"
LETTERS = "ab c"
COMMANDS = ["left", "right", "home", "end", "enter", "tab", "word", "esc", "undo", "redo", "answer", "other"]
KEYS = [*LETTERS, "\b", *COMMANDS]
ARROWS = {"left": Qt.Key.Key_Left, "right": Qt.Key.Key_Right, "home": Qt.Key.Key_Home, "end": Qt.Key.Key_End}


class Desk:
    """A page and its controller without window and worker, beside a reference text that plain editing rules keep."""

    def __init__(self) -> None:
        latency = LatencyLog()
        self.edit = TextEdit(latency)
        self.controller = SuggestionController(self.edit, RequestIds(), latency)
        self.controller.set_model(None, can_ask=True)
        self.edit.set_commands(typing_bindings({}), self.controller)
        self.edit.edited.connect(self.controller.on_edited)
        self.edit.caret_moved.connect(self.controller.on_caret_moved)
        self.edit.interrupted.connect(self.controller.on_interrupted)
        self.requests = []
        self.controller.requested.connect(self.requests.append)
        self.text, self.caret = "", 0

    def press(self, name: str) -> None:
        ghost = self.edit.ghost_text()
        if name in ("answer", "other"):
            while self.requests:
                ghost = GHOST if name == "answer" else "zz"
                self.controller.on_replied(Reply(self.requests.pop(0), suggestion(inline=ghost)))
        elif name in LETTERS:
            self._insert(name)
            self._send(Qt.Key(ord(name.upper())), name)
        elif name == "\b":
            if self.caret:
                self.text = self.text[: self.caret - 1] + self.text[self.caret :]
                self.caret -= 1
            self._send(Qt.Key.Key_Backspace, "\b")
        elif name in ARROWS:
            self._move(name)
            self._send(ARROWS[name], "")
        elif name == "enter":
            self._insert("\n")
            self._send(Qt.Key.Key_Return, "\r")
        elif name == "tab":
            self._insert(ghost or "\t")
            self._send(Qt.Key.Key_Tab, "\t")
        elif name == "word":
            if ghost:
                before = len(self.text)
                self.controller.perform(Command.TAKE_WORD)
                taken = len(self.edit.text()) - before
                assert 0 < taken <= len(ghost)
                self._insert(ghost[:taken])
        elif name == "esc":
            self._send(Qt.Key.Key_Escape, "\x1b")
        else:
            # What Qt puts into one step is its own affair: take its text, but the ghost must be gone.
            getattr(self.edit, name)()
            assert self.edit.ghost_text() == ""
            self.text, self.caret = self.edit.text(), self.edit.caret_position()

    def _insert(self, text: str) -> None:
        self.text = self.text[: self.caret] + text + self.text[self.caret :]
        self.caret += len(text)

    def _move(self, name: str) -> None:
        if name == "left":
            self.caret = max(0, self.caret - 1)
        elif name == "right":
            self.caret = min(len(self.text), self.caret + 1)
        elif name == "home":
            self.caret = self.text.rfind("\n", 0, self.caret) + 1
        else:
            end = self.text.find("\n", self.caret)
            self.caret = len(self.text) if end < 0 else end

    def _send(self, key: Qt.Key, text: str) -> None:
        event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text)
        QCoreApplication.sendEvent(self.edit, event)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(names=st.lists(st.sampled_from(KEYS), max_size=30))
def test_the_ghost_never_enters_the_document(qapp, names):
    desk = Desk()
    for name in names:
        desk.press(name)
        assert desk.edit.text() == desk.text
        assert desk.edit.toPlainText() == desk.text
        assert desk.edit.caret_position() == desk.caret
        assert desk.edit.ghost_text() == desk.controller.ghost
        assert "zz" not in desk.text or "tab" in names or "word" in names
