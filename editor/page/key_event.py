"""What a key event says: the name its key has in the preferences, whether it only prepares another key."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

_MODIFIERS = frozenset(
    {
        Qt.Key.Key_Shift,
        Qt.Key.Key_Control,
        Qt.Key.Key_Alt,
        Qt.Key.Key_AltGr,
        Qt.Key.Key_Meta,
        Qt.Key.Key_Super_L,
        Qt.Key.Key_Super_R,
        Qt.Key.Key_CapsLock,
        Qt.Key.Key_NumLock,
        Qt.Key.Key_ScrollLock,
        Qt.Key.Key_Multi_key,
        Qt.Key.Key_Mode_switch,
    }
)


def key_name(event: QKeyEvent) -> str:
    """Return the portable name of a key with its modifiers, such as "Ctrl+Right"."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return QKeySequence(event.key() | modifiers.value).toString(QKeySequence.SequenceFormat.PortableText)


def is_modifier(event: QKeyEvent) -> bool:
    """Tell whether the key does nothing by itself: Shift, Compose, a dead accent."""
    return event.key() in _MODIFIERS or Qt.Key.Key_Dead_Grave <= event.key() <= Qt.Key.Key_Dead_Longsolidusoverlay
