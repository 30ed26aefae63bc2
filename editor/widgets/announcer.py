"""Tells screen readers what is suggested, and what else happened beside the caret."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from editor.translation import tr

try:
    from PySide6.QtGui import QAccessibleAnnouncementEvent
except ImportError:  # Qt before 6.8
    QAccessibleAnnouncementEvent = None  # type: ignore[assignment, misc]


class Announcer(QObject):
    """Speaks for one widget, while it is switched on and someone listens."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self.is_on = True
        self.last = ""

    @Slot(str)
    def announce(self, text: str) -> None:
        """Say that `text` is suggested, politely."""
        self._speak(text, tr("suggestion: {text}").format(text=text))

    @Slot(str)
    def say(self, text: str) -> None:
        """Say `text`, politely."""
        self._speak(text, text)

    def _speak(self, text: str, spoken: str) -> None:
        if not self.is_on:
            return
        self.last = text
        if QAccessibleAnnouncementEvent is not None and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._widget, spoken))
