"""What the suggestion controller knows of the typing surface: a protocol and the edits it reports, without Qt."""

from dataclasses import dataclass
from enum import Enum, auto
from typing import Protocol


class EditKind(Enum):
    """How the text came to change."""

    TYPED = auto()
    PASTED = auto()
    UNDONE = auto()
    LOADED = auto()
    WRITTEN = auto()  # by the model, and accepted: no words of the person's


@dataclass(frozen=True, slots=True)
class Edit:
    """One change of the text: at `position`, `removed` characters gave way to `added`.

    Positions and counts are in the document's own units (UTF-16), as the caret's position is.
    """

    position: int
    removed: int
    added: str
    kind: EditKind


class TextSurface(Protocol):
    """A place where a person types and a ghost can be painted."""

    def context(self) -> str:
        """Return the text before the caret, its last part; all of it where an end tag is being typed."""

    def following(self) -> str:
        """Return the rest of the line after the caret."""

    def caret_position(self) -> int:
        """Return the caret's place in the document's own units."""

    def has_selection(self) -> bool:
        """Tell whether text is selected."""

    def is_composing(self) -> bool:
        """Tell whether an input method is composing."""

    def is_read_only(self) -> bool:
        """Tell whether the text cannot be edited."""

    def has_room_for_ghost(self) -> bool:
        """Tell whether the line is short enough to be laid out again for a ghost."""

    def paint_ghost(self, text: str) -> None:
        """Paint `text` after the caret, or nothing when it is empty."""

    def take(self, text: str, replaced: str = "", *, has_soft_space: bool = False) -> bool:
        """Insert `text` at the caret in place of `replaced`, as one undo step; False where that does not stand there.

        With `has_soft_space` the text ends in a space, its own or one more, that a mark may take the place of.
        """
