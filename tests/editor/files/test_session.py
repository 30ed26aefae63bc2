"""One document in one window: opening, saving, closing, and what the person is asked."""

import pytest

from editor.errors import DocumentError
from editor.files.dialogs import Choice, DiskChoice
from editor.files.session import DiskChange
from editor.settings.shortcuts import Command
from tests.editor.keyboard import type_keys


def test_an_untitled_text_is_saved_where_the_person_says(desk, dialogs, tmp_path):
    dialogs.save_path = tmp_path / "new.txt"
    type_keys(desk, "hello")
    assert desk.tab.session.save()
    assert dialogs.save_path.read_text() == "hello"
    assert not desk.tab.session.is_modified
    assert desk.main_window.windowTitle().startswith("new.txt")


def test_a_save_that_is_called_off_saves_nothing(desk):
    type_keys(desk, "hello")
    assert not desk.tab.session.save()
    assert desk.tab.session.is_modified


def test_a_file_is_opened_and_saved_in_its_own_format(desk, tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes("\ufeffone\r\ntwo".encode())
    desk.tab.session.load(path)
    type_keys(desk, "x")
    desk.tab.session.save()
    assert path.read_bytes() == "\ufeffxone\r\ntwo".encode()


def test_no_break_spaces_survive(desk, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("10\u00a0km \u2028 end", encoding="utf-8")
    desk.tab.session.load(path)
    type_keys(desk, "x")
    desk.tab.session.save()
    assert path.read_text(encoding="utf-8") == "x10\u00a0km \u2028 end"


def test_what_qt_takes_for_line_ends_survives(desk, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("one\u2029two \ufdd0\ufdd1\n", encoding="utf-8")
    desk.tab.session.load(path)
    path.touch()
    assert desk.tab.session.disk_change() is DiskChange.NONE
    type_keys(desk, "x")
    assert desk.tab.session.unsaved().text == "xone\u2029two \ufdd0\ufdd1\n"
    desk.tab.session.save()
    assert path.read_text(encoding="utf-8") == "xone\u2029two \ufdd0\ufdd1\n"


def test_a_text_that_no_page_can_keep_is_not_opened(desk, dialogs, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("mine")
    desk.tab.session.load(path)
    every = "".join(chr(code) for code in range(0x20, 0x10000) if not 0xD800 <= code < 0xE000)
    path.write_text(every, encoding="utf-8")
    with pytest.raises(DocumentError, match=r"a\.txt cannot be shown"):
        desk.tab.session.load(path)
    assert not desk.tab.session.reload()
    assert "a.txt cannot be shown" in dialogs.warnings[-1]
    assert desk.tab.text_edit.text() == "mine"
    assert path.read_text(encoding="utf-8") == every


def test_a_file_that_does_not_exist_yet_is_made_by_saving(desk, tmp_path):
    desk.tab.session.load(tmp_path / "new.txt")
    type_keys(desk, "a")
    assert desk.tab.session.save()
    assert (tmp_path / "new.txt").read_text() == "a"


def test_a_file_changed_on_disk_is_asked_about(desk, dialogs, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("one")
    desk.tab.session.load(path)
    path.write_text("somebody else")
    type_keys(desk, "x")
    assert not desk.tab.session.save()
    assert path.read_text() == "somebody else"
    dialogs.overwrites = True
    assert desk.tab.session.save()
    assert path.read_text() == "xone"


def test_a_failed_save_is_told_and_the_text_stays(desk, dialogs, tmp_path):
    dialogs.save_path = tmp_path / "none" / "a.txt"
    type_keys(desk, "hello")
    assert not desk.tab.session.save()
    assert "cannot be saved" in dialogs.warnings[0]
    assert desk.tab.text_edit.text() == "hello"
    assert desk.tab.session.is_modified


def test_a_file_that_cannot_be_opened_is_an_error_and_the_page_stays(desk, tmp_path):
    type_keys(desk, "x")
    with pytest.raises(DocumentError, match="folder"):
        desk.tab.session.load(tmp_path)
    assert desk.tab.text_edit.text() == "x"


def test_the_file_that_the_person_chooses_is_asked_for(qtbot, desk, dialogs, tmp_path):
    dialogs.open_path = tmp_path / "b.txt"
    with qtbot.waitSignal(desk.files_requested) as wanted:
        desk.commands.on_commanded(Command.OPEN)
    assert wanted.args == [[tmp_path / "b.txt"]]


@pytest.mark.parametrize(("choice", "is_closed"), [(Choice.CANCEL, False), (Choice.DISCARD, True)])
def test_closing_asks_about_unsaved_text(desk, dialogs, choice, is_closed):
    type_keys(desk, "x")
    dialogs.choice = choice
    assert desk.main_window.close() == is_closed
    assert dialogs.asked == ["Untitled"]


def test_closing_can_save(desk, dialogs, tmp_path):
    type_keys(desk, "x")
    dialogs.choice, dialogs.save_path = Choice.SAVE, tmp_path / "a.txt"
    assert desk.main_window.close()
    assert dialogs.save_path.read_text() == "x"


def test_an_unchanged_text_is_closed_without_a_question(desk, dialogs):
    assert desk.main_window.close()
    assert dialogs.asked == []


def test_go_to_line_moves_the_caret(desk, dialogs):
    desk.tab.text_edit.load("one\ntwo\nthree")
    dialogs.line = 3
    desk.tab.session.go_to_line()
    assert desk.tab.text_edit.caret_position() == 8


def test_another_programs_text_can_be_taken_when_saving_asks(desk, dialogs, tmp_path):
    path = tmp_path / "letter.txt"
    path.write_text("before")
    desk.tab.session.load(path)
    type_keys(desk, "mine ")
    path.write_text("theirs, which is longer")
    dialogs.disk_choice = DiskChoice.TAKE_DISK
    assert not desk.tab.session.save()
    assert dialogs.compared == [(path, "mine before")]
    assert desk.tab.text_edit.text() == path.read_text() == "theirs, which is longer"
    desk.tab.text_edit.undo()
    assert desk.tab.text_edit.text() == "mine before"


def test_a_copy_can_be_saved_when_saving_asks(desk, dialogs, tmp_path):
    path, copy = tmp_path / "letter.txt", tmp_path / "copy.txt"
    path.write_text("before")
    desk.tab.session.load(path)
    type_keys(desk, "mine ")
    path.write_text("theirs, which is longer")
    dialogs.disk_choice, dialogs.save_path = DiskChoice.SAVE_COPY, copy
    assert not desk.tab.session.save()
    assert (path.read_text(), copy.read_text()) == ("theirs, which is longer", "mine before")
    assert desk.tab.session.path == path
    assert desk.tab.session.is_modified


def test_a_copy_never_replaces_the_file_itself(desk, dialogs, tmp_path):
    path = tmp_path / "letter.txt"
    path.write_text("before")
    desk.tab.session.load(path)
    type_keys(desk, "mine ")
    dialogs.save_path = path
    assert not desk.tab.session.save_copy()
    assert path.read_text() == "before"
    assert "choose another name" in dialogs.warnings[0]


def test_keeping_the_text_after_a_comparison_lets_the_next_save_replace_the_file(desk, dialogs, tmp_path):
    path = tmp_path / "letter.txt"
    path.write_text("before")
    desk.tab.session.load(path)
    path.write_text("theirs, which is longer")
    dialogs.disk_choice = DiskChoice.KEEP
    desk.tab.commands.on_commanded(Command.COMPARE)
    assert dialogs.compared == [(path, "before")]
    assert desk.tab.session.save()
    assert path.read_text() == "before"
    assert dialogs.asked == []


def test_comparing_a_file_that_nobody_changed_leaves_it_saved(desk, dialogs, tmp_path):
    path = tmp_path / "letter.txt"
    path.write_text("before")
    desk.tab.session.load(path)
    dialogs.disk_choice = DiskChoice.KEEP
    desk.tab.session.compare()
    assert not desk.tab.session.is_modified


def test_an_untitled_text_has_nothing_to_be_compared_with(desk, dialogs):
    desk.tab.session.compare()
    assert dialogs.compared == []
    assert "not been saved" in dialogs.warnings[0]
