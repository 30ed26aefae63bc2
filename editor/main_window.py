"""The window: menus, the page, the bars under it. No logic: it says which command was chosen."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent, QIcon, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QVBoxLayout, QWidget

from editor.find_bar import FindBar
from editor.shortcuts import SHORTCUTS, Command, keys
from editor.status_line import StatusLine
from editor.suggestion_bar import SuggestionBar
from editor.text_edit import TextEdit
from resources import DESKTOP

_SIZE_PX = (1000, 720)


class MainWindow(QMainWindow):
    """One window with one document.

    Signals:
        commanded(Command): a menu item or its key was used.
        files_dropped(list[str]): local files were dropped on the window.
        closed(): the window is gone from the screen for good.
    """

    commanded = Signal(object)
    files_dropped = Signal(object)
    closed = Signal()

    def __init__(self, text_edit: TextEdit, find_bar: FindBar, bar: SuggestionBar, status: StatusLine) -> None:
        super().__init__()
        self.text_edit = text_edit
        self.find_bar = find_bar
        self.suggestion_bar = bar
        self.status = status
        self._may_close: Callable[[], bool] | None = None
        self._actions: dict[Command, QAction] = {}
        self._menus: dict[Command, QMenu] = {}
        self.resize(*_SIZE_PX)
        self.setWindowIcon(QIcon(str(DESKTOP / "foretype.svg")))
        self.setAcceptDrops(True)
        text_edit.setAcceptDrops(True)
        page = QWidget(self)
        self._page = layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(text_edit, 1)
        layout.addWidget(find_bar)
        layout.addWidget(bar)
        self.setCentralWidget(page)
        self.setStatusBar(status)
        find_bar.hide()
        self._build_menus()
        self.setFocusProxy(text_edit)
        text_edit.setFocus()

    def add_strip(self, strip: QWidget) -> None:
        """Put a strip directly under the page."""
        self._page.insertWidget(1, strip)

    def insert_menu(self, menu: QMenu, before: Command) -> None:
        """Put a menu of its own into the menu of a command, before it."""
        self._menus[before].insertMenu(self._actions[before], menu)

    def set_close_guard(self, may_close: Callable[[], bool]) -> None:
        """Let `may_close` refuse to close the window."""
        self._may_close = may_close

    def set_keys(self, overrides: Mapping[str, str]) -> None:
        """Give every command its key."""
        chosen = keys(overrides)
        for shortcut in SHORTCUTS:
            action = self._actions[shortcut.command]
            key = chosen[shortcut.command]
            if shortcut.is_typing:
                # The page handles these keys; the menu only shows them.
                native = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
                action.setText(f"{shortcut.label}\t{native}")
            else:
                action.setShortcut(QKeySequence(key))

    def set_checked(self, command: Command, is_checked: bool) -> None:
        """Tick a menu item, or not."""
        self._actions[command].setChecked(is_checked)

    def show_title(self, name: str, is_modified: bool) -> None:
        """Name the document in the title bar."""
        self.setWindowTitle(f"{name}[*] — Foretype")
        self.setWindowModified(is_modified)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._may_close is not None and not self._may_close():
            event.ignore()
            return
        event.accept()
        self.closed.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.files_dropped.emit([url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()])
        event.acceptProposedAction()

    def _build_menus(self) -> None:
        menus: dict[str, QMenu] = {}
        for shortcut in SHORTCUTS:
            if shortcut.menu not in menus:
                menus[shortcut.menu] = self.menuBar().addMenu(shortcut.menu)
            action = QAction(shortcut.label, self)
            action.setCheckable(shortcut.is_checkable)
            action.setData(shortcut.command.value)
            action.triggered.connect(self._on_triggered)
            menus[shortcut.menu].addAction(action)
            # Its key works while the menu bar is hidden too.
            self.addAction(action)
            if shortcut.has_separator:
                menus[shortcut.menu].addSeparator()
            self._actions[shortcut.command] = action
            self._menus[shortcut.command] = menus[shortcut.menu]

    @Slot()
    def _on_triggered(self) -> None:
        sender = self.sender()
        if isinstance(sender, QAction):
            self.commanded.emit(Command(sender.data()))
