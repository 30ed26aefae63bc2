"""Indentation and the held key as a person meets them: a real window, real keys, the shipped model, a saved file."""

import json
import time
from pathlib import Path

from tests.editor.real_window import NEEDS, Desktop, display, until

__all__ = ["display"]
pytestmark = NEEDS
_CODE = "if a:\n    b\n"


def test_keys_follow_the_documents_indentation_and_alt_shows_what_end_takes(display: str, tmp_path: Path) -> None:
    document = tmp_path / "notes.txt"
    document.write_text(_CODE, encoding="utf-8")
    preferences = tmp_path / "CONFIG" / "foretype" / "preferences.json"
    preferences.parent.mkdir(parents=True)
    preferences.write_text(json.dumps({"format_version": 1, "held_only": True}), encoding="utf-8")
    with Desktop(display, tmp_path) as desktop:
        desktop.open(str(document), title="notes.txt")
        desktop.xdotool("key", "ctrl+End", "Tab", "Tab", "BackSpace")
        until(lambda: desktop.saved(document) == _CODE + "    ", "Tab and Backspace did not go by steps")
        typed = "My friend lives in the United Sta"
        desktop.xdotool("type", "--delay", "40", typed)
        until(lambda: desktop.saved(document) == _CODE + "    " + typed, "what was typed is not what is saved")

        def takes_the_ghost() -> bool:
            # A letter typed again asks again, as long as the model is being loaded.
            desktop.xdotool("key", "BackSpace", "a")
            time.sleep(1.0)
            desktop.xdotool("keydown", "alt")
            desktop.xdotool("key", "End")
            desktop.xdotool("keyup", "alt")
            return desktop.saved(document).startswith(_CODE + "    My friend lives in the United States")

        until(takes_the_ghost, "End did not take the ghost while Alt was held")
