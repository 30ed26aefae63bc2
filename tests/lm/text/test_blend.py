from pathlib import Path

import pytest

from lm.errors import CorpusError
from lm.text.blend import as_it_is_read, blend, read_shares
from resources import BASE_SHARES, LETTERS

MAIL = b"".join(b"Dear friend %d, thank you.\n\n" % number for number in range(1000))
BOOK = b"".join(b"Chapter %d: it rained.\n" % number for number in range(1000))


def test_each_text_is_taken_as_often_as_its_share_says():
    mixed = blend([("mail.txt", MAIL), ("book.txt", BOOK)], {"mail.txt": 3.0, "book.txt": 0.5}, seed=1)
    assert mixed.count(b"Dear friend 7,") == 3
    assert 0.2 < mixed.count(b"Chapter") / 1000 < 0.8


def test_text_without_a_share_is_taken_once_and_whole_in_its_documents():
    mixed = blend([("mail.txt", MAIL)], {}, seed=1)
    assert sorted(mixed.split(b"\n\n")) == sorted(MAIL.split(b"\n\n"))
    assert mixed != MAIL


def test_kinds_are_mixed_and_a_seed_repeats_the_order():
    texts = [("mail.txt", MAIL), ("book.txt", BOOK)]
    mixed = blend(texts, {}, seed=3)
    assert blend(texts, {}, seed=3) == mixed
    assert blend(texts, {}, seed=4) != mixed
    assert mixed.find(b"Chapter") < mixed.rfind(b"Dear")
    assert mixed.find(b"Dear") < mixed.rfind(b"Chapter")


def test_quotes_are_straight_as_in_what_is_read():
    assert as_it_is_read("“don’t”".encode()) == b'"don\'t"'
    assert "don't" in blend([("a.txt", "don’t\n".encode())], {}, seed=1).decode()


def test_shares_are_read_and_the_base_has_one_for_the_letters():
    assert read_shares(BASE_SHARES)[LETTERS.name] > 1.0


@pytest.mark.parametrize("content", ["{", "[1]", '{"a.txt": "2"}', '{"a.txt": 0}', '{"a.txt": true}'])
def test_broken_shares_are_refused(tmp_path: Path, content: str):
    path = tmp_path / "shares.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(CorpusError, match="JSON object"):
        read_shares(path)
