"""Where a line that is too long for Qt to lay out as one is cut into pieces. No Qt."""

import unicodedata

LONGEST_LINE = 10_000
"""A line of more characters is shown in pieces: Qt lays a line out anew, as a whole, at each change of it."""
_PIECE = 4_000
# A piece ends behind a space if there is one among its last characters: no word is cut then.
_SPACE_WITHIN = 500
_JOINERS = "\u200d\ufe0e\ufe0f"


def has_long_line(text: str) -> bool:
    """Tell whether a line of `text` is to be cut; of ten megabytes it looks at a thousand places."""
    return _next_long_line(text, 0) >= 0


def cuts(line: str) -> list[int]:
    """Return the places at which a line, or a piece of one, is cut; none in one that is short enough."""
    if len(line) <= LONGEST_LINE:
        return []
    found = []
    place = 0
    while len(line) - place > _PIECE + _SPACE_WITHIN:
        end = place + _PIECE
        space = line.rfind(" ", end - _SPACE_WITHIN, end)
        place = space + 1 if space >= 0 else _between_characters(line, end)
        found.append(place)
    return found


def pieces(text: str) -> list[str]:
    """Return the parts of `text` in order: each but the first goes on with the line in which the one before ends."""
    found = []
    done = place = 0
    while (start := _next_long_line(text, place)) >= 0:
        end = text.find("\n", start)
        line = text[start : end if end >= 0 else len(text)]
        for cut in cuts(line):
            found.append(text[done : start + cut])
            done = start + cut
        place = start + len(line) + 1
    found.append(text[done:])
    return found


def _next_long_line(text: str, place: int) -> int:
    """Return where the first long line from `place`, a line's beginning or end, on begins; -1 without one."""
    while len(text) - place > LONGEST_LINE:
        newline = text.rfind("\n", place, place + LONGEST_LINE + 1)
        if newline < 0:
            return place
        place = newline + 1
    return -1


def _between_characters(line: str, place: int) -> int:
    """Return a place near `place` that parts no accent from its letter."""
    for near in range(place, place - _SPACE_WITHIN, -1):
        if not (unicodedata.combining(line[near]) or line[near] in _JOINERS or line[near - 1] in _JOINERS):
            return near
    return place
