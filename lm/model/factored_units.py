"""Units in factors: a word is one thing, the space before it and its capitals are another.

`United`, ` United` and ` united` are three units of one word, so that a network that is made of factors shares what it
learns of the word between them: P(unit) = P(word) P(space | word) P(case | word). What is spelled in none of the three
ways below (iPhone, McDonald) is a word of its own; marks and digits have no case.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

LOWER, CAPITAL, UPPER = 0, 1, 2
NUM_CASES = 3
NUM_FORMS = 2 * NUM_CASES
"""A form is NUM_CASES with a space before the word, 0 without, plus its case."""
UNKNOWN_FORM = NUM_CASES + CAPITAL
"""How a unit that has no symbol is read: most of them are names in the middle of a line."""


@dataclass(frozen=True, slots=True)
class Factors:
    """The factors of a vocabulary's units.

    Attributes:
        words: the words in the order in which the units name them first; word 0 is the unknown.
        word_of: [V], the word of each unit.
        form_of: [V], the form of each unit.
        is_cased: [W], whether a word has capitals at all; the unknown has.
    """

    words: tuple[bytes, ...]
    word_of: npt.NDArray[np.int64]
    form_of: npt.NDArray[np.int64]
    is_cased: npt.NDArray[np.bool_]


def factor(unit: bytes) -> tuple[bytes, int]:
    """Return the word of a unit, in lower case where its case is a form, and the form."""
    space = len(unit) > 1 and unit.startswith(b" ")
    spelling = unit[space:].decode("utf-8", "surrogateescape")
    word, case = spelling, LOWER
    lower = spelling.lower()
    if spelling != lower:
        capital, upper = lower[:1].upper() + lower[1:], lower.upper()
        if spelling == capital:
            word, case = lower, CAPITAL
        elif spelling == upper:
            word, case = lower, UPPER
    return word.encode("utf-8", "surrogateescape"), NUM_CASES * space + case


def spell(word: bytes, form: int) -> bytes:
    """Return the unit of a word in a form: what `factor` took apart."""
    spelling = word.decode("utf-8", "surrogateescape")
    case = form % NUM_CASES
    if case == CAPITAL:
        spelling = spelling[:1].upper() + spelling[1:]
    elif case == UPPER:
        spelling = spelling.upper()
    return b" " * (form >= NUM_CASES) + spelling.encode("utf-8", "surrogateescape")


def factors_of(units: Sequence[bytes]) -> Factors:
    """Return the factors of `units`, [V], whose first is the unknown."""
    numbers: dict[bytes, int] = {}
    words: list[bytes] = [b""]
    word_of = np.zeros(len(units), dtype=np.int64)
    form_of = np.full(len(units), UNKNOWN_FORM, dtype=np.int64)
    for symbol, unit in enumerate(units[1:], start=1):
        word, form = factor(unit)
        number = numbers.get(word)
        if number is None:
            number = numbers[word] = len(words)
            words.append(word)
        word_of[symbol], form_of[symbol] = number, form
    return Factors(tuple(words), word_of, form_of, np.array([is_cased(word) for word in words]))


def is_cased(word: bytes) -> bool:
    """Say whether a word has capitals at all; the unknown has."""
    if not word:
        return True
    spelling = word.decode("utf-8", "surrogateescape")
    return spelling == spelling.lower() != spelling.upper()
