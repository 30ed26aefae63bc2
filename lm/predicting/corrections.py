"""The word that slipped fingers meant: near the letters typed by spelling, and likely at this place by the model.

It is a word with one slip (`teh`, `recieve`), or one whose beginning was typed with one (`recie`).
"""

import re
from dataclasses import dataclass
from typing import Any, Protocol, runtime_checkable

from lm.text.lexicon import Lexicon
from lm.text.slips import KINDS

_LEAST_TYPED = 3
_PLAIN = re.compile(r"[^\W\d_]+(?:'[^\W\d_]*)?")
_CHANCE_OF_SLIP = (0.03, 0.002, 0.0003)
"""Of a word typed with one slip, by its kind, spread over the ways to make it: letters are swapped or doubled in some
3 words of 100."""
_CHANCE_OF_RARE_WORD = 1e-7
"""Of a word that one would not expect at its place."""


@runtime_checkable
class Expecting(Protocol):
    """A model that knows what it expected before the word that is being typed."""

    def likeliest(self, state: Any, prefix: bytes) -> tuple[bytes, float]:
        """Return the known unit that begins with `prefix` and is likeliest there, with its probability."""


@dataclass(frozen=True, slots=True)
class Correction:
    """A word in place of the letters typed; `weight` compares corrections of the same letters."""

    word: str
    weight: float


def correction(model: Expecting, state: Any, before: str, typed: str, lexicon: Lexicon) -> Correction | None:
    """Return what `typed`, which stands after `before`, was likeliest meant to be; None where nothing is near it.

    `state` is the model's after `typed`; both texts are in the networks' form.
    """
    if len(typed) < _LEAST_TYPED or _PLAIN.fullmatch(typed) is None:
        return None
    space = " " if before.endswith(" ") else ""
    best: Correction | None = None

    def consider(word: str, weight: float) -> None:
        nonlocal best
        if word.casefold() != typed.casefold() and (best is None or weight > best.weight):
            best = Correction(word, weight)

    for word, kind in lexicon.near(typed):
        consider(word, _CHANCE_OF_SLIP[kind] * _CHANCE_OF_RARE_WORD)  # where the place expects none of them
    for number, kind_of_slip in enumerate(KINDS):
        for prefix in kind_of_slip(typed):
            if lexicon.begins_word(prefix):
                unit, share = model.likeliest(state, (space + prefix).encode())
                word = unit.decode("utf-8", "replace")[len(space) :]
                if word and lexicon.knows(word):
                    consider(word, _CHANCE_OF_SLIP[number] * share)
    return best
