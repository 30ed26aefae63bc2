import os
from pathlib import Path

import pytest

from lm.errors import CorpusError
from lm.text.documents import Documents, read_documents, split_documents
from tests.lm.small_models import garden_text

TEXT = garden_text(60)


@pytest.fixture
def folder(tmp_path) -> Path:
    """A folder of documents in folders, with what is none."""
    names = ("b.txt", "a.md", "deep/er/c.HTML", ".hidden.txt", ".git/d.txt", "e.jpg", "Makefile")
    for name in names:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(name.encode() + b"\n" + TEXT)
    return tmp_path


def _titles(documents: Documents) -> list[bytes]:
    return [text.split(b"\n")[0] for text in documents.texts]


def test_folder_is_walked_for_text_in_a_fixed_order_without_what_is_hidden(folder):
    documents = read_documents([folder])
    assert _titles(documents) == [b"a.md", b"b.txt", b"deep/er/c.HTML"]
    assert documents.skipped == ()


def test_named_file_is_read_whatever_its_suffix(folder):
    assert _titles(read_documents([folder / "Makefile"])) == [b"Makefile"]


def test_file_is_read_once_however_often_it_is_named(folder):
    (folder / "link.txt").symlink_to(folder / "b.txt")
    documents = read_documents([folder / "b.txt", folder, folder / "link.txt"])
    assert _titles(documents) == [b"b.txt", b"a.md", b"deep/er/c.HTML"]


def test_what_cannot_be_read_is_listed_and_the_rest_is_read(folder):
    (folder / "latin.txt").write_bytes(b"caf\xe9")
    (folder / "loop.txt").symlink_to(folder / "loop.txt")
    empty = folder / "empty"
    empty.mkdir()
    documents = read_documents([folder / "missing.txt", empty, folder])
    assert len(documents.texts) == 3
    assert [os.path.basename(skipped.path) for skipped in documents.skipped] == [  # noqa: PTH119
        "missing.txt",
        "empty",
        "latin.txt",
        "loop.txt",
    ]
    assert "is not UTF-8" in documents.skipped[2].reason


def test_name_too_long_for_the_disk_is_listed(folder):
    documents = read_documents([Path("x" * 5000), folder])
    assert "cannot read" in documents.skipped[0].reason


def test_nothing_to_read_is_an_error(tmp_path):
    with pytest.raises(CorpusError, match=r"none of the documents can be read: .*holds no documents"):
        read_documents([tmp_path])


def test_too_little_to_learn_from_is_an_error(tmp_path):
    (tmp_path / "note.txt").write_text("Buy milk.")
    with pytest.raises(CorpusError, match="10 bytes, too few"):
        read_documents([tmp_path])


def test_digest_knows_where_one_document_ends(folder):
    assert Documents((b"ab\n", b"c\n"), ()).digest() != Documents((b"ab\nc\n",), ()).digest()


@pytest.mark.parametrize(("num_documents", "num_sentences"), [(1, 600), (2, 300), (100, 8)])
def test_about_a_tenth_is_held_out_and_nothing_is_lost(num_documents, num_sentences):
    documents = Documents(tuple(garden_text(num_sentences, seed) for seed in range(num_documents)), ())
    split = split_documents(documents, 0.1, 1)
    assert len(split.train) + len(split.held_out) == documents.size_bytes + num_documents - 1
    assert 0.05 < len(split.held_out) / documents.size_bytes < 0.15


def test_end_of_a_text_without_line_ends_is_held_out():
    text = TEXT.replace(b"\n", b" ") + b"\n"
    split = split_documents(Documents((text,), ()), 0.1, 1)
    assert split.train + split.held_out == text
    assert 0.09 < len(split.held_out) / len(text) < 0.12
    assert split.held_out.startswith(b" ")
