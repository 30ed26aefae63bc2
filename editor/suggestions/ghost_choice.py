"""The ghost that is offered, and the others that could stand in its place. No Qt."""

from editor.page.ghost_text import Ghost
from lm.model.suggestion import SuggestedEdit, Suggestion


class GhostChoice:
    """One answer's ghosts, of which none or one is chosen.

    Attributes:
        ghost: the chosen one, and how much of it is in the document.
    """

    def __init__(self) -> None:
        self.ghost: Ghost | None = None
        self._alternatives: tuple[SuggestedEdit, ...] = ()

    def clear(self) -> None:
        """Offer nothing."""
        self.ghost, self._alternatives = None, ()

    def note_alternatives(self, suggestion: Suggestion) -> None:
        """Know what else could be chosen; an edit that replaces something is no ghost."""
        self._alternatives = tuple(each for each in suggestion.alternatives if not each.replaced)

    @property
    def has_choices(self) -> bool:
        """Whether there is something to choose."""
        return bool(self._choices())

    @property
    def place(self) -> tuple[int, int]:
        """The place of the chosen ghost, from 1 on, among so many; 0, 0 where there is none or no other."""
        choices = self._choices()
        place = self._place(choices) + 1
        return (place, len(choices)) if place and len(choices) > 1 else (0, 0)

    def other(self, step: int) -> Ghost:
        """Return the ghost so many places further on; from none the first, or backwards the last."""
        choices, place = self._choices(), self._place(self._choices())
        chosen = choices[(place + step) % len(choices)] if place >= 0 else choices[0 if step > 0 else -1]
        return Ghost(chosen.insert, self.ghost.used if self.ghost is not None else 0, chosen.has_soft_space)

    def _choices(self) -> list[SuggestedEdit]:
        used = self.ghost.text[: self.ghost.used] if self.ghost is not None else ""
        return [each for each in self._alternatives if each.insert.startswith(used) and len(each.insert) > len(used)]

    def _place(self, choices: list[SuggestedEdit]) -> int:
        text = self.ghost.text if self.ghost is not None else ""
        return next((place for place, each in enumerate(choices) if each.insert == text), -1)
