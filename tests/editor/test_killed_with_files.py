"""A program that is killed while two texts are not saved shows both at its next start, and what differs."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

_STARTING = """
import json, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from editor.program.foretype import Foretype, make_application
from editor.process.paths import Paths
from lm.errors import ModelError

def no_model(folder):
    raise ModelError("typing goes on without a model")

folder = Path(sys.argv[1])
application = make_application([])
foretype = Foretype(Paths(folder / "preferences.json", folder / "data" / "recovery", folder / "cache"), no_model)
"""
_TYPING = (
    _STARTING
    + """
first = foretype.open_window(Path(sys.argv[2])).tab
first.text_edit.insertPlainText("typed before the crash; ")
second = foretype.documents.open_tab(foretype.windows[0])
second.text_edit.insertPlainText("in no file yet")
foretype.start(None)
timer = QTimer()
timer.timeout.connect(lambda: print(len(list((folder / "data" / "recovery").glob("*.journal"))), flush=True))
timer.start(50)
application.exec()
"""
)
_STARTING_AGAIN = (
    _STARTING
    + """
count = foretype.recovery.restore()
foretype.start(None)
view = foretype.recovery.texts.view

def say():
    tabs = foretype.documents.tabs()
    foretype.windows[0].main_window.focusWidget().insertPlainText("!")
    names = [view.list.item(row).text().split(chr(10))[0] for row in range(view.list.count())]
    view.list.setCurrentRow(names.index("letter.txt"))
    print(json.dumps({
        "count": count,
        "listed": [view.list.item(row).text().split(chr(10)) for row in range(view.list.count())],
        "texts": [tab.text_edit.text() for tab in tabs],
        "unsaved": [tab.session.is_modified for tab in tabs],
        "view_is_shown": view.isVisible(),
        "difference": [row.kind.value + row.text for row in view.panel.view.rows.rows],
    }))
    foretype.stop()
    application.quit()

timer = QTimer()
timer.setSingleShot(True)
timer.timeout.connect(say)
timer.start(0)
application.exec()
"""
)


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL")
def test_both_texts_are_restored_listed_and_compared(tmp_path):
    document = tmp_path / "letter.txt"
    document.write_text("one\ntwo\n")
    child = subprocess.Popen(
        [sys.executable, "-c", _TYPING, str(tmp_path), str(document)], stdout=subprocess.PIPE, text=True
    )
    assert child.stdout is not None
    # The journals are written within a second; each line says how many there are.
    assert any(line == "2\n" for line in child.stdout)
    os.kill(child.pid, signal.SIGKILL)
    child.wait()
    child.stdout.close()

    again = subprocess.run(
        [sys.executable, "-c", _STARTING_AGAIN, str(tmp_path)],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )

    seen = json.loads(again.stdout)
    assert seen["count"] == 2
    assert seen["view_is_shown"]
    in_order = sorted(seen["texts"])
    # What is typed next goes to the page in front, without a click.
    assert [text.replace("!", "") for text in in_order] == ["in no file yet", "typed before the crash; one\ntwo\n"]
    assert "".join(in_order).count("!") == 1
    assert seen["unsaved"] == [True, True]
    listed = {entry[0]: entry for entry in seen["listed"]}
    assert listed["letter.txt"][2].endswith("+1 −1 lines")
    assert "Untitled: in no file yet" in listed
    marks = "−one", "+typed before the crash; "
    assert [any(row.startswith(mark) for row in seen["difference"]) for mark in marks] == [True, True]
    assert document.read_text() == "one\ntwo\n"
    assert list(Path(tmp_path / "data" / "recovery").glob("*.broken")) == []
