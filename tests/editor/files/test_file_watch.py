"""What other programs do to an open file is noticed, asked about, and can be undone."""

import os

import pytest
from PySide6.QtGui import QTextCursor

from editor.files.dialogs import DiskChoice
from editor.settings.shortcuts import Command
from tests.editor.keyboard import type_keys


@pytest.fixture
def letter(tmp_path):
    (tmp_path / "docs").mkdir()
    path = tmp_path / "docs" / "letter.txt"
    path.write_text("one\ntwo\nthree\n")
    return path


@pytest.fixture
def desk(desk, letter):
    desk.tab.file_watch._timer.setInterval(1)
    desk.tab.session.load(letter)
    return desk


def replace(path, text):
    """Save as most editors do: another file takes the place."""
    other = path.with_name("other")
    other.write_text(text)
    other.replace(path)


def asks(window):
    return window.tab.disk_bar.sentence.text() if not window.tab.disk_bar.isHidden() else ""


@pytest.mark.parametrize("write", [lambda path, text: path.write_text(text), replace], ids=["in place", "replaced"])
def test_a_change_is_asked_about_and_reloading_is_one_undo_step(qtbot, desk, letter, write):
    for text in ("one\n2\nthree\n", "one\nII\nthree\n"):
        desk.tab.text_edit.moveCursor(QTextCursor.MoveOperation.End)
        before = desk.tab.text_edit.text()
        write(letter, text)
        qtbot.waitUntil(lambda: "letter.txt was changed by another program" in asks(desk))
        assert desk.tab.text_edit.text() == before
        desk.tab.disk_bar.reload.click()
        assert desk.tab.text_edit.text() == text
        assert asks(desk) == ""
        assert not desk.tab.session.is_modified
        assert desk.tab.text_edit.caret_position() == len(text)
        desk.tab.text_edit.undo()
        assert desk.tab.text_edit.text() == before
        assert desk.tab.session.is_modified
        desk.tab.text_edit.redo()


def test_keeping_mine_replaces_the_other_text_at_the_next_save(qtbot, desk, dialogs, letter):
    letter.write_text("theirs")
    qtbot.waitUntil(lambda: asks(desk) != "")
    desk.tab.disk_bar.keep.click()
    assert asks(desk) == ""
    assert desk.tab.session.is_modified
    assert desk.tab.session.save()
    assert dialogs.asked == []
    assert letter.read_text() == "one\ntwo\nthree\n"


def test_both_texts_can_be_compared_before_one_is_chosen(qtbot, desk, dialogs, letter):
    letter.write_text("theirs")
    qtbot.waitUntil(lambda: asks(desk) != "")
    desk.tab.disk_bar.compare.click()
    assert dialogs.compared == [(letter, "one\ntwo\nthree\n")]
    assert asks(desk) != ""
    dialogs.disk_choice = DiskChoice.KEEP
    desk.tab.disk_bar.compare.click()
    assert asks(desk) == ""
    assert desk.tab.session.is_modified


def test_a_deleted_file_is_said_and_its_text_counts_as_unsaved(qtbot, desk, letter):
    letter.unlink()
    qtbot.waitUntil(lambda: "deleted or moved away" in asks(desk))
    assert desk.tab.session.is_modified
    assert desk.tab.session.unsaved() is not None
    desk.tab.disk_bar.save.click()
    assert letter.read_text() == "one\ntwo\nthree\n"
    assert asks(desk) == ""
    assert not desk.tab.session.is_modified


def test_a_file_that_comes_back_asks_no_more(qtbot, desk, letter):
    moved = letter.with_name("moved")
    letter.rename(moved)
    qtbot.waitUntil(lambda: asks(desk) != "")
    moved.rename(letter)
    qtbot.waitUntil(lambda: asks(desk) == "")


def test_a_touch_and_an_own_save_ask_nothing(qtbot, desk, letter):
    with qtbot.assertNotEmitted(desk.tab.disk_bar.asked):
        with qtbot.waitSignal(desk.tab.file_watch._timer.timeout):
            os.utime(letter, ns=(1, 1))
        type_keys(desk, "x")
        with qtbot.waitSignal(desk.tab.file_watch._timer.timeout):
            assert desk.tab.session.save()
    assert letter.read_text().startswith("x")


def test_reload_on_demand_brings_the_disk_and_undo_my_text(desk, letter):
    type_keys(desk, "mine ")
    desk.tab.commands.on_commanded(Command.RELOAD)
    assert desk.tab.text_edit.text() == "one\ntwo\nthree\n"
    assert "undo brings back" in desk.tab.status.currentMessage()
    desk.tab.text_edit.undo()
    assert desk.tab.text_edit.text() == "mine one\ntwo\nthree\n"


def test_a_reload_without_a_file_is_said(desk, dialogs, letter):
    letter.unlink()
    desk.tab.commands.on_commanded(Command.RELOAD)
    assert "does not exist" in dialogs.warnings[0]
    assert desk.tab.text_edit.text() == "one\ntwo\nthree\n"


def test_the_next_document_is_watched_instead(qtbot, desk, tmp_path, letter):
    other = tmp_path / "other.txt"
    other.write_text("other")
    desk.tab.session.load(other)
    assert desk.tab.file_watch._watcher.watched == {str(other), str(tmp_path)}
    other.write_text("changed")
    qtbot.waitUntil(lambda: "other.txt was changed" in asks(desk))
