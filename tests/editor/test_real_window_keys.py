"""The suggestion keys on keyboards of several countries: a real X server, real layouts, real keys."""

import shutil
import subprocess
import time
from pathlib import Path

import pytest

from tests.editor.real_window import NEEDS, Desktop, display, until

__all__ = ["display"]
pytestmark = [*NEEDS, pytest.mark.skipif(not shutil.which("setxkbmap"), reason="needs setxkbmap")]

_BEFORE = "I am looking forw"
# Places on a PC's keyboard as X numbers them, by what a US keyboard has there.
_TWO, _BRACKET_LEFT, _BRACKET_RIGHT, _BACKSLASH, _TAB = 11, 34, 35, 51, 23


class Typist:
    """Presses keys by their place, whatever the layout has there."""

    def __init__(self, desktop: Desktop) -> None:
        self._desktop = desktop

    def set_layout(self, layout: str) -> None:
        """Use the keyboard of a country."""
        subprocess.run(["setxkbmap", layout], env=self._desktop.environment, check=True)
        time.sleep(0.3)  # the program hears of it

    def press(self, place: int, modifier: str = "") -> None:
        """Press the key at a place."""
        held = [f"keydown {modifier}", "sleep 0.02"] if modifier else []
        released = [f"keyup {modifier}"] if modifier else []
        for step in (*held, f"key {place}", *released):
            self._desktop.xdotool(*step.split())
        time.sleep(0.15)  # as people do


@pytest.mark.parametrize("layout", ["us", "de", "fr", "ru", "ara"])
def test_every_suggestion_key_works_on_every_layout(display: str, tmp_path: Path, layout: str) -> None:
    document = tmp_path / "letter.txt"
    document.write_text(_BEFORE, encoding="utf-8")
    with Desktop(display, tmp_path) as desktop:
        typist = Typist(desktop)
        typist.set_layout(layout)
        desktop.open(str(document), title="letter.txt")
        desktop.xdotool("key", "End")

        def saved() -> str:
            return desktop.saved(document)

        def asks_and_takes() -> bool:
            typist.press(_BACKSLASH, "alt")
            time.sleep(0.5)
            typist.press(_TWO, "ctrl")
            return saved() != _BEFORE

        until(asks_and_takes, "no word of the bar was taken")
        first = saved()
        assert first.startswith("I am looking forward"), first
        typist.press(_BACKSLASH, "alt")
        time.sleep(0.5)
        typist.press(_BRACKET_RIGHT, "alt")
        typist.press(_BRACKET_LEFT, "alt")
        assert saved() == first, "a key that goes to another suggestion wrote something"
        typist.press(_TAB)
        assert saved().startswith(first)
        assert len(saved()) > len(first)
