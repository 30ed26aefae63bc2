"""What may be offered at a place."""

import pytest

from lm.model.blocked_words import BlockedWords
from lm.predicting.sieve import Sieve, is_in_tag
from lm.text.lexicon import Lexicon
from lm.text.written_words import WrittenWords

WRITTEN = WrittenWords()
WRITTEN.add("2026 and 2026, FOO and FOO")
LEXICON = Lexicon(["the", "look", "looking", "at", "for", "York", "New", "and", "TV", "привет"], WRITTEN)


def _accepts(before: str, insert: str, word: str, *, following: str = "", blocked: tuple[str, ...] = ()) -> bool:
    return Sieve(before, following, LEXICON, BlockedWords(blocked)).accepts(insert.encode(), word.encode())


@pytest.mark.parametrize(
    ("before", "insert", "word"),
    [
        *(("I am look", "ing", "looking"), ("I am look", "ing at", "at"), ("", "the", "the"), ("In 2", "026", "2026")),
        *(("a ", "FOO", "FOO"), ("a T", "V", "TV"), ("<p id=x", "y2", "xy2"), ("<", "h2", "h2")),
    ],
)
def test_words_are_accepted(before, insert, word):
    assert _accepts(before, insert, word)


@pytest.mark.parametrize(
    ("before", "insert", "word"),
    [
        ("I am look", "inged", "lookinged"),
        ("call 5", "08", "508"),
        ("on ", "TV", "TV"),
        ("Привет ", "the", "the"),
        ("x < y", "z2", "yz2"),
    ],
)
def test_no_word_a_number_an_acronym_and_other_letters_are_not(before, insert, word):
    assert not _accepts(before, insert, word)


def test_blocked_phrase_is_hidden_where_its_last_word_would_end_it():
    assert not _accepts("in New ", "York", "York", blocked=("new york",))
    assert not _accepts("in ", "New York", "York", blocked=("new york",))
    assert _accepts("in ", "York", "York", blocked=("new york",))


def test_word_that_follows_is_not_repeated():
    assert not _accepts("I look ", "at", "at", following=" at it")
    assert _accepts("I look ", "for", "for", following=" at it")


@pytest.mark.parametrize(
    ("before", "is_in"), [("<p", True), ("</di", True), ("<p>", False), ("a < b", False), ("<a\nhref=", True)]
)
def test_tag_is_one_from_its_name_to_its_end(before, is_in):
    assert is_in_tag(before) is is_in


def test_names_of_learned_tags_are_no_words_of_prose_until_two_letters_ask_for_them():
    written = WrittenWords()
    written.add("<table class='big'><tr>Laura</tr></table>")
    lexicon = Lexicon(["table", "class", "big", "the"], written)

    def accepts(insert: str) -> bool:
        return Sieve("Give it ", "", lexicon, BlockedWords(())).accepts(insert.encode(), b"table")

    assert [accepts(insert) for insert in ("table", "able", "ble")] == [False, False, True]
    assert Sieve("", "", lexicon, BlockedWords(())).accepts(b"big", b"big")
    written.add("a table and a table")
    assert accepts("table")
