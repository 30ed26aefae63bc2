"""The spelling side of the program: the checker, the pages it looks at, the choice of a language."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QLocale, QObject, Signal, Slot

from editor.editor_window import EditorWindow
from editor.page_spelling import PageSpelling
from editor.preferences import Preferences
from editor.shortcuts import Command
from editor.spell_checker import SpellChecker
from editor.spelling import Dictionaries
from editor.spelling_menu import SpellingMenu
from editor.word_list import WordList


class SpellingDesk(QObject):
    """Connects the windows with the one checker; lives on the GUI thread.

    Signals:
        preferences_changed(Preferences): the person chose another language.
    """

    preferences_changed = Signal(object)

    def __init__(self, dictionaries: Dictionaries, own_words: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.checker = SpellChecker(dictionaries, WordList(own_words), QLocale.system().name(), self)
        self._preferences = Preferences()
        self._pages: dict[EditorWindow, PageSpelling] = {}

    def apply(self, preferences: Preferences) -> None:
        """Look words up in the language that `preferences` say."""
        self._preferences = preferences
        self.checker.set_wish(preferences.spelling)

    def add_window(self, window: EditorWindow) -> None:
        """Look at a window's page until it is removed."""
        page = PageSpelling(window.text_edit, window.marks, window.session, self.checker, window)
        page.said.connect(window.status.say)
        window.main_window.commanded.connect(page.on_commanded)
        menu = SpellingMenu(self.checker, window.main_window)
        menu.chosen.connect(self._on_chosen)
        window.main_window.insert_menu(menu, before=Command.TOGGLE_BAR)
        self._pages[window] = page

    def remove_window(self, window: EditorWindow) -> None:
        """Look at a window's page no more."""
        page = self._pages.pop(window, None)
        if page is not None:
            page.stop()

    def page(self, window: EditorWindow) -> PageSpelling:
        """Return what looks at a window's page."""
        return self._pages[window]

    def stop(self) -> None:
        """End the checker's thread."""
        for page in self._pages.values():
            page.stop()
        self._pages.clear()
        self.checker.stop()

    @Slot(str)
    def _on_chosen(self, language: str) -> None:
        self.preferences_changed.emit(replace(self._preferences, spelling=language))
