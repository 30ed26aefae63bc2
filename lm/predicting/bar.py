"""The words of the bar: how the word at the caret may end, what may follow it if it is over, what a slip meant."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lm.model.language_model import AnyModel
from lm.model.suggestion import SuggestedEdit
from lm.predicting.completion import Completer, Point, WordGuess
from lm.predicting.corrections import Expecting, correction
from lm.predicting.place import Place
from lm.text.lexicon import Lexicon

_LEAST_LONGER = 0.002
"""Probability of a longer word where the letters typed are one already: rarer ones would only fill the bar."""
_LEAST_COMPOUND = 0.02
"""Probability of a word with a hyphen: of two words that exist many compounds can be made that nobody writes."""
_SURELY_BEGUN = 0.02
"""So probable a word that begins with the letters typed, and no slip is looked for."""
PROBABLY_OVER = 0.5


@dataclass(frozen=True, slots=True)
class BarWord:
    """A word of the bar and what it adds in the networks' form; nothing for a correction."""

    insert: bytes
    edit: SuggestedEdit


def bar_words(
    place: Place,
    point: Point,
    guesses: Sequence[WordGuess],
    over: Sequence[WordGuess],
    model: AnyModel,
    lexicon: Lexicon | None,
) -> list[BarWord]:
    """Return the words for a place, best first, none twice in whatever case, at most one of them a correction.

    Args:
        place: the caret's.
        point: the model's state there.
        guesses: words that go on with what was typed, or begin there.
        over: words that may follow it if it is over.
        model: what `point` is of.
        lexicon: knows words; without one there are no corrections.
    """
    ranked = sorted(_with_right_spelling(place, guesses, lexicon), key=lambda each: -each[1])
    if place.typed:
        ranked = [each for each in ranked if each[1] >= _least(place, each[0], lexicon)]
    begun = ranked[0][1] if ranked else 0.0
    if _may_be_over(place, point):
        ranked = sorted([*ranked, *((guess.insert, math.exp(guess.log_prob)) for guess in over)], key=lambda e: -e[1])
    words = [BarWord(insert, place.word(insert.decode("utf-8", "ignore"), p)) for insert, p in ranked]
    slip = _slip(place, point, begun, model, lexicon)
    if slip is not None and not any(word.edit.shown == slip.shown and word.insert[:1] != b" " for word in words):
        words.insert(0, BarWord(b"", slip))
    return list(_distinct(words, place)) or _itself(place, lexicon)


def _with_right_spelling(
    place: Place, guesses: Sequence[WordGuess], lexicon: Lexicon | None
) -> Iterator[tuple[bytes, float]]:
    """Yield what each guess adds, with its probability; for a misspelling that was learned the word that was meant."""
    typed = place.read_typed
    for guess in guesses:
        probability = math.exp(guess.log_prob)
        word = guess.word.decode("utf-8", "ignore")
        meant = lexicon.meant_by(word) if lexicon is not None else ""
        if not meant:
            yield guess.insert, probability
        elif meant.startswith(typed):
            yield (b" " if guess.insert.startswith(b" ") else b"") + meant[len(typed) :].encode(), probability


def _least(place: Place, insert: bytes, lexicon: Lexicon | None) -> float:
    if "-" in place.read_typed or b"-" in insert:
        return _LEAST_COMPOUND
    is_word = lexicon is not None and lexicon.knows(place.read_typed)
    return _LEAST_LONGER if is_word else 0.0


def _may_be_over(place: Place, point: Point) -> bool:
    """Say whether the letters typed are a plain word that is probably over; `don't` and `café` are answered alone."""
    return place.read_typed.isascii() and place.read_typed.isalpha() and Completer.over(point) >= PROBABLY_OVER


def _slip(place: Place, point: Point, begun: float, model: AnyModel, lexicon: Lexicon | None) -> SuggestedEdit | None:
    """Return the correction of letters that begin no word one would expect, None where there is nothing to correct."""
    typed = place.read_typed
    if lexicon is None or not typed or not isinstance(model, Expecting):
        return None
    meant = lexicon.meant_by(typed)
    if not meant and (begun >= _SURELY_BEGUN or lexicon.knows(typed)):
        return None
    if meant:
        return place.correction(meant)
    before = place.text[: len(place.text) - len(typed)]
    found = correction(model, point.state, before, typed, lexicon)
    # A letter with an accent takes several keys: nobody writes one by a slip.
    keeps_accents = found is not None and all(char.isascii() or char in found.word for char in typed)
    return place.correction(found.word) if found is not None and keeps_accents else None


def _itself(place: Place, lexicon: Lexicon | None) -> list[BarWord]:
    """Return the word typed, where it is one: there is nothing else to say of `don't` until a space comes."""
    is_word = lexicon is not None and place.typed and lexicon.knows(place.read_typed)
    return [BarWord(b"", place.word("", 1.0))] if is_word else []


def _distinct(words: Sequence[BarWord], place: Place) -> Iterator[BarWord]:
    seen = {place.typed.casefold(), ""}
    for word in words:
        shown = word.edit.shown.casefold()
        if shown not in seen:
            seen.add(shown)
            yield word
