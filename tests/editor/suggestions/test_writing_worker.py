"""Writing goes on in slices and gives way to everything else."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from editor.suggestions.inference_worker import InferenceThread
from editor.suggestions.messages import LoadModel, Request, RequestIds
from editor.suggestions.writing import WritingRequest, Written
from editor.suggestions.writing_worker import WritingWorker
from tests.editor.conftest import FakeEngine


def wish(id_: int, seed: int = 1) -> WritingRequest:
    return WritingRequest(id_, "Once", 100, 0.9, seed)


@pytest.fixture
def ids() -> RequestIds:
    return RequestIds()


@pytest.fixture
def suggestion_ids() -> RequestIds:
    return RequestIds()


def collected(worker: WritingWorker) -> list[Written]:
    values: list[Written] = []
    worker.written.connect(values.append)
    return values


def test_all_that_the_engine_writes_arrives_in_order(qtbot, ids, suggestion_ids):
    worker = WritingWorker(ids, suggestion_ids)
    written = collected(worker)
    worker.begin(wish(ids.issue()), FakeEngine())
    qtbot.waitUntil(lambda: bool(written) and written[-1].is_over)
    assert "".join(each.text for each in written) == " text 1"


def test_a_slice_ends_when_its_time_is_over(qtbot, ids, suggestion_ids):
    now = [0.0]

    def clock() -> float:
        now[0] += 0.004
        return now[0]

    worker = WritingWorker(ids, suggestion_ids, clock=clock)
    written = collected(worker)
    engine = FakeEngine()
    engine.writing = lambda _context, _seed: iter("x" * 20)
    worker.begin(wish(ids.issue()), engine)
    qtbot.waitUntil(lambda: bool(written) and written[-1].is_over)
    assert max(len(each.text) for each in written) <= 4
    assert sum(len(each.text) for each in written) == 20


def test_a_slice_ends_after_the_step_in_which_a_suggestion_is_asked_for(qtbot, ids, suggestion_ids):
    worker = WritingWorker(ids, suggestion_ids, clock=lambda: 0.0)
    written = collected(worker)
    engine = FakeEngine()

    def writing(_context: str, _seed: int) -> Iterator[str]:
        yield "a"
        suggestion_ids.issue()
        yield "b"
        yield "c"

    engine.writing = writing
    worker.begin(wish(ids.issue()), engine)
    qtbot.waitUntil(lambda: bool(written) and written[-1].is_over)
    assert [each.text for each in written] == ["ab", "c", ""]


def test_a_request_that_is_no_longer_the_newest_ends_without_an_end_of_its_text(qtbot, ids, suggestion_ids):
    worker = WritingWorker(ids, suggestion_ids, clock=lambda: 0.0)
    written = collected(worker)
    engine = FakeEngine()

    def writing(_context: str, _seed: int) -> Iterator[str]:
        yield "a"
        ids.issue()
        while True:
            yield "b"

    engine.writing = writing
    worker.begin(wish(ids.issue()), engine)
    qtbot.waitUntil(lambda: bool(written) and written[-1].is_over)
    assert "".join(each.text for each in written) == "ab"


def test_another_request_ends_the_one_before(qtbot, ids, suggestion_ids):
    worker = WritingWorker(ids, suggestion_ids)
    written = collected(worker)
    worker.begin(wish(ids.issue()), FakeEngine())
    worker.begin(wish(ids.issue(), seed=2), FakeEngine())
    qtbot.waitUntil(lambda: written[-1].request_id == 2 and written[-1].is_over)
    assert [each for each in written if each.request_id == 1] == [Written(1, "", is_over=True)]
    assert "".join(each.text for each in written) == " text 2"


def test_a_failure_is_an_end_in_words(qtbot, ids, suggestion_ids, caplog):
    worker = WritingWorker(ids, suggestion_ids)
    written = collected(worker)
    engine = FakeEngine()

    def writing(_context: str, _seed: int) -> Iterator[str]:
        yield "a"
        raise RuntimeError("boom")

    engine.writing = writing
    worker.begin(wish(ids.issue()), engine)
    qtbot.waitUntil(lambda: bool(written) and written[-1].is_over)
    assert "boom" in written[-1].failure
    assert "writing on failed" in caplog.text


def test_without_a_model_the_end_says_so(ids, suggestion_ids):
    worker = WritingWorker(ids, suggestion_ids)
    written = collected(worker)
    worker.begin(wish(ids.issue()), None)
    assert "no model" in written[0].failure


def test_a_suggestion_is_answered_while_the_text_goes_on_and_stopping_ends_it(qtbot):
    ids = RequestIds()
    engine = FakeEngine({"a": "pple"})

    def endless(_context: str, _seed: int) -> Iterator[str]:
        while True:
            yield "x"

    engine.writing = endless
    inference = InferenceThread(lambda _folder: engine, ids)
    inference.start()
    inference.load_requested.emit(LoadModel(Path("model")))
    with qtbot.waitSignal(inference.written):
        inference.writing_requested.emit(wish(inference.writing_ids.issue()))
    with qtbot.waitSignal(inference.replied):
        inference.requested.emit(Request(ids.issue(), 0, 1, "a", "", 3, 0.5, frozenset(), False, 0.0))
    with qtbot.waitSignal(inference.written):
        pass
    inference.stop()
