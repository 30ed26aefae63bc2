"""Find and replace, with regular expressions, in a strip under the page."""

import re
from bisect import bisect_left, bisect_right
from enum import Enum, auto

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QLabel, QLineEdit, QPushButton, QWidget

from editor.page.page_marks import Mark, PageMarks
from editor.page.text_edit import TextEdit
from editor.searching.search import MAX_SPANS, Query, Replacing, Span
from editor.searching.searcher import SearchAnswer, Searcher, SearchRequest, Wish
from editor.translation import tr

_EDIT_DELAY_MS = 250
# More marks on one screen say nothing more, and each costs time at every paint.
_MOST_MARKS = 1000


class _Step(Enum):
    """What is done when the matches are known."""

    NONE = auto()
    NEXT = auto()
    PREVIOUS = auto()
    REPLACE = auto()


class FindBar(QFrame):
    """Searches the page's text, never the ghost; all matches on the screen are marked.

    Signals:
        closed(): the person is done; the focus belongs to the page again.
    """

    closed = Signal()

    def __init__(
        self, text_edit: TextEdit, marks: PageMarks, searcher: Searcher | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("findBar")
        self._edit = text_edit
        self._marks = marks
        self._searcher = searcher or Searcher(self)
        self._spans: tuple[Span, ...] = ()
        self._known: tuple[Query, int] | None = None  # what `_spans` are the matches of
        self._revision = 0
        self._step = _Step.NONE
        self._range: QTextCursor | None = None
        self.needle = self._line(tr("Find"))
        self.replacement = self._line(tr("Replace with"))
        self.is_regex = self._box(
            tr("Regular e&xpression"), tr("Groups stand in the replacement as \\1, \\2 or \\g<name>")
        )
        self.is_case = self._box(tr("Match &case"), tr("Capitals and small letters differ"))
        self.is_word = self._box(tr("Whole &words"), tr("Nothing within a longer word"))
        self.is_within = self._box(tr("Onl&y in selection"), tr("Search what is selected now"))
        self.outcome = QLabel(self)
        longest = tr("{place} of {count}").format(place=MAX_SPANS, count=MAX_SPANS)
        self.outcome.setMinimumWidth(self.outcome.fontMetrics().horizontalAdvance(longest))
        self.complaint = QLabel(self)
        self.complaint.hide()
        self._lay_out()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_EDIT_DELAY_MS)
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
        """Search no more; for the window's end."""
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

    def _lay_out(self) -> None:
        layout = QGridLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.addWidget(self.needle, 0, 0)
        layout.addWidget(self.replacement, 1, 0)
        layout.addWidget(self._button(tr("&Next"), self.find_next), 0, 1)
        layout.addWidget(self._button(tr("&Previous"), self.find_previous), 0, 2)
        layout.addWidget(self._button(tr("&Replace"), self.replace), 1, 1)
        layout.addWidget(self._button(tr("Replace &all"), self.replace_all), 1, 2)
        layout.addWidget(self.is_case, 0, 3)
        layout.addWidget(self.is_word, 1, 3)
        layout.addWidget(self.is_regex, 0, 4)
        layout.addWidget(self.is_within, 1, 4)
        layout.addWidget(self.outcome, 0, 5)
        layout.addWidget(self._button(tr("Close"), self._close), 1, 5)
        layout.addWidget(self.complaint, 2, 0, 1, 6)
        layout.setColumnStretch(0, 1)

    def _connect(self) -> None:
        self.needle.returnPressed.connect(self.find_next)
        self.replacement.returnPressed.connect(self.replace)
        self.needle.textChanged.connect(self._on_question_changed)
        for box in (self.is_regex, self.is_case, self.is_word):
            box.toggled.connect(self._on_question_changed)
        self.is_within.toggled.connect(self._on_within_toggled)
        self._later.timeout.connect(self._search)
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
        return Query(
            self.needle.text(),
            self.is_regex.isChecked(),
            self.is_case.isChecked(),
            self.is_word.isChecked(),
            within,
        )

    def _ask(self, wish: Wish, span: Span = (0, 0)) -> None:
        query = self._query()
        if not query.needle:
            self._step = _Step.NONE
            self._show_matches(())
            return
        text = self._edit.text()
        self.outcome.setText(tr("searching…"))
        self._complain("")
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
                self._complain(tr("the text changed meanwhile: nothing was replaced"))
            return
        if answer.error:
            self._step = _Step.NONE
            self._show_matches(())
            self.outcome.setText("")
            self._complain(answer.error)
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
            grown += len(change.new.encode("utf-16-le", "surrogatepass")) // 2 - (change.end - change.start)
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

    def _complain(self, sentence: str) -> None:
        self.complaint.setText(sentence)
        self.complaint.setVisible(bool(sentence))

    @Slot()
    def _say_count(self) -> None:
        if not self.needle.text():
            self.outcome.setText("")
            self._complain("")
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

    def _line(self, name: str) -> QLineEdit:
        line = QLineEdit(self)
        line.setPlaceholderText(name)
        line.setAccessibleName(name)
        return line

    def _box(self, text: str, tip: str) -> QCheckBox:
        box = QCheckBox(text, self)
        box.setToolTip(tip)
        return box

    def _button(self, text: str, slot: object) -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        button.clicked.connect(slot)
        return button
