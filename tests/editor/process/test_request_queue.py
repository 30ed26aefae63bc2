"""At most one request running and one waiting."""

from editor.process.request_queue import RequestQueue
from editor.suggestions.messages import Request


def request(id_: int) -> Request:
    return Request(id_, 0, 0, "", "", 3, 0.5, frozenset(), False, 0.0)


def test_the_first_request_is_sent_at_once():
    queue = RequestQueue()
    assert queue.put(request(1)) == request(1)


def test_a_newer_request_takes_the_waiting_ones_place():
    queue = RequestQueue()
    queue.put(request(1))
    assert queue.put(request(2)) is None
    assert queue.put(request(3)) is None
    assert queue.finish(request(1)) == request(3)
    assert queue.finish(request(3)) is None
    assert queue.running is None


def test_an_answer_to_another_windows_request_changes_nothing():
    queue = RequestQueue()
    queue.put(request(1))
    queue.put(request(2))
    assert queue.finish(request(9)) is None
    assert queue.running == request(1)


def test_a_dropped_request_is_never_sent():
    queue = RequestQueue()
    queue.put(request(1))
    queue.put(request(2))
    queue.drop_waiting()
    assert queue.finish(request(1)) is None
