"""Documents are read beside the window, and only the newest question is answered."""

from pathlib import Path

import pytest

from editor.suggestions.messages import RequestIds
from editor.tuning.document_survey import SurveyRequest, SurveyThread, SurveyWorker, survey_documents


@pytest.fixture
def folder(tmp_path) -> Path:
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text(f"Letter {number}. " * 80)
    (tmp_path / "photo.txt").write_bytes(b"\0")
    return tmp_path


def test_each_document_is_listed_once_with_its_size_and_beginning(folder):
    survey = survey_documents((folder, folder / "1.txt"), lambda: False)
    assert survey is not None
    assert [document.path.name for document in survey.documents] == ["0.txt", "1.txt", "2.txt"]
    assert survey.documents[0].beginning.startswith("Letter 0.")
    assert survey.size_bytes == sum(document.size_bytes for document in survey.documents)
    assert survey.is_enough
    assert "binary" in survey.skipped[0].reason


def test_overtaken_question_is_not_answered_but_a_copying_always_is(folder, tmp_path):
    ids = RequestIds()
    worker, replies = SurveyWorker(ids), []
    worker.replied.connect(replies.append)
    old = ids.issue()
    ids.issue()
    worker.on_requested(SurveyRequest(old, (folder,)))
    assert replies == []
    worker.on_requested(SurveyRequest(old, (folder,), tmp_path / "copies"))
    assert "stopped" in replies[0].failure


def test_disk_that_refuses_the_copies_is_a_sentence(folder, tmp_path):
    ids = RequestIds()
    worker, replies = SurveyWorker(ids), []
    worker.replied.connect(replies.append)
    (tmp_path / "file").touch()
    worker.on_requested(SurveyRequest(ids.issue(), (folder,), tmp_path / "file" / "copies"))
    assert "cannot be copied" in replies[0].failure


def test_thread_starts_with_the_first_question_and_can_be_asked_again_after_it_was_stopped(qtbot, folder):
    thread = SurveyThread()
    for _ in range(2):
        with qtbot.waitSignal(thread.replied) as replied:
            thread.ask((folder,))
        assert replied.args[0].survey.num_documents == 3
        thread.stop()
