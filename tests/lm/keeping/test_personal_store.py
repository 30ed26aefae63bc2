"""The person's own text on disk: what is kept, what goes first, and that what is forgotten is in no file."""

import errno
import os
import signal
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lm.keeping.personal_store import LOG_NAME, PersonalStore, day_key, document_key
from lm.text.secret_text import BREAK
from resources.files.record_log import RecordLog, StoreError

DAY = day_key(date(2026, 11, 22))
ROOT = Path(__file__).parents[3]
LETTER = Path("/home/anna/letter.txt")


@pytest.fixture
def store(tmp_path):
    return PersonalStore(tmp_path)


def texts(store):
    return {source.key: source.text for source in store.sources()}


def bytes_of(folder):
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


def test_what_is_typed_is_kept_by_its_day(store, tmp_path):
    store.add(DAY, "Zyxwin walks", continues=False)
    store.add(DAY, " home", continues=True)
    store.add(DAY, "elsewhere", continues=False)
    assert texts(PersonalStore(tmp_path)) == {DAY: f"Zyxwin walks home{BREAK}elsewhere"}


def test_a_document_opened_again_takes_the_place_of_what_it_held(store, tmp_path):
    assert store.put_document(LETTER, "one\ntwo\n") == "one\ntwo\n"
    assert store.put_document(LETTER, "one\nthree\ntwo\n") == "three\n"
    assert store.put_document(LETTER, "one\nthree\ntwo\n") == ""
    assert texts(PersonalStore(tmp_path)) == {document_key(LETTER): "one\nthree\ntwo\n"}


def test_what_was_typed_into_a_document_counts_once_when_it_is_opened_again(store):
    store.put_document(LETTER, "one\n")
    store.add(document_key(LETTER), "\ntwo", continues=False)
    store.put_document(LETTER, "one\ntwo\n")
    assert store.words() == {"one": 1, "two": 1}


def test_of_a_long_document_the_last_part_is_kept(tmp_path):
    store = PersonalStore(tmp_path, max_document_bytes=100)
    store.put_document(LETTER, "".join(f"line {n}\n" for n in range(100)))
    assert store.size_bytes <= 100
    (source,) = store.sources()
    assert source.text.startswith("line ") or source.text[0].isdigit()
    assert source.text.endswith("line 99\n")


def test_a_forgotten_word_is_in_no_file(store, tmp_path):
    store.add(DAY, "Zyxwin met QUENTANAR", continues=False)
    store.put_document(LETTER, "Quentanar's house, quentanar.\n")
    assert b"uentanar" in bytes_of(tmp_path)
    assert store.forget_words(["Quentanar"])
    assert b"uentanar" not in bytes_of(tmp_path).lower()
    assert b"Zyxwin" in bytes_of(tmp_path)
    assert not store.forget_words(["Quentanar"])
    assert texts(PersonalStore(tmp_path)) == texts(store)


def test_no_document_teaches_a_forgotten_word_again_but_typing_it_does(store, tmp_path):
    letter = "Dear Quentanar,\nhow is quentanar's dog?\n"
    store.put_document(LETTER, letter)
    store.forget_words(["Quentanar"])
    store = PersonalStore(tmp_path)
    assert store.put_document(LETTER, letter) == ""
    assert store.put_document(LETTER, letter + "Quentanar walks\n") == " walks\n"
    assert b"uentanar" not in bytes_of(tmp_path)
    store.add(DAY, "Quentanar again", continues=False)
    store = PersonalStore(tmp_path)
    store.put_document(LETTER, letter)
    assert store.words()["Quentanar"] == 2
    store.forget_everything()
    assert bytes_of(tmp_path) == b""


def test_a_forgotten_document_is_in_no_file(store, tmp_path):
    store.put_document(LETTER, "Quentanar\n")
    store.add(DAY, "Zyxwin", continues=False)
    assert store.forget_sources([document_key(LETTER)])
    assert b"Quentanar" not in bytes_of(tmp_path)
    assert b"letter.txt" not in bytes_of(tmp_path)
    assert not store.forget_sources([document_key(LETTER)])
    assert texts(PersonalStore(tmp_path)) == {DAY: "Zyxwin"}


def test_everything_forgotten_leaves_no_file(store, tmp_path):
    store.put_document(LETTER, "Quentanar\n")
    (tmp_path / f".{LOG_NAME}.0a0a0a0a.tmp").write_bytes(b"Quentanar")
    store.forget_everything()
    assert bytes_of(tmp_path) == b""
    assert store.sources() == []
    store.add(DAY, "new", continues=False)
    assert texts(PersonalStore(tmp_path)) == {DAY: "new"}


def test_a_forgetting_that_cannot_be_written_forgets_nothing_and_says_so(store, tmp_path, monkeypatch):
    store.add(DAY, "Quentanar", continues=False)

    def fail(*_):
        raise OSError(errno.ENOSPC, "no room")

    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises(StoreError):
        store.forget_words(["Quentanar"])
    assert store.words() == {"Quentanar": 1}


def test_a_store_of_another_process_is_read_and_left_alone(store, tmp_path):
    store.add(DAY, "Quentanar", continues=False)
    other = PersonalStore(tmp_path, is_writable=False)
    other.add(DAY, "more", continues=False)
    assert other.words() == {"Quentanar": 1, "more": 1}
    with pytest.raises(StoreError, match="another Foretype"):
        other.forget_words(["Quentanar"])
    with pytest.raises(StoreError):
        other.forget_everything()
    assert texts(PersonalStore(tmp_path)) == {DAY: "Quentanar"}


def test_the_store_stays_small_and_the_oldest_and_rarest_goes_first(tmp_path):
    store = PersonalStore(tmp_path, max_bytes=20_000)
    often = "the same words again and again. " * 20
    for n in range(60):
        rare = "".join(f"qz{n}x{k} " for k in range(60))
        store.put_document(Path(f"/d/{n}.txt"), often + rare, now=float(n))
        assert store.size_bytes <= 20_000
    assert (tmp_path / LOG_NAME).stat().st_size < 200_000
    newest = {source.key: source for source in store.sources()}["file:/d/59.txt"]
    assert newest.text == often + "".join(f"qz59x{k} " for k in range(60))
    oldest = store.sources()[0]
    assert "qz" not in oldest.text[: len(often) // 2]
    assert store.words()["again"] > 40
    assert texts(PersonalStore(tmp_path)) == texts(store)


def test_a_document_that_is_opened_again_and_again_does_not_fill_the_disk(store, tmp_path):
    for n in range(40):
        store.put_document(LETTER, f"{n}\n" + "some text of a letter\n" * 500)
    assert (tmp_path / LOG_NAME).stat().st_size < 120_000


def test_an_export_can_be_read(store):
    store.add(DAY, f"Zyxwin{BREAK}naïve", continues=False)
    store.put_document(LETTER, "Dear Zyxwin\n")
    text = "".join(store.export())
    assert "      2 Zyxwin\n" in text
    for piece in (str(LETTER), "Typed on 2026-11-22", "naïve", "Dear Zyxwin"):
        assert piece in text
    assert BREAK not in text


def test_records_that_make_no_sense_are_left_out(store, tmp_path):
    store.add(DAY, "one", continues=False)
    for record in ({"kind": "more"}, {"kind": "more", "key": 1, "at": 0, "text": "x"}, {"key": "a", "at": "b"}, {}):
        RecordLog(tmp_path / LOG_NAME).append(record)
    assert texts(PersonalStore(tmp_path)) == {DAY: "one"}


_WORDS = st.sampled_from(["Anna", "ben", "ANNA", "carl's", "dora"])
_TEXT = st.lists(_WORDS, min_size=1, max_size=4).map(" ".join)
_PATHS = st.sampled_from([Path("/a"), Path("/b")])
_ACTS = st.one_of(
    st.tuples(st.just("type"), _TEXT),
    st.tuples(st.just("open"), _PATHS, _TEXT),
    st.tuples(st.just("forget word"), st.sampled_from(["anna", "Ben", "carl", "zoe"])),
    st.tuples(st.just("forget source"), _PATHS),
    st.tuples(st.just("forget everything")),
    st.tuples(st.just("start again")),
)


def bare(word):
    return word.casefold().removesuffix("'s")


@settings(max_examples=80, deadline=None, derandomize=True)
@given(st.lists(_ACTS, max_size=12))
def test_it_holds_what_a_plain_table_would(tmp_path_factory, acts):
    folder = tmp_path_factory.mktemp("store")
    store = PersonalStore(folder)
    table: dict[str, list[str]] = {}
    forgotten: set[str] = set()
    for act in acts:
        match act:
            case ("type", text):
                store.add(DAY, text, continues=False)
                table.setdefault(DAY, []).extend(text.split())
                forgotten -= {bare(word) for word in text.split()}
            case ("open", path, text):
                store.put_document(path, text)
                table[document_key(path)] = [word for word in text.split() if bare(word) not in forgotten]
            case ("forget word", word):
                if store.forget_words([word]):
                    forgotten.add(bare(word))
                for key in table:
                    table[key] = [each for each in table[key] if bare(each) != bare(word)]
                assert bare(word).encode() not in bytes_of(folder).lower()
            case ("forget source", path):
                store.forget_sources([document_key(path)])
                table.pop(document_key(path), None)
            case ("forget everything",):
                store.forget_everything()
                table.clear()
                forgotten.clear()
            case _:
                store = PersonalStore(folder)
    for each in (store, PersonalStore(folder)):
        held = {source.key: source.text.replace(BREAK, " ").split() for source in each.sources()}
        assert {key: words for key, words in held.items() if words} == {k: w for k, w in table.items() if w}


_CHILD = """
import sys
from pathlib import Path
from lm.keeping.personal_store import PersonalStore
store = PersonalStore(Path(sys.argv[1]), max_bytes=3000)
print("ready", flush=True)
n = 0
while True:
    store.add(f"day:2026-11-{n % 3 + 1:02}", f" number{n} is said", continues=n % 2 == 1)
    if n % 7 == 0:
        store.put_document(Path("/d"), f"document{n} " * 40)
    if n % 11 == 0:
        store.forget_words([f"number{n}"])
        print(f"forgot{n}", flush=True)
    print(f"said{n}", flush=True)
    n += 1
"""


@pytest.mark.soak
def test_a_kill_at_any_moment_loses_the_last_record_at_most(tmp_path):
    """Twenty children that write, make room and forget are killed after ever more output."""
    for number in range(20):
        folder = tmp_path / str(number)
        child = subprocess.Popen(
            [sys.executable, "-S", "-c", _CHILD, str(folder)],
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
        )
        assert child.stdout is not None
        lines = [child.stdout.readline() for _ in range(2 + number * 9)]
        child.send_signal(signal.SIGKILL)
        lines += child.stdout.readlines()
        child.wait()
        child.stdout.close()
        whole = [line for line in lines if line.endswith("\n")]
        said = [int(line[4:]) for line in whole if line.startswith("said")]
        forgotten = [int(line[6:]) for line in whole if line.startswith("forgot")]
        store = PersonalStore(folder, max_bytes=3000)
        words = store.words()
        if said:
            newest = max(n for n in said if n % 11) if any(n % 11 for n in said) else None
            assert newest is None or f"number{newest}" in words
        assert not [n for n in forgotten if f"number{n}" in words]
        assert not list(folder.glob("*.tmp"))
        store.add(DAY, "goes on", continues=False)
        assert PersonalStore(folder).words() == store.words()
