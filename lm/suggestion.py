"""What the engine is asked and what it answers: frozen, without Qt, so that it may cross threads and processes."""

from dataclasses import dataclass


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
