"""The words of the bar between two answers: those that still fit what was typed since they came. No Qt."""

from dataclasses import dataclass

from lm.model.suggestion import SuggestedEdit

NO_WORD = SuggestedEdit("")
"""An empty place between words."""


@dataclass(frozen=True, slots=True)
class BarWords:
    """An answer's words, best first, and what was typed since the answer.

    Attributes:
        offered: as they came.
        typed: the letters that followed them at the caret.
    """

    offered: tuple[SuggestedEdit, ...] = ()
    typed: str = ""

    @property
    def fitting(self) -> tuple[SuggestedEdit, ...]:
        """What is left of those that agree with what was typed."""
        if not self.typed:
            return self.offered
        left = (word.after_typing(self.typed) for word in self.offered)
        return tuple(word for word in left if word is not None)

    def after_insert(self, typed: str) -> "BarWords":
        """Note that `typed` entered at the caret."""
        return BarWords(self.offered, self.typed + typed)

    def after_backspace(self, count: int) -> "BarWords":
        """Give `count` letters back; where more are gone than were typed, nothing is known."""
        return BarWords(self.offered, self.typed[:-count]) if 0 < count <= len(self.typed) else BarWords()


def in_places(words: tuple[SuggestedEdit, ...]) -> tuple[SuggestedEdit, ...]:
    """Return words in the order of their places, the first for the key that is pressed without looking.

    A correction is never there: where it is all there is, that place stays empty.
    """
    plain = [word for word in words if not word.is_correction]
    corrections = [word for word in words if word.is_correction]
    return (*(plain[:1] or [NO_WORD]), *corrections, *plain[1:]) if corrections else words
