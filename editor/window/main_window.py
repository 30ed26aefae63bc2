"""The window: menus, the documents in tabs, the status bar. No logic: it says which command was chosen."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent, QIcon, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QStackedWidget

from editor.settings.shortcuts import Command, also_keys, keys
from editor.translation import tr
from editor.window.document_tabs import DocumentTabs
from editor.window.status_line import StatusLine
from resources import DESKTOP

_SIZE_PX = (1000, 720)


class MainWindow(QMainWindow):
    """One window with its documents.

    Attributes:
        tabs: the documents.

    Signals:
        commanded(Command): a menu item or its key was used.
        files_dropped(list[Path]): local files were dropped on the window.
        closed(): the window is gone from the screen for good.
        activated(): the keys go to this window now.
    """

    commanded = Signal(object)
    files_dropped = Signal(object)
    closed = Signal()
    activated = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.tabs = DocumentTabs(self)
        self._statuses = QStackedWidget(self)
        self._may_close: Callable[[], bool] | None = None
        self._is_asked = False
        self._actions: dict[Command, QAction] = {}
        self._menus: dict[Command, QMenu] = {}
        self.resize(*_SIZE_PX)
        self.setWindowIcon(QIcon(str(DESKTOP / "org.foretype.Foretype.svg")))
        self.setAcceptDrops(True)
        self.setCentralWidget(self.tabs)
        self.statusBar().setSizeGripEnabled(False)
        self.statusBar().addWidget(self._statuses, 1)
        self._build_menus()

    def show_status(self, status: StatusLine) -> None:
        """Show what a document says in the status bar."""
        if self._statuses.indexOf(status) < 0:
            self._statuses.addWidget(status)
        self._statuses.setCurrentWidget(status)

    def remove_status(self, status: StatusLine) -> None:
        """Take a document's status line out; it has no owner then."""
        self._statuses.removeWidget(status)
        status.setParent(None)

    def insert_menu(self, menu: QMenu, before: Command) -> None:
        """Put a menu of its own into the menu of a command, before it."""
        self._menus[before].insertMenu(self._actions[before], menu)

    def remove_menus(self, menus: Iterable[QMenu]) -> None:
        """Take menus that were inserted out of theirs."""
        for menu in menus:
            for each in set(self._menus.values()):
                each.removeAction(menu.menuAction())

    def set_close_guard(self, may_close: Callable[[], bool]) -> None:
        """Let `may_close` refuse to close the window."""
        self._may_close = may_close

    def set_keys(self, overrides: Mapping[str, str]) -> None:
        """Give every command its key."""
        chosen = keys(overrides)
        for command in Command:
            action = self._actions[command]
            key = chosen[command]
            if command.shortcut.is_typing:
                # The page handles these keys; the menu only shows them.
                native = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
                action.setText(f"{tr(command.shortcut.label)}\t{native}")
            else:
                also = also_keys(command, overrides)
                action.setShortcuts([QKeySequence(each) for each in (key, *also) if each])

    def action(self, command: Command) -> QAction:
        """Return a command's menu item."""
        return self._actions[command]

    def set_checked(self, command: Command, is_checked: bool) -> None:
        """Tick a menu item, or not."""
        self._actions[command].setChecked(is_checked)

    def set_enabled(self, command: Command, is_enabled: bool) -> None:
        """Let a menu item be chosen, or not."""
        self._actions[command].setEnabled(is_enabled)

    def show_title(self, name: str, is_modified: bool) -> None:
        """Name the document in the title bar."""
        self.setWindowTitle(f"{name}[*] — Foretype")
        self.setWindowModified(is_modified)

    def may_close(self) -> bool:
        """Ask what has to be asked before the window closes; it closes without another question then."""
        self._is_asked = self._may_close is None or self._may_close()
        return self._is_asked

    def forget_answers(self) -> None:
        """Ask again before the window closes: it did not."""
        self._is_asked = False

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._is_asked and not self.may_close():
            event.ignore()
            return
        event.accept()
        self.closed.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.activated.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.files_dropped.emit([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])
        event.acceptProposedAction()

    def _build_menus(self) -> None:
        menus: dict[str, QMenu] = {}
        for command in Command:
            shortcut = command.shortcut
            if shortcut.menu not in menus:
                menus[shortcut.menu] = self.menuBar().addMenu(tr(shortcut.menu))
            action = QAction(tr(shortcut.label), self)
            action.setCheckable(shortcut.is_checkable or bool(shortcut.switch))
            action.setData(command)
            action.triggered.connect(self._on_triggered)
            menus[shortcut.menu].addAction(action)
            # Its key works while the menu bar is hidden too.
            self.addAction(action)
            if shortcut.has_separator:
                menus[shortcut.menu].addSeparator()
            self._actions[command] = action
            self._menus[command] = menus[shortcut.menu]

    @Slot()
    def _on_triggered(self) -> None:
        sender = self.sender()
        if isinstance(sender, QAction):
            self.commanded.emit(sender.data())
