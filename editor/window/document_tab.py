"""One open document: its page, the bars around it and all that works on it; it knows no other document."""

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from editor.files.dialogs import Dialogs
from editor.files.disk_bar import DiskBar
from editor.files.disk_watcher import DiskWatcher
from editor.files.document import is_there
from editor.files.edit_log import EditLog
from editor.files.file_watch import FileWatch
from editor.files.recovery import RecoveryJournal, Unsaved
from editor.files.session import DiskChange, DocumentSession
from editor.learning.document_learning import DocumentLearning
from editor.page.held_key import HeldKey
from editor.page.latency import LatencyLog
from editor.page.line_pieces import LONGEST_LINE
from editor.page.page_editing import PageEditing
from editor.page.page_marks import PageMarks
from editor.page.text_edit import TextEdit
from editor.searching.find_bar import FindBar
from editor.settings.numerals import numeral
from editor.settings.preferences_keeper import PreferencesKeeper
from editor.settings.shortcuts import Command, keys, typing_bindings
from editor.settings.theme import chosen_theme
from editor.settings.typography import page_font
from editor.suggestions.messages import ModelState, RequestIds
from editor.suggestions.model_desk import ModelDesk
from editor.suggestions.suggestion_bar import SuggestionBar
from editor.suggestions.suggestion_controller import SuggestionController
from editor.suggestions.suggestion_policy import SuggestionPolicy
from editor.suggestions.worth import Worth
from editor.suggestions.writing_controller import WritingController
from editor.suggestions.writing_panel import WritingPanel
from editor.translation import tr
from editor.widgets.announcer import Announcer
from editor.window.counts_view import CountsView
from editor.window.document_commands import DocumentCommands
from editor.window.document_export import DocumentExport
from editor.window.first_hint import FirstHint
from editor.window.format_menu import FormatMenu
from editor.window.indent_menu import IndentMenu
from editor.window.qt_dialogs import QtDialogs
from editor.window.status_line import StatusLine
from editor.window.suggestion_switch import SuggestionSwitch
from lm.model.document_kind import BEGINNING_CHARS


class DocumentTab(QWidget):
    """Everything that belongs to one document, but the status line, which its window shows in the status bar.

    Signals:
        commanded(Command): to be emitted by whoever has a command for this document.
        file_met(Path): this file was opened or saved here.
        face_dropped(Path): a picture of the gallery was dropped on the page.
        title_changed(): the document has another name, or other changes that are not saved.
        ticks_changed(): another `ticks`.
    """

    commanded = Signal(object)
    file_met = Signal(object)
    face_dropped = Signal(object)
    title_changed = Signal()
    ticks_changed = Signal()

    def __init__(
        self,
        recovery_folder: Path,
        ids: RequestIds,
        dialogs: Dialogs | None = None,
        *,
        preferences: PreferencesKeeper | None = None,
        models: ModelDesk | None = None,
        writing_ids: RequestIds | None = None,
        worth: Worth | None = None,
        disk_watcher: DiskWatcher | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__()
        self.preferences = preferences or PreferencesKeeper(parent=self)
        self.latency = LatencyLog()
        self.text_edit = TextEdit(self.latency, clock=clock)
        self.text_edit.setAcceptDrops(True)
        self.marks = PageMarks(self.text_edit)
        self.editing = PageEditing(self.text_edit, self.marks, self)
        self.find_bar = FindBar(self.text_edit, self.marks)
        self.bar = SuggestionBar()
        self.status = StatusLine()
        self.dialogs: Dialogs = dialogs or QtDialogs(self)
        counts = worth if worth is not None else Worth()
        self.latency.ghost_listener = counts.ghost_painted
        self.controller = SuggestionController(self.text_edit, ids, self.latency, self, counts, clock)
        self.session = DocumentSession(self.text_edit, self.dialogs, self)
        edits = EditLog(self.text_edit.breaks, self)
        session = self.session
        self.journal = RecoveryJournal(
            recovery_folder, session.unsaved, self, edits=edits.take, outline=session.unsaved_outline
        )
        self.learning = DocumentLearning(self.text_edit, self.session, self.preferences, self)
        self.format_menu = FormatMenu(self.session, self)
        self.status.set_format_menu(self.format_menu)
        self.indent_menu = IndentMenu(self.status, self)
        self.indent_menu.show_choice(self.editing.indent)
        self.counts_view = CountsView(self.status, self)
        self.counts_view.show_page(self.text_edit, self.editing.counts)
        self.disk_bar = DiskBar()
        self.file_watch = FileWatch(self.session, disk_watcher or DiskWatcher(self), self)
        self.export = DocumentExport(self.text_edit, self.session, self)
        self.announcer = Announcer(self.text_edit)
        self.held_key = HeldKey(self.text_edit, self.controller)
        self.hint = FirstHint(self)
        self.editing.room.strip_px = self.hint.coming_px
        self.switch = SuggestionSwitch(self.controller, self.session, self.status, self.preferences, self)
        self.writing_panel = WritingPanel()
        self.writing = WritingController(self.text_edit, self.writing_panel, writing_ids or RequestIds(), self)
        self.commands = DocumentCommands(self.text_edit, self.session, self.find_bar, self.controller, self)
        self._models = models or ModelDesk(parent=self)
        self._model: Path | None = None
        self._is_alone = False
        self._lay_out()
        self._connect()
        self._on_caret_moved()
        self._on_file_changed()
        self._show_model()

    @Slot()
    def apply(self) -> None:
        """Look and behave as the preferences say."""
        preferences = self.preferences.now
        theme = chosen_theme(preferences.theme)
        font = page_font(preferences.font_family, preferences.font_size_pt)
        self.text_edit.set_page_font(font)
        self.writing_panel.set_page_font(font)
        self.text_edit.set_ghost_color(QColor(theme.ghost))
        self.editing.apply(preferences, theme)
        self.text_edit.setTabChangesFocus(preferences.tab_moves_focus)
        bindings = typing_bindings(preferences.keys)
        chosen = keys(preferences.keys)
        self.text_edit.set_commands(bindings, self.controller, chosen.values())
        self.bar.set_keys(chosen)
        self.held_key.watch(preferences.held_key if preferences.held_only else None, bindings)
        self.hint.apply(preferences)
        self.announcer.is_on = preferences.announce
        self.bar.setVisible(preferences.bar_on and not self._is_alone)
        self.learning.apply()
        self._apply_policy()
        self._choose_model()

    @property
    def model(self) -> Path | None:
        """The folder of the model that answers here; None is the default."""
        return self._model

    def ticks(self) -> dict[Command, bool]:
        """Return which items of the menus are ticked for this document, and which are not."""
        return {
            Command.TYPE_SUGGESTIONS: self.switch.is_on_here,
            Command.SNOOZE: self.controller.is_snoozed,
            Command.PRIVATE_MODE: self.learning.is_private,
            Command.LEARN_DOCUMENT: self.learning.is_learned_from,
        }

    def menus(self) -> dict[Command, QMenu]:
        """Return the document's own menus, by the command that stands under each in the window's menus."""
        return {Command.PRINT: self.format_menu, Command.INDENT_LINES: self.indent_menu}

    def set_alone(self, is_alone: bool) -> None:
        """Show the page without the bar of words under it, or with it again."""
        self._is_alone = is_alone
        self.bar.setVisible(self.preferences.now.bar_on and not is_alone)

    def restore(self, unsaved: Unsaved) -> bool:
        """Show a text that a crash left; tell whether it is in a journal again."""
        self.session.restore(unsaved)
        return self.journal.write()

    def add_strip(self, strip: QWidget) -> None:
        """Show a strip directly under the page."""
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertWidget(1, strip)

    @Slot()
    def take_focus(self) -> None:
        """Let the next key go to the page."""
        self.text_edit.setFocus()

    def leave(self) -> None:
        """Another document comes to the front: no suggestion waits here."""
        self.controller.on_interrupted()

    def discard(self, *, keeps_text: bool = False) -> None:
        """Give up the document, without a question; with `keeps_text` what is unsaved comes back at the next start."""
        self.preferences.changed.disconnect(self.apply)
        self._models.changed.disconnect(self._on_model_changed)
        self.find_bar.stop()
        self.editing.stop()
        self.writing.discard()
        self.learning.stop()
        self.counts_view.stop()
        self.file_watch.stop()
        self.journal.close(keeps_text=keeps_text)
        self.hide()
        self.status.deleteLater()
        self.deleteLater()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.text_edit, 1)
        for strip in (self.writing_panel, self.disk_bar, self.find_bar, self.hint, self.bar):
            layout.addWidget(strip)
        self.find_bar.hide()

    def _connect(self) -> None:
        controller, learning, session = self.controller, self.learning, self.session
        self.preferences.changed.connect(self.apply)
        self._models.changed.connect(self._on_model_changed)
        self._connect_page()
        self._connect_file()
        for part in (self.switch, self.commands, self.editing, self.counts_view, self.writing, self.export, learning):
            self.commanded.connect(part.on_commanded)
        told = (session.saved, session.reloaded, session.copied, self.journal.failed, self.export.said, learning.said)
        for said in (*told, controller.failed, self.writing.refused):
            said.connect(self.status.say)
        controller.words_changed.connect(self.bar.set_words)
        controller.settled.connect(self.bar.on_settled)
        controller.alternative_changed.connect(self.bar.set_alternative)
        controller.replied.connect(self.status.show_latency)
        controller.switched.connect(self._on_switched)
        controller.taken.connect(self.hint.on_taken)
        for listener in (self.announcer.announce, self.hint.on_ghost_appeared, self.editing.on_ghost_appeared):
            controller.ghost_appeared.connect(listener)
        self.hint.learned.connect(self._on_hint_learned)
        self.held_key.changed.connect(controller.set_held)
        self.bar.word_chosen.connect(controller.take_bar_word)
        self.writing.finished.connect(self.announcer.announce)
        learning.state_changed.connect(self._on_learning_changed)

    def _connect_page(self) -> None:
        edit, controller = self.text_edit, self.controller
        edit.edited.connect(controller.on_edited)
        edit.caret_moved.connect(controller.on_caret_moved)
        edit.interrupted.connect(controller.on_interrupted)
        edit.composition_started.connect(controller.on_interrupted)
        edit.soft_space_spent.connect(controller.on_soft_space_spent)
        edit.caret_moved.connect(self._on_caret_moved)
        edit.textChanged.connect(self._on_text_changed)
        edit.face_dropped.connect(self.face_dropped)
        # A message that is said before the bar is on the screen would be painted over its labels.
        edit.breaks.cut.connect(self._on_line_cut, Qt.ConnectionType.QueuedConnection)
        self.find_bar.closed.connect(self.take_focus)

    def _connect_file(self) -> None:
        session, disk_bar = self.session, self.disk_bar
        session.file_changed.connect(self._on_file_changed)
        session.opened.connect(self._on_file_met)
        session.saved.connect(self._on_file_met)
        self.file_watch.noticed.connect(self._on_disk_noticed)
        disk_bar.reload_wanted.connect(session.reload)
        disk_bar.keep_wanted.connect(session.keep)
        disk_bar.compare_wanted.connect(session.compare)
        disk_bar.save_wanted.connect(session.save_again)
        disk_bar.keep_wanted.connect(disk_bar.dismiss)
        disk_bar.asked.connect(self.announcer.say)

    def _apply_policy(self) -> None:
        self.controller.set_policy(SuggestionPolicy.of(self.preferences.now, self.session.suffix))

    def _choose_model(self) -> None:
        """Let the model answer that fits the document."""
        beginning = self.text_edit.beginning(BEGINNING_CHARS)
        path = self.session.path
        self.editing.show_kind(path.name if path is not None else "", self.session.suffix, beginning)
        is_html_wanted = self.preferences.now.html_model_on
        model = self._models.model_for(self.session.suffix, beginning, is_html_wanted=is_html_wanted)
        if model != self._model:
            self._model = model
            self._show_model()

    def _show_model(self) -> None:
        can_ask = self._models.can_ask(self._model)
        self.controller.set_model(self._model, can_ask=can_ask)
        self.writing.set_model(self._model, can_ask=can_ask)
        state = self._models.state(self._model)
        self.status.show_model(state.name, state.failure)
        if state.failure and state.name:
            self.status.say(tr("“{model}” answers here: {failure}").format(model=state.name, failure=state.failure))

    @Slot(object)
    def _on_model_changed(self, state: ModelState) -> None:
        if state.model in (None, self._model):
            self._show_model()

    @Slot()
    def _on_switched(self) -> None:
        self.switch.show()
        self.ticks_changed.emit()

    @Slot()
    def _on_hint_learned(self) -> None:
        self.preferences.change(hint_seen=True)

    @Slot(str)
    def _on_learning_changed(self, state: str) -> None:
        self.status.show_learning(state)
        self.ticks_changed.emit()

    @Slot()
    def _on_caret_moved(self) -> None:
        line, column = self.text_edit.line_and_column()
        self.status.show_caret(line + 1, column + 1)

    @Slot()
    def _on_text_changed(self) -> None:
        self.journal.note_change()
        self._choose_model()

    @Slot()
    def _on_line_cut(self) -> None:
        sentence = tr("Lines of more than {count} characters are shown in pieces")
        self.status.say(sentence.format(count=numeral(LONGEST_LINE)))

    @Slot()
    def _on_file_changed(self) -> None:
        self.status.show_format(str(self.session.format))
        self.title_changed.emit()
        self.journal.note_change()
        self._apply_policy()
        self._choose_model()

    @Slot()
    def _on_file_met(self) -> None:
        path = self.session.path
        if path is not None and is_there(path):
            self.file_met.emit(path)

    @Slot(object)
    def _on_disk_noticed(self, change: DiskChange) -> None:
        self.disk_bar.ask(self.session.name, change)
