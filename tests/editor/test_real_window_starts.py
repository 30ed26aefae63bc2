"""Starting twice, and again after kill -9, as a person meets it: real programs on an X server."""

import signal
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.editor.real_window import NEEDS, Desktop, display, until

__all__ = ["display"]
pytestmark = NEEDS


@pytest.fixture
def runtime() -> Iterator[str]:
    # A test's own folder can have too long a name for a socket.
    with tempfile.TemporaryDirectory() as folder:
        yield folder


def test_a_second_start_opens_its_file_in_the_first_and_the_next_brings_all_back(
    display: str, runtime: str, tmp_path: Path
) -> None:
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_text(f"this is {name}\n", encoding="utf-8")
    session = tmp_path / "DATA" / "foretype" / "session.json"
    with Desktop(display, tmp_path) as desktop:
        desktop.environment["XDG_RUNTIME_DIR"] = runtime
        first = desktop.open(str(tmp_path / "one.txt"), title="one.txt")
        assert desktop.start(str(tmp_path / "two.txt")).wait(30) == 0
        until(lambda: desktop.is_shown("two.txt"), "the second file did not open")
        assert first.poll() is None
        until(lambda: session.exists() and "two.txt" in session.read_text(), "the session was not kept")

        first.send_signal(signal.SIGKILL)
        first.wait()
        again = desktop.start()

        until(lambda: desktop.is_shown("two.txt") or again.poll() is not None, "the session did not come back")
        assert again.poll() is None
        desktop.xdotool("search", "--sync", "--name", "two.txt", "windowfocus", "--sync", "key", "ctrl+Prior")
        until(lambda: desktop.is_shown("one.txt"), "the other tab did not come back")
        other = desktop.start("--new-instance")
        until(lambda: desktop.is_shown("Untitled"), "no program of its own")
        assert [program.poll() for program in (again, other)] == [None, None]
