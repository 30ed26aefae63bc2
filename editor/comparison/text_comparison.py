"""How two texts differ, line by line and within a line; bounded in time for any text."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from editor.comparison.sequence_difference import Change, changes
from editor.page.text_difference import common_ends

Marks = tuple[tuple[int, int], ...]
"""Parts of a line that differ: first character, and the one behind the last."""

_WORD = re.compile(r"\w+|\s+|.", re.DOTALL)
# In a longer line only the common beginning and end are looked for.
_LONGEST_MARKED = 2000
_MARK_STEPS = 20_000
# Lines that have less in common are two lines, not one that was changed.
_LEAST_ALIKE = 0.3
# Pairing more lines by likeness would be slow, and nobody could follow it.
_MOST_PAIRINGS = 2500


@dataclass(frozen=True, slots=True)
class TextComparison:
    """Two texts as lines, without their ends, and what changed between them; a text that is not there has no line.

    Attributes:
        is_coarse: the texts differ so much that a change may hold lines that are the same.
    """

    old: tuple[str, ...]
    new: tuple[str, ...]
    changes: tuple[Change, ...]
    is_coarse: bool

    @property
    def added(self) -> int:
        """Lines that only the new text has."""
        return sum(change.new_end - change.new_start for change in self.changes)

    @property
    def removed(self) -> int:
        """Lines that only the old text has."""
        return sum(change.old_end - change.old_start for change in self.changes)


def compare(old: str | None, new: str | None, *, should_stop: Callable[[], bool] = lambda: False) -> TextComparison:
    """Compare two texts whose lines end with a line feed; None for one that does not exist.

    A text that ends with a line feed has an empty last line, as on the page. `should_stop` ends it early, coarse.
    """
    old_lines, new_lines = _lines(old), _lines(new)
    if old == new:
        return TextComparison(old_lines, new_lines, (), is_coarse=False)
    before, behind = _common_lines(old or "", new or "") if old_lines and new_lines else (0, 0)
    numbers: dict[str, int] = {}
    found = changes(
        [numbers.setdefault(line, len(numbers)) for line in old_lines[before : len(old_lines) - behind]],
        [numbers.setdefault(line, len(numbers)) for line in new_lines[before : len(new_lines) - behind]],
        should_stop=should_stop,
    )
    moved = (
        Change(each.old_start + before, each.old_end + before, each.new_start + before, each.new_end + before)
        for each in found.changes
    )
    return TextComparison(old_lines, new_lines, tuple(moved), found.is_coarse)


def line_marks(old: str, new: str) -> tuple[Marks, Marks]:
    """Return what differs within a changed line, in words; nothing when the two lines are hardly alike."""
    if len(old) + len(new) > _LONGEST_MARKED:
        return _ends_apart(old, new)
    old_words, new_words = _WORD.findall(old), _WORD.findall(new)
    numbers: dict[str, int] = {}
    found = changes(
        [numbers.setdefault(word, len(numbers)) for word in old_words],
        [numbers.setdefault(word, len(numbers)) for word in new_words],
        most_steps=_MARK_STEPS,
    ).changes
    old_marks = _marks(old_words, [(change.old_start, change.old_end) for change in found])
    new_marks = _marks(new_words, [(change.new_start, change.new_end) for change in found])
    common = len(old) - sum(end - start for start, end in old_marks)
    if 2 * common < _LEAST_ALIKE * (len(old) + len(new)):
        return (), ()
    return old_marks, new_marks


def pairs(comparison: TextComparison, change: Change) -> list[tuple[int, int]]:
    """Return which removed line became which added one, by their numbers; in order in both texts."""
    old = comparison.old[change.old_start : change.old_end]
    new = comparison.new[change.new_start : change.new_end]
    if len(old) == len(new) or len(old) * len(new) > _MOST_PAIRINGS:
        found = [(number, number) for number in range(min(len(old), len(new)))]
    else:
        found = _most_alike([_words(line) for line in old], [_words(line) for line in new])
    return [(change.old_start + i, change.new_start + j) for i, j in found]


def _lines(text: str | None) -> tuple[str, ...]:
    return () if text is None else tuple(text.split("\n"))


def _common_lines(old: str, new: str) -> tuple[int, int]:
    """Return how many whole lines both begin with, and with how many of the others both end."""
    first, last = common_ends(old, new)
    return old.count("\n", 0, first), old.count("\n", len(old) - last)


def _marks(words: list[str], spans: list[tuple[int, int]]) -> Marks:
    starts = [0]
    for word in words:
        starts.append(starts[-1] + len(word))
    return tuple((starts[start], starts[end]) for start, end in spans if end > start)


def _ends_apart(old: str, new: str) -> tuple[Marks, Marks]:
    """Return what is left between the common beginning and the common end of two lines of any length."""
    first, last = common_ends(old, new)
    spans = [(first, len(old) - last)], [(first, len(new) - last)]
    marked = [tuple((start, end) for start, end in side if end > start) for side in spans]
    return marked[0], marked[1]


def _words(line: str) -> frozenset[str]:
    return frozenset(word for word in _WORD.findall(line[:_LONGEST_MARKED]) if not word.isspace())


def _likeness(old: frozenset[str], new: frozenset[str]) -> float:
    most = max(len(old), len(new))
    return len(old & new) / most if most else 0.0


def _most_alike(old: list[frozenset[str]], new: list[frozenset[str]]) -> list[tuple[int, int]]:
    """Return the pairs, in order, whose likenesses add up to the most."""
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i in range(len(old) - 1, -1, -1):
        for j in range(len(new) - 1, -1, -1):
            likeness = _likeness(old[i], new[j])
            paired = best[i + 1][j + 1] + likeness if likeness >= _LEAST_ALIKE else 0.0
            best[i][j] = max(best[i + 1][j], best[i][j + 1], paired)
    found = []
    i = j = 0
    while i < len(old) and j < len(new):
        if best[i][j] == best[i + 1][j]:
            i += 1
        elif best[i][j] == best[i][j + 1]:
            j += 1
        else:
            found.append((i, j))
            i, j = i + 1, j + 1
    return found
