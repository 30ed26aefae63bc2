"""The spelling of one page: its marks, their menu, the next misspelled word."""

from PySide6.QtCore import QObject, Signal, Slot

from editor.files.session import DocumentSession
from editor.page.page_marks import PageMarks
from editor.page.text_edit import TextEdit
from editor.spelling.misspelling_menu import MisspellingMenu
from editor.spelling.misspellings import Misspellings
from editor.spelling.next_misspelling import NextMisspelling
from editor.spelling.spell_checker import SpellChecker


class PageSpelling(QObject):
    """One page and its document.

    Signals:
        said(str): a sentence for the status bar.
    """

    said = Signal(str)

    def __init__(
        self,
        text_edit: TextEdit,
        marks: PageMarks,
        session: DocumentSession,
        checker: SpellChecker,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self.page = Misspellings(text_edit, marks, checker, self)
        self.menu = MisspellingMenu(text_edit, self.page, checker, self)
        self.search = NextMisspelling(text_edit, self.page, checker, self)
        self.page.said.connect(self.said)
        self.menu.said.connect(self.said)
        self.menu.next_wanted.connect(self.search.begin)
        self.search.said.connect(self.said)
        self.search.found.connect(self.menu.on_found)
        session.file_changed.connect(self._on_file_changed)
        self._on_file_changed()

    def stop(self) -> None:
        """Leave no timer running."""
        self.page.stop()
        self.search.stop()

    @Slot()
    def _on_file_changed(self) -> None:
        self.page.set_suffix(self._session.suffix)
