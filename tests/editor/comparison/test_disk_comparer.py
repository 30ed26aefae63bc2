"""Short texts are compared at once, long ones on a thread; the thread ends when it is asked to."""

import pytest
from PySide6.QtCore import QCoreApplication

from editor.comparison.disk_comparer import CompareAnswer, CompareRequest, DiskComparer
from editor.files.file_format import FileFormat


@pytest.fixture
def comparer(qtbot):
    made = DiskComparer()
    yield made
    made.stop()


@pytest.fixture
def answers(comparer):
    collected: list[CompareAnswer] = []
    comparer.compared.connect(collected.append)
    return collected


def request(path, text, key=1):
    return CompareRequest(key, path, text, FileFormat())


def test_a_short_text_is_answered_inside_the_question(comparer, answers, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("one")
    comparer.ask(request(path, "two", key=7))
    assert [(answer.key, answer.result.is_same) for answer in answers] == [(7, False)]


def test_long_texts_are_answered_in_order_without_waiting(qtbot, comparer, answers, tmp_path):
    path = tmp_path / "long.txt"
    path.write_text("line\n" * 40_000)
    comparer.ask(request(path, "line\n" * 39_999 + "new\n", key=1))
    comparer.ask(request(None, "short", key=2))
    assert answers == []
    qtbot.waitUntil(lambda: len(answers) == 2)
    assert [answer.key for answer in answers] == [1, 2]
    assert answers[0].result.comparison is not None
    assert answers[0].result.comparison.added == 1


def test_nothing_is_answered_after_the_end(qtbot, comparer, answers, tmp_path):
    comparer.ask(request(tmp_path / "gone.txt", "line\n" * 40_000))
    comparer.stop()
    QCoreApplication.sendPostedEvents()
    assert answers == []


def test_a_failure_is_an_answer(qtbot, comparer, answers, monkeypatch, caplog):
    def fail(*_args, **_kwargs):
        raise RuntimeError("no memory")

    monkeypatch.setattr("editor.comparison.disk_comparer.compare_with_disk", fail)
    comparer.ask(request(None, "x" * 100_000))
    qtbot.waitUntil(lambda: answers != [])
    assert answers[0].result.error == "the texts cannot be compared: no memory"
    assert "a comparison failed" in caplog.text
