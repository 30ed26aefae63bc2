"""The misspelled words on the screen of one page: found after a pause, marked, and left alone while they are typed."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Signal, Slot
from PySide6.QtGui import QTextBlock

from editor.page.markup import Language, language_of
from editor.page.page_marks import Mark, PageMarks, Span, last_visible_block, visible_part
from editor.page.text_edit import TextEdit
from editor.page.text_surface import Edit, EditKind
from editor.process.timers import single_shot
from editor.spelling.spell_checker import SpellChecker
from editor.spelling.spelled_words import NOTHING_BEFORE, Before, Word, WordReader, is_prose, lookup_form, words
from editor.translation import tr
from lm.model.document_kind import BEGINNING_CHARS

# Between two keys of a fast typist nothing is looked up; and marks keep up with steady typing.
_PAUSE_MS = 150
# A longer line is not coloured either.
_LONGEST_LINE = 20_000
# Of a longer line only the rows on the screen are looked at.
_SHORT_LINE = 1000
# From so many lines above the screen on is read what they leave open.
_READ_LINES = 300


@dataclass(frozen=True, slots=True)
class Misspelling:
    """A misspelled word, or part of one, and where it stands in the document."""

    start: int
    end: int
    text: str


class Misspellings(QObject):
    """The owner of the marks under one page's words.

    Attributes:
        ignored: words that are right here, as they are looked up.

    Signals:
        said(str): a sentence about what is not looked up, once for each document.
    """

    said = Signal(str)

    def __init__(
        self, text_edit: TextEdit, marks: PageMarks, checker: SpellChecker, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.ignored: set[str] = set()
        self._edit = text_edit
        self._marks = marks
        self._checker = checker
        self._reader = WordReader()
        self._suffix = ""
        self._language = Language.PLAIN
        self._has_said = False
        self._was_typed = False
        self._typed_at = -1
        self._pause = single_shot(self, _PAUSE_MS, self.mark)
        checker.changed.connect(self.mark)
        text_edit.edited.connect(self._on_edited)
        text_edit.caret_moved.connect(self._on_moved)
        text_edit.verticalScrollBar().valueChanged.connect(self._on_moved)
        text_edit.viewport().installEventFilter(self)

    @property
    def is_on(self) -> bool:
        """Whether words are looked up in this document."""
        return self._checker.is_on and is_prose(self._suffix)

    def why_off(self) -> str:
        """Return a sentence that says why words are not looked up, "" when they are."""
        if not is_prose(self._suffix):
            return tr("Spelling is not checked in {suffix} files").format(suffix=self._suffix)
        if self._checker.is_on:
            return ""
        return (self._checker.state.failure if self._checker.state else "") or tr("Spelling is off")

    def set_suffix(self, suffix: str) -> None:
        """Treat the page as a file with this suffix, such as ".md", or "" for one without a name."""
        if suffix != self._suffix:
            self._suffix = suffix
            self._on_moved()

    def ignore(self, word: str) -> None:
        """Accept a word on this page until it is closed."""
        self.ignored.add(lookup_form(word))
        self.mark()

    def stop(self) -> None:
        """Leave no timer running."""
        self._pause.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self._on_moved()
        return super().eventFilter(watched, event)

    def at(self, position: int) -> Misspelling | None:
        """Return the marked word at a place of the document."""
        for start, end in self._marks.spans(Mark.MISSPELLING):
            if start <= position <= end and start < end:
                return self.misspelling((start, end))
        return None

    def misspelling(self, span: Span) -> Misspelling:
        """Return what stands in `span`."""
        start, end = span
        block = self._edit.document().findBlock(start)
        return Misspelling(start, end, block.text()[start - block.position() : end - block.position()])

    def words_of(self, block: QTextBlock, before: Before) -> tuple[list[Word], Before]:
        """Return the words of a line and what is open after it; none of a line that is too long."""
        if block.length() > _LONGEST_LINE:
            return [], before
        return words(self._language, block.text(), before)

    def wrong_in(self, block: QTextBlock, read: list[Word]) -> Iterator[Span | None]:
        """Return the places of what is misspelled; None for a word that must be asked about first."""
        for word in read:
            parts = self._checker.wrong_parts(word.text)
            if parts is None:
                yield None
                continue
            for start, size in parts:
                if lookup_form(word.text[start : start + size]) not in self.ignored:
                    place = block.position() + word.start + start
                    yield place, place + size

    def before(self, block: QTextBlock) -> Before:
        """Return what the lines before a line leave open; of many, what the last ones do."""
        if self._language is Language.PLAIN:
            return NOTHING_BEFORE
        lines: list[QTextBlock] = []
        while block.blockNumber() and len(lines) < _READ_LINES:
            block = block.previous()
            lines.append(block)
        state = NOTHING_BEFORE
        for line in reversed(lines):
            _, state = self._read(line, state)
        return state

    @Slot()
    def mark(self) -> None:
        """Mark what is misspelled on the screen, and ask about the words that are not known."""
        self._pause.stop()
        if not self._edit.isVisible():
            return
        if not self.is_on:
            self._marks.show(Mark.MISSPELLING, ())
            return
        self._language = language_of(self._suffix, self._edit.beginning(BEGINNING_CHARS))
        caret = self._edit.caret_position()
        if self._was_typed:
            self._typed_at = caret
        elif caret != self._typed_at:
            self._typed_at = -1
        self._was_typed = False
        found = [span for span in self._visible() if not self._is_left_alone(span)]
        if found != self._marks.spans(Mark.MISSPELLING):
            self._marks.show(Mark.MISSPELLING, found)
        self._checker.ask()

    def _read(self, block: QTextBlock, before: Before, part: Span | None = None) -> tuple[list[Word], Before]:
        """Do the same as `words_of`, for lines that are read again and again."""
        if block.length() > _LONGEST_LINE:
            return [], before
        return self._reader.read(self._language, block.text(), before, part)

    def _visible(self) -> Iterator[Span]:
        block, last = self._edit.firstVisibleBlock(), last_visible_block(self._edit)
        self._reader.begin_pass()
        state = self.before(block)
        while block.isValid():
            if block.length() > _LONGEST_LINE and not self._has_said:
                self._has_said = True
                sentence = tr("Spelling is not checked in lines of more than {most:,} characters")
                self.said.emit(sentence.format(most=_LONGEST_LINE))
            part = visible_part(self._edit, block) if block.length() > _SHORT_LINE else (0, _SHORT_LINE)
            read, state = self._read(block, state, part)
            seen = [word for word in read if part[0] <= word.start <= part[1]]
            yield from (span for span in self.wrong_in(block, seen) if span is not None)
            if block == last:
                break
            block = block.next()

    def _is_left_alone(self, span: Span) -> bool:
        """Tell whether a word is being typed."""
        return span[0] <= self._typed_at <= span[1]

    @Slot(object)
    def _on_edited(self, edit: Edit) -> None:
        self._was_typed = self._was_typed or edit.kind is EditKind.TYPED
        self._on_moved()

    @Slot()
    def _on_moved(self) -> None:
        # A timer that runs is left alone, so that the marks keep up with steady typing.
        if not self._pause.isActive():
            self._pause.start()
