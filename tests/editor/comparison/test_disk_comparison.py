"""A text against its file, and what is said about it."""

import os

import pytest

from editor.comparison.disk_comparison import compare_with_disk, difference_text
from editor.files.file_format import FileFormat

HERE = FileFormat()


def test_what_differs_from_the_file_is_counted_in_words(tmp_path):
    path = tmp_path / "letter.txt"
    path.write_text("one\ntwo\nthree\n")
    result = compare_with_disk(path, "one\n2\nthree\n", HERE)
    assert result.file is not None
    assert difference_text(result) == "1 line differs from the file on disk"
    assert difference_text(compare_with_disk(path, "1\n2\nthree\n", HERE)) == "2 lines differ from the file on disk"


def test_the_same_text_in_another_format_is_said(tmp_path):
    path = tmp_path / "letter.txt"
    path.write_bytes(b"one\r\ntwo\r\n")
    result = compare_with_disk(path, "one\ntwo\n", HERE)
    assert result.is_same
    assert result.remark == "On disk it is UTF-8 · CRLF, here UTF-8 · LF"
    assert difference_text(result) == "the file on disk holds the same text"


def test_a_file_that_is_gone_leaves_the_text_alone(tmp_path):
    result = compare_with_disk(tmp_path / "gone.txt", "one\n", HERE)
    assert [row.kind.value for row in result.rows.rows] == ["+", "+"]
    assert difference_text(result) == "the file is no longer on disk"


def test_an_untitled_text_is_shown_alone():
    result = compare_with_disk(None, "one", HERE)
    assert [row.text for row in result.rows.rows] == ["one"]
    assert difference_text(result) == "it was never saved"


def test_a_file_that_is_no_text_is_an_error_in_words(tmp_path):
    path = tmp_path / "picture.png"
    path.write_bytes(b"\0\1\2")
    result = compare_with_disk(path, "one", HERE)
    assert "binary" in result.error
    assert difference_text(result) == "the file on disk cannot be read"


@pytest.mark.skipif(os.name == "nt", reason="a file is no folder")
def test_a_path_that_cannot_be_looked_at_is_an_error_in_words(tmp_path):
    (tmp_path / "file").write_text("")
    assert "cannot be" in compare_with_disk(tmp_path / "file" / "letter.txt", "one", HERE).error
