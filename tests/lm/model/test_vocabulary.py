import pytest
from hypothesis import given
from hypothesis import strategies as st

from lm.model.unit_trie import ENDS, PLACES, START
from lm.model.vocabulary import UNIT, ByteVocabulary, WordVocabulary
from tests.lm.small_models import garden_text


def _cut_byte_by_byte(text: bytes) -> list[bytes]:
    """Cut `text` with the table that a word model follows while someone types."""
    units: list[bytes] = []
    place = ENDS
    for byte in text:
        place = int(PLACES[place, byte]) if units else ENDS
        if place == ENDS:
            units.append(b"")
            place = int(PLACES[START, byte])
        units[-1] += bytes([byte])
    return units


@given(st.binary(max_size=200))
def test_bytes_decode_to_what_was_encoded(text):
    vocabulary = ByteVocabulary()
    assert vocabulary.decode(vocabulary.encode(text).tolist()) == text


@given(st.binary(max_size=200))
def test_units_put_together_are_the_text(text):
    assert b"".join(UNIT.findall(text)) == text


@given(st.text(max_size=60))
def test_cut_told_byte_by_byte_is_the_cut_of_the_whole_text(text):
    assert _cut_byte_by_byte(text.encode()) == UNIT.findall(text.encode())


@given(st.lists(st.sampled_from(["don't", " stop", " naïve", "Ωμέγα", "...", " ,", "\n\n", "  ", "€", "😀", "it's"])))
def test_cut_told_byte_by_byte_agrees_on_words_and_marks_of_many_kinds(pieces):
    text = "".join(pieces).encode()
    assert _cut_byte_by_byte(text) == UNIT.findall(text)


def test_words_take_the_space_before_them_and_marks_stand_alone():
    assert UNIT.findall(b"Don't go, (she said) 3 caf\xc3\xa9s.\n") == [
        *(b"Don't", b" go", b",", b" (", b"she", b" said", b")", b" 3", b" caf\xc3\xa9s", b".", b"\n")
    ]


def test_known_words_decode_to_what_was_encoded():
    text = garden_text(50)
    vocabulary = WordVocabulary.build([text, text], 1000)
    assert vocabulary.decode(vocabulary.encode(text).tolist()) == text


def test_unknown_unit_is_symbol_0_and_decodes_to_the_replacement_character():
    vocabulary = WordVocabulary([b"a", b" b"])
    assert vocabulary.encode(b"a xyz b").tolist() == [1, 0, 2]
    assert vocabulary.decode([1, 0, 2]) == "a\N{REPLACEMENT CHARACTER} b".encode()


def test_build_keeps_the_most_frequent_units_that_occur_twice():
    vocabulary = WordVocabulary.build([b"b b b b c c c c c once"], 100)
    assert vocabulary.units == (b"", b" c", b" b")


def test_build_never_exceeds_the_size():
    assert len(WordVocabulary.build([garden_text(100)], 8)) == 8


@given(st.lists(st.binary(min_size=1, max_size=6), unique=True, max_size=20))
def test_json_gives_the_units_back_even_when_they_are_no_utf_8(units):
    assert WordVocabulary.from_json(WordVocabulary(units).to_json()).units == (b"", *units)


@pytest.mark.parametrize("wrong", [None, {}, "abc", [1], ["a", "a"], [""], ["\ud800"]], ids=repr)
def test_json_that_is_no_vocabulary_is_refused(wrong):
    with pytest.raises(ValueError, match=r".+"):
        WordVocabulary.from_json(wrong)


def test_vocabulary_of_words_counts_every_spelling_and_knows_the_usual_ones():
    text = b"Dear Anna,\nthe cat, the cat, The cat and the dog.\nOnce NASA, twice NASA.\n"
    vocabulary = WordVocabulary.of_words([text], 7)
    units = set(vocabulary.units[1:])
    assert {b" the", b"the", b" The", b"The", b" cat", b"Cat", b",", b"\n"} <= units
    assert len(vocabulary.factors.words) == 7
    assert b" Anna" not in units
    assert vocabulary.encode(b"Cat").tolist() != [WordVocabulary.UNKNOWN]


def test_vocabulary_of_words_spells_capitals_only_where_they_occur():
    text = b"So NASA said and NASA did.\n" * 2
    units = set(WordVocabulary.of_words([text], 40).units)
    assert b" NASA" in units
    assert b" SAID" not in units
    assert b" Said" in units
