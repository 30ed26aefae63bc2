"""Files, carets, scroll places and windows come back at the next start."""

import json
import logging

import pytest
from PySide6.QtCore import QPoint

from editor.files.dialogs import Choice
from editor.program.foretype import Foretype
from editor.settings.shortcuts import Command
from editor.window.window_place import place_of
from lm.errors import ModelError
from tests.editor.fake_dialogs import FakeDialogs
from tests.editor.keyboard import type_keys

TAB = {"path": "/a", "caret": 0, "anchor": 0, "top_line": 0}


def no_model(folder):
    raise ModelError(f"no {folder}")


@pytest.fixture
def start(qtbot, paths):
    """Start the program, as often as a test wants."""
    started = []

    def begin():
        started.append(Foretype(paths, no_model))
        return started[-1]

    yield begin
    for each in started:
        each.stop()


@pytest.fixture
def long_text(tmp_path):
    path = tmp_path / "long.txt"
    path.write_text("\n".join(f"line {number}" for number in range(500)))
    return path


def names(foretype):
    return [window.tab.session.name for window in foretype.windows]


def test_files_carets_scroll_places_and_windows_come_back(start, long_text, tmp_path):
    other = tmp_path / "other.txt"
    other.write_text("other")
    first = start()
    window = first.open_window(long_text)
    first.open_window(other).main_window.setGeometry(60, 70, 600, 400)
    window.main_window.setGeometry(40, 50, 700, 500)
    cursor = window.tab.text_edit.textCursor()
    cursor.setPosition(3000)
    cursor.setPosition(3010, cursor.MoveMode.KeepAnchor)
    window.tab.text_edit.setTextCursor(cursor)
    window.tab.text_edit.verticalScrollBar().setValue(250)
    before = [place_of(each) for each in first.windows]
    (shown,) = before[0].tabs
    assert (shown.caret, shown.anchor, shown.top_line) == (3010, 3000, 250)
    window.commands.on_commanded(Command.QUIT)
    assert first.windows == []
    first.stop()

    again = start()
    again.restore_session()

    assert [place_of(each) for each in again.windows] == before
    assert again.windows[0].main_window.size().width() == 700


def test_a_window_that_was_closed_before_does_not_come_back(start, long_text, tmp_path):
    other = tmp_path / "other.txt"
    other.write_text("other")
    first = start()
    first.open_window(long_text)
    first.open_window(other)
    first.windows[0].main_window.close()
    first.windows[0].main_window.close()
    first.stop()
    again = start()
    again.restore_session()
    assert names(again) == ["other.txt"]


def test_a_quit_that_was_cancelled_goes_on_with_what_is_open(start, long_text, tmp_path):
    first = start()
    first.open_window()
    kept = first.open_window(long_text)
    kept.tab.session.dialogs = dialogs = FakeDialogs()
    type_keys(kept, "x")
    dialogs.choice = Choice.CANCEL
    kept.commands.on_commanded(Command.QUIT)
    assert len(first.windows) == 2
    for other in [window for window in first.windows if window is not kept]:
        other.main_window.close()
    dialogs.choice = Choice.DISCARD
    kept.main_window.close()
    first.stop()
    again = start()
    again.restore_session()
    assert names(again) == ["long.txt"]
    assert not again.windows[0].tab.session.is_modified


def test_files_that_vanished_are_said_in_one_sentence(start, long_text, tmp_path):
    gone = tmp_path / "gone.txt"
    gone.write_text("gone")
    first = start()
    first.open_window(long_text)
    first.open_window(gone)
    first.stop()
    gone.unlink()
    long_text.unlink()
    again = start()
    again.restore_session()
    assert names(again) == ["Untitled"]
    said = again.windows[0].tab.status.currentMessage()
    assert said == "Of the last session: long.txt no longer exists; gone.txt no longer exists"


def test_unsaved_text_is_recovered_first_and_no_file_opens_twice(start, long_text, paths):
    first = start()
    window = first.open_window(long_text)
    type_keys(window, "unsaved ")
    first.last_session.write()
    first.stop()  # keeps the text, as a kill does

    again = start()
    assert again.recovery.restore() == 1
    again.restore_session()

    assert names(again) == ["long.txt"]
    assert again.windows[0].tab.text_edit.text().startswith("unsaved line 0")
    assert again.windows[0].tab.text_edit.caret_position() == len("unsaved ")


def test_a_killed_program_leaves_its_session(qtbot, start, long_text, paths):
    first = start()
    first.last_session._timer.setInterval(1)
    first.open_window(long_text)
    qtbot.waitUntil(paths.last_session.exists)
    again = start()
    assert [tab.path for place in again.last_session.read() for tab in place.tabs] == [long_text]


def test_switched_off_nothing_is_kept_nor_restored(start, long_text, paths):
    first = start()
    first.open_window(long_text)
    first.last_session.write()
    assert paths.last_session.exists()
    first.preferences.change(restore_session=False)
    first.stop()
    assert not paths.last_session.exists()
    again = start()
    again.restore_session()
    assert again.windows == []


@pytest.mark.parametrize(
    "content",
    [
        "{",
        "[]",
        json.dumps({"format_version": 7, "windows": []}),
        json.dumps({"format_version": 1, "windows": [{"path": 3}]}),
        json.dumps({"format_version": 1, "windows": ["a"]}),
        json.dumps({"format_version": 2, "windows": [{"tabs": [], "current": 0, "geometry": ""}]}),
        json.dumps({"format_version": 2, "windows": [{"tabs": [TAB], "current": 1, "geometry": ""}]}),
        json.dumps({"format_version": 2, "windows": [{"tabs": [{**TAB, "path": 3}], "current": 0, "geometry": ""}]}),
        json.dumps({"format_version": 2, "windows": [{"tabs": [{**TAB, "caret": -1}], "current": 0, "geometry": ""}]}),
        json.dumps(
            {
                "format_version": 1,
                "windows": [{"path": "/a", "caret": -1, "anchor": 0, "top_line": 0, "geometry": ""}],
            }
        ),
    ],
)
def test_a_broken_session_is_none_with_one_line_in_the_log(start, paths, caplog, content):
    paths.last_session.write_text(content)
    with caplog.at_level(logging.WARNING):
        assert start().last_session.read() == []
    assert len([each for each in caplog.records if "session" in each.message]) == 1


def test_a_place_outside_a_shorter_text_is_its_end(start, long_text):
    first = start()
    window = first.open_window(long_text)
    window.tab.text_edit.moveCursor(window.tab.text_edit.textCursor().MoveOperation.End)
    first.stop()
    long_text.write_text("short")
    again = start()
    again.restore_session()
    assert again.windows[0].tab.text_edit.caret_position() == 5
    assert again.windows[0].tab.text_edit.cursorForPosition(QPoint(0, 0)).blockNumber() == 0
