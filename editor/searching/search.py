"""Searching a text: what is sought, where it stands, what replaces it. No Qt.

Places are in the document's own units (UTF-16), as the caret's are; Python counts characters.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from editor.utf16 import utf16_length, utf16_part

MAX_SPANS = 100_000
"""So many matches are counted and shown; replacing all knows no such limit."""
_FINE_CHANGES = 500
# Many small changes of a document cost more than one large one.

Span = tuple[int, int]


class Fault(Enum):
    """Which part of a search makes no sense."""

    EXPRESSION = "no regular expression"
    REPLACEMENT = "the replacement makes no sense"


class SearchError(Exception):
    """What was asked for makes no sense: which part of it, and the reason."""

    def __init__(self, fault: Fault, reason: str) -> None:
        super().__init__(f"{fault.value}: {reason}")
        self.fault = fault
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for.

    Attributes:
        within: search only between these two places; None is the whole text.
    """

    needle: str
    is_regex: bool = False
    is_case: bool = False
    is_word: bool = False
    within: Span | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """`new` takes the place of what stands from `start` to `end`."""

    start: int
    end: int
    new: str


@dataclass(frozen=True, slots=True)
class Replacing:
    """How all matches are replaced: changes from the text's start on, fewer than `count` when they were joined."""

    count: int
    changes: tuple[Change, ...]


def find(query: Query, text: str) -> list[Span]:
    """Return where the matches stand, at most `MAX_SPANS` + 1 of them; empty ones are none."""
    spans: list[Span] = []
    ruler = _Ruler(text)
    for match in _matches(query, text):
        spans.append((ruler.units(match.start()), ruler.units(match.end())))
        if len(spans) > MAX_SPANS:
            break
    return spans


def replace_all(query: Query, text: str, replacement: str) -> Replacing:
    """Return the changes that put `replacement`, with its groups filled in, in the place of every match."""
    found = [(match.start(), match.end(), _filled(query, match, replacement)) for match in _matches(query, text)]
    ruler = _Ruler(text)
    if len(found) <= _FINE_CHANGES:
        changes = tuple(Change(ruler.units(start), ruler.units(end), new) for start, end, new in found)
        return Replacing(len(found), changes)
    pieces: list[str] = []
    place = found[0][0]
    for start, end, new in found:
        pieces += (text[place:start], new)
        place = end
    return Replacing(len(found), (Change(ruler.units(found[0][0]), ruler.units(place), "".join(pieces)),))


def replace_one(query: Query, text: str, replacement: str, span: Span) -> Replacing:
    """Return the change for the one match that stands at `span`; none when there is no such match."""
    ruler = _Ruler(text)
    for match in _matches(query, text):
        place = ruler.units(match.start()), ruler.units(match.end())
        if place == span:
            return Replacing(1, (Change(*span, _filled(query, match, replacement)),))
        if place[0] > span[0]:
            break
    return Replacing(0, ())


def _matches(query: Query, text: str) -> Iterator[re.Match[str]]:
    pattern = query.needle if query.is_regex else re.escape(query.needle)
    flags = re.MULTILINE | (0 if query.is_case else re.IGNORECASE)
    try:
        # On its own first: a bracket too many must not close one of ours.
        compiled = re.compile(pattern, flags)
        if query.is_word:
            compiled = re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", flags)
    except (re.error, OverflowError, RecursionError) as exc:
        raise SearchError(Fault.EXPRESSION, str(exc)) from exc
    first, last = (0, len(text)) if query.within is None else (_index(text, place) for place in query.within)
    return (match for match in compiled.finditer(text, first, last) if match.end() > match.start())


def _filled(query: Query, match: re.Match[str], replacement: str) -> str:
    if not query.is_regex:
        return replacement
    try:
        return match.expand(replacement)
    except (re.error, IndexError) as exc:
        raise SearchError(Fault.REPLACEMENT, str(exc)) from exc


class _Ruler:
    """Turns rising indices of characters into UTF-16 units."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._is_plain = text.isascii() or max(text) <= "\uffff"
        self._index = self._units = 0

    def units(self, index: int) -> int:
        if self._is_plain:
            return index
        if index < self._index:
            self._index = self._units = 0
        self._units += utf16_length(self._text[self._index : index])
        self._index = index
        return self._units


def _index(text: str, units: int) -> int:
    if text.isascii() or max(text) <= "\uffff":
        return units
    return len(utf16_part(text, 0, units))
