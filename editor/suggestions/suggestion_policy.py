"""The person's wishes about suggestions, and how an answer is made to meet them."""

from dataclasses import dataclass

from editor.page import ghost_text
from lm.html.tag_guard import begins_end_tag
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

    def fitting(self, texts: tuple[str, ...], context: str, following: str) -> tuple[str, ...]:
        """Return what of `texts` can stand between `context` and `following`: spaces, case and block list kept.

        An end tag keeps the case of its start tag, whatever the case of the words around it.
        """
        follows_case = not begins_end_tag(context)
        fitting = []
        for text in texts:
            fit = ghost_text.fitted(text, context, following)
            fit = ghost_text.without_blocked(fit, context, self.blocked)
            fit = ghost_text.follow_case(fit, context) if follows_case else fit
            if fit.strip() and fit not in fitting:
                fitting.append(fit)
        return tuple(fitting)

    def fitting_words(self, words: tuple[str, ...], context: str) -> tuple[str, ...]:
        """Return the words of the bar in the case of the typed letters, without those on the block list."""
        prefix = ghost_text.typed_prefix(context)
        return tuple(ghost_text.word_in_case(word, prefix) for word in words if word.lower() not in self.blocked)
