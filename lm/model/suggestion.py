"""What the engine is asked and what it answers: frozen, without Qt, so that it may cross threads and processes."""

from dataclasses import dataclass, replace

DEFAULT_MIN_CONFIDENCE = 0.15
"""Under it silence is better. On the phrases of text-entry research it shows a ghost at 46 of 100 keys, 38 % of them
right, and saves 29.7 % of keys; showing always saves 31.1 % with 27 % right, 0.3 saves 26.9 % with 51 % right."""


@dataclass(frozen=True, slots=True)
class SuggestedEdit:
    """What taking a suggestion does to the text before the caret, and nothing else is done.

    Attributes:
        insert: what the caret stands after; a ghost's may end in a space, a bar word's never does.
        replaced: the text just before the caret that gives way to it, "" for nearly all. Where another text stands
            there by now, the edit is void.
        shown: what is shown: a bar word with the letters that were typed, a ghost as `insert`.
        confidence: the probability that this is meant, 0 to 1.
        is_correction: other letters than the typed ones are meant. It is never the first nor the only choice of a key
            that takes without looking.
        has_soft_space: a space belongs after it, which a mark may take the place of and a typed space does not double.
            Where `insert` ends in a space it is that one.
    """

    insert: str
    replaced: str = ""
    shown: str = ""
    confidence: float = 0.0
    is_correction: bool = False
    has_soft_space: bool = False

    @property
    def replaces(self) -> int:
        """How many characters (code points) before the caret give way."""
        return len(self.replaced)

    def applied_to(self, before: str) -> str | None:
        """Return the text before the caret after taking it, without the soft space; None where it is void."""
        if not before.endswith(self.replaced):
            return None
        return before[: len(before) - len(self.replaced)] + self.insert

    def after_typing(self, typed: str) -> "SuggestedEdit | None":
        """Return what is left of it after `typed` was typed instead of taking it; None where that contradicts it."""
        if self.replaced or not self.insert.startswith(typed) or len(self.insert) == len(typed):
            return None
        return replace(self, insert=self.insert[len(typed) :])


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A reply to one request.

    Attributes:
        inline: the ghost, possibly several words; None when unsure. It replaces nothing.
        words: for the bar, for the word being typed or the next one, best first; at most one is a correction.
        alternatives: other ghosts, best first; `inline`, when there is one, is the first of them.
        confidence: the calibrated probability that the first word of `alternatives[0]` is what comes next, 0 to 1.
        ms: the time it took.
    """

    inline: SuggestedEdit | None
    words: tuple[SuggestedEdit, ...]
    alternatives: tuple[SuggestedEdit, ...]
    confidence: float
    ms: float

    @property
    def ghost(self) -> str:
        """The text of `inline`, "" where there is none."""
        return self.inline.insert if self.inline is not None else ""

    @property
    def shown_words(self) -> tuple[str, ...]:
        """The bar's words as they are shown."""
        return tuple(word.shown for word in self.words)


NOTHING = Suggestion(None, (), (), 0.0, 0.0)
