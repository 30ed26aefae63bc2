"""The program as a person meets it: a real window on an X server, real keys, the shipped model, a saved file."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from resources import shipped_model

pytestmark = [
    pytest.mark.skipif(not (shutil.which("Xvfb") and shutil.which("xdotool")), reason="needs Xvfb and xdotool"),
    pytest.mark.skipif(not (shipped_model("english") / "card.json").exists(), reason="needs the shipped model"),
]

_PATIENCE_SECONDS = 30.0


def _until(holds: Callable[[], bool], what: str) -> None:
    end = time.monotonic() + _PATIENCE_SECONDS
    while not holds():
        assert time.monotonic() < end, what
        time.sleep(0.05)  # another process: there is no signal to wait for


@pytest.fixture
def display() -> Iterator[str]:
    """An X server of our own, on the first number that is free."""
    read_end, write_end = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write_end), "-screen", "0", "1200x900x24", "-nolisten", "tcp"],
        pass_fds=[write_end],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(write_end)
    try:
        with os.fdopen(read_end) as numbers:
            yield f":{numbers.readline().strip()}"
    finally:
        server.terminate()
        server.wait()


def test_what_is_typed_and_taken_is_what_is_saved(display: str, tmp_path: Path) -> None:
    document = tmp_path / "letter.txt"
    environment = os.environ | {
        "DISPLAY": display,
        "QT_QPA_PLATFORM": "xcb",
        "HOME": str(tmp_path),
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
        "XDG_DATA_HOME": str(tmp_path / "data"),
        "XDG_CACHE_HOME": str(tmp_path / "cache"),
    }

    def xdotool(*arguments: str) -> str:
        done = subprocess.run(
            ["xdotool", *arguments], env=environment, capture_output=True, text=True, check=False, timeout=30
        )
        return done.stdout.strip()

    def saved() -> str:
        xdotool("key", "ctrl+s")
        time.sleep(0.2)
        return document.read_text(encoding="utf-8") if document.exists() else ""

    editor = subprocess.Popen(
        [sys.executable, "-m", "editor", str(document)],
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        _until(lambda: bool(xdotool("search", "--name", "letter.txt")) or editor.poll() is not None, "no window came")
        if editor.poll() is not None:
            error = editor.stderr.read() if editor.stderr else ""
            if "Qt" in error or "xcb" in error:
                pytest.skip(f"Qt cannot show X windows here: {error.strip()[:200]}")
            pytest.fail(error)
        xdotool("windowfocus", xdotool("search", "--name", "letter.txt").splitlines()[-1])
        typed = "My friend lives in the United Sta"
        xdotool("type", "--delay", "40", typed[:-1])

        def takes_the_ghost() -> bool:
            xdotool("key", typed[-1])
            time.sleep(1.0)  # for the model, which is loaded beside the window, and its answer
            xdotool("key", "Tab")
            if saved().startswith("My friend lives in the United States"):
                return True
            xdotool("key", "BackSpace", "BackSpace")  # no ghost yet: a tab was typed
            return False

        _until(takes_the_ghost, "Tab did not take the ghost")
        xdotool("key", "ctrl+z")
        _until(lambda: saved() == typed, "one undo did not take the accept back")
    finally:
        editor.kill()
        editor.communicate()
