import math

import numpy as np
import pytest

from lm.predicting.completion import Point, WordGuess
from lm.predicting.offers import Offers

NOWHERE = Point(None, np.zeros(256, dtype=np.float32))


def _guess(insert: bytes, probability: float) -> WordGuess:
    return WordGuess(insert, insert, math.log(probability), NOWHERE)


def _type(offers: Offers, text: bytes, offered: bytes, start: bytes = b"") -> None:
    """Type `text` letter by letter where the rest of `offered` is shown before each of them."""
    for end in range(len(text) + 1):
        offers.follow(start + text[:end])
        offers.offer([offered[end:]] if offered.startswith(text[:end]) and offered[end:] else [])


def _take(offers: Offers, times: int) -> bytes:
    context = b""
    for _ in range(times):
        offers.follow(context)
        offers.offer([b"garden"])
        context += b"garden "
    offers.follow(context)
    return context


def test_an_offer_that_was_typed_past_loses_probability_to_the_others():
    offers = Offers()
    _type(offers, b"t", b"the")
    the, this = offers.weigh([_guess(b"he", 0.5), _guess(b"his", 0.25)])
    assert the.log_prob < math.log(0.5)
    assert this.log_prob > math.log(0.25)


def test_what_is_left_sums_to_one_again():
    offers = Offers()
    _type(offers, b"t", b"the")
    weighed = offers.weigh([_guess(b"he", 0.5), _guess(b"his", 0.25), _guess(b"o", 0.25)])
    assert sum(math.exp(guess.log_prob) for guess in weighed) == pytest.approx(1.0)


def test_an_offer_keeps_its_share_once_for_each_time_it_was_passed_over():
    offers = Offers()
    _type(offers, b"th", b"these")
    passed, other = offers.weigh([_guess(b"ese", 0.5), _guess(b"at", 0.5)])
    assert math.exp(passed.log_prob - other.log_prob) == pytest.approx((1.0 - offers.chance) ** 2)


def test_a_letter_that_the_offer_lacks_ends_its_story():
    offers = Offers()
    _type(offers, b"ta", b"the")
    assert offers.num_passed == 0


def test_asking_again_at_the_same_place_passes_nothing_over():
    offers = Offers()
    offers.follow(b"so ")
    offers.offer([b"the"])
    offers.follow(b"so ")
    assert offers.num_passed == 0


def test_someone_who_takes_what_is_right_is_believed_more():
    offers = Offers()
    before = offers.chance
    _take(offers, 20)
    assert offers.chance > 0.8 > before


def test_someone_who_types_out_what_was_offered_is_believed_less():
    offers = Offers()
    _take(offers, 20)
    believed = offers.chance
    _type(offers, b"garden ", b"garden")
    assert offers.chance < believed


def test_a_longer_word_is_not_an_offer_that_was_missed():
    offers = Offers()
    before = offers.chance
    _type(offers, b"gardener ", b"garden")
    assert offers.chance == before


def test_taking_more_than_the_offered_word_is_taking_it():
    offers = Offers()
    before = offers.chance
    offers.follow(b"a ")
    offers.offer([b"garden"])
    offers.follow(b"a garden bed")
    assert offers.chance > before


def test_pasting_something_else_says_nothing():
    offers = Offers()
    before = offers.chance
    offers.follow(b"a ")
    offers.offer([b"garden"])
    offers.follow(b"a paragraph from elsewhere")
    assert offers.chance == before
    assert offers.num_passed == 0


@pytest.mark.parametrize("jump", [b"", b"another text", b"so t"])
def test_another_place_of_the_text_starts_afresh(jump):
    offers = Offers()
    _type(offers, b"th", b"these", start=b"so ")
    offers.follow(jump)
    assert offers.num_passed == 0


def test_a_window_that_slides_is_followed():
    offers = Offers()
    text = bytes(range(97, 123)) * 8
    offers.follow(text[:150])
    offers.offer([text[150:155]])
    offers.follow(text[20:151])
    assert offers.num_passed == 1


def test_a_character_of_two_bytes_is_one_key():
    offers = Offers()
    offers.follow(b"")
    offers.offer(["été".encode()])
    offers.follow("é".encode())
    assert offers.num_passed == 1


def test_a_last_letter_offered_just_before_is_neither_taken_nor_missed():
    offers = Offers()
    offers.follow(b"th")
    before = offers.chance
    offers.offer([b"e"])
    offers.follow(b"the")
    offers.offer([])
    offers.follow(b"the ")
    assert offers.chance == before
