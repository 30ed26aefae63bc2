"""The keeper writes down, hands on, lists, exports and forgets, on a thread of its own."""

import os
import zlib
from pathlib import Path

import pytest
from PySide6.QtCore import QThread

from editor.learning.messages import (
    ExportLearned,
    ForgetEverything,
    ForgetSources,
    ForgetWords,
    OpenedText,
    WrittenText,
)
from editor.learning.store_keeper import StoreKeeper, StoreThread
from editor.suggestions.lessons import Lesson, UnlearnWord, WholeLesson
from lm.keeping.personal_store import LOG_NAME, document_key
from lm.text.secret_text import BREAK

LETTER = Path("/d/letter.txt")


def written(text, run=1, *, continues=False, path=None, is_pasted=False):
    return WrittenText(path, text, run, continues, is_pasted)


class Desk:
    """A keeper and all it said."""

    def __init__(self, folder):
        self.folder = folder
        self.keeper = StoreKeeper(folder)
        self.lessons, self.learned, self.outcomes = [], [], []
        self.keeper.lesson_ready.connect(self.lessons.append)
        self.keeper.learned_listed.connect(self.learned.append)
        self.keeper.finished.connect(self.outcomes.append)
        self.keeper.on_started()

    def words(self):
        self.keeper.on_list_requested()
        return dict(self.learned[-1].words)

    def bytes(self):
        return b"".join(path.read_bytes() for path in self.folder.iterdir())


@pytest.fixture
def desk(tmp_path):
    made = Desk(tmp_path / "learned")
    yield made
    made.keeper.on_stopping()


def test_what_is_written_is_kept_and_taught(desk):
    desk.keeper.on_written(written("Zyxwin walks"))
    desk.keeper.on_written(written(" home", continues=True))
    assert desk.lessons == [Lesson("Zyxwin walks", 1, False, False), Lesson(" home", 1, True, False)]
    assert desk.words() == {"Zyxwin": 1, "walks": 1, "home": 1}
    assert b"Zyxwin walks" in desk.bytes()


def test_of_a_document_that_is_opened_again_only_what_is_new_is_taught(desk):
    desk.keeper.on_opened(OpenedText(LETTER, "one\n"))
    desk.keeper.on_opened(OpenedText(LETTER, "one\ntwo\n"))
    desk.keeper.on_opened(OpenedText(LETTER, "one\ntwo\n"))
    assert [lesson.text for lesson in desk.lessons] == ["one\n", "two\n"]
    assert desk.lessons[0].is_document


def test_a_secret_is_neither_kept_nor_taught(desk):
    desk.keeper.on_written(written("AKIAIOSFODNN7EXAMPLE"))
    assert desk.lessons == []


def test_a_secret_is_known_by_what_was_written_before_it_in_the_same_run(desk):
    desk.keeper.on_written(written("the password:"))
    desk.keeper.on_written(written(" hunter22", continues=True))
    assert [lesson.text for lesson in desk.lessons] == ["the password:", f" {BREAK}"]
    assert b"hunter22" not in desk.bytes()


def test_nothing_secret_is_taught_where_nothing_can_be_kept(tmp_path):
    (tmp_path / "learned").write_text("a file stands where the folder should be")
    desk = Desk(tmp_path / "learned")
    desk.keeper.on_written(written("Kennwort: hunter22"))
    desk.keeper.on_opened(OpenedText(LETTER, "my password is hunter22\n"))
    assert [lesson.text for lesson in desk.lessons] == [f"Kennwort: {BREAK}", f"my password is {BREAK}\n"]


def test_pasted_text_is_taught_as_a_documents(desk):
    desk.keeper.on_written(written("pasted words", is_pasted=True))
    assert desk.lessons[0].is_document


def test_an_engine_that_wants_everything_gets_it_the_oldest_first(desk):
    desk.keeper.on_opened(OpenedText(LETTER, "old\n"))
    desk.keeper.on_written(written("new"))
    desk.keeper.on_lessons_wanted(False)
    assert desk.lessons[-1] == WholeLesson(("old\n", "new"), replaces=False)


def test_a_word_is_forgotten_in_the_files_and_in_the_model(desk):
    desk.keeper.on_written(written("Zyxwin walks"))
    desk.keeper.on_wished(ForgetWords(("zyxwin",)))
    assert b"Zyxwin" not in desk.bytes()
    assert desk.lessons[-1] == UnlearnWord("zyxwin")
    assert "Forgot" in desk.outcomes[-1].sentence
    assert dict(desk.learned[-1].words) == {"walks": 1}
    desk.keeper.on_wished(ForgetWords(("zyxwin",)))
    assert "was not learned" in desk.outcomes[-1].sentence


def test_a_document_is_forgotten_in_the_files_and_in_the_model(desk):
    desk.keeper.on_opened(OpenedText(LETTER, "Zyxwin\n"))
    desk.keeper.on_written(written("left"))
    desk.keeper.on_wished(ForgetSources((document_key(LETTER),)))
    assert b"Zyxwin" not in desk.bytes()
    assert desk.lessons[-1] == WholeLesson(("left",), replaces=True)


def test_everything_is_forgotten_in_the_files_and_in_the_model(desk):
    desk.keeper.on_written(written("Zyxwin"))
    desk.keeper.on_wished(ForgetEverything())
    assert b"Zyxwin" not in desk.bytes()
    assert desk.lessons[-1] == WholeLesson((), replaces=True)
    assert desk.learned[-1].sources == ()


def test_an_export_is_a_file_to_read(desk, tmp_path):
    desk.keeper.on_written(written("Zyxwin walks"))
    desk.keeper.on_wished(ExportLearned(tmp_path / "out.txt"))
    assert "Zyxwin walks" in (tmp_path / "out.txt").read_text(encoding="utf-8")
    assert desk.outcomes[-1].sentence == f"Exported to {tmp_path / 'out.txt'}"


def test_an_export_that_cannot_be_written_is_said(desk, tmp_path):
    desk.keeper.on_wished(ExportLearned(tmp_path / "none" / "out.txt"))
    assert desk.outcomes[-1].is_failure


def test_a_second_program_learns_in_memory_and_forgets_nothing(desk):
    desk.keeper.on_written(written("Zyxwin"))
    other = Desk(desk.folder)
    other.keeper.on_written(written("more"))
    assert other.words() == {"Zyxwin": 1, "more": 1}
    assert "another Foretype" in other.learned[-1].note
    other.keeper.on_wished(ForgetEverything())
    assert other.outcomes[-1].is_failure
    assert desk.words() == {"Zyxwin": 1}
    other.keeper.on_stopping()


def test_a_store_of_another_version_is_left_alone_and_typing_is_taught(tmp_path, caplog):
    body = b'{"format_version":9}'
    before = b"%08x %s\n" % (zlib.crc32(body), body)
    (tmp_path / LOG_NAME).write_bytes(before)
    desk = Desk(tmp_path)
    desk.keeper.on_written(written("Zyxwin"))
    desk.keeper.on_lessons_wanted(False)
    assert [lesson.text for lesson in desk.lessons[:1]] == ["Zyxwin"]
    assert "another version" in caplog.text
    assert desk.words() == {}
    assert "another version" in desk.learned[-1].note
    desk.keeper.on_wished(ForgetWords(("Zyxwin",)))
    assert desk.outcomes[-1].is_failure
    assert (tmp_path / LOG_NAME).read_bytes() == before
    desk.keeper.on_stopping()


def test_a_full_disk_is_said_once_and_typing_is_taught(desk, caplog, monkeypatch):
    def fail(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "write", fail)
    desk.keeper.on_written(written("one"))
    desk.keeper.on_written(written("two"))
    monkeypatch.undo()
    assert len(desk.outcomes) == 1
    assert "No space left" in desk.outcomes[0].sentence
    assert [lesson.text for lesson in desk.lessons] == ["one", "two"]


def test_the_disk_is_touched_on_a_thread_of_its_own_and_all_is_written_before_it_ends(qtbot, tmp_path, monkeypatch):
    threads = set()
    real = StoreKeeper._say_failure

    def spy(self):
        threads.add(QThread.currentThread().objectName())
        real(self)

    monkeypatch.setattr(StoreKeeper, "_say_failure", spy)
    store = StoreThread(tmp_path)
    store.start()
    for number in range(50):
        store.written.emit(written(f"number{number}", number))
    store.stop()
    assert threads == {"personal store"}
    assert b"number49" in (tmp_path / LOG_NAME).read_bytes()
    assert not (tmp_path / (LOG_NAME + ".lock")).exists()
