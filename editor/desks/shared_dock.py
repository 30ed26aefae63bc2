"""A panel beside the page: made when it is first wanted, one for all windows, in the one that asked last."""

from typing import Protocol

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QDockWidget, QWidget

from editor.settings.shortcuts import Command
from editor.window.editor_window import EditorWindow


class Panel(Protocol):
    """What a dock needs of the widget in it."""

    def take_focus(self) -> None:
        """Put the keyboard focus where the person left off."""

    def stop(self) -> None:
        """End what runs; the program ends."""


class SharedDock(QObject):
    """Shows and hides a panel at its command, and follows the person from window to window.

    Attributes:
        panel: what is in the dock; None before it was opened.
        shown_in: the window in which the dock is, open or closed; None before it was opened.
    """

    def __init__(self, command: Command, title: str, object_name: str, parent: QObject | None = None) -> None:
        """`object_name` is the dock's, by which the style sheet and the window's layout know it."""
        super().__init__(parent)
        self._command = command
        self._title = title
        self._object_name = object_name
        self._windows: dict[QObject, EditorWindow] = {}
        self._dock: QDockWidget | None = None
        self.panel: Panel | None = None
        self.shown_in: EditorWindow | None = None

    def attach(self, window: EditorWindow) -> None:
        """Listen to the commands of a window."""
        self._windows[window.main_window] = window
        window.main_window.commanded.connect(self._on_commanded)

    @Slot(object)
    def detach(self, window: EditorWindow) -> None:
        """Leave a window that closes; what the panel does goes on."""
        self._windows.pop(window.main_window, None)
        if self.shown_in is window:
            self._leave()

    def stop(self) -> None:
        """End the panel and what it runs."""
        if self._dock is not None:
            self._leave()
            if self.panel is not None:
                self.panel.stop()
                self.panel = None
            self._dock.deleteLater()  # and the panel with it
            self._dock = None

    def _make_panel(self) -> QWidget:
        """Return the panel, which is now wanted for the first time, and keep it in `panel`."""
        raise NotImplementedError

    def _entered(self, window: EditorWindow) -> None:
        """Called when the panel has been put beside this window's page."""

    def _left(self, window: EditorWindow) -> None:
        """Called when it has been taken away from there."""

    @Slot(object)
    def _on_commanded(self, command: Command) -> None:
        window = self._windows.get(self.sender())
        if command is not self._command or window is None:
            return
        if self.shown_in is window and self._dock is not None and self._dock.isVisible():
            self._dock.hide()
            window.tab.take_focus()
            return
        if self._dock is None:
            self._dock = QDockWidget(self._title)
            self._dock.setObjectName(self._object_name)
            self._dock.setWidget(self._make_panel())
            self._dock.visibilityChanged.connect(self._on_visibility_changed)
        if self.shown_in is not window:
            self._leave()
            window.main_window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self._dock)
            self.shown_in = window
            self._entered(window)
        self._dock.show()
        if self.panel is not None:
            self.panel.take_focus()

    def _leave(self) -> None:
        window, self.shown_in = self.shown_in, None
        if window is None or self._dock is None:
            return
        self._left(window)
        window.main_window.removeDockWidget(self._dock)
        self._dock.setParent(None)
        window.main_window.set_checked(self._command, False)

    @Slot(bool)
    def _on_visibility_changed(self, is_visible: bool) -> None:
        if self.shown_in is not None:
            self.shown_in.main_window.set_checked(self._command, is_visible)
