"""One window's objects, built and connected: menus, documents in tabs, panels; commands go to the one in front."""

from pathlib import Path

from PySide6.QtCore import QObject, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication

from editor.settings.shortcuts import Command
from editor.suggestions.worth_file import WorthKeeper
from editor.suggestions.worth_panel import WorthPanel
from editor.window.document_tab import DocumentTab
from editor.window.main_window import MainWindow
from editor.window.tab_menu import TabMenu, TabWish
from editor.window.window_commands import WindowCommands


class EditorWindow(QObject):
    """Everything that belongs to one window; it is never without a document.

    Signals:
        tab_requested(), window_requested(): an empty document, in a tab or in a window of its own.
        files_requested(list[Path]): open these files here.
        reopen_requested(): open the file again that was closed last.
        move_requested(DocumentTab): show this document in a window of its own.
        tab_closing(DocumentTab): the person closes this tab; it is taken out next.
        tab_closed(DocumentTab): it is out of the window, for its maker to discard.
        place_changed(): other tabs, another order, another one in front, another caret.
        activated(EditorWindow): the keys go to this window now.
        closed(EditorWindow): the person closed it.
        quit_requested(): close all windows.
    """

    tab_requested = Signal()
    window_requested = Signal()
    files_requested = Signal(object)
    reopen_requested = Signal()
    move_requested = Signal(object)
    tab_closing = Signal(object)
    tab_closed = Signal(object)
    place_changed = Signal()
    activated = Signal(object)
    closed = Signal(object)
    quit_requested = Signal()

    def __init__(self, tab: DocumentTab, *, worth: WorthKeeper | None = None) -> None:
        super().__init__()
        self._preferences = tab.preferences
        self.main_window = MainWindow()
        self.tabs = self.main_window.tabs
        self.worth_panel = WorthPanel(worth, self.main_window) if worth is not None else None
        self.commands = WindowCommands(self.main_window, self._preferences, self)
        self._connect()
        self.add(tab)
        self._preferences.changed.connect(self._apply)
        self._apply()

    @property
    def tab(self) -> DocumentTab:
        """The document in front."""
        current = self.tabs.current
        assert current is not None  # the first is added at once, the last goes with the window
        return current

    def add(self, tab: DocumentTab, place: int | None = None) -> None:
        """Take a document in, at a place from the left or behind the one in front, without showing it."""
        tab.controller.set_snoozed(self.commands.is_snoozed)
        tab.title_changed.connect(self._on_title_changed)
        tab.ticks_changed.connect(self._on_ticks_changed)
        tab.session.file_changed.connect(self.place_changed)
        tab.text_edit.caret_moved.connect(self.place_changed)
        self.tabs.add(tab, place)

    def show_tab(self, tab: DocumentTab) -> None:
        """Bring a document to the front."""
        self.tabs.show_tab(tab)

    def release(self, tab: DocumentTab) -> None:
        """Let a document go as it is, to be discarded or shown in another window; not the only one."""
        tab.title_changed.disconnect(self._on_title_changed)
        tab.ticks_changed.disconnect(self._on_ticks_changed)
        tab.session.file_changed.disconnect(self.place_changed)
        tab.text_edit.caret_moved.disconnect(self.place_changed)
        self.main_window.remove_menus(tab.menus().values())
        self.tabs.remove(tab)
        self.main_window.remove_status(tab.status)

    @Slot(object)
    def close_tab(self, tab: DocumentTab) -> bool:
        """Close a document, and with the last one the window; False when the person wants it to stay."""
        if len(self.tabs.all()) == 1:
            return self.main_window.close()
        if not self._may_close_tab(tab):
            return False
        self.tab_closing.emit(tab)
        self.release(tab)
        self.tab_closed.emit(tab)
        return True

    def close_others(self, tab: DocumentTab) -> None:
        """Close all documents but one, until the person wants one to stay."""
        if all(self.close_tab(other) for other in self.tabs.all() if other is not tab):
            self.show_tab(tab)

    @Slot(object)
    def open_file(self, path: Path) -> None:
        """Have a file opened here."""
        self.files_requested.emit([path])

    @Slot(str)
    def say(self, sentence: str) -> None:
        """Show a passing message."""
        self.tab.status.say(sentence)

    def come_to_front(self) -> None:
        """Show the window before all others, as far as the desktop lets it."""
        main = self.main_window
        main.setWindowState(main.windowState() & ~Qt.WindowState.WindowMinimized)
        main.raise_()
        main.activateWindow()

    def discard(self, *, keeps_text: bool = False) -> None:
        """Give up the window, without a question; with `keeps_text` what is unsaved comes back at the next start."""
        self._preferences.changed.disconnect(self._apply)
        self.commands.stop()
        for tab in self.tabs.all():
            tab.discard(keeps_text=keeps_text)
        self.main_window.hide()
        self.main_window.deleteLater()
        self.deleteLater()

    def _connect(self) -> None:
        window, commands = self.main_window, self.commands
        window.commanded.connect(self._on_commanded)
        window.commanded.connect(commands.on_commanded)
        if self.worth_panel is not None:
            window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.worth_panel)
            window.commanded.connect(self.worth_panel.on_commanded)
            self.worth_panel.shown.connect(self._on_worth_shown)
        window.files_dropped.connect(self.files_requested)
        window.activated.connect(self._on_activated)
        window.closed.connect(self._on_closed)
        window.set_close_guard(self._may_close)
        commands.tab_requested.connect(self.tab_requested)
        commands.window_requested.connect(self.window_requested)
        commands.files_requested.connect(self.files_requested)
        commands.reopen_requested.connect(self.reopen_requested)
        commands.close_requested.connect(self._on_close_requested)
        commands.quit_requested.connect(self.quit_requested)
        self.tabs.current_changed.connect(self._on_current_changed)
        self.tabs.rearranged.connect(self.place_changed)
        self.tabs.close_wanted.connect(self.close_tab)
        self.tabs.menu_wanted.connect(self._on_menu_wanted)

    def _may_close_tab(self, tab: DocumentTab) -> bool:
        if tab.session.is_modified:
            self.show_tab(tab)
            if not self.main_window.isActiveWindow():
                self.come_to_front()
        return tab.session.may_close()

    def _may_close(self) -> bool:
        """Ask about each unsaved document, which is shown meanwhile; all stays when the person wants one to stay."""
        return all(self._may_close_tab(tab) for tab in self.tabs.all())

    @Slot()
    def _apply(self) -> None:
        """Have the keys and ticks that the preferences say."""
        preferences = self._preferences.now
        self.main_window.set_keys(preferences.keys)
        for command in Command:
            if command.shortcut.switch:
                self.main_window.set_checked(command, getattr(preferences, command.shortcut.switch))
        self.commands.focus_mode.hide_around()

    @Slot(object)
    def _on_commanded(self, command: Command) -> None:
        self.tab.commanded.emit(command)

    @Slot(object, object)
    def _on_current_changed(self, tab: DocumentTab, before: DocumentTab | None) -> None:
        window = self.main_window
        if before is not None:
            before.leave()
            window.remove_menus(before.menus().values())
        for command, menu in tab.menus().items():
            window.insert_menu(menu, before=command)
        window.show_status(tab.status)
        tab.take_focus()
        self._show_title()
        self._show_ticks()
        self.place_changed.emit()

    @Slot(object, QPoint)
    def _on_menu_wanted(self, tab: DocumentTab, point: QPoint) -> None:
        menu = TabMenu(tab, self.main_window)
        menu.chosen.connect(self._on_wish_chosen)
        menu.popup(point)

    @Slot(object, object)
    def _on_wish_chosen(self, tab: DocumentTab, wish: TabWish) -> None:
        match wish:
            case TabWish.CLOSE:
                self.close_tab(tab)
            case TabWish.CLOSE_OTHERS:
                self.close_others(tab)
            case TabWish.MOVE_TO_WINDOW:
                self.move_requested.emit(tab)
            case TabWish.COPY_PATH:
                QGuiApplication.clipboard().setText(str(tab.session.path))

    @Slot()
    def _on_title_changed(self) -> None:
        self.tabs.show_names()
        self._show_title()

    @Slot()
    def _on_ticks_changed(self) -> None:
        self._show_ticks()

    @Slot(bool)
    def _on_worth_shown(self, is_shown: bool) -> None:
        self.main_window.set_checked(Command.SHOW_WORTH, is_shown)

    @Slot()
    def _on_close_requested(self) -> None:
        self.close_tab(self.tab)

    @Slot()
    def _on_activated(self) -> None:
        self.activated.emit(self)

    @Slot()
    def _on_closed(self) -> None:
        self.closed.emit(self)

    def _show_title(self) -> None:
        session = self.tab.session
        self.main_window.show_title(session.name, session.is_modified)

    def _show_ticks(self) -> None:
        for command, is_checked in self.tab.ticks().items():
            self.main_window.set_checked(command, is_checked)
