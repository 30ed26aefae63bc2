"""The person's own words are kept, readable, and never lost."""

import pytest

from editor.errors import SpellingError
from editor.spelling.word_list import WordList


@pytest.fixture
def path(tmp_path):
    return tmp_path / "config" / "words.txt"


def test_a_word_is_known_again_at_the_next_start(path):
    assert "Foretype" not in WordList(path)
    WordList(path).add("Foretype")
    words = WordList(path)
    words.add("gluon")
    words.add("gluon")
    assert path.read_text("utf-8").splitlines()[1:] == ["Foretype", "gluon"]
    assert "Foretype" in words
    assert "gluon" in words


def test_a_word_in_small_letters_is_known_with_a_capital_and_as_an_owner(path):
    words = WordList(path)
    words.add("gluon")
    words.add("Xvfb")
    assert "Gluon" in words
    assert "gluon's" in words
    assert "Xvfb's" in words
    assert "xvfb" not in words


def test_what_the_person_wrote_into_the_file_stays(path):
    path.parent.mkdir()
    path.write_text("# mine\n\n  spaced \nother\n", "utf-8")
    words = WordList(path)
    assert "spaced" in words
    words.add("new")
    assert path.read_text("utf-8") == "# mine\n\n  spaced \nother\nnew\n"


@pytest.mark.parametrize("content", [b"caf\xe9\n", b"# x, format 2: other\nword\n", b"x" * 4_000_001])
def test_a_file_that_cannot_be_read_is_left_as_it_is_and_said(path, content):
    path.parent.mkdir()
    path.write_bytes(content)
    words = WordList(path)
    assert "word" not in words
    with pytest.raises(SpellingError, match=r"words\.txt"):
        words.add("new")
    assert "new" in words
    assert path.read_bytes() == content


def test_a_list_that_cannot_be_written_knows_the_word_until_the_end(tmp_path):
    (tmp_path / "file").write_text("")
    words = WordList(tmp_path / "file" / "words.txt")
    with pytest.raises(SpellingError):
        words.add("new")
    assert "new" in words
