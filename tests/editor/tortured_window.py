"""A real window with its tabs, each beside its reference: does an event to both and compares them."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent

from editor.desks.open_documents import OpenDocuments
from editor.files.dialogs import Choice
from editor.settings.preferences_keeper import PreferencesKeeper
from editor.settings.shortcuts import Command
from editor.suggestions.messages import ModelState, RequestIds
from editor.suggestions.model_desk import ModelDesk
from editor.window.document_tab import DocumentTab
from editor.window.editor_window import EditorWindow
from tests.editor.fake_dialogs import FakeDialogs
from tests.editor.tortured_document import Event, TorturedDocument

_MOST_TABS = 4
# The documents behind the one in front are compared at every so many events.
_LOOKS = 16


class TorturedWindow:
    """The documents that are open, in the order of their tabs."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._dialogs = FakeDialogs()
        self._preferences = PreferencesKeeper()
        self._preferences.change(theme="light")
        self._models = ModelDesk()
        self._models.on_model_changed(ModelState("fake"))
        self._ids = RequestIds()
        self._made = 0
        self._done = 0
        self._documents: dict[DocumentTab, TorturedDocument] = {}
        self._open = OpenDocuments(self._make_tab, self._make_window)
        self._open.tab_closing.connect(self._on_tab_closing)
        self._begin(self._open.open_window())

    def close(self) -> None:
        """Give the window up."""
        self._open.stop()
        self._open.deleteLater()

    def do(self, event: Event) -> None:
        """Do one event to the window and to the reference, and compare them."""
        name, *arguments = event
        mine = getattr(self, f"_do_{name}", None)
        if mine is None:
            self._documents[self._window.tab].do(event)
        else:
            mine(*arguments)
        self._done += 1
        if mine is not None or self._done % _LOOKS == 0:
            for document in self._documents.values():
                document.check("an event of another document")
        session, tabs = self._window.tab.session, self._window.tabs
        assert self._window.main_window.isWindowModified() == session.is_modified
        assert set(tabs.all()) == set(self._documents)
        assert tabs.current is tabs.all()[tabs.strip.currentIndex()]
        assert [text.startswith("•") for text in map(tabs.strip.tabText, range(len(tabs.all())))] == [
            tab.session.is_modified for tab in tabs.all()
        ]

    def _begin(self, window: EditorWindow) -> None:
        self._window = window
        window.main_window.resize(500, 400)

    def _make_tab(self) -> DocumentTab:
        tab = DocumentTab(
            self._folder / "recovery",
            self._ids,
            self._dialogs,
            preferences=self._preferences,
            models=self._models,
        )
        tab.apply()
        self._made += 1
        self._documents[tab] = self._tortured(tab)
        return tab

    def _tortured(self, tab: DocumentTab) -> TorturedDocument:
        path = tab.session.path
        folder = path.parent if path is not None else self._folder / str(self._made)
        return TorturedDocument(tab, folder, self._dialogs, self._preferences.now)

    def _make_window(self, tab: DocumentTab) -> EditorWindow:
        return EditorWindow(tab)

    def _on_tab_closing(self, tab: DocumentTab) -> None:
        del self._documents[tab]

    def _open_path(self, path: Path | None) -> None:
        if path is not None and path.exists() and path.read_bytes():
            self._open.open_file(path, self._window)
            tab = self._window.tab
            if tab.session.path == path:
                self._documents[tab] = self._tortured(tab)

    # Tabs.

    def _do_new_tab(self) -> None:
        if len(self._documents) < _MOST_TABS:
            self._window.main_window.commanded.emit(Command.NEW)
        self._window.main_window.resize(500, 400)

    def _do_switch(self, is_next: bool) -> None:
        self._window.main_window.commanded.emit(Command.NEXT_TAB if is_next else Command.PREVIOUS_TAB)
        assert len(self._documents) == 1 or not self._window.tab.text_edit.ghost_text(), "a ghost waited in another tab"

    def _do_rearrange(self, place: float, to: float) -> None:
        count = len(self._documents)
        self._window.tabs.strip.moveTab(int(place * count), int(to * count))

    def _do_close_tab(self, choice: Choice) -> None:
        """Close the document in front, if it lets itself be closed; the last takes the window with it."""
        document = self._documents[self._window.tab]
        may_close = document.may_close(choice)
        count = len(self._documents)
        assert self._window.close_tab(self._window.tab) == may_close
        assert len(self._documents) == count - may_close
        self._go_on()
        if may_close:
            self._open_path(document.path)

    def _do_close_window(self, choice: Choice) -> None:
        documents = [self._documents[tab] for tab in self._window.tabs.all()]
        may_close = all(document.may_close(choice) for document in documents)
        assert self._window.main_window.close() == may_close
        assert bool(self._documents) != may_close
        self._go_on()

    def _go_on(self) -> None:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        if not self._documents:
            self._begin(self._open.open_window())

    # Preferences.

    def _do_preferences(self, changes: tuple[tuple[str, object], ...]) -> None:
        self._preferences.change(**dict(changes))
        for document in self._documents.values():
            document.set_preferences(self._preferences.now)

    def _do_full_screen(self) -> None:
        self._window.main_window.commanded.emit(Command.FULL_SCREEN)
        self._window.main_window.commanded.emit(Command.FULL_SCREEN)
