"""The composition root: builds the objects and connects every signal that crosses them."""

import sys
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QApplication

from editor.editor_window import EditorWindow
from editor.errors import DocumentError
from editor.gallery_dock import GalleryDock
from editor.garbage import GuiGarbageCollector
from editor.inference_worker import InferenceThread
from editor.last_session import LastSession
from editor.messages import ModelState, RequestIds
from editor.models_desk import ModelsDesk
from editor.paths import Paths
from editor.personal_learning import PersonalLearning
from editor.preferences import Preferences, PreferencesFile
from editor.qt_messages import log_qt_messages
from editor.recent_files import RecentFiles
from editor.recent_menu import RecentMenu
from editor.recovery import recover
from editor.shortcuts import Command
from editor.suggestion_engine import EngineLoader
from editor.theme import ThemeName, chosen_theme, palette, style_sheet
from editor.window_place import WindowPlace, put
from editor.worth_file import WorthKeeper
from resources import shipped_model, shipped_models

_SHIPPED, _SHIPPED_HTML = "english", "html"
_SWITCH_INTERVAL_S = 0.001


class Foretype(QObject):
    """The program: preferences, the inference thread and the windows.

    Signals:
        model_changed(ModelState): another model answers by default now, or none.
    """

    model_changed = Signal(object)

    def __init__(
        self, paths: Paths, load: EngineLoader, parent: QObject | None = None, *, html_model: Path | None = None
    ) -> None:
        """`html_model` answers in HTML documents; without one the default model does."""
        super().__init__(parent)
        self._paths = paths
        self._preferences_file = PreferencesFile(paths.preferences)
        self.preferences = self._preferences_file.read()
        self._garbage = GuiGarbageCollector(self)
        self._ids = RequestIds()
        self.inference = InferenceThread(load, self._ids, self)
        self.inference.model_changed.connect(self._on_model_changed)
        self.learning = PersonalLearning(paths.learned, self.inference, self)
        self.learning.preferences_changed.connect(self._on_preferences_changed)
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
        self._html_model = html_model
        self._html_state: ModelState | None = None
        self.windows: list[EditorWindow] = []
        self.gallery = GalleryDock(paths.gallery, paths.cache / "faces", self)
        self._dress()
        hints = QApplication.styleHints()
        hints.colorSchemeChanged.connect(self._on_scheme_changed)

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
        window = EditorWindow(
            self._paths.recovery,
            self._ids,
            html_model=self._html_model,
            writing_ids=self.inference.writing_ids,
            worth=self.worth,
        )
        window.model_wanted.connect(self.inference.load_requested)
        recent = RecentMenu(self.recent, window.session, window.main_window)
        recent.said.connect(window.status.say)
        window.main_window.insert_menu(recent, before=Command.SAVE)
        try:
            if path is not None:
                window.session.load(path)
        except Exception:
            window.discard()
            raise
        self.windows.append(window)
        self.gallery.attach(window)
        window.controller.requested.connect(self.inference.requested)
        self.inference.replied.connect(window.controller.on_replied)
        window.main_window.commanded.connect(self.models.on_commanded)
        window.writing.requested.connect(self.inference.writing_requested)
        self.inference.written.connect(window.writing.on_written)
        window.preferences_changed.connect(self._on_preferences_changed)
        window.window_requested.connect(self._on_window_requested)
        window.closed.connect(self._on_window_closed)
        window.quit_requested.connect(self._on_quit_requested)
        if self._html_state is not None:
            window.show_model(self._html_state)
        self.learning.add_window(window)
        window.apply(self.preferences, chosen_theme(self.preferences.theme))
        window.show_model(self.model)
        window.main_window.show()
        self.last_session.add_window(window)
        return window

    def restore_windows(self) -> int:
        """Open a window for every text that a crash left; return how many."""
        unsaved = recover(self._paths.recovery)
        for text in unsaved:
            window = self.open_window()
            window.restore(text)
        return len(unsaved)

    def restore_session(self) -> None:
        """Open the files of the last session where they were; a text that a crash left is only put in its place."""
        if not self.preferences.restore_session:
            return
        lost = []
        places = self.last_session.read()
        opened = {window.session.path: window for window in self.windows}
        for place in places:
            if place.path is None:
                continue
            try:
                if place.path not in opened and not place.path.exists():
                    lost.append(f"{place.path.name} no longer exists")
                    continue
                window = opened.get(place.path) or self.open_window(place.path)
            except DocumentError as exc:
                lost.append(str(exc))
                continue
            opened[place.path] = window
            put(window, place)
        if places and not self.windows:
            put(self.open_window(), WindowPlace(None, geometry=places[0].geometry))
        if lost:
            self._on_said(f"Of the last session: {'; '.join(lost)}")

    @Slot(object)
    def on_files_received(self, paths: list[Path]) -> None:
        """Open what another start of the program was asked to open, and come to the front with it."""
        failures = []
        window = None if paths else self.open_window()
        for path in paths:
            try:
                window = self._window_with(path)
            except DocumentError as exc:
                failures.append(str(exc))
        if window is None:
            window = self.windows[0] if self.windows else self.open_window()
        window.come_to_front()
        if failures:
            window.dialogs.warn("\n".join(failures))

    @Slot()
    def save_texts(self) -> None:
        """Write every unsaved text to its journal, now."""
        for window in self.windows:
            window.journal.write()

    def stop(self) -> None:
        """End the inference thread; nothing is asked afterwards. What is unsaved comes back at the next start."""
        self.gallery.stop()
        self.last_session.stop()
        for window in list(self.windows):
            self.learning.remove_window(window)
            window.discard(keeps_text=True)
        self.windows.clear()
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
        self.last_session.set_on(preferences.restore_session)
        self._dress()
        theme = chosen_theme(preferences.theme)
        for window in self.windows:
            window.apply(preferences, theme)
        try:
            self._preferences_file.write(preferences)
        except OSError as exc:
            for window in self.windows:
                window.main_window.status.say(f"The preferences cannot be saved: {exc.strerror or exc}")

    @Slot(str)
    def _on_model_chosen(self, folder: str) -> None:
        self._on_preferences_changed(replace(self.preferences, model=folder))

    @Slot(str)
    def _on_said(self, sentence: str) -> None:
        for window in self.windows:
            window.status.say(sentence)

    @Slot()
    def _on_scheme_changed(self) -> None:
        self._dress()
        for window in self.windows:
            window.apply(self.preferences, chosen_theme(self.preferences.theme))

    @Slot(object)
    def _on_window_requested(self, path: Path | None) -> None:
        there = next((window for window in self.windows if path and window.session.path == path.absolute()), None)
        if there is not None:
            there.come_to_front()
            return
        try:
            self.open_window(path)
        except DocumentError as exc:
            self.windows[0].dialogs.warn(str(exc))

    @Slot()
    def _on_quit_requested(self) -> None:
        self.last_session.begin_quit()
        QApplication.closeAllWindows()
        self.last_session.end_quit()

    @Slot(object)
    def _on_window_closed(self, window: EditorWindow) -> None:
        self.windows.remove(window)
        self.last_session.remove_window(window)
        self.gallery.detach(window)
        self.learning.remove_window(window)
        window.discard()

    def _window_with(self, path: Path) -> EditorWindow:
        for window in self.windows:
            if window.session.path == path:
                return window
        free = next((window for window in self.windows if window.session.is_pristine), None)
        if free is None:
            return self.open_window(path)
        free.session.load(path)
        return free

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
    application.setDesktopFileName("foretype")
    application.setStyle("Fusion")
    return application
