"""A comparison as rows to read: what changed, with a few lines around, long lines and long stretches left out."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from editor.comparison.sequence_difference import Change
from editor.comparison.text_comparison import Marks, TextComparison, line_marks, pairs
from editor.settings.numerals import numeral
from editor.translation import tr

MOST_ROWS = 5000
"""More would take long to show, and nobody reads them."""
_CONTEXT_LINES = 3
# Qt lays a line out as a whole; of a longer one, what lies around its marks is shown.
_LONGEST_SHOWN = 1500
_AROUND_MARK = 200
_MOST_MARKS_SHOWN = 5
# Signs for what has no width or would break the line.
_SIGNS = {number: chr(0x2400 + number) for number in range(32) if number != 9}
_SIGNS |= {0x7F: "\u2421", 0x2028: "\u2424", 0x2029: "\u2424", 0x85: "\u2424"}


class RowKind(Enum):
    """What a row is; the value is the sign before it, which says the same without colours."""

    SAME = " "
    REMOVED = "\u2212"
    ADDED = "+"
    GAP = "\u22ef"


@dataclass(frozen=True, slots=True)
class Row:
    """A line of one or both texts, or what is said in the place of lines that are left out.

    Attributes:
        old_number, new_number: of the line in each text, from 1; None where it is not in it.
        marks: the parts of `text` that differ from the line it became, in characters.
    """

    kind: RowKind
    old_number: int | None
    new_number: int | None
    text: str
    marks: Marks = ()


@dataclass(frozen=True, slots=True)
class Rows:
    """What is shown of a comparison.

    Attributes:
        starts: the first row of each change that is shown.
        left_out: how many differing lines are not shown.
    """

    rows: tuple[Row, ...]
    starts: tuple[int, ...]
    left_out: int = 0


def rows(comparison: TextComparison) -> Rows:
    """Return the rows of a comparison; of equal texts, none."""
    made: list[Row] = []
    starts: list[int] = []
    shown = 0
    for number, change in enumerate(comparison.changes):
        if len(made) >= MOST_ROWS:
            break
        before = comparison.changes[number - 1] if number else Change(0, 0, 0, 0)
        made.extend(_equal_rows(comparison, before, change, is_first=number == 0))
        starts.append(len(made))
        for row in _changed_rows(comparison, change):
            if len(made) >= MOST_ROWS:
                break
            made.append(row)
            shown += 1
    left_out = comparison.added + comparison.removed - shown
    if left_out:
        made.append(_gap(tr("{count} more lines differ and are not shown").format(count=numeral(left_out))))
    elif comparison.changes:
        length = len(comparison.old)
        end = Change(length, length, len(comparison.new), len(comparison.new))
        made.extend(_equal_rows(comparison, comparison.changes[-1], end, is_last=True))
    return Rows(tuple(made), tuple(starts), left_out)


def text_rows(text: str) -> Rows:
    """Return the rows of a text that is compared with nothing."""
    lines = text.split("\n", MOST_ROWS)
    made = [Row(RowKind.SAME, None, i + 1, *_shown(line, ())) for i, line in enumerate(lines[:MOST_ROWS])]
    if len(lines) > MOST_ROWS:
        count = lines[-1].count("\n") + 1
        made.append(_gap(tr("{count} more lines are not shown").format(count=numeral(count))))
    return Rows(tuple(made), ())


def _equal_rows(
    comparison: TextComparison, before: Change, after: Change, *, is_first: bool = False, is_last: bool = False
) -> Iterator[Row]:
    """Give the equal lines between two changes: those next to them, and how many lie between."""
    count = after.old_start - before.old_end
    head = 0 if is_first else _CONTEXT_LINES
    tail = 0 if is_last else _CONTEXT_LINES
    # In the place of one line, saying that it is left out would save nothing.
    if count <= head + tail + 1:
        head, tail = count, 0
    for number in (*range(head), *([-1] if head + tail < count else []), *range(count - tail, count)):
        if number < 0:
            yield _gap(tr("{count} equal lines").format(count=numeral(count - head - tail)))
            continue
        old, new = before.old_end + number, before.new_end + number
        yield Row(RowKind.SAME, old + 1, new + 1, *_shown(comparison.old[old], ()))


def _changed_rows(comparison: TextComparison, change: Change) -> Iterator[Row]:
    old_marks: dict[int, Marks] = {}
    new_marks: dict[int, Marks] = {}
    # A change of so many lines is read as a whole.
    if change.old_end - change.old_start <= MOST_ROWS // 10:
        for old, new in pairs(comparison, change):
            old_marks[old], new_marks[new] = line_marks(comparison.old[old], comparison.new[new])
    for old in range(change.old_start, change.old_end):
        yield Row(RowKind.REMOVED, old + 1, None, *_shown(comparison.old[old], old_marks.get(old, ())))
    for new in range(change.new_start, change.new_end):
        yield Row(RowKind.ADDED, None, new + 1, *_shown(comparison.new[new], new_marks.get(new, ())))


def _gap(sentence: str) -> Row:
    return Row(RowKind.GAP, None, None, sentence)


def _shown(line: str, marks: Marks) -> tuple[str, Marks]:
    """Return what is shown of a line: signs for invisible characters, the middle of a very long one left out."""
    if len(line) <= _LONGEST_SHOWN:
        return line.translate(_SIGNS), marks
    kept: list[list[int]] = [[0, _AROUND_MARK]]
    for start, end in marks[:_MOST_MARKS_SHOWN]:
        end = min(end, start + _AROUND_MARK)
        if start - _AROUND_MARK <= kept[-1][1]:
            kept[-1][1] = end + _AROUND_MARK
        else:
            kept.append([start - _AROUND_MARK, end + _AROUND_MARK])
    if not marks:
        kept[0][1] = _LONGEST_SHOWN // 2
    text, placed, behind = "", [], 0
    for start, end in kept:
        if start > behind:
            text += tr(" … {count} characters … ").format(count=numeral(start - behind))
        for first, last in marks:
            if first < end and last > start:
                moved = len(text) - start
                placed.append((max(first, start) + moved, min(last, end) + moved))
        text += line[start:end].translate(_SIGNS)
        behind = end
    if behind < len(line):
        text += tr(" … {count} characters").format(count=numeral(len(line) - behind))
    return text, tuple((first, min(last, len(text))) for first, last in placed)
