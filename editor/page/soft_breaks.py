"""Long lines of a document kept in pieces: blocks that the text knows nothing of.

Qt lays out a block as a whole at each change of it; a line of a megabyte costs half a second for each key. So a long
line stands in the document as several blocks. All but the first are marked in their block format, which Qt undoes and
redoes with the text; the break before a marked block is soft, it stands for no character.

Two units of places follow. A position is Qt's: it counts soft breaks. An offset is a place in the text, in UTF-16 units
as well. In a document without long lines both are the same, and nothing here costs anything.

Qt is careless with block formats: a new line inherits the mark of the block that it is made from, and of two blocks
that become one the wrong mark may survive. So the marks are unique numbers, this object knows where each stands, and
after each edit it mends them, within the same undo step. While Qt undoes or redoes, the marks are the truth.

One thing cannot be told apart and must not be done: QTextCursor.insertBlock() while something is selected.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from itertools import count

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QTextBlock, QTextBlockFormat, QTextCursor, QTextDocument, QTextFormat

from editor.page.kept_characters import KeptCharacters
from editor.page.line_pieces import LONGEST_LINE, cuts, has_long_line, pieces
from editor.utf16 import utf16_length

_MARK = QTextFormat.Property.UserProperty + 0x50F7


# A longer piece of text is not copied for whoever hears of the edit.
_LONGEST_TOLD = 100_000


@dataclass(frozen=True, slots=True)
class Replacement:
    """At `offset` of the text, `removed` UTF-16 units gave way to `added`."""

    offset: int
    removed: int
    added: str

    @property
    def end(self) -> int:
        """The offset behind what was added."""
        return self.offset + utf16_length(self.added)

    @property
    def grown(self) -> int:
        """How many units longer the text became."""
        return utf16_length(self.added) - self.removed


class SoftBreaks(QObject):
    """The owner of a document's soft breaks; connected to its changes before all others.

    Attributes:
        document: whose breaks they are.
        starts: the positions at which the marked blocks begin, in order.
        is_mending: the change that is reported concerns breaks only, not the text.

    Signals:
        cut(): a line was cut, the first since the document was loaded.
        replaced(Replacement): the text changed so; None: it is another text, or very much of it is new.
    """

    cut = Signal()
    replaced = Signal(object)

    def __init__(self, document: QTextDocument, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.starts: list[int] = []
        self.is_mending = False
        self.document = document
        self._kept = KeptCharacters()
        self._marks: list[int] = []  # of each of `starts`
        self._numbers = count(1)
        self._has_marked = False  # since the document was loaded
        self._is_loading = False
        self._new: set[int] = set()  # marks that are being inserted
        self._changed: tuple[int, int] | None = None
        self._is_undoing = False
        # Qt cannot join a mend to a change that is one command: where such a mend begins and ends on the undo stack.
        self._mends: dict[int, int] = {}
        document.contentsChange.connect(self._on_contents_change)
        document.contentsChanged.connect(self._on_contents_changed)

    # Text in and out.

    def load(self, text: str, set_text: Callable[[str], None]) -> None:
        """Make `text` the document through `set_text`, with nothing to undo; raises DocumentError, all is as it was."""
        kept = KeptCharacters()
        text = kept.put_in(text, str)
        self._kept = kept
        self.starts, self._marks = [], []
        self._has_marked = False
        self._mends.clear()
        if not has_long_line(text):
            self._set(text, set_text)
            return
        parts = pieces(text)
        self._set("\n".join(parts), set_text)
        self.document.setUndoRedoEnabled(False)
        self._is_loading = self.is_mending = True
        cursor = QTextCursor(self.document)
        cursor.beginEditBlock()
        number = 0
        for part in parts[:-1]:
            number += part.count("\n") + 1
            mark = next(self._numbers)
            block = self.document.findBlockByNumber(number)
            cursor.setPosition(block.position())
            cursor.setBlockFormat(_format(mark))
            self.starts.append(block.position())
            self._marks.append(mark)
        cursor.endEditBlock()
        self._is_loading = self.is_mending = False
        self._begin()
        self.document.setUndoRedoEnabled(True)

    def insert(self, cursor: QTextCursor, text: str) -> None:
        """Insert `text` in place of what `cursor` selects; its long lines are never laid out whole.

        Raises DocumentError, before anything changed, for a text that holds too much that Qt cannot.
        """
        text = self._kept.put_in(text, self.document.toRawText)
        parts = pieces(text) if has_long_line(text) else [text]
        cursor.beginEditBlock()
        cursor.insertText(parts[0])
        for part in parts[1:]:
            mark = next(self._numbers)
            self._new.add(mark)
            self._begin()
            cursor.insertBlock(_format(mark))
            cursor.insertText(part)
        cursor.endEditBlock()

    def undo(self, undo: Callable[[], None]) -> None:
        """Have Qt take back the last change of the text, and what was mended after it."""
        self._is_undoing = True
        before, now = -1, self.document.availableUndoSteps()
        while before < 0 or self._mends.get(now) == before:
            undo()
            before, now = now, self.document.availableUndoSteps()
        self._is_undoing = False

    def redo(self, redo: Callable[[], None]) -> None:
        """Have Qt do again what was undone last, and what was mended after it."""
        self._is_undoing = True
        redo()
        while self.document.availableUndoSteps() in self._mends and self.document.isRedoAvailable():
            redo()
        self._is_undoing = False

    def between(self, start: int, end: int) -> str:
        """Return the text between two positions."""
        # A window that starts in the middle of a surrogate pair.
        text = self.plain(raw_between(self.document, start, end), start)
        return text[1:] if "\udc00" <= text[:1] <= "\udfff" else text

    def plain(self, raw: str, start: int) -> str:
        """Return the text that a part of the document from `start` on stands for: lines end with a line feed."""
        text = self._kept.take_out(raw.replace("\u2029", "\n"))
        size = utf16_length(text)
        first, last = bisect_right(self.starts, start), bisect_right(self.starts, start + size)
        if first == last:
            return text
        # Qt counts a character beyond 16 bits as two.
        wide = text if size == len(text) else None
        data = b"" if wide is not None else text.encode("utf-16-le", "surrogatepass")
        places = [begin - start for begin in self.starts[first:last]]
        begins, ends = [0, *places], [*(place - 1 for place in places), size]
        if wide is not None:
            return "".join(wide[begin:end] for begin, end in zip(begins, ends, strict=True))
        joined = b"".join(data[2 * begin : 2 * end] for begin, end in zip(begins, ends, strict=True))
        return joined.decode("utf-16-le", "surrogatepass")

    # Places.

    def offset(self, position: int) -> int:
        """Return the offset of a position; the places before and behind a soft break are one."""
        return position - bisect_right(self.starts, position)

    def position(self, offset: int) -> int:
        """Return the position of an offset, at a soft break the one behind it."""
        if not self.starts:
            return offset
        passed = bisect_right(range(len(self.starts)), offset, key=lambda index: self.starts[index] - index - 1)
        return offset + passed

    def before(self, position: int) -> int:
        """Return a position, that behind a soft break as the one before it."""
        while self._index(position) >= 0:
            position -= 1
        return position

    def behind(self, position: int) -> int:
        """Return a position, that before a soft break as the one behind it."""
        while self._index(position + 1) >= 0:
            position += 1
        return position

    def is_soft(self, block: QTextBlock) -> bool:
        """Tell whether a block goes on with the line of the block before it."""
        return bool(self.starts) and self._index(block.position()) >= 0

    def line_number(self, block: QTextBlock) -> int:
        """Return the number of the line that a block belongs to, from 0 on."""
        return block.blockNumber() - bisect_right(self.starts, block.position())

    def text_length(self) -> int:
        """Return the length of the text in UTF-16 units."""
        return self.document.characterCount() - 1 - len(self.starts)

    def line_count(self) -> int:
        """Return how many lines the text has."""
        return self.document.blockCount() - len(self.starts)

    def first_block(self, block: QTextBlock) -> QTextBlock:
        """Return the block in which the line of `block` begins."""
        while self.is_soft(block):
            block = block.previous()
        return block

    def last_block(self, block: QTextBlock) -> QTextBlock:
        """Return the block in which the line of `block` ends."""
        while self.starts and block.next().isValid() and self.is_soft(block.next()):
            block = block.next()
        return block

    def line_block(self, number: int) -> QTextBlock:
        """Return the block in which line `number`, from 0 on, begins."""
        least, most = number, number + len(self.starts)
        while least < most:
            middle = (least + most) // 2
            if self.line_number(self.document.findBlockByNumber(middle)) < number:
                least = middle + 1
            else:
                most = middle
        return self.document.findBlockByNumber(least)

    # The document's side.

    def _set(self, text: str, set_text: Callable[[str], None]) -> None:
        self._is_loading = True
        set_text(text)
        self._is_loading = False
        self.replaced.emit(None)

    @Slot(int, int, int)
    def _on_contents_change(self, position: int, removed: int, added: int) -> None:
        if self._is_loading:
            return
        last_place = self.document.characterCount() - 1
        beyond = max(0, position + added - last_place)  # at the end Qt counts the document's own last block too
        removed, added = removed - beyond, added - beyond
        if not self.is_mending:
            self._changed = position, position + added
        gone, come = self._follow(position, removed, added) if self._has_marked else (0, 0)
        if not self.is_mending:
            self._tell(position, removed - gone, added - come, position + added)

    def _follow(self, position: int, removed: int, added: int) -> tuple[int, int]:
        """Find the soft breaks after a change; return how many are gone and how many have come."""
        first, last = bisect_right(self.starts, position), bisect_right(self.starts, position + removed)
        known = self._new.union(self._marks[first:last])
        starts, marks = [], []
        block = self.document.findBlock(position)
        before = _mark(block)
        block = block.next()
        while block.isValid() and block.position() <= position + added:
            mark = _mark(block)
            if mark and (self._is_undoing or self.is_mending or (mark in known and mark != before)):
                starts.append(block.position())
                marks.append(mark)
            before = mark
            block = block.next()
        grown = added - removed
        self.starts[first:] = starts + [place + grown for place in self.starts[last:]]
        self._marks[first:] = marks + self._marks[last:]
        if not self.is_mending:
            self._new.clear()
        return last - first, len(starts)

    def _tell(self, position: int, removed: int, added: int, end: int) -> None:
        if removed < 0 or added < 0 or added > _LONGEST_TOLD:
            self.replaced.emit(None)
        else:
            self.replaced.emit(Replacement(self.offset(position), removed, self.between(position, end)))

    @Slot()
    def _on_contents_changed(self) -> None:
        if self._changed is None or self.is_mending:
            return
        (start, end), self._changed = self._changed, None
        if not self._is_undoing:
            if self._mends:
                steps = self.document.availableUndoSteps()
                self._mends = {first: last for first, last in self._mends.items() if last < steps}
            self._mend(start, end)

    def _mend(self, start: int, end: int) -> None:
        """Give the changed blocks the marks that are right, and cut those that became too long."""
        wrong: list[tuple[int, int]] = []
        long: list[tuple[int, str]] = []
        block = self.document.findBlock(start)
        last = min(end, self.document.characterCount() - 1)
        while block.isValid() and block.position() <= last:
            if self._has_marked:
                index = self._index(block.position())
                mark = self._marks[index] if index >= 0 else 0
                if _mark(block) != mark:
                    wrong.append((block.position(), mark))
            if block.length() > LONGEST_LINE + 1:
                long.append((block.position(), block.text()))
            block = block.next()
        if not wrong and not long:
            return
        self.is_mending = True
        steps = self.document.availableUndoSteps()
        cursor = QTextCursor(self.document)
        cursor.joinPreviousEditBlock()
        for place, mark in wrong:
            cursor.setPosition(place)
            cursor.setBlockFormat(_format(mark))
        for place, text in reversed(long):
            for cut in reversed(cuts(text)):
                cursor.setPosition(place + utf16_length(text[:cut]))
                self._begin()
                cursor.insertBlock(_format(next(self._numbers)))
        cursor.endEditBlock()
        self._mends[steps] = self.document.availableUndoSteps()
        self.is_mending = False

    def _begin(self) -> None:
        if not self._has_marked:
            self._has_marked = True
            self.cut.emit()

    def _index(self, position: int) -> int:
        index = bisect_left(self.starts, position)
        return index if index < len(self.starts) and self.starts[index] == position else -1


def raw_between(document: QTextDocument, start: int, end: int) -> str:
    """Return what stands between two positions, soft breaks too; blocks are parted by U+2029."""
    cursor = QTextCursor(document)
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    return cursor.selectedText()


def _format(mark: int) -> QTextBlockFormat:
    made = QTextBlockFormat()
    if mark:
        made.setProperty(_MARK, mark)
    return made


def _mark(block: QTextBlock) -> int:
    return block.blockFormat().intProperty(_MARK)
