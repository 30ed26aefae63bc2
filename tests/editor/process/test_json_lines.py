"""Events come out whole, whatever pieces they came in."""

import json
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from editor.process.json_lines import JsonLines

EVENTS = [{"event": "step", "text": "naïve\n"}, {"event": "finished"}]
STREAM = "".join(json.dumps(event, ensure_ascii=False) + "\n" for event in EVENTS).encode()


@given(st.lists(st.integers(0, len(STREAM)), max_size=20))
def test_pieces_of_any_size_give_the_same_events(cuts):
    lines, events = JsonLines(), []
    edges = [0, *sorted(cuts), len(STREAM)]
    for start, end in pairwise(edges):
        events += lines.feed(STREAM[start:end])
    assert events == EVENTS


@given(st.binary(max_size=300))
def test_garbage_is_never_an_error_and_hides_no_later_event(garbage):
    lines = JsonLines()
    events = [*lines.feed(garbage), *lines.feed(b"\n" + STREAM)]
    assert events[-2:] == EVENTS


def test_line_without_end_is_dropped_whole_and_takes_no_memory(caplog):
    lines = JsonLines()
    for _ in range(40):
        assert list(lines.feed(b"x" * 65_536)) == []
        assert len(lines._line) <= 1 << 20
    assert list(lines.feed(b"\n" + STREAM)) == EVENTS
    assert "too long" in caplog.text


def test_last_line_needs_no_newline_and_one_that_was_cut_off_is_no_event():
    lines = JsonLines()
    list(lines.feed(b'{"event": "a"}'))
    assert list(lines.end()) == [{"event": "a"}]
    list(lines.feed(b'{"event": "b'))
    assert list(lines.end()) == []
