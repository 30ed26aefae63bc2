"""The program as a person meets it, for the tests that need a real window: an X server of its own, and real keys.

A test module takes `display` and sets `pytestmark = NEEDS`.
"""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

import pytest

from resources import shipped_model

NEEDS = [
    pytest.mark.real_window,
    pytest.mark.skipif(not (shutil.which("Xvfb") and shutil.which("xdotool")), reason="needs Xvfb and xdotool"),
    pytest.mark.skipif(not (shipped_model("english") / "card.json").exists(), reason="needs the shipped model"),
]

_PATIENCE_SECONDS = 30.0
_NO_PLATFORM = ("no Qt platform plugin could be initialized", "error: Qt cannot be loaded")
"""What Qt and `editor.__main__` say on a machine without the libraries of X."""
_NO_SERVER = "could not connect to display"
"""Qt says that too where the libraries are there, and the X server is not."""


def until(holds: Callable[[], bool], what: str) -> None:
    """Wait until `holds`; fail with `what` when it does not."""
    end = time.monotonic() + _PATIENCE_SECONDS
    while not holds():
        assert time.monotonic() < end, what
        time.sleep(0.05)  # another process: there is no signal to wait for


@pytest.fixture
def display() -> Iterator[str]:
    """An X server of our own, on the first number that is free."""
    read_end, write_end = os.pipe()
    server = subprocess.Popen(
        # Without `-noreset` it begins anew whenever its last client leaves, and refuses whoever comes meanwhile.
        ["Xvfb", "-displayfd", str(write_end), "-noreset", "-screen", "0", "1200x900x24", "-nolisten", "tcp"],
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


class Desktop:
    """A screen, a person's folders below `home`, and the programs that were started there; a context that ends them.

    Attributes:
        environment: of the programs.
    """

    def __init__(self, display: str, home: Path) -> None:
        folders = {f"XDG_{name}_HOME": str(home / name) for name in ("CONFIG", "DATA", "CACHE")}
        # A runtime folder that is no folder: the socket lies with the data.
        own = {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "HOME": str(home), "XDG_RUNTIME_DIR": ""}
        self.environment = os.environ | own | folders
        self._home = home
        self._programs: list[subprocess.Popen[bytes]] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for program in self._programs:
            program.kill()
            program.wait()

    def start(self, *arguments: str) -> subprocess.Popen[bytes]:
        """Start the editor."""
        with self._log(len(self._programs)).open("wb") as log:
            program = subprocess.Popen(
                [sys.executable, "-m", "editor", *arguments],
                env=self.environment,
                stdout=subprocess.DEVNULL,
                stderr=log,
            )
        self._programs.append(program)
        return program

    def open(self, *arguments: str, title: str) -> subprocess.Popen[bytes]:
        """Start the editor, wait for its window and give it the keys; skip where Qt cannot show windows at all."""
        program = self.start(*arguments)
        until(lambda: self.is_shown(title) or program.poll() is not None, "no window came")
        if program.poll() is not None:
            said = self._log(self._programs.index(program)).read_text(encoding="utf-8", errors="replace")
            if _NO_SERVER not in said and any(sentence in said for sentence in _NO_PLATFORM):
                pytest.skip(f"Qt cannot show X windows here: {said.strip()[:200]}")
            pytest.fail(f"the program ended with {program.returncode}: {said}")
        self.xdotool("windowfocus", self.xdotool("search", "--name", title).splitlines()[-1])
        return program

    def is_shown(self, title: str) -> bool:
        """Tell whether a window has this in its title."""
        return bool(self.xdotool("search", "--name", title))

    def xdotool(self, *arguments: str) -> str:
        """Do what a person does with keys and mouse; return what xdotool says."""
        done = subprocess.run(
            ["xdotool", *arguments], env=self.environment, capture_output=True, text=True, check=False, timeout=30
        )
        return done.stdout.strip()

    def saved(self, document: Path) -> str:
        """Press the key to save, and return what the file holds then."""
        self.xdotool("key", "ctrl+s")
        time.sleep(0.2)
        return document.read_text(encoding="utf-8") if document.exists() else ""

    def _log(self, number: int) -> Path:
        return self._home / f"stderr-{number}.txt"
