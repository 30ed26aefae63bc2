"""The person's wishes about suggestions."""

from dataclasses import dataclass

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
