"""Where one step of undo ends while somebody types: at words and at pauses, as in other editors. No Qt."""

import math
from collections.abc import Callable

_PAUSE_SECONDS = 2.0
"""Who types with two fingers waits less than this between two letters of a word."""


class UndoSteps:
    """Decides before each typed character whether a new step begins with it: a word with the space after it is one."""

    def __init__(self, clock: Callable[[], float]) -> None:
        """`clock` tells the seconds that have passed since whenever."""
        self._clock = clock
        self._last_at = -math.inf

    def end(self) -> None:
        """Let whatever is typed next begin a step."""
        self._last_at = -math.inf

    def begins(self, before: str, typed: str) -> bool:
        """Note that `typed` is typed behind the character `before`, and tell whether a step begins with it."""
        now = self._clock()
        has_paused, self._last_at = now - self._last_at > _PAUSE_SECONDS, now
        is_word_start = not typed.isspace() and (not before or before.isspace())
        return has_paused or is_word_start
