"""Continued writing as a person meets it: a real window, real keys, the shipped model, a saved file."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.editor.test_real_window import _until, display, pytestmark

__all__ = ["display", "pytestmark"]
_BEFORE = "It was a cold morning, and we went down to the harbour to see "


def test_text_is_streamed_accepted_and_taken_back(display: str, tmp_path: Path) -> None:
    document = tmp_path / "letter.txt"
    document.write_text(_BEFORE, encoding="utf-8")
    folders = {f"XDG_{name}_HOME": str(tmp_path / name) for name in ("CONFIG", "DATA", "CACHE")}
    environment = os.environ | {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "HOME": str(tmp_path)} | folders

    def xdotool(*arguments: str) -> str:
        done = subprocess.run(
            ["xdotool", *arguments], env=environment, capture_output=True, text=True, check=False, timeout=30
        )
        return done.stdout.strip()

    def saved() -> str:
        xdotool("key", "ctrl+s")
        time.sleep(0.2)
        return document.read_text(encoding="utf-8")

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
            pytest.skip("Qt cannot show X windows here")
        xdotool("windowfocus", xdotool("search", "--name", "letter.txt").splitlines()[-1])
        xdotool("key", "ctrl+End")

        def accepts() -> bool:
            xdotool("key", "ctrl+Return")
            time.sleep(1.0)  # while it streams; the model is loaded beside the window
            assert saved() == _BEFORE, "a preview reached the file"
            xdotool("key", "alt+t")  # stop, for a text that is still being written
            xdotool("key", "alt+i")
            return len(saved()) > len(_BEFORE)

        _until(accepts, "nothing was inserted")
        assert saved().startswith(_BEFORE)
        xdotool("key", "ctrl+z")
        _until(lambda: saved() == _BEFORE, "one undo did not take the text back")
        xdotool("key", "ctrl+Return")
        time.sleep(0.5)
        xdotool("key", "Escape")
        assert saved() == _BEFORE
    finally:
        editor.kill()
        editor.communicate()
