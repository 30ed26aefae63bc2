"""What was offered and typed past: evidence that something else is meant.

Someone who takes what is right when it is shown, and types on, did not want what was shown. How much typing on says
depends on the person: one who never looks says nothing by it. So the chance that a right offer is taken is learned
from the words that were offered and then either taken or typed out, and Bayes' rule does the rest: an offer that was
passed over k times keeps (1 - chance)^k of its probability.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np

from lm.model.word_bytes import GOES_ON
from lm.predicting.completion import WordGuess

_PRIOR_TAKEN, _PRIOR_MISSED = 1.0, 3.0
"""Offers taken and missed before any was seen: a stranger takes one right offer in four."""
_MEMORY = 0.99
"""Of the counts, at each new one: people change their habits."""
_COMPARED_BYTES = 64
"""End of the context by which the next one is known to continue it."""
_LONGEST_TAKE_BYTES = 256
_LEAST = 1e-6


class Offers:
    """Follows one way of offering, the ghost or the bar, from request to request."""

    def __init__(self) -> None:
        self._context: bytes | None = None
        self._fresh: tuple[bytes, ...] = ()  # what was offered at `_context`: bytes to insert, a word's end at most
        self._passed: dict[bytes, int] = {}  # what is left of earlier offers that agree with what was typed since
        self._taken, self._missed = _PRIOR_TAKEN, _PRIOR_MISSED

    @property
    def chance(self) -> float:
        """The chance that an offer is taken when it is right, 0 to 1."""
        return self._taken / (self._taken + self._missed)

    def follow(self, context: bytes) -> None:
        """Go on to the next request's context: what was typed or taken since decides what has been passed over."""
        added = _added(self._context, context)
        self._context = context
        if added == b"":
            return
        if added is None:
            self._passed = {}
        elif len(added.decode("utf-8", "replace")) == 1:
            self._type(added)
        else:
            if any(added.startswith(offer) for offer in (*self._fresh, *self._passed) if offer):
                self._count(taken=1.0)
            self._passed = {}
        self._fresh = ()

    def offer(self, inserts: Iterable[bytes]) -> None:
        """Note what is shown for the context followed last: the first word of each, as bytes to insert."""
        self._fresh = tuple(inserts)

    def weigh(self, guesses: Sequence[WordGuess]) -> list[WordGuess]:
        """Return the guesses with the probability that is left to them, in the order given."""
        kept = 1.0 - self.chance
        factors = [kept ** self._passed.get(guess.insert, 0) for guess in guesses]
        lost = sum((1.0 - f) * np.exp(guess.log_prob) for f, guess in zip(factors, guesses, strict=True))
        norm = float(np.log(max(1.0 - lost, _LEAST)))
        return [
            replace(guess, log_prob=guess.log_prob + float(np.log(max(f, _LEAST))) - norm)
            for f, guess in zip(factors, guesses, strict=True)
        ]

    @property
    def num_passed(self) -> int:
        """How many offers have been passed over here: as many guesses more are worth looking at."""
        return len(self._passed)

    def _type(self, character: bytes) -> None:
        if b"" in self._passed and not GOES_ON[character[0]]:
            self._count(missed=1.0)  # it was the right word, and every letter of it was typed
        passed: dict[bytes, int] = {}
        for offer, times in (*self._passed.items(), *((offer, 1) for offer in self._fresh if offer != character)):
            if offer.startswith(character):
                rest = offer[len(character) :]
                passed[rest] = passed.get(rest, 0) + times
        self._passed = passed

    def _count(self, taken: float = 0.0, missed: float = 0.0) -> None:
        self._taken = _MEMORY * self._taken + taken
        self._missed = _MEMORY * self._missed + missed


def _added(before: bytes | None, after: bytes) -> bytes | None:
    """Return what `after` adds to the end of `before`, both whole or the ends of a text; None if it is another."""
    if before is None:
        return None
    if after.startswith(before) and len(after) - len(before) <= _LONGEST_TAKE_BYTES:
        return after[len(before) :]
    tail = before[-_COMPARED_BYTES:]
    if len(tail) < _COMPARED_BYTES:
        return None
    start = after.rfind(tail, max(0, len(after) - _LONGEST_TAKE_BYTES))
    return None if start < 0 else after[start + len(tail) :]
