"""The spelling side of the program: the checker, the documents it checks, the choice of a language."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, Slot

from editor.process.timers import single_shot
from editor.settings.preferences_keeper import PreferencesKeeper
from editor.settings.shortcuts import Command
from editor.spelling.spelling import OFF, Dictionaries
from editor.spelling.spelling_menu import SpellingMenu
from editor.window.document_tab import DocumentTab
from editor.window.editor_window import EditorWindow
from editor.window.main_window import MainWindow

if TYPE_CHECKING:
    from editor.spelling.page_spelling import PageSpelling
    from editor.spelling.spell_checker import SpellChecker

# By then the first page is on the screen, its model is loaded and has made its first suggestion.
_START_DELAY_MS = 1500


class SpellingDesk(QObject):
    """Connects the documents with the one checker; lives on the GUI thread.

    The checker and what belongs to it are imported and made some time after the first window, or when the person asks.

    Attributes:
        checker: None before it is made.
        locale: the system's language, such as "en_US"; "C" for none.
    """

    def __init__(
        self,
        dictionaries: Dictionaries,
        own_words: Path,
        preferences: PreferencesKeeper,
        parent: QObject | None = None,
        *,
        delay_ms: int = _START_DELAY_MS,
    ) -> None:
        super().__init__(parent)
        self.checker: SpellChecker | None = None
        self.locale = QLocale.system().name()
        self._dictionaries = dictionaries
        self._own_words = own_words
        self._preferences = preferences
        preferences.changed.connect(self._on_preferences_changed)
        self._menus: dict[MainWindow, SpellingMenu] = {}
        self._tabs: list[DocumentTab] = []
        self._pages: dict[DocumentTab, PageSpelling] = {}
        self._delay = single_shot(self, delay_ms, self._on_delay_over)

    def add_window(self, editor_window: EditorWindow) -> None:
        """Offer the languages in the menus of a window, until it is removed."""
        window = editor_window.main_window
        menu = SpellingMenu(window)
        menu.aboutToShow.connect(self._on_menu_shown)
        menu.chosen.connect(self._on_chosen)
        window.insert_menu(menu, before=Command.TOGGLE_BAR)
        self._menus[window] = menu

    @Slot(object)
    def remove_window(self, window: EditorWindow) -> None:
        """Forget a window that closes."""
        self._menus.pop(window.main_window, None)

    def add_tab(self, tab: DocumentTab) -> None:
        """Check the spelling of a document until it is removed."""
        self._tabs.append(tab)
        tab.commanded.connect(self._on_commanded)
        if self.checker is not None:
            self._look_at(tab, self.checker)
        else:
            self._begin_soon()

    @Slot(object)
    def remove_tab(self, tab: DocumentTab) -> None:
        """Stop checking the spelling of a document."""
        if tab in self._tabs:
            self._tabs.remove(tab)
        page = self._pages.pop(tab, None)
        if page is not None:
            page.stop()

    def page(self, tab: DocumentTab) -> "PageSpelling":
        """Return the spelling of a document's page, once there is a checker."""
        return self._pages[tab]

    def begin(self) -> "SpellChecker":
        """Create the checker now."""
        if self.checker is None:
            from editor.spelling.spell_checker import SpellChecker
            from editor.spelling.word_list import WordList

            self._delay.stop()
            checker = SpellChecker(self._dictionaries, WordList(self._own_words), self.locale, self)
            checker.set_wish(self._preferences.now.spelling)
            checker.state_changed.connect(self._on_state_changed)
            self.checker = checker
            for tab in self._tabs:
                self._look_at(tab, checker)
        return self.checker

    def stop(self) -> None:
        """End the checker's thread."""
        self._delay.stop()
        for tab in list(self._tabs):
            self.remove_tab(tab)
        if self.checker is not None:
            self.checker.stop()

    def _look_at(self, tab: DocumentTab, checker: "SpellChecker") -> None:
        from editor.spelling.page_spelling import PageSpelling

        page = PageSpelling(tab.text_edit, tab.marks, tab.session, checker, tab)
        page.said.connect(tab.status.say)
        self._pages[tab] = page
        page.page.mark()

    def _begin_soon(self) -> None:
        if self._preferences.now.spelling != OFF and self._tabs and not self._delay.isActive():
            self._delay.start()

    @Slot()
    def _on_preferences_changed(self) -> None:
        if self.checker is not None:
            self.checker.set_wish(self._preferences.now.spelling)
        else:
            self._begin_soon()

    @Slot()
    def _on_delay_over(self) -> None:
        self.begin()

    @Slot()
    def _on_menu_shown(self) -> None:
        # A dictionary may have been installed meanwhile.
        self.begin().look_again()
        self._on_state_changed()

    @Slot()
    def _on_state_changed(self) -> None:
        if self.checker is not None:
            for menu in self._menus.values():
                menu.show_state(self.checker.state, self.checker.wish)

    @Slot(object)
    def _on_commanded(self, command: Command) -> None:
        if command is not Command.NEXT_MISSPELLING:
            return
        self.begin()
        sender = self.sender()
        for tab, page in self._pages.items():
            if tab is sender:
                page.search.begin()

    @Slot(str)
    def _on_chosen(self, language: str) -> None:
        self._preferences.change(spelling=language)
