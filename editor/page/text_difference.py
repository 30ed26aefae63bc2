"""Where one text differs from another: the part between their common beginning and their common end."""

from collections.abc import Callable
from dataclasses import dataclass

from editor.utf16 import utf16_length


@dataclass(frozen=True, slots=True)
class Difference:
    """`old[start:end]` becomes `text`; places count UTF-16 units, as the page does."""

    start: int
    end: int
    text: str


def difference(old: str, new: str) -> Difference | None:
    """Return the one part of `old` to replace, None when the texts are equal."""
    if old == new:
        return None
    first, last = common_ends(old, new)
    start = utf16_length(old[:first])
    return Difference(start, start + utf16_length(old[first : len(old) - last]), new[first : len(new) - last])


def common_ends(old: str, new: str) -> tuple[int, int]:
    """Return how many characters both begin with, and with how many of the others both end."""
    shorter = min(len(old), len(new))
    first = _longest(shorter, lambda count: old[:count] == new[:count])
    last = _longest(shorter - first, lambda count: old[len(old) - count :] == new[len(new) - count :])
    return first, last


def _longest(most: int, is_common: Callable[[int], bool]) -> int:
    """Return the greatest count up to `most` that is common; halving compares ten megabytes at the speed of memory."""
    least = 0
    while least < most:
        middle = (least + most + 1) // 2
        if is_common(middle):
            least = middle
        else:
            most = middle - 1
    return least
