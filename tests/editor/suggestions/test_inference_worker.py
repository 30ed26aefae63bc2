"""The worker answers every request and survives every failure."""

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QThread

from editor.suggestions.inference_worker import InferenceThread, InferenceWorker
from editor.suggestions.messages import LoadModel, ModelState, Request, RequestIds
from lm.errors import ModelError
from tests.editor.conftest import FakeEngine


def request(id_: int) -> Request:
    return Request(id_, 0, 1, "a", "", 3, 0.5, frozenset(), False, 0.0)


@pytest.fixture
def ids():
    return RequestIds()


def worker_with(engine, ids):
    worker = InferenceWorker(lambda _folder: engine, ids)
    worker.on_load_requested(LoadModel(Path("model")))
    return worker


def collect(signal):
    values = []
    signal.connect(values.append)
    return values


def test_a_request_is_answered(ids):
    worker = worker_with(FakeEngine({"a": "pple"}), ids)
    replies = collect(worker.replied)
    worker.on_requested(request(ids.issue()))
    assert replies[0].suggestion.ghost == "pple"


def test_a_request_that_is_no_longer_the_newest_is_not_worked_on(ids):
    engine = FakeEngine()
    worker = worker_with(engine, ids)
    replies = collect(worker.replied)
    old = request(ids.issue())
    ids.issue()
    worker.on_requested(old)
    assert replies[0].suggestion is None
    assert engine.contexts == []


def test_a_failing_engine_is_answered_in_words_and_goes_on(ids, caplog):
    engine = FakeEngine({"a": "pple"})
    worker = worker_with(engine, ids)
    replies = collect(worker.replied)
    engine.failure = RuntimeError("boom")
    worker.on_requested(request(ids.issue()))
    engine.failure = None
    worker.on_requested(request(ids.issue()))
    assert "boom" in replies[0].failure
    assert replies[1].suggestion.ghost == "pple"
    assert "a suggestion failed" in caplog.text


def test_without_a_model_requests_are_answered_with_nothing(ids):
    worker = InferenceWorker(lambda _folder: FakeEngine(), ids)
    replies = collect(worker.replied)
    worker.on_requested(request(ids.issue()))
    assert replies[0].suggestion is None


@pytest.mark.parametrize("failure", [ModelError("card.json is missing"), MemoryError("no room")])
def test_a_model_that_does_not_load_leaves_the_old_one(ids, failure):
    loaders = [lambda: FakeEngine()]

    def load(_folder):
        if not loaders:
            raise failure
        return loaders.pop()()

    worker = InferenceWorker(load, ids)
    states = collect(worker.model_changed)
    worker.on_load_requested(LoadModel(Path("good")))
    worker.on_load_requested(LoadModel(Path("bad")))
    assert states[0] == ModelState("fake")
    assert states[1].name == "fake"
    assert str(failure) in states[1].failure


def test_loading_and_answering_happen_on_the_workers_thread(qtbot, ids):
    threads = []

    class Engine(FakeEngine):
        def suggest(self, context, **arguments):
            threads.append(QThread.currentThread().objectName())
            return super().suggest(context, **arguments)

    def load(_folder):
        threads.append(QThread.currentThread().objectName())
        return Engine()

    inference = InferenceThread(load, ids)
    inference.start()
    with qtbot.waitSignal(inference.replied):
        inference.load_requested.emit(LoadModel(Path("model")))
        inference.requested.emit(request(ids.issue()))
    inference.stop()
    assert threads == ["inference", "inference"]


def test_stopping_cancels_what_runs(qtbot, ids):
    engine = FakeEngine()
    engine.gate = threading.Event()
    inference = InferenceThread(lambda _folder: engine, ids)
    inference.start()
    inference.load_requested.emit(LoadModel(Path("model")))
    inference.requested.emit(request(ids.issue()))
    qtbot.waitUntil(lambda: engine.contexts == ["a"])
    inference.stop()
    assert engine.stopped == 1
