"""Nothing but the page, on the whole screen."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDockWidget, QWidget

from editor.window.main_window import MainWindow


class FocusMode:
    """Hides what stands around a window's page, and brings back what it hid.

    Attributes:
        is_on: whether the page is alone.
    """

    def __init__(self, window: MainWindow) -> None:
        self.is_on = False
        self._window = window
        self._hidden: list[QWidget] = []
        self._was_maximized = False

    def toggle(self) -> None:
        """Leave the page alone on the screen, or bring back the rest."""
        self.is_on = not self.is_on
        window = self._window
        if self.is_on:
            self._was_maximized = bool(window.windowState() & Qt.WindowState.WindowMaximized)
            self.hide_around()
            window.showFullScreen()
            return
        window.tabs.set_alone(False)
        for widget in self._hidden:
            widget.show()
        self._hidden.clear()
        if self._was_maximized:
            window.showMaximized()
        else:
            window.showNormal()

    def hide_around(self) -> None:
        """Hide what has been shown since; does nothing while the mode is off."""
        if not self.is_on:
            return
        window = self._window
        window.tabs.set_alone(True)
        around = (window.menuBar(), window.statusBar(), *window.findChildren(QDockWidget))
        for widget in around:
            if not widget.isHidden():
                widget.hide()
                if widget not in self._hidden:
                    self._hidden.append(widget)
