import math

import pytest

from lm.finetuning.yardstick import Spelling, Yardstick
from lm.model.vocabulary import ByteVocabulary, WordVocabulary

WORDS = WordVocabulary([b" the", b" tree", b" there"])
SPELLING = Spelling(WORDS.units[1:])


def test_usual_spelling_costs_less_than_an_unusual_one():
    assert SPELLING.bits(b" three") < SPELLING.bits(b" xqzvw")


def test_bytes_cost_their_loss_alone():
    yardstick = Yardstick.of(b"abcd", ByteVocabulary(), SPELLING)
    assert yardstick.bits_per_char(math.log(2.0)) == pytest.approx(1.0)


def test_character_counts_once_whatever_its_bytes():
    yardstick = Yardstick.of("éé".encode(), ByteVocabulary(), SPELLING)
    assert yardstick.bits_per_char(math.log(2.0)) == pytest.approx(2.0)


def test_unknown_unit_costs_its_spelling_too():
    text = b" the quokka"
    known = WordVocabulary([*WORDS.units[1:], b" quokka"])
    by_symbol = Yardstick.of(text, known, SPELLING)
    spelled = Yardstick.of(text, WORDS, SPELLING)
    assert by_symbol.spelling_bits == 0.0
    assert spelled.spelling_bits == pytest.approx(SPELLING.bits(b" quokka"))
    assert spelled.bits_per_char(1.0) > by_symbol.bits_per_char(1.0)
