"""Which command a key of the page means, on whatever keyboard layout.

A key is looked up by its name first, as the preferences and the menus write it. A layout may have no such key: on the
French one the digits are typed with Shift, on the Russian one there are no brackets. Then the key that stands where a
US keyboard has the named one means the same, unless it has a meaning of its own.
"""

from collections.abc import Collection, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence

from editor.page.key_event import key_name
from editor.settings.shortcuts import Command

_SHIFT = Qt.KeyboardModifier.ShiftModifier
_COMMAND_KEYS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
# Places of keys as Linux numbers them (linux/input-event-codes.h), which are those of a PC's keyboard.
_ROWS = {2: "1234567890-=", 16: "QWERTYUIOP[]", 30: "ASDFGHJKL;'`", 43: "\\ZXCVBNM,./"}
_US_KEYS = {first + index: char for first, row in _ROWS.items() for index, char in enumerate(row)}
_X_OFFSET = 8
"""X and Wayland count the places from here on."""
# Apple's kVK_ANSI_... numbers.
_APPLE_US_KEYS = {
    0x12: "1",
    0x13: "2",
    0x14: "3",
    0x15: "4",
    0x17: "5",
    0x16: "6",
    0x1A: "7",
    0x1C: "8",
    0x19: "9",
    0x1D: "0",
    0x1B: "-",
    0x18: "=",
    0x21: "[",
    0x1E: "]",
    0x2A: "\\",
    0x29: ";",
    0x27: "'",
    0x32: "`",
    0x2B: ",",
    0x2F: ".",
    0x2C: "/",
}
_BY_LAYOUT = frozenset("1234567890-=[]\\;'`,./")
"""Not every layout has these on keys of their own; letters are found by their name, wherever they are."""


class KeyBindings:
    """The keys that the page handles itself.

    Attributes:
        commands: what they mean, by portable key name.
    """

    def __init__(self, commands: Mapping[str, Command] | None = None, taken: Collection[str] = ()) -> None:
        """`taken` are the names of all keys that mean something in the window."""
        self.commands = commands or {}
        self._taken = frozenset(taken)

    def command(self, event: QKeyEvent) -> Command | None:
        """Return what a key means, None for nothing but what it writes or moves."""
        name = key_name(event)
        found = self.commands.get(name)
        if found is not None or name in self._taken or not event.modifiers() & _COMMAND_KEYS:
            return found
        return next((self.commands[other] for other in _other_names(event) if other in self.commands), None)


def _other_names(event: QKeyEvent) -> list[str]:
    """Return the names that a key has for its place and, where its character is typed with Shift, without that."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    names = []
    place = _us_key(event)
    if place in _BY_LAYOUT:
        # Some layouts say of a key of AltGr's that a group of keys was switched.
        names.append(_name(ord(place), modifiers & ~Qt.KeyboardModifier.GroupSwitchModifier))
    if modifiers & _SHIFT and 0 < event.key() < 0x100 and chr(event.key()) in _BY_LAYOUT:
        names.append(_name(event.key(), modifiers & ~_SHIFT))
    return names


def _us_key(event: QKeyEvent) -> str:
    """Return the character that a US keyboard has where this key is, "" where the platform does not say."""
    match QGuiApplication.platformName():
        case "cocoa":
            return _APPLE_US_KEYS.get(event.nativeVirtualKey(), "")
        case "windows":
            return _US_KEYS.get(event.nativeScanCode(), "")
        case _:
            return _US_KEYS.get(event.nativeScanCode() - _X_OFFSET, "")


def _name(key: int, modifiers: Qt.KeyboardModifier) -> str:
    return QKeySequence(key | modifiers.value).toString(QKeySequence.SequenceFormat.PortableText)
