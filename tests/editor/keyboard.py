"""Types into a window as the platform does: through the window, to the widget that has the focus."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest

from editor.window.editor_window import EditorWindow

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
NONE = Qt.KeyboardModifier.NoModifier


def type_keys(window: EditorWindow, text: str) -> None:
    # QTest types Latin-1 alone.
    for char in text:
        key = ord(char.upper()) if char.isascii() else 0
        for type_ in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QCoreApplication.sendEvent(window.main_window.windowHandle(), QKeyEvent(type_, key, NONE, char))


def press(window: EditorWindow, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
    QTest.keyClick(window.main_window.windowHandle(), key, modifier)
