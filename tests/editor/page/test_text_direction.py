"""A text that begins in Hebrew or Arabic stands at the right of the page; its ghost goes on to the left."""

import pytest
from PySide6.QtCore import Qt

from editor.page.text_direction import begins_at_right
from tests.editor.keyboard import press, type_keys

RIGHT, LEFT = Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignLeft


@pytest.mark.parametrize(
    ("text", "is_right"),
    [("", False), ("123 …", False), ("abc שלום", False), ("  1. שלום abc", True), ("العربية", True), ("日本", False)],
)
def test_the_first_letter_decides(text, is_right):
    assert begins_at_right(text) == is_right


def test_the_page_changes_sides_with_its_first_letter_and_nothing_is_left_to_undo(window):
    document = window.tab.text_edit.document()
    assert document.defaultTextOption().alignment() == LEFT
    window.tab.text_edit.load("שלום")
    assert document.defaultTextOption().alignment() == RIGHT
    assert not document.isUndoAvailable()
    assert not document.isModified()
    window.tab.text_edit.load("peace")
    assert document.defaultTextOption().alignment() == LEFT


def test_the_ghost_stands_to_the_left_of_the_caret(qtbot, window, engine):
    engine.answers = {"שלו": "ם עולם"}
    type_keys(window, "שלו")
    edit = window.tab.text_edit
    assert edit.cursorRect().x() > edit.viewport().width() / 2
    qtbot.waitUntil(lambda: edit.ghost_text() == "ם עולם")
    line = edit.document().firstBlock().layout().lineAt(0)
    # The line reaches to the left by the ghost.
    assert line.naturalTextRect().left() < edit.cursorRect().x() - 10
    press(window, Qt.Key.Key_Tab)
    assert edit.text() == "שלום עולם"
