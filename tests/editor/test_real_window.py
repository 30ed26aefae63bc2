"""The program as a person meets it: a real window on an X server, real keys, the shipped model, a saved file."""

import time
from pathlib import Path

from tests.editor.real_window import NEEDS, Desktop, display, until

__all__ = ["display"]
pytestmark = NEEDS


def test_what_is_typed_and_taken_is_what_is_saved(display: str, tmp_path: Path) -> None:
    document = tmp_path / "letter.txt"
    with Desktop(display, tmp_path) as desktop:
        desktop.open(str(document), title="letter.txt")
        typed = "My friend lives in the United Sta"
        desktop.xdotool("type", "--delay", "40", typed[:-1])

        def takes_the_ghost() -> bool:
            desktop.xdotool("key", typed[-1])
            time.sleep(1.0)  # for the model, which is loaded beside the window, and its answer
            desktop.xdotool("key", "Tab")
            # A busy machine may save some time after the key.
            for _ in range(5):
                if desktop.saved(document).startswith("My friend lives in the United States"):
                    return True
            desktop.xdotool("key", "BackSpace", "BackSpace")  # no ghost yet: a tab was typed
            return False

        until(takes_the_ghost, "Tab did not take the ghost")
        desktop.xdotool("key", "ctrl+z")
        until(lambda: desktop.saved(document) == typed, "one undo did not take the accept back")
