"""The composition root: builds the objects and connects every signal that crosses them."""

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QApplication

from editor.desks.gallery_dock import GalleryDock
from editor.desks.last_session import LastSession
from editor.desks.models_desk import ModelsDesk
from editor.desks.open_documents import OpenDocuments
from editor.desks.personal_learning import PersonalLearning
from editor.desks.session_restore import SessionRestore
from editor.desks.spelling_desk import SpellingDesk
from editor.files.disk_watcher import DiskWatcher
from editor.files.recent_files import RecentFiles
from editor.files.recovery import Unsaved, recover_each
from editor.how_it_works.dock import HowItWorksDock
from editor.process.garbage import GuiGarbageCollector
from editor.process.paths import Paths
from editor.process.qt_messages import log_qt_messages
from editor.settings.preferences import Preferences, PreferencesFile
from editor.settings.shortcuts import Command
from editor.settings.theme import ThemeName, chosen_theme, palette, style_sheet
from editor.spelling.spelling import Dictionaries
from editor.suggestions.inference_worker import InferenceThread
from editor.suggestions.messages import ModelState, RequestIds
from editor.suggestions.suggestion_engine import EngineLoader
from editor.suggestions.worth_file import WorthKeeper
from editor.translation import reason_of, tr
from editor.window.document_tab import DocumentTab
from editor.window.editor_window import EditorWindow
from editor.window.main_window import MainWindow
from editor.window.recent_menu import RecentMenu
from resources import shipped_model, shipped_models

if TYPE_CHECKING:
    from editor.desks.recovery_desk import RecoveryDesk

_SHIPPED, _SHIPPED_HTML = "english", "html"
_SWITCH_INTERVAL_S = 0.001


class Foretype(QObject):
    """The program: preferences, the inference thread and the open documents.

    Signals:
        model_changed(ModelState): another model answers by default now, or none.
    """

    model_changed = Signal(object)

    def __init__(
        self,
        paths: Paths,
        load: EngineLoader,
        parent: QObject | None = None,
        *,
        html_model: Path | None = None,
        dictionaries: Dictionaries | None = None,
        preferences: Preferences | None = None,
    ) -> None:
        """Begin with `preferences`, or those in the file.

        `html_model` answers in HTML documents, without one the default model; without `dictionaries` no spelling.
        """
        super().__init__(parent)
        self._paths = paths
        self._preferences_file = PreferencesFile(paths.preferences)
        self.preferences = self._preferences_file.read() if preferences is None else preferences
        self._garbage = GuiGarbageCollector(self)
        self._ids = RequestIds()
        self.inference = InferenceThread(load, self._ids, self)
        self.inference.model_changed.connect(self._on_model_changed)
        self.learning = PersonalLearning(paths.learned, self.inference, self)
        self.learning.preferences_changed.connect(self._on_preferences_changed)
        self.learning.said.connect(self._on_said)
        self.learning.apply(self.preferences)
        self.models = ModelsDesk(paths.profiles, shipped_model(_SHIPPED), self)
        self.models.choice.load_requested.connect(self.inference.load_requested)
        self.models.choice.chosen.connect(self._on_model_chosen)
        self.models.said.connect(self._on_said)
        self.model = ModelState("")
        self.worth = WorthKeeper(paths.worth, self)
        self.recent = RecentFiles(paths.recent)
        self.last_session = LastSession(paths.last_session, self)
        self.last_session.set_on(self.preferences.restore_session)
        self.recovery: RecoveryDesk | None = None
        self._disk_watcher = DiskWatcher(self)
        self._html_model = html_model
        self._html_state: ModelState | None = None
        self.documents = OpenDocuments(self._make_tab, self._make_window, self)
        self.documents.window_opened.connect(self._on_window_opened)
        self.documents.window_closing.connect(self._on_window_closing)
        self.documents.tab_closing.connect(self._on_tab_closing)
        self.restore = SessionRestore(self.documents, self)
        self.restore.finished.connect(self._on_session_restored)
        self.spelling = SpellingDesk(dictionaries, paths.words, self) if dictionaries is not None else None
        if self.spelling is not None:
            self.spelling.preferences_changed.connect(self._on_preferences_changed)
            self.spelling.apply(self.preferences)
        self.gallery = GalleryDock(paths.gallery, paths.cache / "faces", self)
        self.how_it_works = HowItWorksDock(self)
        self.how_it_works.opinions_requested.connect(self.inference.opinions_requested)
        self.inference.opined.connect(self.how_it_works.on_opined)
        self._dress()
        hints = QApplication.styleHints()
        hints.colorSchemeChanged.connect(self._on_scheme_changed)

    @property
    def windows(self) -> list[EditorWindow]:
        """The windows, in the order in which they were opened."""
        return self.documents.windows

    def use_theme(self, theme: ThemeName | None) -> None:
        """Dress in `theme` for this run; None leaves the preferences' choice."""
        if theme is not None:
            self.preferences = replace(self.preferences, theme=theme)
            self._dress()

    def start(self, model: Path | None) -> None:
        """Start the inference thread and load a model on it: `model`, the chosen one, or the one that ships."""
        self.learning.start()
        self.inference.start()
        self.models.choice.start(model, self.preferences.model)
        self.models.offer_unfinished()

    def open_window(self, path: Path | None = None) -> EditorWindow:
        """Show another window, with a file in it; raises DocumentError."""
        return self.documents.open_window(path)

    def open_file(self, path: Path) -> None:
        """Show a file in the front window, or in the first; raises DocumentError."""
        self.documents.open_file(path)

    def restore_texts(self) -> int:
        """Open every text that a crash left, with the view of what was recovered; return how many."""
        broken = recover_each(self._paths.recovery, self._restore_text)
        for path in broken:
            self._recovery_desk().add_broken(path)
        if self.recovery is None:
            return 0
        if self.windows:
            self.recovery.show_in(self.windows[0].main_window)
        return self.recovery.text_count

    def restore_session(self, *, at_leisure: bool = False) -> None:
        """Open the files of the last session where they were; a text that a crash left is only put in its place.

        `at_leisure` opens those that were not in front while the window is there already.
        """
        if not self.preferences.restore_session:
            return
        self.restore.begin(self.last_session.read())
        self.last_session.is_held = True
        if self.recovery is not None:
            # A text that is in no file is not left behind one that is.
            self.recovery.bring_to_front()
        if not at_leisure:
            self.restore.finish()

    @Slot(object)
    def on_files_received(self, paths: list[Path]) -> None:
        """Open what another start of the program was asked to open, and come to the front with it."""
        window = self.documents.front if paths else self.open_window()
        window = self.documents.open_files(paths, window or self.open_window())
        if window is not None:
            window.come_to_front()

    @Slot()
    def save_texts(self) -> None:
        """Write every unsaved text to its journal, now."""
        for tab in self.documents.tabs():
            tab.journal.write()

    def stop(self) -> None:
        """End the inference thread; nothing is asked afterwards. What is unsaved comes back at the next start."""
        self.gallery.stop()
        self.how_it_works.stop()
        self.restore.stop()
        self.last_session.stop()
        if self.recovery is not None:
            self.recovery.stop()
            self.recovery = None
        self.documents.stop()
        if self.spelling is not None:
            self.spelling.stop()
        self.learning.stop()
        self.models.stop()
        self.inference.stop()
        self.worth.stop()
        self._garbage.stop()

    @Slot(object)
    def _on_model_changed(self, state: ModelState) -> None:
        if state.model is None:
            self.models.on_model_changed(state)
            state = self.models.choice.named(state)
        for window in self.windows:
            window.show_model(state)
        if state.model is not None:
            self._html_state = state
            return
        self.model = state
        self.model_changed.emit(state)

    @Slot(object)
    def _on_preferences_changed(self, preferences: Preferences) -> None:
        self.preferences = preferences
        self.learning.apply(preferences)
        if self.spelling is not None:
            self.spelling.apply(preferences)
        self.last_session.set_on(preferences.restore_session)
        self._dress()
        theme = chosen_theme(preferences.theme)
        for window in self.windows:
            window.apply(preferences, theme)
        try:
            self._preferences_file.write(preferences)
        except OSError as exc:
            for window in self.windows:
                window.say(tr("The preferences cannot be saved: {reason}").format(reason=reason_of(exc)))

    @Slot(str)
    def _on_model_chosen(self, folder: str) -> None:
        self._on_preferences_changed(replace(self.preferences, model=folder))

    @Slot(str)
    def _on_said(self, sentence: str) -> None:
        for window in self.windows:
            window.say(sentence)

    @Slot(object)
    def _on_session_restored(self, lost: list[str]) -> None:
        self.last_session.is_held = False
        if lost:
            self._on_said(tr("Of the last session: {lost}").format(lost="; ".join(lost)))

    @Slot()
    def _on_scheme_changed(self) -> None:
        self._dress()
        for window in self.windows:
            window.apply(self.preferences, chosen_theme(self.preferences.theme))

    def _restore_text(self, unsaved: Unsaved) -> bool:
        tab = self.documents.open_free_tab()
        is_safe = tab.restore(unsaved)
        tab.add_strip(self._recovery_desk().add(unsaved, tab))
        return is_safe

    def _recovery_desk(self) -> "RecoveryDesk":
        if self.recovery is None:
            # Seldom needed: the first window is there sooner without it.
            from editor.desks.recovery_desk import RecoveryDesk

            self.recovery = RecoveryDesk(self)
            self.recovery.page_wanted.connect(self.documents.show_tab)
            self.recovery.said.connect(self._on_said)
            self.recovery.listed.connect(self._on_recovered_listed)
        return self.recovery

    def _make_tab(self) -> DocumentTab:
        tab = DocumentTab(
            self._paths.recovery,
            self._ids,
            html_model=self._html_model,
            writing_ids=self.inference.writing_ids,
            worth=self.worth.worth,
            disk_watcher=self._disk_watcher,
        )
        tab.model_wanted.connect(self.inference.load_requested)
        tab.controller.requested.connect(self.inference.requested)
        self.inference.replied.connect(tab.controller.on_replied)
        tab.writing.requested.connect(self.inference.writing_requested)
        self.inference.written.connect(tab.writing.on_written)
        tab.preferences_changed.connect(self._on_preferences_changed)
        tab.file_met.connect(self._on_file_met)
        tab.face_dropped.connect(self.gallery.on_face_dropped)
        if self._html_state is not None:
            tab.show_model(self._html_state)
        self.learning.add_tab(tab)
        tab.apply(self.preferences, chosen_theme(self.preferences.theme))
        tab.show_model(self.model)
        if self.spelling is not None:
            self.spelling.add_tab(tab)
        return tab

    def _make_window(self, tab: DocumentTab) -> EditorWindow:
        window = EditorWindow(tab, worth=self.worth)
        recent = RecentMenu(self.recent, window.main_window)
        recent.said.connect(window.say)
        recent.file_chosen.connect(window.open_file)
        window.main_window.insert_menu(recent, before=Command.SAVE)
        if self.spelling is not None:
            self.spelling.add_window(window.main_window)
        self.gallery.attach(window)
        self.how_it_works.attach(window)
        window.main_window.commanded.connect(self.models.on_commanded)
        window.main_window.commanded.connect(self._on_commanded)
        window.main_window.set_enabled(Command.RECOVERED, self.recovery is not None and not self.recovery.is_empty)
        window.preferences_changed.connect(self._on_preferences_changed)
        window.quit_requested.connect(self._on_quit_requested)
        window.set_preferences(self.preferences)
        return window

    @Slot(object)
    def _on_window_opened(self, window: EditorWindow) -> None:
        self.last_session.add_window(window)
        if self.recovery is not None and self.recovery.waits_for_window:
            self.recovery.show_in(window.main_window)

    @Slot(object)
    def _on_window_closing(self, window: EditorWindow) -> None:
        self.last_session.remove_window(window)
        self.gallery.detach(window)
        if self.recovery is not None:
            self.recovery.leave(window.main_window)
        self.how_it_works.detach(window)
        self.learning.leave_window(window.main_window)
        if self.spelling is not None:
            self.spelling.remove_window(window.main_window)

    @Slot(object)
    def _on_tab_closing(self, tab: DocumentTab) -> None:
        if self.recovery is not None:
            self.recovery.remove(tab)
        self.learning.remove_tab(tab)
        if self.spelling is not None:
            self.spelling.remove_tab(tab)

    @Slot(object)
    def _on_commanded(self, command: Command) -> None:
        window = self.sender()
        if command is not Command.RECOVERED or not isinstance(window, MainWindow):
            return
        if self.recovery is None or self.recovery.is_empty:
            # From the list of all commands.
            self._on_said(tr("Nothing was recovered"))
        else:
            self.recovery.open_in(window)

    @Slot(bool)
    def _on_recovered_listed(self, is_any: bool) -> None:
        for window in self.windows:
            window.main_window.set_enabled(Command.RECOVERED, is_any)

    @Slot(object)
    def _on_file_met(self, path: Path) -> None:
        self.recent.add(path)

    @Slot()
    def _on_quit_requested(self) -> None:
        self.restore.finish()
        # Nothing is closed before the last question is answered.
        if not all(window.main_window.may_close() for window in self.windows):
            for window in self.windows:
                window.main_window.forget_answers()
            return
        self.last_session.begin_quit()
        QApplication.closeAllWindows()
        self.last_session.end_quit()

    def _dress(self) -> None:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        theme = chosen_theme(self.preferences.theme)
        application.setPalette(palette(theme))
        application.setStyleSheet(style_sheet(theme))


def shipped_html_model() -> Path | None:
    """Return the folder of the model for HTML documents, None where none ships."""
    return shipped_model(_SHIPPED_HTML) if _SHIPPED_HTML in shipped_models() else None


def make_application(arguments: list[str]) -> QApplication:
    """Return the Qt application with its name and style."""
    log_qt_messages()
    # The worker's Python code gives way to a key within a millisecond, not five.
    sys.setswitchinterval(_SWITCH_INTERVAL_S)
    application = QApplication([sys.argv[0], *arguments])
    application.setApplicationName("foretype")
    application.setApplicationDisplayName("Foretype")
    application.setDesktopFileName("org.foretype.Foretype")
    application.setStyle("Fusion")
    return application
