"""What differs between two sequences, in bounded time: rare common items as anchors, shortest edits between them."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

# About a second of this module's work; what is left then is called changed as a whole.
MOST_STEPS = 2_000_000


@dataclass(frozen=True, slots=True)
class Change:
    """Items `old_start` to `old_end` became items `new_start` to `new_end`; counted from 0, the ends not in it."""

    old_start: int
    old_end: int
    new_start: int
    new_end: int


@dataclass(frozen=True, slots=True)
class Changes:
    """All changes from the beginning to the end; coarse ones may hold items that did not change."""

    changes: tuple[Change, ...]
    is_coarse: bool


def changes(
    old: Sequence[int],
    new: Sequence[int],
    *,
    most_steps: int = MOST_STEPS,
    should_stop: Callable[[], bool] = lambda: False,
) -> Changes:
    """Return what became of `old`; equal items have equal numbers.

    Items that stand once in both are matched first, in the longest run that both have in the same order ("patience",
    Bram Cohen), then the same between two of them; where there is none the shortest edit is looked for (Myers, "An
    O(ND) Difference Algorithm", 1986). `should_stop` makes the rest coarse.
    """
    search = _Search(old, new, most_steps, should_stop)
    search.run()
    return Changes(tuple(_joined(sorted(search.found, key=lambda change: change.new_start))), search.is_coarse)


class _Search:
    def __init__(self, old: Sequence[int], new: Sequence[int], steps: int, should_stop: Callable[[], bool]) -> None:
        self._old = old
        self._new = new
        self._steps = steps
        self._should_stop = should_stop
        self.found: list[Change] = []
        self.is_coarse = False

    def run(self) -> None:
        # A stack of blocks, for a text can nest them deeper than Python calls.
        blocks = [Change(0, len(self._old), 0, len(self._new))]
        while blocks:
            block = self._trimmed(blocks.pop())
            if block.old_start == block.old_end or block.new_start == block.new_end:
                if block.old_start != block.old_end or block.new_start != block.new_end:
                    self.found.append(block)
                continue
            self._steps -= block.old_end - block.old_start + block.new_end - block.new_start
            if self._is_over():
                self._give_up(block)
            elif anchors := self._anchors(block):
                blocks.extend(_between(block, anchors))
            else:
                self._shortest_edit(block)

    def _is_over(self) -> bool:
        return self._steps <= 0 or self._should_stop()

    def _give_up(self, block: Change) -> None:
        self.is_coarse = True
        self.found.append(block)

    def _trimmed(self, block: Change) -> Change:
        old, new = self._old, self._new
        i, i_end, j, j_end = block.old_start, block.old_end, block.new_start, block.new_end
        while i < i_end and j < j_end and old[i] == new[j]:
            i, j = i + 1, j + 1
        while i < i_end and j < j_end and old[i_end - 1] == new[j_end - 1]:
            i_end, j_end = i_end - 1, j_end - 1
        return Change(i, i_end, j, j_end)

    def _anchors(self, block: Change) -> list[tuple[int, int]]:
        """Return places in both that hold the same item, which neither has twice in the block; in order in both."""
        old = self._old[block.old_start : block.old_end]
        new = self._new[block.new_start : block.new_end]
        in_old, in_new = Counter(old), Counter(new)
        place_of = {item: block.new_start + j for j, item in enumerate(new) if in_new[item] == 1}
        pairs = [
            (block.old_start + i, place_of[item])
            for i, item in enumerate(old)
            if item in place_of and in_old[item] == 1
        ]
        return _longest_rise(pairs)

    def _shortest_edit(self, block: Change) -> None:
        # Items of one side alone are changed anyway; without them the search is short.
        in_old = set(self._old[block.old_start : block.old_end])
        in_new = set(self._new[block.new_start : block.new_end])
        rows = [i for i in range(block.old_start, block.old_end) if self._old[i] in in_new]
        columns = [j for j in range(block.new_start, block.new_end) if self._new[j] in in_old]
        pairs = self._common(rows, columns)
        self.found.extend(each for each in _between(block, pairs) if each.old_end > each.old_start or _grows(each))

    def _common(self, rows: list[int], columns: list[int]) -> list[tuple[int, int]]:
        """Return pairs of places with the same items, as many as the steps that are left allow to find."""
        a, b = [self._old[i] for i in rows], [self._new[j] for j in columns]
        furthest = {1: 0}
        history: list[dict[int, int]] = []
        end = 0
        for edits in range(len(a) + len(b) + 1):
            history.append(dict(furthest))
            self._steps -= 2 * edits
            for diagonal in range(-edits, edits + 1, 2):
                is_down = diagonal == -edits or (diagonal != edits and furthest[diagonal - 1] < furthest[diagonal + 1])
                x = furthest[diagonal + 1] if is_down else furthest[diagonal - 1] + 1
                y = x - diagonal
                start = x
                last = min(len(a), x + len(b) - y, x + max(self._steps, 0))
                while x < last and a[x] == b[y]:
                    x, y = x + 1, y + 1
                self._steps -= x - start
                furthest[diagonal] = x
                if x >= len(a) and y >= len(b):
                    return [(rows[x], columns[y]) for x, y in _way_back(history, diagonal, len(a))]
            if self._is_over():
                self.is_coarse = True
                # The way that came furthest is right as far as it goes.
                within = [k for k in range(-edits, edits + 1, 2) if furthest[k] <= len(a) and furthest[k] - k <= len(b)]
                end = max(within, key=lambda k: 2 * furthest[k] - k)
                return [(rows[x], columns[y]) for x, y in _way_back(history, end, furthest[end])]
        return []


def _way_back(history: list[dict[int, int]], diagonal: int, x: int) -> list[tuple[int, int]]:
    """Return the matches on the way that ends at `x` of `diagonal`, from the first."""
    pairs = []
    y = x - diagonal
    for edits in range(len(history) - 1, -1, -1):
        furthest = history[edits]
        k = x - y
        is_down = k == -edits or (k != edits and furthest[k - 1] < furthest[k + 1])
        before_k = k + 1 if is_down else k - 1
        before_x = furthest[before_k] if edits else 0
        before_y = before_x - before_k if edits else 0
        while x > before_x and y > before_y:
            x, y = x - 1, y - 1
            pairs.append((x, y))
        x, y = before_x, before_y
    return pairs[::-1]


def _longest_rise(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the most of `pairs`, ordered by the first place, whose second places rise too."""
    tops: list[int] = []  # of each length, the least last place
    owners: list[int] = []
    before: list[int] = []
    for index, (_, place) in enumerate(pairs):
        length = bisect_left(tops, place)
        if length == len(tops):
            tops.append(place)
            owners.append(index)
        else:
            tops[length], owners[length] = place, index
        before.append(owners[length - 1] if length else -1)
    rise = []
    index = owners[-1] if owners else -1
    while index >= 0:
        rise.append(pairs[index])
        index = before[index]
    return rise[::-1]


def _between(block: Change, pairs: list[tuple[int, int]]) -> list[Change]:
    """Return what of the block lies before, between and behind pairs of equal items."""
    parts = []
    i, j = block.old_start, block.new_start
    for row, column in pairs:
        parts.append(Change(i, row, j, column))
        i, j = row + 1, column + 1
    parts.append(Change(i, block.old_end, j, block.new_end))
    return parts


def _grows(change: Change) -> bool:
    return change.new_end > change.new_start


def _joined(found: list[Change]) -> list[Change]:
    joined: list[Change] = []
    for change in found:
        last = joined[-1] if joined else None
        if last is not None and (last.old_end, last.new_end) == (change.old_start, change.new_start):
            joined[-1] = Change(last.old_start, change.old_end, last.new_start, change.new_end)
        else:
            joined.append(change)
    return joined
