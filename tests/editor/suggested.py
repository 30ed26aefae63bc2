"""Answers as the engine gives them, from the words and ghosts that a test wants."""

from lm.model.suggestion import SuggestedEdit, Suggestion
from lm.model.words import leaves_room_for_space, typed_word


def ghost_edit(text: str, *, has_soft_space: bool = False) -> SuggestedEdit:
    """Return a ghost that writes `text`."""
    return SuggestedEdit(text, "", text, 0.9, has_soft_space=has_soft_space)


def word_edit(word: str, context: str, following: str = "") -> SuggestedEdit:
    """Return a word of the bar for the letters that `context` ends with."""
    typed = typed_word(context)
    is_longer = word.startswith(typed)
    return SuggestedEdit(
        word.removeprefix(typed) if is_longer else word,
        "" if is_longer else typed,
        word,
        0.5,
        is_correction=not word.lower().startswith(typed.lower()),
        has_soft_space=leaves_room_for_space(following),
    )


def suggestion(
    context: str = "",
    following: str = "",
    *,
    inline: str = "",
    others: tuple[str, ...] = (),
    words: tuple[str, ...] = (),
    has_soft_space: bool = False,
) -> Suggestion:
    """Return an answer; `others` are the ghosts besides `inline`."""
    ghosts = [ghost_edit(text, has_soft_space=has_soft_space) for text in (inline, *others) if text]
    return Suggestion(
        ghosts[0] if inline else None,
        tuple(word_edit(word, context, following) for word in words),
        tuple(ghosts),
        0.9 if ghosts else 0.0,
        0.0,
    )
