"""Encodings: what a file must be, what an encoding cannot hold."""

import pytest

from editor.errors import DocumentError
from editor.files.file_format import ENCODINGS, FileFormat, decode, encode, lost_characters


@pytest.mark.parametrize("encoding", ENCODINGS, ids=lambda format_: format_.encoding_name)
def test_what_is_written_is_read_again_in_the_encoding_that_was_chosen(encoding):
    text = "grün, one\ntwo"
    written = encode(text, encoding)
    assert decode(written, encoding.encoding) == (encoding, text)


def test_the_same_bytes_read_otherwise():
    assert decode("\u20ac".encode(), "cp1252")[1] == "â‚¬"
    assert decode(b"\xe4", "latin-1")[1] == "ä"


def test_bytes_that_the_chosen_encoding_does_not_have_are_refused():
    with pytest.raises(DocumentError, match=r"^cannot be read that way: it is not valid UTF-8$"):
        decode(b"\xe4\xe4", "utf-8")
    with pytest.raises(DocumentError, match="not valid UTF-16 LE"):
        decode(b"abc", "utf-16-le")


def test_binary_data_with_zeros_is_no_text():
    with pytest.raises(DocumentError, match="binary data"):
        decode(b"\0\1\2\3" * 100)
    with pytest.raises(DocumentError, match="binary data"):
        decode(b"PK\3\4\0\0\0\0ab" * 50)


def test_lost_characters_are_named_with_their_line_and_counted():
    assert lost_characters("a €", FileFormat("cp1252")) == ""
    assert lost_characters("a\nЯ Я", FileFormat("cp1252")) == "“Я” (cyrillic capital letter ya, line 2)"
    assert lost_characters("абвгдежз", FileFormat("latin-1")).endswith("line 1) and 3 more")
    assert lost_characters("\ud800", FileFormat()) == "U+D800 (line 1)"
