"""How many keystrokes a model saves on the user's held-out text and on general text, before and after fine-tuning.

An ideal user (see `ideal_typist`) types the beginning of each with the suggestions that the window would show. How much
is typed depends on the time of the run: a request takes milliseconds, and what the parent needs for it, the tuned model
will need again.
"""

import math
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from lm.errors import TrainingStopped
from lm.evaluating.ideal_typist import type_text
from lm.finetuning.messages import KeysSaved, Savings
from lm.model.folder_layout import BYTES, WORDS
from lm.model.suggestion import Suggestion
from lm.predicting.predictor import load_parts, load_predictor
from lm.predicting.suggester import Suggester

_MOST_CHARS = 1500
_LEAST_CHARS = 300
"""Fewer would make the figures noise."""
_PROBED_CHARS = 60
_SHARE = 0.05
"""The part of the run's time for one text and one model; there are two of each."""


@dataclass(frozen=True, slots=True)
class TypingPlan:
    """What the parent saves, on how many characters of each text, and the seconds that the tuned model will take."""

    before: Savings
    user_chars: int
    general_chars: int
    seconds: float


class TypingTest:
    """Types the beginning of both texts with one model after the other."""

    def __init__(self, user: bytes, general: bytes, should_stop: Callable[[], bool]) -> None:
        """`user` and `general` are held-out texts, UTF-8."""
        self._user = user.decode("utf-8", "replace")
        self._general = general.decode("utf-8", "replace")
        self._should_stop = should_stop

    def begin(self, parent: Path, minutes: float) -> TypingPlan:
        """Type with the published `parent`, within a share of the run's `minutes`, which may be infinite.

        Raises:
            ModelError: if it cannot be loaded.
            TrainingStopped: if `should_stop` said so.
        """
        suggester = Suggester.load(parent)
        started = time.monotonic()
        self._type(suggester, self._user[:_PROBED_CHARS])
        char_seconds = (time.monotonic() - started) / max(1, len(self._user[:_PROBED_CHARS]))
        chars = affordable_chars(char_seconds, minutes)
        user, general = self._user[:chars], self._general[:chars]
        started = time.monotonic()
        before = Savings(self._type(suggester, user), self._type(suggester, general))
        return TypingPlan(before, len(user), len(general), time.monotonic() - started)

    def finish(self, plan: TypingPlan, folders: Mapping[str, Path]) -> Savings:
        """Type the same characters with the tuned networks in `folders`, by what they predict.

        Raises:
            ModelError: if it cannot be loaded.
            TrainingStopped: if `should_stop` said so.
        """
        is_pair = len(folders) > 1
        predictor = load_parts(folders[BYTES], folders[WORDS]) if is_pair else load_predictor(*folders.values())
        suggester = Suggester.of(predictor)
        return Savings(
            self._type(suggester, self._user[: plan.user_chars]),
            self._type(suggester, self._general[: plan.general_chars]),
        )

    def _type(self, suggester: Suggester, text: str) -> KeysSaved:
        def suggest(context: str) -> Suggestion:
            suggestion = suggester.suggest(context, should_stop=self._should_stop)
            if suggestion is None or self._should_stop():
                raise TrainingStopped("the typing was stopped")
            return suggestion

        # Two different people: one takes the ghost, the other from the bar, and the model learns who ignores what.
        inline = type_text(text, suggest, bar=False).ksr_inline
        return KeysSaved(round(inline, 4), round(type_text(text, suggest, inline=False).ksr_bar, 4))


def affordable_chars(char_seconds: float, minutes: float) -> int:
    """Return how many characters of a text are typed at this pace in a run of `minutes`."""
    budget = _SHARE * 60.0 * minutes
    if math.isinf(budget) or char_seconds <= 0.0:
        return _MOST_CHARS
    return round(min(_MOST_CHARS, max(_LEAST_CHARS, budget / char_seconds)))
