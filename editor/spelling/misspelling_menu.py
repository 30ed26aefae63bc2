"""The menu of a misspelled word: what may be meant, add it to the dictionary, ignore it; by mouse and by key."""

from PySide6.QtCore import QObject, QPoint, Signal, Slot
from PySide6.QtGui import QAction, QContextMenuEvent, QTextCursor
from PySide6.QtWidgets import QMenu

from editor.errors import SpellingError
from editor.page.page_marks import Span
from editor.page.text_edit import TextEdit
from editor.spelling.misspellings import Misspelling, Misspellings
from editor.spelling.spell_checker import SpellChecker
from editor.spelling.spelling import in_the_case_of
from editor.spelling.spelling_messages import Meant
from editor.translation import tr


class MisspellingMenu(QObject):
    """Shows the menu once it is known what may be meant, unless something is typed meanwhile.

    Attributes:
        menu: the one on the screen, None when there is none.

    Signals:
        next_wanted(): the person wants to go to the next misspelled word.
        said(str): a sentence for the status bar.
    """

    next_wanted = Signal()
    said = Signal(str)

    def __init__(
        self, text_edit: TextEdit, page: Misspellings, checker: SpellChecker, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.menu: QMenu | None = None
        self._edit = text_edit
        self._page = page
        self._checker = checker
        self._standard: QMenu | None = None
        self._word: Misspelling | None = None
        self._place: QPoint | None = None  # on the screen; None is at the word
        self._id = -1
        self._revision = 0
        text_edit.set_word_menu(self.show_for)
        checker.suggested.connect(self._on_suggested)

    def show_for(self, event: QContextMenuEvent) -> bool:
        """Show the menu of the word under the pointer, or for a key at the caret; False when none is misspelled."""
        is_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        position = self._edit.cursorForPosition(event.pos()).position() if is_mouse else self._edit.caret_position()
        word = self._page.at(position)
        if word is None:
            return False
        self._ask(word, event.globalPos() if is_mouse else None)
        return True

    @Slot(object)
    def on_found(self, span: Span) -> None:
        """Select a word that was looked for, and show its menu."""
        cursor = self._edit.textCursor()
        cursor.setPosition(span[0])
        cursor.setPosition(span[1], QTextCursor.MoveMode.KeepAnchor)
        self._edit.setTextCursor(cursor)
        self._edit.ensureCursorVisible()
        self._ask(self._page.misspelling(span), None)

    def _ask(self, word: Misspelling, place: QPoint | None) -> None:
        self._word, self._place = word, place
        self._revision = self._edit.document().revision()
        self._id = self._checker.suggest(word.text)

    @Slot(object)
    def _on_suggested(self, meant: Meant) -> None:
        word = self._word
        if word is None or meant.id != self._id or self._revision != self._edit.document().revision():
            return
        if not self._edit.isVisible():
            return
        self._close()
        self.menu = menu = QMenu(self._edit)
        menu.setAccessibleName(tr("“{word}” is misspelled").format(word=word.text))
        # The word that is a suggestion for itself is one that only the case of its letters was wrong in.
        for suggestion in dict.fromkeys(in_the_case_of(word.text, each) for each in meant.words):
            action = menu.addAction(suggestion.replace("&", "&&"))
            action.setData(suggestion)
            action.triggered.connect(self._on_suggestion_chosen)
            font = action.font()
            font.setBold(True)
            action.setFont(font)
        if not meant.words:
            menu.addAction(tr("No similar word is known")).setEnabled(False)
        menu.addSeparator()
        label = tr("&Add “{word}” to the dictionary").format(word=_short(word.text))
        menu.addAction(label).triggered.connect(self._on_added)
        menu.addAction(tr("&Ignore it here")).triggered.connect(self._on_ignored)
        menu.addAction(tr("&Next misspelled word")).triggered.connect(self.next_wanted)
        if self._place is not None:
            menu.addSeparator()
            # The owner of its actions; with the menu as its parent it would be shown within it.
            self._standard = self._edit.createStandardContextMenu()
            menu.addActions(self._standard.actions())
        menu.aboutToHide.connect(self._on_hidden)
        menu.popup(self._place or self._below(word))
        first = menu.actions()[0]
        if self._place is None and first.isEnabled():
            menu.setActiveAction(first)

    def _below(self, word: Misspelling) -> QPoint:
        cursor = QTextCursor(self._edit.document())
        cursor.setPosition(word.start)
        return self._edit.viewport().mapToGlobal(self._edit.cursorRect(cursor).bottomLeft())

    def _close(self) -> None:
        for menu in (self.menu, self._standard):
            if menu is not None:
                menu.deleteLater()
        self.menu = self._standard = None

    @Slot()
    def _on_hidden(self) -> None:
        # What is typed next must not take the place of the word that was looked for.
        cursor = self._edit.textCursor()
        if self._word is not None and (cursor.selectionStart(), cursor.selectionEnd()) == (
            self._word.start,
            self._word.end,
        ):
            cursor.setPosition(self._word.end)
            self._edit.setTextCursor(cursor)

    @Slot()
    def _on_suggestion_chosen(self) -> None:
        action = self.sender()
        if not isinstance(action, QAction) or self._word is None:
            return
        if self._revision == self._edit.document().revision():
            self._edit.correct(self._word.start, self._word.end, action.data())

    @Slot()
    def _on_added(self) -> None:
        if self._word is None:
            return
        try:
            self._checker.add(self._word.text)
        except SpellingError as exc:
            self.said.emit(exc.said(tr))

    @Slot()
    def _on_ignored(self) -> None:
        if self._word is not None:
            self._page.ignore(self._word.text)


def _short(word: str) -> str:
    shown = word if len(word) <= 30 else f"{word[:29]}…"
    return shown.replace("&", "&&")
