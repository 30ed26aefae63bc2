"""Encoding and line ending in the status bar: shown, changed, read again; no letter is lost."""

import pytest
from PySide6.QtCore import Qt

from tests.editor.keyboard import press, type_keys


@pytest.fixture
def letter(tmp_path):
    path = tmp_path / "letter.txt"
    path.write_bytes("grün\n".encode("latin-1"))
    return path


def actions(window):
    window.tab.format_menu.aboutToShow.emit()
    reopen = window.tab.format_menu.actions()[-1].menu()
    return window.tab.format_menu.actions(), reopen.actions()


def choose(window, name, *, reads_again=False):
    shown, again = actions(window)
    next(action for action in (again if reads_again else shown) if action.text() == name).trigger()


def test_the_format_is_shown_and_ticked(desk, letter):
    desk.tab.session.load(letter)
    assert desk.tab.status.texts()[-1] == "Latin-1 · LF"
    assert [action.text() for action in actions(desk)[0] if action.isChecked()] == ["Latin-1", "LF"]


def test_another_format_is_written_at_the_next_save(desk, letter):
    desk.tab.session.load(letter)
    choose(desk, "UTF-16 LE")
    choose(desk, "CRLF")
    assert desk.tab.status.texts()[-1] == "UTF-16 LE · CRLF"
    assert desk.tab.session.is_modified
    assert letter.read_bytes() == "grün\n".encode("latin-1")
    assert desk.tab.session.save()
    assert letter.read_bytes() == b"\xff\xfe" + "grün\r\n".encode("utf-16-le")
    assert not desk.tab.session.is_modified


def test_choosing_the_old_format_again_leaves_nothing_to_save(desk, letter):
    desk.tab.session.load(letter)
    choose(desk, "UTF-8")
    choose(desk, "Latin-1")
    assert not desk.tab.session.is_modified


def test_an_untitled_text_keeps_the_format_it_was_given(desk, dialogs, tmp_path):
    choose(desk, "CRLF")
    assert desk.tab.session.is_pristine
    type_keys(desk, "a")
    press(desk, Qt.Key.Key_Return)
    type_keys(desk, "b")
    dialogs.save_path = tmp_path / "new.txt"
    desk.tab.session.save()
    assert (tmp_path / "new.txt").read_bytes() == b"a\r\nb"


def test_an_encoding_that_would_lose_letters_is_refused_by_name(desk, dialogs):
    press(desk, Qt.Key.Key_Return)
    type_keys(desk, "\u20ac")
    choose(desk, "Latin-1")
    assert dialogs.warnings == [
        "Latin-1 cannot hold “€” (euro sign, line 2): change them first, or choose another encoding"
    ]
    assert desk.tab.status.texts()[-1] == "UTF-8 · LF"


@pytest.mark.parametrize("takes_utf8", [True, False])
def test_a_letter_the_encoding_lacks_is_named_before_it_is_saved(desk, dialogs, letter, takes_utf8):
    desk.tab.session.load(letter)
    type_keys(desk, "\u20ac")
    dialogs.takes_utf8 = takes_utf8
    assert desk.tab.session.save() is takes_utf8
    assert "Latin-1, which cannot hold “€”" in dialogs.asked[0]
    assert letter.read_bytes() == ("€grün\n".encode() if takes_utf8 else "grün\n".encode("latin-1"))
    assert desk.tab.session.is_modified is not takes_utf8


def test_reading_again_in_another_encoding_can_be_undone(desk, letter):
    letter.write_bytes("€".encode())
    desk.tab.session.load(letter)
    choose(desk, "Windows-1252", reads_again=True)
    assert desk.tab.text_edit.text() == "â‚¬"
    assert desk.tab.status.texts()[-1] == "Windows-1252 · LF"
    assert not desk.tab.session.is_modified
    desk.tab.text_edit.undo()
    assert desk.tab.text_edit.text() == "€"
    assert desk.tab.session.is_modified


def test_what_cannot_be_read_so_is_said_and_the_text_stays(desk, dialogs, letter):
    desk.tab.session.load(letter)
    choose(desk, "UTF-8", reads_again=True)
    assert "letter.txt cannot be read that way" in dialogs.warnings[0]
    assert desk.tab.text_edit.text() == "grün\n"


def test_a_crash_keeps_the_format_that_was_chosen(desk, letter):
    desk.tab.session.load(letter)
    choose(desk, "UTF-16 BE")
    unsaved = desk.tab.session.unsaved()
    assert unsaved.file.format.encoding == "utf-16-be"
