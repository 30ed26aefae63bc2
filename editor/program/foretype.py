"""The composition root: builds the objects and connects every signal that crosses them."""

import sys
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QApplication

from editor.desks.gallery_dock import GalleryDock
from editor.desks.last_session import LastSession
from editor.desks.open_documents import OpenDocuments
from editor.desks.personal_learning import PersonalLearning
from editor.desks.profiles_desk import ProfilesDesk
from editor.desks.recovery_desk import RecoveryDesk
from editor.desks.session_restore import SessionRestore
from editor.desks.spelling_desk import SpellingDesk
from editor.files.disk_watcher import DiskWatcher
from editor.files.recent_files import RecentFiles
from editor.how_it_works.dock import HowItWorksDock
from editor.process.garbage import GuiGarbageCollector
from editor.process.paths import Paths
from editor.process.qt_messages import log_qt_messages
from editor.settings.preferences import Preferences
from editor.settings.preferences_keeper import PreferencesKeeper
from editor.settings.shortcuts import Command
from editor.settings.style_sheet import dress
from editor.spelling.spelling import Dictionaries
from editor.suggestions.inference_worker import InferenceThread
from editor.suggestions.messages import ModelState, RequestIds
from editor.suggestions.model_desk import ModelDesk
from editor.suggestions.suggestion_engine import EngineLoader
from editor.suggestions.worth_file import WorthKeeper
from editor.translation import tr
from editor.window.document_tab import DocumentTab
from editor.window.editor_window import EditorWindow
from editor.window.recent_menu import RecentMenu
from lm.model.folder_layout import DEFAULT_MODEL, HTML_MODEL
from resources import shipped_model, shipped_models

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
        preferences: PreferencesKeeper | None = None,
    ) -> None:
        """Begin with `preferences`, or those in the file.

        `html_model` answers in HTML documents, without one the default model; without `dictionaries` no spelling.
        """
        super().__init__(parent)
        self._garbage = GuiGarbageCollector(self)
        self._ids = RequestIds()
        self._recovery_folder = paths.recovery
        self._disk_watcher = DiskWatcher(self)
        self.preferences = preferences or PreferencesKeeper(paths.preferences, self)
        self.inference = InferenceThread(load, self._ids, self)
        self.models = ModelDesk(html_model, self)
        self.profiles = ProfilesDesk(paths.profiles, shipped_model(DEFAULT_MODEL), self)
        self.learning = PersonalLearning(paths.learned, self.inference, self.preferences, self)
        self.worth = WorthKeeper(paths.worth, self)
        self.recent = RecentFiles(paths.recent)
        self.documents = OpenDocuments(self._make_tab, self._make_window, self)
        self.last_session = LastSession(paths.last_session, self)
        self.recovery = RecoveryDesk(paths.recovery, self.documents, self)
        self.restore = SessionRestore(self.documents, self)
        self.spelling = SpellingDesk(dictionaries, paths.words, self.preferences, self) if dictionaries else None
        self.gallery = GalleryDock(paths.gallery, paths.cache / "faces", self)
        self.how_it_works = HowItWorksDock(self)
        self._connect()
        self._on_preferences_changed(self.preferences.now)

    @property
    def windows(self) -> list[EditorWindow]:
        """The windows, in the order in which they were opened."""
        return self.documents.windows

    def start(self, model: Path | None) -> None:
        """Start the inference thread and load a model on it: `model`, the chosen one, or the one that ships."""
        self.learning.start()
        self.inference.start()
        self.profiles.choice.start(model, self.preferences.now.model)
        self.profiles.offer_unfinished()

    def open_window(self, path: Path | None = None) -> EditorWindow:
        """Show another window, with a file in it; raises DocumentError."""
        return self.documents.open_window(path)

    def open_file(self, path: Path) -> None:
        """Show a file in the front window, or in the first; raises DocumentError."""
        self.documents.open_file(path)

    def restore_session(self, *, at_leisure: bool = False) -> None:
        """Open the files of the last session where they were; a text that a crash left is only put in its place.

        `at_leisure` opens those that were not in front while the window is there already.
        """
        if not self.preferences.now.restore_session:
            return
        self.restore.begin(self.last_session.read())
        self.last_session.is_held = True
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
        self.recovery.stop()
        self.documents.stop()
        if self.spelling is not None:
            self.spelling.stop()
        self.learning.stop()
        self.profiles.stop()
        self.inference.stop()
        self.worth.stop()
        self._garbage.stop()

    def _connect(self) -> None:
        documents, inference = self.documents, self.inference
        self.preferences.changed.connect(self._on_preferences_changed)
        for each in (self.preferences.failed, self.learning.said, self.profiles.said, self.recovery.said):
            each.connect(self._on_said)
        inference.model_changed.connect(self.profiles.on_model_changed)
        self.profiles.choice.load_requested.connect(inference.load_requested)
        self.profiles.choice.chosen.connect(self._on_profile_chosen)
        self.profiles.model_changed.connect(self.models.on_model_changed)
        self.models.load_requested.connect(inference.load_requested)
        self.models.changed.connect(self._on_model_changed)
        self.how_it_works.opinions_requested.connect(inference.opinions_requested)
        inference.opined.connect(self.how_it_works.on_opined)
        documents.window_opened.connect(self.last_session.add_window)
        documents.window_closing.connect(self.last_session.remove_window)
        documents.window_closing.connect(self.gallery.detach)
        documents.window_closing.connect(self.how_it_works.detach)
        documents.window_closing.connect(self.learning.remove_window)
        documents.tab_closing.connect(self.learning.remove_tab)
        if self.spelling is not None:
            documents.window_closing.connect(self.spelling.remove_window)
            documents.tab_closing.connect(self.spelling.remove_tab)
        self.restore.finished.connect(self._on_session_restored)

    def _make_tab(self) -> DocumentTab:
        inference = self.inference
        tab = DocumentTab(
            self._recovery_folder,
            self._ids,
            preferences=self.preferences,
            models=self.models,
            writing_ids=inference.writing_ids,
            worth=self.worth.worth,
            disk_watcher=self._disk_watcher,
        )
        tab.controller.requested.connect(inference.requested)
        inference.replied.connect(tab.controller.on_replied)
        tab.writing.requested.connect(inference.writing_requested)
        inference.written.connect(tab.writing.on_written)
        tab.file_met.connect(self._on_file_met)
        tab.face_dropped.connect(self.gallery.on_face_dropped)
        self.learning.add_tab(tab)
        tab.apply()
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
            self.spelling.add_window(window)
        self.gallery.attach(window)
        self.how_it_works.attach(window)
        window.main_window.commanded.connect(self.profiles.on_commanded)
        window.quit_requested.connect(self._on_quit_requested)
        return window

    @Slot(object)
    def _on_model_changed(self, state: ModelState) -> None:
        if state.model is None:
            self.model_changed.emit(state)

    @Slot(object)
    def _on_preferences_changed(self, preferences: Preferences) -> None:
        self.last_session.set_on(preferences.restore_session)
        dress(preferences.theme)

    @Slot(str)
    def _on_profile_chosen(self, folder: str) -> None:
        self.preferences.change(model=folder)

    @Slot(str)
    def _on_said(self, sentence: str) -> None:
        for window in self.windows:
            window.say(sentence)

    @Slot(object)
    def _on_session_restored(self, lost: list[str]) -> None:
        self.last_session.is_held = False
        if lost:
            self._on_said(tr("Of the last session: {lost}").format(lost="; ".join(lost)))

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


def shipped_html_model() -> Path | None:
    """Return the folder of the model for HTML documents, None where none ships."""
    return shipped_model(HTML_MODEL) if HTML_MODEL in shipped_models() else None


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
