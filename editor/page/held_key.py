"""A key that shows suggestions while it is held, and what takes them meanwhile."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from editor.page.key_event import key_name
from editor.page.text_edit import CommandHandler
from editor.settings.shortcuts import Command

# The names of the preferences.
_KEYS = {
    "Alt": Qt.Key.Key_Alt,
    "Ctrl": Qt.Key.Key_Control,
    "Shift": Qt.Key.Key_Shift,
    "F8": Qt.Key.Key_F8,
    "F9": Qt.Key.Key_F9,
}
_MODIFIERS = {
    Qt.Key.Key_Alt: Qt.KeyboardModifier.AltModifier,
    Qt.Key.Key_Control: Qt.KeyboardModifier.ControlModifier,
    Qt.Key.Key_Shift: Qt.KeyboardModifier.ShiftModifier,
}
# Most desktops keep Alt+Tab to themselves.
_ALSO = {"Right": Command.TAKE_WORD, "End": Command.TAKE_ALL}


class HeldKey(QObject):
    """Watches the keys of one page.

    While the key is held, the keys that take a ghost do so with it: Tab as Alt+Tab where the desktop lets it through;
    the right arrow takes a word and End all of it.

    Signals:
        changed(bool): the key is held now, or no longer.
    """

    changed = Signal(bool)

    def __init__(self, page: QWidget, handler: CommandHandler) -> None:
        super().__init__(page)
        self._page = page
        self._handler = handler
        self._key: Qt.Key | None = None
        self._bindings: Mapping[str, Command] = {}
        self._is_held = False

    def watch(self, name: str | None, bindings: Mapping[str, Command]) -> None:
        """Watch for the key of this name, None for none; `bindings` are the page's keys by portable name."""
        self._bindings = bindings
        key = _KEYS[name] if name is not None else None
        if key == self._key:
            return
        self._set_held(False)
        self._page.removeEventFilter(self)
        self._key = key
        if key is not None:
            self._page.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        if event.type() in (QEvent.Type.FocusOut, QEvent.Type.WindowDeactivate, QEvent.Type.Hide):
            self._set_held(False)
        elif isinstance(event, QKeyEvent):
            return self._is_used(event)
        return super().eventFilter(watched, event)

    def _is_used(self, event: QKeyEvent) -> bool:
        is_press = event.type() == QEvent.Type.KeyPress
        if event.key() == self._key:
            if event.type() == QEvent.Type.ShortcutOverride:
                # Else a tap on Alt goes to the menu bar.
                event.accept()
            elif not event.isAutoRepeat():
                self._set_held(is_press)
            # A modifier does nothing by itself; any other key would end the suggestion.
            return event.type() == QEvent.Type.ShortcutOverride or event.key() not in _MODIFIERS
        if not self._is_held or event.type() == QEvent.Type.KeyRelease:
            return False
        command = self._command(event)
        if command is None or not self._handler.can_perform(command):
            return False
        event.accept()
        if is_press:
            self._handler.perform(command)
        return True

    def _command(self, event: QKeyEvent) -> Command | None:
        modifier = _MODIFIERS.get(self._key, Qt.KeyboardModifier.NoModifier) if self._key is not None else None
        if modifier is None:
            return None
        name = key_name(event)
        left = event.modifiers() & ~modifier & ~Qt.KeyboardModifier.KeypadModifier
        bare = QKeySequence(event.key() | left.value).toString(QKeySequence.SequenceFormat.PortableText)
        # Shift makes another key of Tab.
        bare = "Tab" if bare in ("Backtab", "Shift+Backtab") and self._key == Qt.Key.Key_Shift else bare
        return self._bindings.get(name) or self._bindings.get(bare) or _ALSO.get(bare)

    def _set_held(self, is_held: bool) -> None:
        if is_held != self._is_held:
            self._is_held = is_held
            self.changed.emit(is_held)
