"""A line of a megabyte in the page: saved as it was, and edited as if it stood in one piece."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtWidgets import QMenu

from editor.page.latency import LatencyLog
from editor.page.line_editing import LineEditing
from editor.page.line_numbers import LineNumbers
from editor.page.text_edit import TextEdit
from editor.settings.shortcuts import Command

LINE = "".join(f"word{number} " for number in range(4000))


@pytest.fixture
def edit(qtbot) -> TextEdit:
    made = TextEdit(LatencyLog())
    qtbot.addWidget(made)
    made.show()
    made.load(f"first\n{LINE}\nlast")
    return made


def put_caret(edit: TextEdit, position: int) -> None:
    cursor = edit.textCursor()
    cursor.setPosition(position)
    edit.setTextCursor(cursor)


@pytest.mark.parametrize(
    "content", ["x" * 1_000_000, "word and " * 100_000 + "\r\n\r\nend", "\U0001f600é\u00a0" * 300_000]
)
def test_a_line_of_a_megabyte_is_saved_as_it_was_opened(window, tmp_path, content):
    path = tmp_path / "long.txt"
    path.write_bytes(content.encode())
    session = window.tab.session
    session.load(path)
    assert not session.is_modified
    assert not window.tab.text_edit.document().isUndoAvailable()
    assert window.tab.text_edit.blockCount() > 100
    assert session.save()
    assert path.read_bytes() == content.encode()


def test_a_cut_line_is_said(qtbot, window, tmp_path):
    path = tmp_path / "long.txt"
    path.write_text(LINE)
    window.tab.session.load(path)
    qtbot.waitUntil(lambda: "in pieces" in window.tab.status.currentMessage())


def test_backspace_behind_a_soft_break_takes_the_character_before_it(qtbot, edit):
    place = edit.breaks.starts[2]
    before = edit.text()
    offset = edit.breaks.offset(place)
    put_caret(edit, place)
    qtbot.keyClick(edit, Qt.Key.Key_Backspace)
    assert edit.text() == before[: offset - 1] + before[offset:]


def test_delete_before_a_soft_break_takes_the_character_behind_it(qtbot, edit):
    place = edit.breaks.starts[2]
    before = edit.text()
    offset = edit.breaks.offset(place)
    put_caret(edit, place - 1)
    qtbot.keyClick(edit, Qt.Key.Key_Delete)
    assert edit.text() == before[:offset] + before[offset + 1 :]


def test_each_arrow_key_passes_one_character(qtbot, edit):
    start = edit.breaks.offset(edit.breaks.starts[1])
    put_caret(edit, edit.breaks.position(start - 3))
    passed = []
    for _ in range(6):
        qtbot.keyClick(edit, Qt.Key.Key_Right)
        passed.append(edit.breaks.offset(edit.caret_position()))
    assert passed == list(range(start - 2, start + 4))
    passed = []
    for _ in range(6):
        qtbot.keyClick(edit, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
        passed.append(edit.breaks.offset(edit.caret_position()))
    assert passed == list(range(start + 2, start - 4, -1))
    assert edit.selected_text() == edit.text()[start - 3 : start + 3]


def test_return_within_a_piece_begins_a_line(qtbot, edit):
    put_caret(edit, edit.breaks.starts[2] + 2)
    offset = edit.breaks.offset(edit.caret_position())
    before = edit.text()
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert edit.text() == before[:offset] + "\n" + before[offset:]
    assert edit.line_and_column() == (2, 0)
    edit.undo()
    assert edit.text() == before


def test_what_is_copied_and_pasted_is_the_line(edit):
    edit.selectAll()
    edit.copy()
    assert QGuiApplication.clipboard().text() == edit.text()
    put_caret(edit, 0)
    edit.paste()
    assert edit.text() == f"first\n{LINE}\nlast" * 2
    assert max(block_lengths(edit)) < 10_000


def test_pieces_are_one_line_to_its_number_and_to_the_caret(edit):
    put_caret(edit, edit.breaks.starts[1] + 5)
    offset = edit.breaks.offset(edit.caret_position())
    assert edit.line_and_column() == (1, offset - len("first\n"))
    assert edit.breaks.line_count() == 3
    LineNumbers(edit)


def test_no_ghost_stands_within_a_line_though_a_piece_ends_there(edit):
    put_caret(edit, edit.breaks.starts[1] - 1)
    assert edit.following()


@pytest.mark.parametrize("command", [Command.MOVE_LINES_UP, Command.MOVE_LINES_DOWN, Command.DUPLICATE_LINES])
def test_line_commands_take_the_whole_line(edit, command):
    lines = LineEditing(edit)
    put_caret(edit, edit.breaks.starts[1] + 5)
    column = edit.line_and_column()[1]
    lines.perform(command)
    moved = {
        Command.MOVE_LINES_UP: f"{LINE}\nfirst\nlast",
        Command.MOVE_LINES_DOWN: f"first\nlast\n{LINE}",
        Command.DUPLICATE_LINES: f"first\n{LINE}\n{LINE}\nlast",
    }
    assert edit.text() == moved[command]
    assert edit.line_and_column()[1] == column
    edit.undo()
    assert edit.text() == f"first\n{LINE}\nlast"


def test_tab_replaces_what_is_selected_within_one_line(qtbot, edit):
    cursor = edit.textCursor()
    cursor.setPosition(edit.breaks.starts[0] - 30)
    cursor.setPosition(edit.breaks.starts[0] + 30, QTextCursor.MoveMode.KeepAnchor)
    edit.setTextCursor(cursor)
    selected, before = edit.selected_text(), edit.text()
    edit.set_line_keys(LineEditing(edit).handle_key)
    qtbot.keyClick(edit, Qt.Key.Key_Tab)
    assert edit.text() == before.replace(selected, "\t", 1)


def test_a_short_line_moves_past_a_long_one(edit):
    lines = LineEditing(edit)
    put_caret(edit, 2)
    lines.perform(Command.MOVE_LINES_DOWN)
    assert edit.text() == f"{LINE}\nfirst\nlast"
    lines.perform(Command.MOVE_LINES_UP)
    assert edit.text() == f"first\n{LINE}\nlast"
    assert max(block_lengths(edit)) < 10_000


def test_a_match_across_a_soft_break_is_found_and_replaced(qtbot, window):
    tab = window.tab
    edit = tab.text_edit
    edit.load(LINE)
    start = edit.breaks.offset(edit.breaks.starts[1])
    needle = LINE[start - 6 : start + 5]
    tab.find_bar.open()
    tab.find_bar.needle.setText(needle)
    tab.find_bar.find_next()
    assert edit.selected_text() == needle
    tab.find_bar.replacement.setText("*")
    tab.find_bar.replace_all()
    assert edit.text() == LINE.replace(needle, "*")
    tab.find_bar.needle.setText(" ")
    tab.find_bar.replacement.setText("\n")
    tab.find_bar.replace_all()
    qtbot.waitUntil(lambda: edit.text() == LINE.replace(needle, "*").replace(" ", "\n"))
    tab.find_bar.stop()


def test_undo_of_the_pages_menu_is_the_pages_undo(qtbot, edit):
    before = edit.text()
    put_caret(edit, edit.breaks.starts[1] + 3)
    edit.textCursor().insertText("a\nb")
    menu = edit.createStandardContextMenu(edit.rect().center())
    assert isinstance(menu, QMenu)
    next(action for action in menu.actions() if action.objectName() == "edit-undo").trigger()
    assert edit.text() == before
    edit.redo()
    assert edit.text() != before
    menu.deleteLater()


def block_lengths(edit: TextEdit) -> list[int]:
    cursor = QTextCursor(edit.document())
    lengths = []
    block = cursor.block()
    while block.isValid():
        lengths.append(block.length())
        block = block.next()
    return lengths
