"""What each command of the menus does to its window, whichever document is in front."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QDialog

from editor.process.timers import single_shot
from editor.settings.preferences import DEFAULT_FONT_PT, MAX_FONT_PT, MIN_FONT_PT
from editor.settings.preferences_keeper import PreferencesKeeper
from editor.settings.shortcuts import Command
from editor.translation import QT_TR_NOOP, tr
from editor.window.focus_mode import FocusMode
from editor.window.main_window import MainWindow
from editor.window.whats_new import whats_new
from resources.version import VERSION

_SNOOZE_MS = 10 * 60 * 1000
_ABOUT = QT_TR_NOOP(
    "Foretype {version} finishes what you are typing, with a recurrent language model on your own machine. "
    "Nothing you type leaves it."
)


class WindowCommands(QObject):
    """Carries commands out.

    Attributes:
        focus_mode: whether the page is alone on the screen.
        is_snoozed: whether suggestions rest for a while in this window.

    Signals:
        tab_requested(), window_requested(): an empty document, in a tab or in a window of its own.
        files_requested(list[Path]): open these files.
        reopen_requested(): open the file again that was closed last.
        close_requested(): close the document in front.
        quit_requested(): close all windows.
    """

    tab_requested = Signal()
    window_requested = Signal()
    files_requested = Signal(object)
    reopen_requested = Signal()
    close_requested = Signal()
    quit_requested = Signal()

    def __init__(self, window: MainWindow, preferences: PreferencesKeeper, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self.is_snoozed = False
        self._window = window
        self.focus_mode = FocusMode(window)
        self._snooze = single_shot(self, _SNOOZE_MS, self._on_snooze_over)

    def stop(self) -> None:
        """Leave no timer running."""
        self._snooze.stop()

    @Slot(object)
    def on_commanded(self, command: Command) -> None:
        """Carry out a command of the menus; those for the document in front are its own business."""
        preferences, tabs = self._preferences, self._window.tabs
        size = preferences.now.font_size_pt
        match command:
            case Command.NEW:
                self.tab_requested.emit()
            case Command.NEW_WINDOW:
                self.window_requested.emit()
            case Command.OPEN:
                self._open()
            case Command.REOPEN:
                self.reopen_requested.emit()
            case Command.CLOSE:
                self.close_requested.emit()
            case Command.CLOSE_WINDOW:
                self._window.close()
            case Command.QUIT:
                self.quit_requested.emit()
            case Command.NEXT_TAB:
                tabs.step(1)
            case Command.PREVIOUS_TAB:
                tabs.step(-1)
            case Command.PREFERENCES:
                self._edit_preferences()
            case Command.ZOOM_IN:
                preferences.change(font_size_pt=min(size + 1, MAX_FONT_PT))
            case Command.ZOOM_OUT:
                preferences.change(font_size_pt=max(size - 1, MIN_FONT_PT))
            case Command.ZOOM_RESET:
                preferences.change(font_size_pt=DEFAULT_FONT_PT)
            case Command.SNOOZE:
                self._set_snoozed(not self.is_snoozed)
            case Command.SHORTCUTS:
                self._find_command(is_sheet=True)
            case Command.PALETTE:
                self._find_command(is_sheet=False)
            case Command.FULL_SCREEN:
                self.focus_mode.toggle()
                self._window.set_checked(Command.FULL_SCREEN, self.focus_mode.is_on)
            case Command.ABOUT if tabs.current is not None:
                tabs.current.dialogs.tell("Foretype", tr(_ABOUT).format(version=VERSION))
            case Command.WHATS_NEW if tabs.current is not None:
                tabs.current.dialogs.tell("Foretype", whats_new())
            case _ if command.shortcut.switch:
                preferences.toggle(command.shortcut.switch)

    def _open(self) -> None:
        tab = self._window.tabs.current
        path = tab.dialogs.ask_open_path() if tab is not None else None
        if path is not None:
            self.files_requested.emit([path])

    def _edit_preferences(self) -> None:
        # The window opens before what it may never show is read.
        from editor.window.preferences_dialog import PreferencesDialog

        dialog = PreferencesDialog(self._preferences.now, self._window)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self._preferences.change(**dialog.chosen())
        dialog.deleteLater()

    def _find_command(self, *, is_sheet: bool) -> None:
        from editor.window.command_finder import CommandFinder

        finder = CommandFinder(self._preferences.now.keys, self._window, is_sheet=is_sheet)
        finder.chosen.connect(self._window.commanded)
        finder.open()
        finder.search.setFocus()

    def _set_snoozed(self, is_snoozed: bool) -> None:
        if is_snoozed:
            self._snooze.start()
        else:
            self._snooze.stop()
        self.is_snoozed = is_snoozed
        for tab in self._window.tabs.all():
            tab.controller.set_snoozed(is_snoozed)

    @Slot()
    def _on_snooze_over(self) -> None:
        self._set_snoozed(False)
