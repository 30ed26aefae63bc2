"""What slipped fingers meant, by spelling and by what the model expects there."""

import pytest

from lm.predicting.corrections import correction
from lm.text.lexicon import Lexicon

LEXICON = Lexicon(["the", "then", "receive", "received", "relieve", "separate", "don't", "tea"])


class Expecting:
    """Expects these words, each with its share."""

    def __init__(self, **shares: float) -> None:
        self._shares = shares

    def likeliest(self, _state: object, prefix: bytes) -> tuple[bytes, float]:
        space = b" " if prefix.startswith(b" ") else b""
        found = [(share, word) for word, share in self._shares.items() if word.startswith(prefix.decode().strip())]
        share, word = max(found, default=(0.0, ""))
        return space + word.encode(), share


@pytest.mark.parametrize(
    ("typed", "shares", "meant"),
    [
        ("teh", {"the": 0.1}, "the"),
        ("teh", {"the": 0.0001, "then": 0.2}, "then"),
        ("recieve", {"receive": 0.01, "relieve": 0.01}, "receive"),
        ("recie", {"receive": 0.01, "received": 0.02}, "received"),
        ("seperat", {"separate": 0.01}, "separate"),
        ("dont", {}, "don't"),
    ],
)
def test_near_word_that_the_place_expects_is_meant(typed, shares, meant):
    found = correction(Expecting(**shares), None, "I will ", typed, LEXICON)
    assert found is not None
    assert found.word == meant


@pytest.mark.parametrize("typed", ["te", "xyzzy", "well-kn", "a1b", ""])
def test_nothing_is_near_what_is_short_or_strange(typed):
    assert correction(Expecting(the=1.0), None, "I will ", typed, LEXICON) is None
