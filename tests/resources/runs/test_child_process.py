"""A child finds its module and knows its parent; its events come out whole, whatever pieces they came in."""

import json
import subprocess
import tracemalloc
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from resources.runs.child_process import PACKAGES, PYTHON, EventLines, child_environment, is_orphan, module_arguments

EVENTS = [{"event": "step", "text": "naïve\n"}, {"event": "finished"}]
STREAM = "".join(json.dumps(event, ensure_ascii=False) + "\n" for event in EVENTS).encode()


@given(st.lists(st.integers(0, len(STREAM)), max_size=20))
def test_pieces_of_any_size_give_the_same_events(cuts):
    lines, events = EventLines(), []
    edges = [0, *sorted(cuts), len(STREAM)]
    for start, end in pairwise(edges):
        events += lines.feed(STREAM[start:end])
    assert events == EVENTS


@given(st.binary(max_size=300))
def test_garbage_is_never_an_error_and_hides_no_later_event(garbage):
    lines = EventLines()
    events = [*lines.feed(garbage), *lines.feed(b"\n" + STREAM)]
    assert events[-2:] == EVENTS


def test_line_without_end_is_dropped_whole_and_takes_no_memory(caplog):
    lines = EventLines()
    tracemalloc.start()
    for _ in range(40):
        assert list(lines.feed(b"x" * 65_536)) == []
    kept_bytes, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert kept_bytes < 2 << 20
    assert list(lines.feed(b"\n" + STREAM)) == EVENTS
    assert "too long" in caplog.text


def test_last_line_needs_no_newline_and_one_that_was_cut_off_is_no_event():
    lines = EventLines()
    list(lines.feed(b'{"event": "a"}'))
    assert list(lines.end()) == [{"event": "a"}]
    list(lines.feed(b'{"event": "b'))
    assert list(lines.end()) == []


def test_a_child_finds_our_module_from_any_folder_and_knows_its_parent(tmp_path):
    (tmp_path / "resources").mkdir()
    script = "from resources.runs.child_process import is_orphan; print(is_orphan())"
    child = subprocess.run(
        [PYTHON, "-c", script], cwd=PACKAGES, env=child_environment(), capture_output=True, text=True, check=True
    )
    assert child.stdout == "False\n"


def test_a_process_that_nobody_started_for_himself_is_no_orphan(monkeypatch):
    monkeypatch.delenv("FORETYPE_PARENT", raising=False)
    assert not is_orphan()


def test_a_module_is_run_as_python_runs_it():
    done = subprocess.run(
        [PYTHON, *module_arguments("gan_gallery", "--help")], cwd=PACKAGES, capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith("usage: python -m gan_gallery")
