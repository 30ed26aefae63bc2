"""Tells screen readers what is suggested."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

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
        """Say `text`, politely."""
        if not self.is_on:
            return
        self.last = text
        if QAccessibleAnnouncementEvent is not None and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._widget, f"suggestion: {text}"))
