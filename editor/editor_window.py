"""One window's objects, built and connected: page, bars, controller, document session, recovery journal."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QDialog

from editor.announcer import Announcer
from editor.dialogs import Dialogs, QtDialogs
from editor.find_bar import FindBar
from editor.latency import LatencyLog
from editor.main_window import MainWindow
from editor.messages import ModelState, RequestIds
from editor.preferences import DEFAULT_FONT_PT, MAX_FONT_PT, MIN_FONT_PT, Preferences
from editor.preferences_dialog import PreferencesDialog
from editor.recovery import RecoveryJournal, Unsaved
from editor.session import DocumentSession
from editor.shortcuts import SHORTCUTS, Command, keys, typing_bindings
from editor.status_line import StatusLine
from editor.suggestion_bar import SuggestionBar
from editor.suggestion_controller import SuggestionController
from editor.suggestion_policy import SuggestionPolicy
from editor.text_edit import TextEdit
from editor.theme import Theme
from editor.typography import page_font

_SNOOZE_MS = 10 * 60 * 1000
_COUNT_DELAY_MS = 400
# Counting the words of a longer text would be felt between two keys.
_COUNTED_CHARS = 500_000


class EditorWindow(QObject):
    """Everything that belongs to one window.

    Signals:
        preferences_changed(Preferences): the person changed a setting here.
        window_requested(object): open this file (Path), or nothing (None), in another window.
        closed(EditorWindow): the person closed it.
    """

    preferences_changed = Signal(object)
    window_requested = Signal(object)
    closed = Signal(object)

    def __init__(self, recovery_folder: Path, ids: RequestIds, dialogs: Dialogs | None = None) -> None:
        super().__init__()
        self.latency = LatencyLog()
        self.text_edit = TextEdit(self.latency)
        self.find_bar = FindBar(self.text_edit)
        self.bar = SuggestionBar()
        self.status = StatusLine()
        self.main_window = MainWindow(self.text_edit, self.find_bar, self.bar, self.status)
        self.dialogs: Dialogs = dialogs or QtDialogs(self.main_window)
        self.controller = SuggestionController(self.text_edit, ids, self.latency, self)
        self.session = DocumentSession(self.text_edit, self.dialogs, self)
        self.journal = RecoveryJournal(recovery_folder, self.session.unsaved, self)
        self.announcer = Announcer(self.text_edit)
        self._preferences = Preferences()
        self._snooze = QTimer(self)
        self._snooze.setSingleShot(True)
        self._snooze.setInterval(_SNOOZE_MS)
        self._count = QTimer(self)
        self._count.setSingleShot(True)
        self._count.setInterval(_COUNT_DELAY_MS)
        self._connect()
        self._on_caret_moved()
        self._on_file_changed()
        self._count_words()

    def apply(self, preferences: Preferences, theme: Theme) -> None:
        """Look and behave as `preferences` say."""
        self._preferences = preferences
        self.text_edit.set_page_font(page_font(preferences.font_family, preferences.font_size_pt))
        self.text_edit.set_ghost_color(QColor(theme.ghost))
        self.text_edit.setTabChangesFocus(preferences.tab_moves_focus)
        self.text_edit.set_commands(typing_bindings(preferences.keys), self.controller)
        self.announcer.is_on = preferences.announce
        self.bar.setVisible(preferences.bar_on)
        self.main_window.set_keys(preferences.keys)
        self.main_window.set_checked(Command.TOGGLE_BAR, preferences.bar_on)
        self.main_window.set_checked(Command.TAB_MOVES_FOCUS, preferences.tab_moves_focus)
        self._apply_policy()

    def show_model(self, state: ModelState) -> None:
        """Say which model answers."""
        self.controller.set_has_model(bool(state.name))
        self.status.show_model(state.name, state.failure)

    def restore(self, unsaved: Unsaved) -> None:
        """Show a text that a crash left."""
        self.session.restore(unsaved)
        self.journal.write()
        self.status.say("This text was not saved when Foretype ended: it has been restored")

    def discard(self) -> None:
        """Give up the window and its journal, without a question."""
        self._snooze.stop()
        self._count.stop()
        self.journal.close()
        self.main_window.hide()
        self.main_window.deleteLater()
        self.deleteLater()

    def _connect(self) -> None:
        edit, controller, window = self.text_edit, self.controller, self.main_window
        edit.edited.connect(controller.on_edited)
        edit.caret_moved.connect(controller.on_caret_moved)
        edit.interrupted.connect(controller.on_interrupted)
        edit.composition_started.connect(controller.on_interrupted)
        edit.caret_moved.connect(self._on_caret_moved)
        edit.textChanged.connect(self._on_text_changed)
        controller.words_changed.connect(self.bar.set_words)
        controller.ghost_appeared.connect(self.announcer.announce)
        controller.replied.connect(self.status.show_latency)
        controller.failed.connect(self.status.say)
        controller.switched.connect(self._on_switched)
        self.bar.word_chosen.connect(controller.take_bar_word)
        self.find_bar.closed.connect(self._on_find_closed)
        self.session.file_changed.connect(self._on_file_changed)
        self.session.saved.connect(self.status.say)
        self.session.window_requested.connect(self.window_requested)
        window.commanded.connect(self._on_commanded)
        window.files_dropped.connect(self._on_files_dropped)
        window.closed.connect(self._on_closed)
        window.set_close_guard(self.session.may_close)
        self._snooze.timeout.connect(self._on_snooze_over)
        self._count.timeout.connect(self._count_words)

    def _apply_policy(self) -> None:
        preferences = self._preferences
        policy = SuggestionPolicy(
            is_on=preferences.suggestions_on and self.session.suffix not in preferences.off_suffixes,
            has_ghost=preferences.ghost_on,
            has_bar=preferences.bar_on,
            min_confidence=preferences.min_confidence,
            blocked=frozenset(preferences.blocked_words),
        )
        self.controller.set_policy(policy)

    def _change(self, **changes: object) -> None:
        self.preferences_changed.emit(replace(self._preferences, **changes))  # type: ignore[arg-type]

    @Slot(object)
    def _on_commanded(self, command: Command) -> None:
        edit, session, preferences = self.text_edit, self.session, self._preferences
        size = preferences.font_size_pt
        match command:
            case Command.NEW:
                session.new()
            case Command.OPEN:
                session.open()
            case Command.SAVE:
                session.save()
            case Command.SAVE_AS:
                session.save_as()
            case Command.CLOSE:
                self.main_window.close()
            case Command.QUIT:
                QApplication.closeAllWindows()
            case Command.UNDO:
                edit.undo()
            case Command.REDO:
                edit.redo()
            case Command.CUT:
                edit.cut()
            case Command.COPY:
                edit.copy()
            case Command.PASTE:
                edit.paste()
            case Command.SELECT_ALL:
                edit.selectAll()
            case Command.FIND:
                self.find_bar.open()
            case Command.GO_TO_LINE:
                session.go_to_line()
            case Command.PREFERENCES:
                self._edit_preferences()
            case Command.ZOOM_IN:
                self._change(font_size_pt=min(size + 1, MAX_FONT_PT))
            case Command.ZOOM_OUT:
                self._change(font_size_pt=max(size - 1, MIN_FONT_PT))
            case Command.ZOOM_RESET:
                self._change(font_size_pt=DEFAULT_FONT_PT)
            case Command.TOGGLE_BAR:
                self._change(bar_on=not preferences.bar_on)
            case Command.TAB_MOVES_FOCUS:
                self._change(tab_moves_focus=not preferences.tab_moves_focus)
            case Command.TOGGLE_SUGGESTIONS:
                self._change(suggestions_on=not preferences.suggestions_on)
            case Command.SNOOZE:
                self._set_snoozed(not self.controller.is_snoozed)
            case Command.SHORTCUTS:
                self.dialogs.tell("Keys", _shortcut_sheet(preferences))
            case Command.ABOUT:
                self.dialogs.tell("Foretype", _ABOUT)
            case _:
                self.controller.perform(command)

    def _edit_preferences(self) -> None:
        dialog = PreferencesDialog(self._preferences, self.main_window)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.preferences_changed.emit(dialog.preferences())
        dialog.deleteLater()

    def _set_snoozed(self, is_snoozed: bool) -> None:
        if is_snoozed:
            self._snooze.start()
        else:
            self._snooze.stop()
        self.controller.set_snoozed(is_snoozed)

    @Slot()
    def _on_snooze_over(self) -> None:
        self._set_snoozed(False)

    @Slot()
    def _on_switched(self) -> None:
        is_off_here = self.session.suffix in self._preferences.off_suffixes
        state = (
            "off for " + self.session.suffix
            if is_off_here
            else "off"
            if not self._preferences.suggestions_on
            else "snoozing"
            if self.controller.is_snoozed
            else "on"
        )
        self.status.show_switch(f"Suggestions {state}")
        self.main_window.set_checked(Command.TOGGLE_SUGGESTIONS, self._preferences.suggestions_on)
        self.main_window.set_checked(Command.SNOOZE, self.controller.is_snoozed)

    @Slot()
    def _on_caret_moved(self) -> None:
        cursor = self.text_edit.textCursor()
        self.status.show_caret(cursor.blockNumber() + 1, cursor.positionInBlock() + 1)

    @Slot()
    def _on_text_changed(self) -> None:
        self.journal.note_change()
        # A timer that runs is left alone, so that the count keeps up with steady typing.
        if not self._count.isActive():
            self._count.start()

    @Slot()
    def _on_file_changed(self) -> None:
        self.main_window.show_title(self.session.name, self.session.is_modified)
        self.status.show_format(str(self.session.format))
        self.journal.note_change()
        self._apply_policy()

    @Slot(object)
    def _on_files_dropped(self, names: list[str]) -> None:
        for name in names:
            self.session.open_path(Path(name))

    @Slot()
    def _on_find_closed(self) -> None:
        self.text_edit.setFocus()

    @Slot()
    def _on_closed(self) -> None:
        self.closed.emit(self)

    @Slot()
    def _count_words(self) -> None:
        characters = self.text_edit.document().characterCount() - 1
        if characters > _COUNTED_CHARS:
            self.status.show_words(f"{characters:,} characters")
            return
        words = len(self.text_edit.text().split())
        self.status.show_words(f"{words:,} word{'' if words == 1 else 's'}")


_ABOUT = (
    "Foretype finishes what you are typing, with a recurrent language model on your own machine. "
    "Nothing you type leaves it."
)


def _shortcut_sheet(preferences: Preferences) -> str:
    chosen = keys(preferences.keys)
    rows = (
        f"<tr><td>{s.label.replace('&', '').rstrip('…')}</td><td>&nbsp;&nbsp;<b>{chosen[s.command]}</b></td></tr>"
        for s in SHORTCUTS
        if chosen[s.command]
    )
    return f"<table>{''.join(rows)}</table>"
