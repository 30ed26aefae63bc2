"""Looks for the next misspelled word from the caret on, some lines at a time, so that no key waits for it."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QTextBlock

from editor.page.page_marks import Span
from editor.page.text_edit import TextEdit
from editor.process.timers import single_shot
from editor.spelling.misspellings import Misspellings
from editor.spelling.spell_checker import SpellChecker
from editor.spelling.spelled_words import NOTHING_BEFORE, Before
from editor.translation import tr

# Some 5 ms of a page's ordinary lines.
_CHARS_AT_ONCE = 10_000


class NextMisspelling(QObject):
    """One search at a time; a key or a click ends it.

    Signals:
        found(tuple): the word's start and end in the document.
        said(str): that there is none, or that spelling is off.
    """

    found = Signal(object)
    said = Signal(str)

    def __init__(
        self, text_edit: TextEdit, page: Misspellings, checker: SpellChecker, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._edit = text_edit
        self._page = page
        self._checker = checker
        self._block: QTextBlock | None = None
        self._before: Before = NOTHING_BEFORE
        self._from = 0
        self._has_wrapped = False
        self._asked_at = (0, 0)
        self._step = single_shot(self, 0, self._on_step)
        checker.changed.connect(self._on_changed)
        checker.state_changed.connect(self._on_changed)

    def begin(self) -> None:
        """Look from the caret to the end, and from the beginning to the caret."""
        reason = self._page.why_off()
        if reason:
            self.said.emit(reason)
            return
        self._from = self._edit.textCursor().selectionEnd()
        self._block = self._edit.document().findBlock(self._from)
        self._before = self._page.before(self._block)
        self._has_wrapped = False
        self._asked_at = self._now()
        self._step.start()

    def stop(self) -> None:
        """End the search."""
        self._block = None
        self._step.stop()

    @Slot()
    def _on_changed(self) -> None:
        if self._block is not None and not self._step.isActive():
            self._step.start()

    @Slot()
    def _on_step(self) -> None:
        if self._block is None:
            return
        if self._asked_at != self._now():
            self.stop()
            return
        if not self._page.is_on:
            self.stop()
            self.said.emit(self._page.why_off())
            return
        left = _CHARS_AT_ONCE
        is_unknown = False
        block, before = self._block, self._before
        while left > 0:
            left -= max(block.length(), 80)
            words, after = self._page.words_of(block, before)
            for span in self._page.wrong_in(block, words):
                if span is None:
                    is_unknown = True
                elif not is_unknown and self._is_ahead(span):
                    self.stop()
                    self.found.emit(span)
                    return
            if not is_unknown:
                # What is asked about now is looked at again when the answer is there.
                if not self._go_on(block, after):
                    self.stop()
                    self.said.emit(tr("No misspelled word was found"))
                    return
                block, before = self._block, self._before
            else:
                block, before = block.next(), after
                if not block.isValid():
                    break
        if is_unknown:
            self._checker.ask()
        else:
            self._step.start()

    def _go_on(self, block: QTextBlock, after: Before) -> bool:
        """Note the next line to look at; False at the end of the search."""
        start = self._edit.document().findBlock(self._from)
        if self._has_wrapped and block == start:
            return False
        self._block, self._before = block.next(), after
        if not self._block.isValid():
            self._block, self._before = self._edit.document().firstBlock(), NOTHING_BEFORE
            self._has_wrapped = True
        return True

    def _is_ahead(self, span: Span) -> bool:
        return self._has_wrapped or span[1] > self._from

    def _now(self) -> tuple[int, int]:
        return self._edit.document().revision(), self._edit.caret_position()
