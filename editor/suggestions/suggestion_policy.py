"""The person's wishes about suggestions."""

from dataclasses import dataclass

from editor.settings.preferences import Preferences
from lm.model.suggestion import DEFAULT_MIN_CONFIDENCE


@dataclass(frozen=True, slots=True)
class SuggestionPolicy:
    """When and how suggestions are shown, as the preferences say it.

    Attributes:
        is_held_only: a ghost is painted only while a key is held, or when it was asked for.
    """

    is_on: bool = True
    has_ghost: bool = True
    has_bar: bool = True
    is_held_only: bool = False
    min_confidence: float = DEFAULT_MIN_CONFIDENCE
    blocked: frozenset[str] = frozenset()

    @classmethod
    def of(cls, preferences: Preferences, suffix: str) -> "SuggestionPolicy":
        """Return what the preferences say for a document of a type such as ".txt", "" for one without a name."""
        return cls(
            is_on=preferences.suggestions_on and suffix not in preferences.off_suffixes,
            has_ghost=preferences.ghost_on,
            has_bar=preferences.bar_on,
            is_held_only=preferences.held_only,
            min_confidence=preferences.min_confidence,
            blocked=frozenset(preferences.blocked_words),
        )
