"""Counts a document line by line and keeps the figures right while it is edited: a key costs the lines it changed."""

import time
from array import array

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

from editor.page.text_counts import Counts, counted, line_counts

# An edit of more than this is counted in slices, between the keys.
_AT_ONCE_LINES = 50
_AT_ONCE_CHARS = 20_000
_SLICE_S = 0.003
_SLICE_PAUSE_MS = 5
# Of a longer line a slice counts a piece.
_PIECE_CHARS = 50_000
# The figures are shown so often at the most.
_SHOW_MS = 150
_NOT_COUNTED = 0xFFFFFFFF


class RunningCount(QObject):
    """The counts of one document; lives on the GUI thread and holds it for 3 ms at a time, whatever the size.

    Three figures are kept for each line, in arrays beside the document: an edit replaces those of its lines. A text
    that is loaded, or a line of a megabyte, is counted in slices, line by line, from the text as it is by then: there
    is no copy of it that could grow old.

    Signals:
        changed(): there are other figures; at most every 150 ms.
    """

    changed = Signal()

    def __init__(self, document: QTextDocument, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._words = array("L")
        self._characters = array("L")
        self._solid = array("L")
        self._total = Counts()
        self._uncounted = 0
        self._next = 0  # no line before it is uncounted
        self._long: _LongLine | None = None
        self._slice = self._timer(_SLICE_PAUSE_MS)
        self._slice.timeout.connect(self._count_slice)
        self._show = self._timer(_SHOW_MS)
        self._show.timeout.connect(self.changed)
        document.contentsChange.connect(self._on_contents_change)
        self._begin()

    @property
    def is_complete(self) -> bool:
        """Whether every line is counted."""
        return not self._uncounted

    def total(self) -> Counts:
        """Return what the whole text counts; of one that is still being counted, the lines so far."""
        return self._total

    def between(self, start: int, end: int) -> Counts:
        """Count the text between two places: whole lines from what is known, the first and the last by their text."""
        first, last = self._document.findBlock(start), self._document.findBlock(end)
        if first == last:
            return counted(_selected(self._document, start, end))
        counts = counted(first.text()[start - first.position() :]) + counted(last.text()[: end - last.position()])
        return counts + self._lines(first.blockNumber() + 1, last.blockNumber())

    def stop(self) -> None:
        """Count no more."""
        self._slice.stop()
        self._show.stop()

    def _timer(self, interval_ms: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(interval_ms)
        return timer

    def _begin(self) -> None:
        """Know of no line; an empty document is counted at once."""
        lines = self._document.blockCount()
        for figures in (self._words, self._characters, self._solid):
            figures[:] = array("L", [_NOT_COUNTED]) * lines
        self._total = Counts(lines=lines)
        self._uncounted, self._next = lines, 0
        self._long = None
        self._count_slice()

    @Slot(int, int, int)
    def _on_contents_change(self, position: int, _removed: int, added: int) -> None:
        document = self._document
        last_place = document.characterCount() - 1
        block = document.findBlock(min(position, last_place))
        first = block.blockNumber()
        now = document.findBlock(min(position + added, last_place)).blockNumber() - first + 1
        before = now - (document.blockCount() - len(self._words))
        if before < 1 or first + before > len(self._words):
            self._begin()  # Qt said less than what happened
        else:
            self._replace(block, before, now, added)
        if not self._show.isActive():
            self._show.start()

    def _replace(self, block: QTextBlock, before: int, now: int, added: int) -> None:
        first = block.blockNumber()
        known = self._lines(first, first + before)
        gone = sum(words == _NOT_COUNTED for words in self._words[first : first + before])
        fresh = array("L", [_NOT_COUNTED]) * now
        for figures in (self._words, self._characters, self._solid):
            figures[first : first + before] = fresh
        total = self._total
        self._total = Counts(
            total.words - known.words,
            total.characters - known.characters,
            total.solid - known.solid,
            total.paragraphs - known.paragraphs,
            self._document.blockCount(),
        )
        self._uncounted += now - gone
        self._next = min(self._next, first)
        self._long = None
        if now <= _AT_ONCE_LINES and added <= _AT_ONCE_CHARS:
            for _ in range(now):
                if block.length() <= _AT_ONCE_CHARS:
                    self._note(block.blockNumber(), *line_counts(block.text()))
                block = block.next()
        if self._uncounted and not self._slice.isActive():
            self._slice.start()

    @Slot()
    def _count_slice(self) -> None:
        until = time.perf_counter() + _SLICE_S
        block = QTextBlock()
        while self._uncounted:
            number = self._words.index(_NOT_COUNTED, self._next)
            if not block.isValid() or number != self._next + 1:
                block = self._document.findBlockByNumber(number)
            else:
                block = block.next()
            self._next = number
            if block.length() <= _PIECE_CHARS:
                self._note(number, *line_counts(block.text()))
            else:
                if self._long is None:
                    self._long = _LongLine(block.text())
                if self._long.count_piece():
                    self._note(number, *self._long.figures)
                    self._long = None
            if time.perf_counter() > until:
                break
        if self._uncounted:
            self._slice.start()
        elif not self._show.isActive():
            self._show.start()

    def _note(self, number: int, words: int, characters: int, solid: int) -> None:
        self._words[number], self._characters[number], self._solid[number] = words, characters, solid
        self._uncounted -= 1
        total = self._total
        self._total = Counts(
            total.words + words,
            total.characters + characters,
            total.solid + solid,
            total.paragraphs + (solid > 0),
            total.lines,
        )

    def _lines(self, first: int, end: int) -> Counts:
        """Add up the lines from `first` to before `end` that are counted."""
        words, characters, solid = self._words[first:end], self._characters[first:end], self._solid[first:end]
        if self._uncounted and _NOT_COUNTED in words:
            known = [place for place, count in enumerate(words) if count != _NOT_COUNTED]
            words = array("L", [words[place] for place in known])
            characters = array("L", [characters[place] for place in known])
            solid = array("L", [solid[place] for place in known])
        paragraphs = len(solid) - solid.count(0)
        return Counts(sum(words), sum(characters), sum(solid), paragraphs, end - first)


class _LongLine:
    """A line that is counted piece by piece; a piece ends at white space.

    Attributes:
        figures: words, characters, characters without white space so far.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._place = 0
        self.figures = (0, 0, 0)

    def count_piece(self) -> bool:
        """Count on; tell whether this was the last piece."""
        end = self._place + _PIECE_CHARS
        text = self._text
        while end < len(text) and not text[end].isspace():
            end += 1
        found = line_counts(text[self._place : end])
        self.figures = (self.figures[0] + found[0], self.figures[1] + found[1], self.figures[2] + found[2])
        self._place = end
        return end >= len(text)


def _selected(document: QTextDocument, start: int, end: int) -> str:
    cursor = QTextCursor(document)
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    return cursor.selectedText()
