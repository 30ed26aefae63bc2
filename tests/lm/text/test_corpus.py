import codecs
import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lm.errors import CorpusError
from lm.text.corpus import hold_out, read_text, read_texts
from tests.lm.small_models import garden_text


@pytest.fixture
def write(tmp_path):
    def write(data: bytes):
        path = tmp_path / "text.txt"
        path.write_bytes(data)
        return path

    return write


def _refusal(path) -> str:
    with pytest.raises(CorpusError) as refused:
        read_text(path)
    sentence = str(refused.value)
    assert str(path) in sentence
    assert "\n" not in sentence
    return sentence


def test_byte_order_mark_is_dropped(write):
    assert read_text(write(codecs.BOM_UTF8 + b"caf\xc3\xa9\n")) == b"caf\xc3\xa9\n"


def test_every_kind_of_line_end_becomes_one_newline(write):
    assert read_text(write(b"a\r\nb\rc\n\r\nd")) == b"a\nb\nc\n\nd"


@pytest.mark.parametrize("data", [b"", b" \n\t\n", codecs.BOM_UTF8, codecs.BOM_UTF8 + b"\n"], ids=repr)
def test_empty_file_is_refused(write, data):
    assert "is empty" in _refusal(write(data))


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be", "utf-16-le"])
def test_utf_16_is_refused(write, encoding):
    sentence = _refusal(write("Grüße aus dem Garten".encode(encoding)))
    assert "UTF-16" in sentence or "binary" in sentence


def test_latin_1_is_refused_with_the_place_of_the_first_wrong_byte(write):
    assert "byte 2 is 0xfc" in _refusal(write("Grüße".encode("latin-1")))


def test_binary_file_is_refused(write):
    assert "binary" in _refusal(write(b"\x7fELF\x02\x01\x01\0\0\0\0"))


def test_folder_is_refused(tmp_path):
    assert "is a folder" in _refusal(tmp_path)


def test_missing_file_is_refused(tmp_path):
    assert "No such file" in _refusal(tmp_path / "missing.txt")


def test_endless_device_is_refused_unread(tmp_path):
    (tmp_path / "link").symlink_to("/dev/zero")
    assert "device" in _refusal(tmp_path / "link")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads every file")
def test_file_without_permission_is_refused(write):
    path = write(b"secret")
    path.chmod(0)
    assert "Permission denied" in _refusal(path)


def test_file_of_more_than_a_gibibyte_is_refused_unread(tmp_path):
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate((1 << 30) + 1)  # sparse: it takes no room
    assert "1.1 GB" in _refusal(path)


def test_text_of_100_mb_is_read_whole(write):
    line = b"The children painted the blue boat on Monday.\n"
    text = line * (100_000_000 // len(line))
    assert read_text(write(text)) == text


def test_texts_too_small_to_learn_from_are_refused(write):
    with pytest.raises(CorpusError, match="hold 3 bytes, too few"):
        read_texts([write(b"ab")])


def test_texts_end_in_a_newline(write):
    path = write(b"x" * 40)
    assert read_texts([path, path]) == [b"x" * 40 + b"\n"] * 2


@given(st.integers(4, 80), st.sampled_from([0.01, 0.05, 0.3]), st.integers(0, 5))
def test_split_keeps_every_paragraph_whole_and_once(num_paragraphs, fraction, seed):
    texts = [garden_text(5 * num_paragraphs, seed), garden_text(5 * num_paragraphs, seed + 1)]
    split = hold_out(texts, fraction, seed)
    paragraphs = sorted(b"".join(texts).split(b"\n\n"))
    assert sorted((split.train + split.held_out).split(b"\n\n")) == paragraphs


@pytest.mark.parametrize("num_bytes", [12_000, 60_000, 3_000_000])
def test_split_holds_out_about_what_was_asked(num_bytes):
    paragraph = garden_text(5)
    text = paragraph * (num_bytes // len(paragraph))
    split = hold_out([text], 0.05, seed=1)
    assert len(split.held_out) / len(text) == pytest.approx(0.05, abs=0.03)


def test_text_too_small_for_the_fraction_still_gives_up_one_stretch():
    text = garden_text(40)
    split = hold_out([text], 0.001, seed=1)
    assert 0 < len(split.held_out) < len(text) / 5


def test_one_long_line_is_never_held_out_whole():
    assert hold_out([b"x" * 1000 + b"\n"], 0.01, seed=1).train


def test_same_seed_gives_the_same_split_and_another_one_another():
    texts = [garden_text(300)]
    assert hold_out(texts, 0.1, seed=1) == hold_out(texts, 0.1, seed=1)
    assert hold_out(texts, 0.1, seed=1) != hold_out(texts, 0.1, seed=2)
