"""Units of a recurrent network that keep something readable in mind: in quotes, in a tag, how far along the line.

A unit is found by correlation (as in Karpathy, Johnson and Fei-Fei 2015): on one half of the text the unit whose
activation goes most with a property is picked, on the other half it has to show that it was no accident.
"""

import itertools
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from lm.predicting.engine import Engine

Values = npt.NDArray[np.float32]

_LEAST_CORRELATION = 0.25
"""On the half that did not pick the unit; below it, nothing worth looking at was found."""
_LEAST_SHARE = 0.01
"""The part of a text that must have a property, and that must lack it, before units are looked for."""
_NEWLINE = ord("\n")


@dataclass(frozen=True, slots=True)
class Property:
    """Something about a place in a text that a reader would see.

    Attributes:
        name: a short one.
        values: returns one number for each byte of a text, of the place right after it.
    """

    name: str
    values: Callable[[bytes], Values]


@dataclass(frozen=True, slots=True)
class FoundUnit:
    """A unit that goes with a property.

    Attributes:
        property_name: of the property.
        unit: its number, from 0.
        correlation: Pearson's r on the half of the text that did not pick it, -1 to 1.
        activations: tanh of its memory cell after each byte of the text, turned round where r is negative, [bytes].
    """

    property_name: str
    unit: int
    correlation: float
    activations: Values


def _between(opening: bytes, closing: bytes) -> Callable[[bytes], Values]:
    def values(text: bytes) -> Values:
        is_inside, found = False, np.zeros(len(text), dtype=np.float32)
        for index, byte in enumerate(text):
            if byte == closing[0] and is_inside:
                is_inside = False
            elif byte == opening[0]:
                is_inside = True
            found[index] = is_inside
        return found

    return values


def _since(starts: frozenset[int]) -> Callable[[bytes], Values]:
    def values(text: bytes) -> Values:
        counts = itertools.accumulate(text, lambda count, byte: 0 if byte in starts else count + 1, initial=0)
        return np.fromiter(counts, dtype=np.float32, count=len(text) + 1)[1:]

    return values


def _is_in(these: bytes) -> Callable[[bytes], Values]:
    table = np.zeros(256, dtype=np.float32)
    table[list(these)] = 1.0
    return lambda text: table[np.frombuffer(text, dtype=np.uint8)]


PROPERTIES = (
    Property("inside quotation marks", _between(b'"', b'"')),
    Property("inside a tag", _between(b"<", b">")),
    Property("inside brackets", _between(b"(", b")")),
    Property("how far along the line", _since(frozenset(b"\n"))),
    Property("how far into the sentence", _since(frozenset(b".!?\n"))),
    Property("how far into the word", _since(frozenset(b" \n.,;:!?()\"'<>"))),
    Property("after a capital letter", _is_in(b"ABCDEFGHIJKLMNOPQRSTUVWXYZ")),
    Property("after a vowel", _is_in(b"aeiou")),
    Property("after a digit", _is_in(b"0123456789")),
)


def activations(engine: Engine, text: bytes, should_stop: Callable[[], bool] = lambda: False) -> Values:
    """Return tanh of every memory cell of an LSTM's first layer after each byte, [bytes, H].

    For a network without cells it is the hidden state. It ends early when `should_stop` says so.
    """
    size = engine.architecture.hidden_size
    first = size if engine.architecture.kind == "lstm" else 0  # h, then c
    state = engine.read([_NEWLINE], engine.begin_state())
    found = np.empty((len(text), size), dtype=np.float32)
    for index, byte in enumerate(text):
        if should_stop():
            return found[:index]
        state = engine.read([byte], state)
        found[index] = state[first : first + size]
    return np.tanh(found) if first else found


def find_units(text: bytes, units: Values) -> list[FoundUnit]:
    """Return the unit that goes best with each property that the text shows, the clearest first.

    Args:
        text: what was read.
        units: the activations after each of its bytes, [bytes, H].
    """
    found = []
    for each in PROPERTIES:
        values = each.values(text)
        unit, correlation = _best_unit(values, units)
        if abs(correlation) >= _LEAST_CORRELATION:
            sign = 1.0 if correlation > 0 else -1.0
            found.append(FoundUnit(each.name, unit, correlation, (sign * units[:, unit]).astype(np.float32)))
    return sorted(found, key=lambda unit: -abs(unit.correlation))


def _best_unit(values: Values, units: Values) -> tuple[int, float]:
    """Return the unit that one half of the text picks, and its correlation on the other; 0.0 where there is none."""
    middle = len(values) // 2
    picking, showing = slice(0, middle), slice(middle, None)
    if not (_varies(values[picking]) and _varies(values[showing])):
        return 0, 0.0
    unit = int(np.argmax(np.abs(_correlations(values[picking], units[picking]))))
    return unit, float(_correlations(values[showing], units[showing, unit : unit + 1])[0])


def _varies(values: Values) -> bool:
    if len(values) == 0:
        return False
    commonest = max(np.mean(values == values[0]), np.mean(values == values.min()), np.mean(values == values.max()))
    return bool(commonest <= 1.0 - _LEAST_SHARE)


def _correlations(values: Values, units: Values) -> Values:
    """Return Pearson's r of `values` [T] with each column of `units` [T, H]; 0 for a unit that never moves."""
    centred, moved = values - values.mean(), units - units.mean(axis=0)
    scale = np.linalg.norm(centred) * np.linalg.norm(moved, axis=0)
    products: Values = centred @ moved / np.where(scale > 0.0, scale, np.inf)
    return products
