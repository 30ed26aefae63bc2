"""What the engine is asked and what it answers: frozen, without Qt, so that it may cross threads and processes."""

from dataclasses import dataclass

DEFAULT_MIN_CONFIDENCE = 0.15
"""Under it silence is better. On the phrases of text-entry research it shows a ghost at 46 of 100 keys, 38 % of them
right, and saves 29.7 % of keys; showing always saves 31.1 % with 27 % right, 0.3 saves 26.9 % with 51 % right."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A reply to one request.

    Attributes:
        inline: the text to insert after the context, possibly several words; empty when unsure.
        words: whole words for the word being typed, or the next one, best first, each with the letters already typed.
        alternatives: other texts to insert, best first; `inline`, when there is one, is the first of them.
        confidence: the calibrated probability that the first word of `alternatives[0]` is what comes next, 0 to 1.
        ms: the time it took.
    """

    inline: str
    words: tuple[str, ...]
    alternatives: tuple[str, ...]
    confidence: float
    ms: float


NOTHING = Suggestion("", (), (), 0.0, 0.0)
