"""Brackets that belong together, found near the caret."""

from array import array
from collections.abc import Sequence

from PySide6.QtGui import QTextDocument

from editor.page.soft_breaks import raw_between

_PAIRS = ("()", "[]", "{}")
_CLOSING = {ord(pair[0]): ord(pair[1]) for pair in _PAIRS}
_OPENING = {closing: opening for opening, closing in _CLOSING.items()}
# Farther apart nobody sees both, and the search would be felt.
_REACH = 10_000


def matching_brackets(document: QTextDocument, position: int) -> tuple[int, int] | None:
    """Return the places of the bracket at the caret, before it if possible, and of its partner; None without both."""
    end = min(document.characterCount() - 1, position + _REACH)
    text = raw_between(document, max(0, position - _REACH), end)
    units = array("H", text.encode("utf-16-le", "surrogatepass"))
    start = end - len(units)
    for place in (position - 1, position):
        if 0 <= place - start < len(units):
            partner = _partner(units, place - start)
            if partner is not None:
                return place, start + partner
    return None


def _partner(units: Sequence[int], index: int) -> int | None:
    here = units[index]
    if here in _CLOSING:
        other, places = _CLOSING[here], range(index, len(units))
    elif here in _OPENING:
        other, places = _OPENING[here], range(index, -1, -1)
    else:
        return None
    depth = 0
    for place in places:
        depth += (units[place] == here) - (units[place] == other)
        if depth == 0:
            return place
    return None
