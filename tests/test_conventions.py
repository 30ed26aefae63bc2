"""What tests may not do: look at private attributes, sleep, measure wall-clock time. Exceptions give their reason."""

import ast
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

TESTS = Path(__file__).parent
_CLOCKS = {"time", "monotonic", "perf_counter", "process_time", "thread_time"}
_OTHER_PROCESS = "another process, which sends no signal to wait for"
SLEEPS = {
    "editor/real_window.py": _OTHER_PROCESS,
    "editor/test_real_window.py": _OTHER_PROCESS,
    "editor/test_real_window_editing.py": _OTHER_PROCESS,
    "editor/test_real_window_writing.py": _OTHER_PROCESS,
}
CLOCKS = {
    "animation.py": "a picture stays on the screen as long as it did in the window",
    "editor/real_window.py": "gives up waiting for a window that never comes",
    "editor/spelling/test_spelled_words.py": "processor time of a worst case, which would be minutes and not a second",
    "editor/test_killed.py": "the claim is about seconds: what was typed up to two seconds before a kill is there",
    "editor/test_window_property.py": "shrinks a failing run for as long as is bearable; nothing is asserted",
}
PRIVATE = {
    "gan_gallery/bench_torch.py": "PyTorch's own fused operation, which has no public name",
    "editor/conftest.py": "threading has no public name for threads that Python did not start",
}

STILL_PRIVATE = {
    "editor": 13,
    "editor/comparison": 2,
    "editor/desks": 15,
    "editor/files": 8,
    "editor/how_it_works": 15,
    "editor/learning": 3,
    "editor/page": 5,
    "editor/process": 6,
    "editor/program": 4,
    "editor/searching": 3,
    "editor/spelling": 8,
    "editor/suggestions": 6,
    "editor/tuning": 2,
    "editor/window": 3,
    "gan_gallery/panel": 2,
    "gan_gallery/publishing": 2,
    "gan_gallery/training": 8,
    "lm/predicting": 6,
}
"""Uses that are left, by folder. The numbers only ever fall."""


def _calls(path: Path) -> Iterator[str]:
    """Yield the last name of everything that a file calls, with the module in front where it is `time`."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            match node.func:
                case ast.Attribute(value=ast.Name(id="time"), attr=name):
                    yield f"time.{name}"
                case ast.Name(id=name) | ast.Attribute(attr=name):
                    yield name


def _private_attributes(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Attribute) and node.attr.startswith("_") and not node.attr.startswith("__"):
            is_own = isinstance(node.value, ast.Name) and node.value.id in ("self", "cls")
            if not is_own and ast.unparse(node) != "os._exit":  # whose name says nothing of privacy
                yield f"{path.relative_to(TESTS)}:{node.lineno}: {ast.unparse(node)}"


def _files() -> dict[str, Path]:
    """Return what is checked by its path below `tests`: all but the benches, whose business is time."""
    found = {path.relative_to(TESTS).as_posix(): path for path in sorted(TESTS.rglob("*.py"))}
    return {name: path for name, path in found.items() if not name.startswith("bench/") and "bench" not in path.stem}


def test_no_test_sleeps():
    sleeping = {name for name, path in _files().items() if {"time.sleep", "sleep", "qWait"} & set(_calls(path))}
    assert sleeping == set(SLEEPS)


def test_no_test_measures_wall_clock_time():
    clocks = {f"time.{name}" for name in _CLOCKS} | (_CLOCKS - {"time"})
    measuring = {name for name, path in _files().items() if clocks & set(_calls(path))}
    assert measuring == set(CLOCKS)


def test_no_test_looks_at_a_private_attribute():
    found = Counter(
        Path(name).parent.as_posix()
        for name, path in _files().items()
        if name not in PRIVATE
        for _ in _private_attributes(path)
    )
    assert found - Counter(STILL_PRIVATE) == Counter()


@pytest.mark.parametrize("name", [*SLEEPS, *CLOCKS, *PRIVATE])
def test_every_exception_is_still_needed(name):
    path = TESTS / name
    calls = set(_calls(path))
    needs = bool({"time.sleep", "qWait"} & calls) or any(call.removeprefix("time.") in _CLOCKS for call in calls)
    assert needs or any(_private_attributes(path))
