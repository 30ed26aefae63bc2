"""Starting twice, and again after kill -9, as a person meets it: real programs on an X server."""

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.editor.test_real_window import _until, display, pytestmark

__all__ = ["display", "pytestmark"]


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
    folders = {f"XDG_{name}_HOME": str(tmp_path / name) for name in ("CONFIG", "DATA", "CACHE")}
    environment = os.environ | {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "HOME": str(tmp_path)} | folders
    environment["XDG_RUNTIME_DIR"] = runtime
    session = tmp_path / "DATA" / "foretype" / "session.json"

    def start(*arguments: str) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [sys.executable, "-m", "editor", *arguments], env=environment, stderr=subprocess.DEVNULL
        )

    def is_shown(name: str) -> bool:
        found = subprocess.run(["xdotool", "search", "--name", name], env=environment, capture_output=True, check=False)
        return bool(found.stdout.strip())

    started = [start(str(tmp_path / "one.txt"))]
    try:
        _until(lambda: is_shown("one.txt") or started[0].poll() is not None, "no window came")
        if started[0].poll() is not None:
            pytest.skip("Qt cannot show X windows here")
        started.append(start(str(tmp_path / "two.txt")))
        assert started[1].wait(30) == 0
        _until(lambda: is_shown("two.txt"), "the second file did not open")
        assert started[0].poll() is None
        _until(lambda: session.exists() and "two.txt" in session.read_text(), "the session was not kept")

        started[0].send_signal(signal.SIGKILL)
        started[0].wait()
        started.append(start())

        _until(lambda: is_shown("two.txt"), "the session did not come back")
        find = ["xdotool", "search", "--sync", "--name", "two.txt", "windowfocus", "--sync"]
        subprocess.run([*find, "key", "ctrl+Prior"], env=environment, check=True, timeout=30)
        _until(lambda: is_shown("one.txt"), "the other tab did not come back")
        started.append(start("--new-instance"))
        _until(lambda: is_shown("Untitled"), "no program of its own")
        assert [program.poll() for program in started[2:]] == [None, None]
    finally:
        for program in started:
            program.kill()
            program.wait()
