"""A plain reference for the page: a Python string, two places, and every state that it ever had. No Qt.

The string holds UTF-16 units, one per character, so that places are those of the page.
"""

import re
from dataclasses import dataclass

from editor.settings.indentation import Indentation

_INDENT = re.compile(r"[ \t]*")
_BREAKS = re.compile("\r\n?")
_OFFERED_BREAKS = re.compile("[\u2029\ufdd0\ufdd1]")


def to_units(text: str) -> str:
    """Return `text` with a character beyond 16 bits as its two surrogates."""
    wide = text.encode("utf-16-le", "surrogatepass")
    return "".join(chr(wide[i] | wide[i + 1] << 8) for i in range(0, len(wide), 2)) if not text.isascii() else text


def as_offered(text: str) -> str:
    """Return what a page takes of a text that another program offers."""
    return _OFFERED_BREAKS.sub("\n", text)


def to_text(units: str) -> str:
    """Return the text that `units` spell."""
    return units.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")


@dataclass(frozen=True, slots=True)
class Change:
    """One change of the text: what stood from `start` gave way to what stands there up to `end` now."""

    before: str
    after: str
    kind: str
    start: int
    end: int


class PageModel:
    """The text and its past.

    Attributes:
        text: in UTF-16 units, its lines ended by a line feed.
        anchor, caret: the ends of the selection.
        auto_indent: Return begins a line as far in as the one before.
        indentation: what the page says that its lines are indented with.
    """

    def __init__(self) -> None:
        self.text = ""
        self.anchor = self.caret = 0
        self.auto_indent = True
        self.indentation = Indentation()
        self._past: list[Change] = []
        self._place = 0
        self._undone: list[tuple[int, int]] = []

    @property
    def ends(self) -> tuple[int, int]:
        """The beginning and the end of the selection."""
        return min(self.anchor, self.caret), max(self.anchor, self.caret)

    @property
    def selected(self) -> str:
        """The text that is selected."""
        start, end = self.ends
        return self.text[start:end]

    def load(self, text: str) -> None:
        """Begin anew."""
        self.text = to_units(_BREAKS.sub("\n", text))
        self.anchor = self.caret = 0
        self._past.clear()
        self._undone.clear()
        self._place = 0

    def place(self, anchor: int, caret: int) -> None:
        """Put the ends of the selection somewhere."""
        assert 0 <= anchor <= len(self.text), "the anchor is outside the text"
        assert 0 <= caret <= len(self.text), "the caret is outside the text"
        self.anchor, self.caret = anchor, caret

    def change(self, start: int, end: int, new: str, kind: str, caret: int | None = None) -> None:
        """Put `new` in the place of what stands from `start` to `end`, and the caret behind it or at `caret`."""
        new = to_units(_BREAKS.sub("\n", new))
        before = self.text
        self.text = before[:start] + new + before[end:]
        behind = start + len(new)
        if start != end or new:
            del self._past[self._place :]
            self._undone.clear()
            self._past.append(Change(before, self.text, kind, start, behind))
            self._place += 1
        self.anchor = self.caret = behind if caret is None else caret

    def become(self, text: str, kind: str, *, is_step: bool = True) -> None:
        """Change to a whole new text; the caret is for the page to say."""
        caret, anchor = self.caret, self.anchor
        if is_step:
            self.change(0, len(self.text), to_text(text), kind)
        self.caret, self.anchor = min(caret, len(self.text)), min(anchor, len(self.text))

    def insert(self, text: str, kind: str) -> None:
        """Put `text` in the place of the selection."""
        self.change(*self.ends, text, kind)

    def erase(self, count: int, kind: str) -> None:
        """Remove the selection, or `count` units after the caret, or before it when it is negative."""
        start, end = self.ends
        if start == end:
            start, end = min(start, start + count), max(end, end + count)
        self.change(start, end, "", kind)

    def tab(self) -> None:
        """Put a tab, or spaces up to the next step, in the place of the selection."""
        start = self.ends[0]
        line = self.text[self.text.rfind("\n", 0, start) + 1 : start]
        self.insert(self.indentation.typed_tab(to_text(line)), "typed")

    def backspace(self, count: int) -> None:
        """Remove the selection, or a step of the indentation, or the `count` units before the caret."""
        line = self.text[self.text.rfind("\n", 0, self.caret) + 1 : self.caret]
        if self.anchor == self.caret and self.indentation.backspaced(line) > 1:
            self.erase(-self.indentation.backspaced(line), "step")
            return
        self.erase(-count, "erased")

    # The past.

    def undone(self, text: str) -> None:
        """Accept what undo brought back: a state that was, one step away."""
        place = self._place
        if text == self.text:
            if place and self._past[place - 1].before == text:
                place -= 1
            else:
                assert all(each.before == each.after for each in self._past[:place]), "undo did nothing"
        else:
            steps = (first for first in range(place - 1, -1, -1) if self._past[first].before == text)
            first = next((first for first in steps if self._is_one_step(first, place)), None)
            assert first is not None, f"undo brought what was not one step before: {text!r} after {self._steps()}"
            place = first
        if place != self._place:
            self._undone.append((place, self._place))
        self._place, self.text = place, text

    def redone(self, text: str) -> None:
        """Accept what redo brought: the state that the last undo left."""
        if not self._undone:
            assert text == self.text, "redo brought something with nothing undone"
            return
        _, last = self._undone.pop()
        assert text == self._past[last - 1].after, "redo brought another state than undo left"
        self._place, self.text = last, text

    def _steps(self) -> str:
        return "".join(f"\n  {each.kind} {each.after!r}" for each in self._past[max(0, self._place - 6) : self._place])

    def _is_one_step(self, first: int, last: int) -> bool:
        """Tell whether these changes may be undone as one: letters typed one behind the other, or erased so."""
        changes = [each for each in self._past[first:last] if each.before != each.after]
        if len(changes) < 2:
            return True
        if changes[0].kind == "erased":
            return all(each.kind == "erased" for each in changes)
        # Qt joins what is typed to an insertion right before it; lines were changed somewhere.
        behind = None if changes[0].kind == "lines" else changes[0].end
        for each in changes[1:]:
            if each.kind != "typed" or behind not in (None, each.start):
                return False
            behind = each.end
        return changes[0].kind != "taken"

    # Lines.

    def begin_line(self, *, is_plain: bool) -> None:
        """Do what Return does."""
        start = self.ends[0]
        line = self.text[self.text.rfind("\n", 0, start) + 1 : start]
        indent = _indent(line) if self.auto_indent and not is_plain else ""
        self.insert("\n" + indent, "line")

    def duplicate(self) -> None:
        """Double the lines of the selection."""
        start, end = self._lines()
        size = end - start + 1
        anchor, caret = self.anchor, self.caret
        self.change(end, end, "\n" + to_text(self.text[start:end]), "lines")
        self.anchor, self.caret = anchor + size, caret + size

    def delete_lines(self) -> None:
        """Remove the lines of the selection."""
        column = self.caret - (self.text.rfind("\n", 0, self.caret) + 1)
        start, end = self._lines()
        if end < len(self.text):
            end += 1
        elif start:
            start -= 1
        self.change(start, end, "", "lines")
        first = self.text.rfind("\n", 0, start) + 1
        place = first + min(column, _end(self.text, first) - first)
        self.anchor = self.caret = place - ("\udc00" <= self.text[place : place + 1] < "\ue000")

    def move_lines(self, step: int) -> None:
        """Change places with the line above (-1) or below (1)."""
        start, end = self._lines()
        anchor, caret = self.anchor, self.caret
        lines = self.text[start:end]
        if step < 0:
            if not start:
                return
            first = self.text.rfind("\n", 0, start - 1) + 1
            other = self.text[first : start - 1]
            size = -(len(other) + 1)
            self.change(first, end, to_text(lines + "\n" + other), "lines")
        else:
            if end == len(self.text):
                return
            last = _end(self.text, end + 1)
            other = self.text[end + 1 : last]
            size = len(other) + 1
            self.change(start, last, to_text(other + "\n" + lines), "lines")
        self.anchor = min(anchor + size, len(self.text))
        self.caret = min(caret + size, len(self.text))

    def indent(self) -> None:
        """Move the lines of the selection in; the ends of the selection are for the page to say."""
        start, end = self._lines()
        unit = self.indentation.unit
        lines = self.text[start:end].split("\n")
        moved = [unit + line if line or len(lines) == 1 else line for line in lines]
        self._put(start, end, moved)

    def outdent(self) -> None:
        """Move the lines of the selection out."""
        start, end = self._lines()
        lines = self.text[start:end].split("\n")
        self._put(start, end, [line[self.indentation.outdented(_indent(line)) :] for line in lines])

    def _put(self, start: int, end: int, lines: list[str]) -> None:
        text = "\n".join(lines)
        if text != self.text[start:end]:
            caret, anchor = self.caret, self.anchor
            self.change(start, end, to_text(text), "lines")
            self.anchor, self.caret = min(anchor, len(self.text)), min(caret, len(self.text))

    def _lines(self) -> tuple[int, int]:
        start, end = self.ends
        if end > start and self.text[end - 1] == "\n" and "\n" in self.text[start:end]:
            end -= 1
        return self.text.rfind("\n", 0, start) + 1, _end(self.text, end)


def _end(text: str, place: int) -> int:
    end = text.find("\n", place)
    return len(text) if end < 0 else end


def _indent(line: str) -> str:
    found = _INDENT.match(line)
    return found.group() if found else ""
