"""What the person types, as whole words once they are finished: a run of keys in one place, without Qt.

A word that is still being typed, corrected or taken back is not handed on. Positions are in the document's own units
(UTF-16), as the caret's are.
"""

import re
import secrets
from collections.abc import Callable
from dataclasses import dataclass

from editor.page.text_surface import Edit, EditKind
from editor.utf16 import utf16_length

_LONGEST_KEY = 4
"""Text that takes the place of other text elsewhere and is longer than a key gives was not typed: replacing does it."""
_HALF_WORD = re.compile(r"[\w'’-]*")


@dataclass(frozen=True, slots=True)
class FinishedText:
    """Whole words; `continues` says that they follow the last ones of the same run."""

    text: str
    run: int
    continues: bool


class TypedRun:
    """Follows edits; `take` hands over what is finished by now."""

    def __init__(self, before: Callable[[int], str]) -> None:
        """`before` returns the character before a position, "" at the document's start."""
        self._before = before
        self._left: list[FinishedText] = []  # of runs that are over
        self._text = ""  # of the present run, not handed over
        self._end = -1  # its place in the document, -1 for none
        self._run = 0
        self._is_continued = False
        self._begins_in_word = False

    def on_edit(self, edit: Edit) -> None:
        """Take note of an edit."""
        if edit.kind is not EditKind.TYPED:
            self._end_run()
            return
        is_here = self._end >= 0 and edit.position + edit.removed == self._end
        kept = _without_last(self._text, edit.removed)
        if is_here and kept is not None and not self._rejoins(kept + edit.added):
            self._text = kept + edit.added
            self._end = edit.position + utf16_length(edit.added)
            return
        self._end_run()
        if edit.added and (not edit.removed or len(edit.added) <= _LONGEST_KEY):
            self._begin_run(edit)

    def _rejoins(self, text: str) -> bool:
        """Say whether the space after what was handed over is gone: what is typed now is a part of that word."""
        return self._is_continued and text[:1] not in (" ", "\n")

    @property
    def finished_chars(self) -> int:
        """How many characters of finished words wait."""
        return sum(len(each.text) for each in self._left) + _finished(self._text)

    def take(self) -> list[FinishedText]:
        """Hand over the words that are finished."""
        self._put_aside()
        taken, self._left = self._left, []
        return taken

    def end(self) -> list[FinishedText]:
        """Hand over the words that are finished; nothing goes on from here."""
        self._end_run()
        return self.take()

    def drop(self) -> None:
        """Forget what waits."""
        self._left, self._text, self._end = [], "", -1

    def _begin_run(self, edit: Edit) -> None:
        self._run, self._is_continued = secrets.randbits(48), False
        before = self._before(edit.position)
        # A unit begins with its space.
        self._text = " " + edit.added if before == " " else edit.added
        self._end = edit.position + utf16_length(edit.added)
        self._begins_in_word = _HALF_WORD.fullmatch(before) is not None and before != ""

    def _end_run(self) -> None:
        """The last word, which nothing follows, may be a part of one: it is left out."""
        self._put_aside()
        self._text, self._end = "", -1

    def _put_aside(self) -> None:
        end = _finished(self._text)
        if not end:
            return
        text, self._text = self._text[:end], self._text[end:]
        if self._begins_in_word:
            text = text[len(_HALF_WORD.match(text).group()) :]  # type: ignore[union-attr]  # it matches nothing too
            self._begins_in_word = False
        if text:
            self._left.append(FinishedText(text, self._run, self._is_continued))
            self._is_continued = True


def _finished(text: str) -> int:
    """Return where the finished words end; a unit begins with its space, so one may still begin there."""
    return max(text.rfind(" "), text.rfind("\n"), 0)


def _without_last(text: str, count: int) -> str | None:
    """Return `text` without its last `count` UTF-16 units, None if it is shorter or a character would be cut."""
    if not count:
        return text
    data = text.encode("utf-16-le", "surrogatepass")
    if 2 * count > len(data):
        return None
    try:
        return data[: len(data) - 2 * count].decode("utf-16-le")
    except UnicodeDecodeError:
        return None
