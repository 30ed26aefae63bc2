"""Continued writing as a person meets it: a real window, real keys, the shipped model, a saved file."""

import time
from pathlib import Path

from tests.editor.real_window import NEEDS, Desktop, display, until

__all__ = ["display"]
pytestmark = NEEDS

_BEFORE = "It was a cold morning, and we went down to the harbour to see "


def test_text_is_streamed_accepted_and_taken_back(display: str, tmp_path: Path) -> None:
    document = tmp_path / "letter.txt"
    document.write_text(_BEFORE, encoding="utf-8")
    with Desktop(display, tmp_path) as desktop:
        desktop.open(str(document), title="letter.txt")
        desktop.xdotool("key", "ctrl+End")

        def accepts() -> bool:
            if desktop.saved(document) != _BEFORE:  # what was accepted the last time came late
                return True
            desktop.xdotool("key", "ctrl+Return")
            time.sleep(1.0)  # while it streams; the model is loaded beside the window
            assert desktop.saved(document) == _BEFORE, "a preview reached the file"
            desktop.xdotool("key", "alt+t")  # stop, for a text that is still being written
            desktop.xdotool("key", "alt+i")
            return len(desktop.saved(document)) > len(_BEFORE)

        until(accepts, "nothing was inserted")
        assert desktop.saved(document).startswith(_BEFORE)
        desktop.xdotool("key", "ctrl+z")
        until(lambda: desktop.saved(document) == _BEFORE, "one undo did not take the text back")
        desktop.xdotool("key", "ctrl+Return")
        time.sleep(0.5)
        desktop.xdotool("key", "Escape")
        assert desktop.saved(document) == _BEFORE
