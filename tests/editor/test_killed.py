"""kill -9 at any moment of typing: at most two seconds of it are lost, and what was learned can still be read."""

import os
import random
import signal
import subprocess
import sys
import time

import pytest

from editor.files.recovery import recover
from lm.keeping.personal_store import PersonalStore

_KILLS = int(os.environ.get("FORETYPE_KILLS", "2"))
"""The issue's twenty and fifty are run by hand: each costs four seconds."""
_MOST_LOST_S = 2.0
_TEXT = "".join(f"sentence {number} of what somebody is typing; " for number in range(3000))

_TYPING = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from editor.program.foretype import Foretype, make_application
from editor.process.paths import Paths
from lm.errors import ModelError

def no_model(folder):
    raise ModelError("typing goes on without a model")

text = sys.argv[2]
folder = Path(sys.argv[1])
application = make_application([])
foretype = Foretype(Paths(folder / "preferences.json", folder / "data" / "recovery", folder / "cache"), no_model)
window = foretype.open_window()
tabs = [window.tab]
if sys.argv[3] != "untitled":
    letter = folder / "letter.txt"
    letter.write_text("")
    window.tab.session.load(letter)
if sys.argv[3] == "two":
    tabs.append(foretype.documents.open_tab(window))
foretype.start(None)
typed = 0

def type_one():
    global typed
    tabs[typed % len(tabs)].text_edit.insertPlainText(text[typed // len(tabs)])
    typed += 1
    print(typed, flush=True)

timer = QTimer()
timer.timeout.connect(type_one)
timer.start(4)
application.exec()
"""


@pytest.mark.soak
@pytest.mark.skipif(os.name == "nt", reason="SIGKILL")
@pytest.mark.parametrize("seed", range(_KILLS))
def test_two_seconds_of_typing_at_most_are_lost(tmp_path, seed, record_property):
    documents = ("untitled", "titled", "two")[seed % 3]
    command = [sys.executable, "-c", _TYPING, str(tmp_path), _TEXT, documents]
    child = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    moments: list[float] = []
    lasts = random.Random(seed).uniform(0.2, 4.0)
    for _ in child.stdout:
        moments.append(time.monotonic())
        if moments[-1] - moments[0] > lasts:
            break
    os.kill(child.pid, signal.SIGKILL)
    killed_at = time.monotonic()
    rest = child.stdout.readlines()  # typed before the signal came
    child.wait()
    child.stdout.close()
    old = sum(moment < killed_at - _MOST_LOST_S for moment in moments)

    recovered = recover(tmp_path / "data" / "recovery")

    texts = [each.text for each in recovered]
    for text in texts:
        assert text == _TEXT[: len(text)]
    count = 2 if documents == "two" else 1
    assert len(texts) == count or not old
    assert (documents == "untitled") == all(each.file is None for each in recovered) or not recovered
    # The letters went to the documents in turn: one that has this many has had that many moments.
    kept = [0] * (count - len(texts)) + [len(text) for text in texts]
    assert all(old // count <= size <= (len(moments) + len(rest)) // count + 2 for size in kept)
    first_lost = min(min(kept) * count, len(moments) - 1)
    record_property("lost_s", round(killed_at - moments[first_lost], 2))
    PersonalStore(tmp_path / "data" / "learned")  # it can be read
