"""Find and replace in a page: asks for the matches, marks them, goes from one to the next, replaces them."""

import re
from bisect import bisect_left, bisect_right
from enum import Enum, auto

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from editor.page.page_marks import Mark, PageMarks
from editor.page.text_edit import TextEdit
from editor.process.timers import single_shot
from editor.searching.find_form import FindForm
from editor.searching.search import MAX_SPANS, Query, Replacing, Span
from editor.searching.searcher import SearchAnswer, Searcher, SearchRequest, Wish
from editor.translation import tr
from editor.utf16 import utf16_length

_EDIT_DELAY_MS = 250
# More marks on one screen say nothing more, and each costs time at every paint.
_MOST_MARKS = 1000


class _Step(Enum):
    """What to do when the matches are known."""

    NONE = auto()
    NEXT = auto()
    PREVIOUS = auto()
    REPLACE = auto()


class FindBar(FindForm):
    """Searches the page's text, never the ghost; all matches on the screen are marked.

    Signals:
        closed(): the person is done; the focus belongs to the page again.
    """

    closed = Signal()

    def __init__(
        self, text_edit: TextEdit, marks: PageMarks, searcher: Searcher | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.lay_out(self.find_next, self.find_previous, self.replace, self.replace_all, self._close)
        self._edit = text_edit
        self._marks = marks
        self._searcher = searcher or Searcher(self)
        self._spans: tuple[Span, ...] = ()
        self._known: tuple[Query, int] | None = None  # what `_spans` are the matches of
        self._revision = 0
        self._step = _Step.NONE
        self._range: QTextCursor | None = None
        self._later = single_shot(self, _EDIT_DELAY_MS, self._search)
        self._connect()

    def open(self) -> None:
        """Show the strip and search for what is selected; a selection of several lines is what is searched."""
        selected = self._edit.selected_text()
        if "\n" in selected:
            self.is_within.setChecked(False)
            self.is_within.setChecked(True)
        elif selected:
            self.needle.setText(re.escape(selected) if self.is_regex.isChecked() else selected)
        self.show()
        self.needle.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.needle.selectAll()
        self._search()

    def stop(self) -> None:
        """Stop searching; the window closes."""
        self._later.stop()
        self._searcher.stop()

    @Slot()
    def find_next(self) -> None:
        """Select the next match after the caret, from the top again at the end."""
        self._take(_Step.NEXT)

    @Slot()
    def find_previous(self) -> None:
        """Select the match before the caret, from the end again at the top."""
        self._take(_Step.PREVIOUS)

    @Slot()
    def replace(self) -> None:
        """Replace the selected match and go to the next."""
        self._take(_Step.REPLACE)

    @Slot()
    def replace_all(self) -> None:
        """Replace every match, as one undo step."""
        self._step = _Step.NONE
        self._ask(Wish.REPLACE_ALL)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._close()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        if event.type() == QEvent.Type.Resize:
            self._mark()
        return super().eventFilter(watched, event)

    def _connect(self) -> None:
        self.needle.returnPressed.connect(self.find_next)
        self.replacement.returnPressed.connect(self.replace)
        self.needle.textChanged.connect(self._on_question_changed)
        for box in (self.is_regex, self.is_case, self.is_word):
            box.toggled.connect(self._on_question_changed)
        self.is_within.toggled.connect(self._on_within_toggled)
        self._searcher.answered.connect(self._on_answered)
        self._edit.document().contentsChange.connect(self._on_contents_change)
        self._edit.selectionChanged.connect(self._say_count)
        self._edit.verticalScrollBar().valueChanged.connect(self._mark)
        self._edit.viewport().installEventFilter(self)

    def _query(self) -> Query:
        within = None
        if self.is_within.isChecked() and self._range is not None:
            offset = self._edit.breaks.offset
            within = offset(self._range.selectionStart()), offset(self._range.selectionEnd())
        return self.query(within)

    def _ask(self, wish: Wish, span: Span = (0, 0)) -> None:
        query = self._query()
        if not query.needle:
            self._step = _Step.NONE
            self._show_matches(())
            return
        text = self._edit.text()
        self.outcome.setText(tr("searching…"))
        self.complain("")
        self._searcher.ask(SearchRequest(wish, query, text, self._revision, self.replacement.text(), span))

    @Slot()
    def _on_question_changed(self) -> None:
        # What was asked to be replaced is not what is looked for now.
        self._step = _Step.NONE
        self._search()

    @Slot()
    def _search(self) -> None:
        self._later.stop()
        self._known = None
        self._ask(Wish.FIND)

    def _take(self, step: _Step) -> None:
        self._step = step
        if self._known == (self._query(), self._revision):
            self._do_step()
        else:
            self._search()

    def _do_step(self) -> None:
        step, self._step = self._step, _Step.NONE
        here = self._here()
        if not self._spans or step is _Step.NONE:
            return
        if step is _Step.REPLACE and here in self._spans:
            self._ask(Wish.REPLACE_ONE, here)
            return
        if step is _Step.PREVIOUS:
            index = bisect_right([end for _, end in self._spans], here[0]) - 1
        else:
            index = bisect_left(self._spans, (here[1], -1)) % len(self._spans)
        self._select(self._spans[index])

    def _select(self, span: Span) -> None:
        cursor = self._at(span[0])
        cursor.setPosition(self._edit.breaks.position(span[1]), QTextCursor.MoveMode.KeepAnchor)
        self._edit.setTextCursor(cursor)
        self._edit.ensureCursorVisible()

    @Slot(object)
    def _on_answered(self, answer: SearchAnswer) -> None:
        request = answer.request
        if request.revision != self._revision or request.query != self._query():
            # The text or the question changed meanwhile: a newer search is under way or will be.
            if request.revision != self._revision and request.wish is not Wish.FIND:
                self.complain(tr("the text changed meanwhile: nothing was replaced"))
            return
        if answer.error:
            self._step = _Step.NONE
            self._show_matches(())
            self.outcome.setText("")
            self.complain(answer.error)
        elif request.wish is Wish.FIND:
            self._known = request.query, request.revision
            self._show_matches(answer.spans)
            self._do_step()
        else:
            if request.wish is Wish.REPLACE_ONE:
                self._edit.setTextCursor(self._change(answer.replacing))
                self._take(_Step.NEXT)
            else:
                with self._edit.wide.change():
                    self._change(answer.replacing)
                self._search()
                self.outcome.setText(tr("{count} replaced").format(count=answer.replacing.count))

    def _change(self, replacing: Replacing) -> QTextCursor:
        within = self._query().within
        breaks = self._edit.breaks
        caret = breaks.offset(self._edit.textCursor().position())
        cursor = QTextCursor(self._edit.document())
        # A change within a long line moves its pieces: each is told for itself then.
        is_told_each = bool(breaks.starts)
        cursor.beginEditBlock()
        grown = 0
        for change in reversed(replacing.changes):
            if is_told_each and change is not replacing.changes[-1]:
                cursor.endEditBlock()
                cursor.joinPreviousEditBlock()
            cursor.setPosition(breaks.position(change.start))
            cursor.setPosition(breaks.position(change.end), QTextCursor.MoveMode.KeepAnchor)
            breaks.insert(cursor, change.new)
            grown += utf16_length(change.new) - (change.end - change.start)
        cursor.endEditBlock()
        if len(replacing.changes) < replacing.count:
            # One large change has carried the caret to its end.
            self._edit.setTextCursor(self._at(min(caret, breaks.offset(self._edit.document().characterCount() - 1))))
        if within is not None:
            # A match at an end of the range takes that end with it.
            self._set_range(within[0], within[1] + grown)
        return cursor

    def _set_range(self, start: int, end: int) -> None:
        self._range = QTextCursor(self._edit.document())
        self._range.setPosition(self._edit.breaks.position(start))
        self._range.setPosition(self._edit.breaks.position(end), QTextCursor.MoveMode.KeepAnchor)

    def _show_matches(self, spans: tuple[Span, ...]) -> None:
        self._spans = spans
        self._mark()
        self._say_count()

    @Slot()
    def _say_count(self) -> None:
        if not self.needle.text():
            self.outcome.setText("")
            self.complain("")
        if self._known is None or self._known[1] != self._revision:
            return
        is_more = len(self._spans) > MAX_SPANS
        count = min(len(self._spans), MAX_SPANS)
        here = self._here()
        index = bisect_left(self._spans, here)
        if not self._spans:
            self.outcome.setText(tr("not found"))
        elif index < len(self._spans) and self._spans[index] == here:
            said = tr("{place} of more than {count}") if is_more else tr("{place} of {count}")
            self.outcome.setText(said.format(place=index + 1, count=count))
        else:
            said = tr("more than {count} found") if is_more else tr("{count} found")
            self.outcome.setText(said.format(count=count))

    @Slot()
    def _mark(self) -> None:
        if self.isHidden() or self._later.isActive():
            return
        breaks = self._edit.breaks
        first, last = (breaks.offset(place) for place in self._marks.visible())
        start = bisect_left(self._spans, (first, -1))
        # A match may begin above the first line and end on it.
        start -= start > 0 and self._spans[start - 1][1] > first
        end = min(bisect_right(self._spans, (last, last)), start + _MOST_MARKS)
        self._marks.show(Mark.MATCH, [self._placed(span) for span in self._spans[start:end]])
        within = self._query().within
        self._marks.show(Mark.RANGE, () if within is None else (self._placed(within),))

    @Slot(bool)
    def _on_within_toggled(self, is_on: bool) -> None:
        cursor = self._edit.textCursor()
        if is_on and not cursor.hasSelection():
            self.is_within.setChecked(False)
            self.outcome.setText(tr("nothing is selected"))
            return
        self._range = QTextCursor(cursor) if is_on else None
        if is_on:
            # The first match is looked for from the range's beginning.
            cursor.setPosition(cursor.selectionStart())
            self._edit.setTextCursor(cursor)
        self._search()

    def _here(self) -> Span:
        cursor, offset = self._edit.textCursor(), self._edit.breaks.offset
        return offset(cursor.selectionStart()), offset(cursor.selectionEnd())

    def _placed(self, span: Span) -> Span:
        position = self._edit.breaks.position
        return position(span[0]), position(span[1])

    def _at(self, offset: int) -> QTextCursor:
        cursor = self._edit.textCursor()
        cursor.setPosition(self._edit.breaks.position(offset))
        return cursor

    @Slot(int, int, int)
    def _on_contents_change(self, _position: int, _removed: int, _added: int) -> None:
        self._revision += 1
        if self.isHidden() or not self.needle.text():
            return
        self._later.start()

    @Slot()
    def _close(self) -> None:
        self.stop()
        self._step = _Step.NONE
        self._marks.show(Mark.MATCH, ())
        self._marks.show(Mark.RANGE, ())
        self.is_within.setChecked(False)
        self.hide()
        self.closed.emit()
