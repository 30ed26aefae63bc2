"""The words that a person wrote as prose."""

import pytest

from lm.text.secret_text import BREAK
from lm.text.written_words import WrittenWords


@pytest.fixture
def written() -> WrittenWords:
    return WrittenWords()


def test_words_are_counted_as_they_are_spelled(written):
    written.add("Zyx don’t zyx-like. Zyx’s cafe\u0301")
    assert written.times("zyx") == 1
    assert written.times("Zyx") == 2  # perhaps at the beginning of a sentence
    assert written.times("don't") == 1
    assert written.times("caf\u00e9") == 1
    assert written.times("Zyx's") == 1


@pytest.mark.parametrize("cut", range(1, 40))
def test_names_of_tags_and_attributes_are_not_words_of_theirs(written, cut):
    page = '<div class="lead">Emily</div> a < b <br/>x'
    written.add(page[:cut])
    written.add(page[cut:], continues=True)
    for name in ("div", "class", "lead", "br"):
        assert written.times(name) == 0


def test_text_between_tags_counts(written):
    written.add("<h2>Emily</h2><p>Emily</p>")
    assert written.times("Emily") == 2


def test_forgotten_word_is_forgotten_in_every_spelling(written):
    written.add("Zyx ZYX zyx’s zyxin")
    assert written.forget("zyx")
    assert not written.forget("zyx")
    assert written.times("Zyx") == written.times("ZYX") == written.times("zyx's") == 0
    assert written.times("zyxin") == 1


def test_words_on_the_two_sides_of_what_was_left_out_are_two(written):
    written.add(f"one{BREAK}two")
    assert written.times("one") == written.times("two") == 1
