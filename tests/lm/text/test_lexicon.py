"""Which words are words."""

import pytest

from lm.text.lexicon import Lexicon
from lm.text.written_words import WrittenWords

COMMON = """
the to don't I a we well known look looking wasn't wasn dont Practices practices library Emily colour color receive
tomorrow name user NASA NATO until relieve it's haven haven't Wrocla
"""
VOCABULARY = COMMON.split()


class FakeDictionary:
    """Knows these words, capitalised too."""

    def __init__(self, words: str) -> None:
        self._words = set(words.split())

    def check(self, word: str) -> bool:
        return word in self._words or (word[:1].isupper() and word[:1].lower() + word[1:] in self._words)


@pytest.fixture
def written() -> WrittenWords:
    return WrittenWords()


@pytest.fixture
def lexicon(written) -> Lexicon:
    return Lexicon(VOCABULARY, written)


@pytest.fixture
def spelled(written) -> Lexicon:
    """Return one with a dictionary."""
    return Lexicon(VOCABULARY, written, FakeDictionary("the look looking library receive color name well known"))


@pytest.mark.parametrize(
    "word", ["look", "Look", "don't", "library's", "well-known", "user_name", "3rd", "12", "NASA", "NASA's"]
)
def test_words_of_the_vocabulary_their_genitives_and_compounds_are_words(lexicon, word):
    assert lexicon.knows(word)


@pytest.mark.parametrize(
    "word",
    [
        "lookinged",
        "librarys",
        "wasn",
        "dont",
        "Emily-h",
        "A-",
        "-",
        "",
        "well-",
        "h2",
        "haven's",
        "don't's",
        "Zorblaxia",
    ],
)
def test_pieces_of_words_and_what_a_network_spells_are_not(lexicon, word):
    assert not lexicon.knows(word)


def test_with_a_dictionary_a_vocabulary_holds_no_words_of_its_own(spelled):
    assert spelled.knows("looking")
    assert not spelled.knows("Wrocla")
    assert not spelled.knows("practices")


def test_british_spelling_is_offered_to_someone_who_has_begun_it(spelled):
    assert spelled.knows("colour", "colou")
    assert not spelled.knows("colour", "col")


def test_what_was_written_twice_is_a_word(lexicon, written):
    written.add("Zorblaxia met Anna2.")
    assert not lexicon.knows("Zorblaxia")
    written.add("Zorblaxia met Anna2.")
    assert lexicon.knows("Zorblaxia")
    assert lexicon.knows("Zorblaxia's")
    assert lexicon.is_written("Anna2")


@pytest.mark.parametrize(("slip", "word"), [("recieve", "receive"), ("tommorow", "tomorrow"), ("untill", "until")])
def test_misspelling_that_was_written_often_is_known_for_what_it_means(lexicon, written, slip, word):
    written.add(f"{slip} " * 5)
    assert lexicon.meant_by(slip) == word


@pytest.mark.parametrize("word", ["Emely", "looking", "wel", "zorblaxia", "kernel"])
def test_name_a_word_and_what_is_near_nothing_are_what_they_are(lexicon, word):
    assert lexicon.meant_by(word) == ""


def test_near_words_are_one_slip_away_the_likeliest_kind_first(lexicon):
    assert lexicon.near("recieve") == [("receive", 0), ("relieve", 2)]
    assert ("the", 0) in lexicon.near("teh")
    assert ("don't", 1) in lexicon.near("dont")
    assert ("tomorrow", 0) in lexicon.near("tommorow")


def test_beginnings_of_words_are_known(lexicon):
    assert lexicon.begins_word("recei")
    assert not lexicon.begins_word("recie")
    assert lexicon.begins_capitals("NAS")
    assert not lexicon.begins_capitals("LIB")


def test_what_owns_nothing_has_no_genitive_where_a_dictionary_tells():
    class Small:
        def check(self, word: str) -> bool:
            return word in ("because", "teacher", "teacher's")

    lexicon = Lexicon(["because", "teacher", "Margaret"], dictionary=Small())
    assert [lexicon.knows(word) for word in ("teacher's", "because's", "because")] == [True, False, True]
