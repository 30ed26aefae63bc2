"""Continued writing reaches the document only when it is accepted, and leaves with one undo."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton

from editor.page.text_surface import EditKind
from editor.settings.shortcuts import Command
from tests.editor.keyboard import ALT, CTRL, press, type_keys


@pytest.fixture
def begin(qtbot, window):
    """Press the key and wait for the end of the text."""

    def begin_() -> None:
        press(window, Qt.Key.Key_Return, CTRL)
        qtbot.waitUntil(lambda: bool(window.tab.writing_panel.text()) and not window.tab.writing.is_writing)

    return begin_


def endless(_context: str, _seed: int) -> Iterator[str]:
    yield from "x" * 50
    while True:
        yield ""  # text without end and at a computer's speed would be a test of Qt's layout


def test_a_preview_is_no_part_of_the_document_until_enter(window, begin):
    type_keys(window, "Some")
    begin()
    assert window.tab.text_edit.text() == "Some"
    assert window.tab.writing_panel.text() == " text 1"
    press(window, Qt.Key.Key_Return)
    assert window.tab.text_edit.text() == "Some text 1"
    assert window.tab.writing_panel.isHidden()
    assert window.tab.text_edit.hasFocus()


def test_an_accept_is_one_undo_step_that_leaves_what_was_typed(window, begin):
    type_keys(window, "Some")
    begin()
    press(window, Qt.Key.Key_Return)
    type_keys(window, "!")
    window.tab.text_edit.undo()
    assert window.tab.text_edit.text() == "Some text 1"
    window.tab.text_edit.undo()
    assert window.tab.text_edit.text() == "Some"
    window.tab.text_edit.redo()
    assert window.tab.text_edit.text() == "Some text 1"


def test_escape_leaves_no_trace(window, begin):
    type_keys(window, "Some")
    begin()
    press(window, Qt.Key.Key_Escape)
    assert window.tab.text_edit.text() == "Some"
    assert window.tab.writing_panel.isHidden()
    assert window.tab.text_edit.hasFocus()


def test_escape_works_from_the_page_too(window, begin):
    begin()
    window.tab.text_edit.setFocus()
    press(window, Qt.Key.Key_Escape)
    assert window.tab.writing_panel.isHidden()


def test_the_same_key_writes_another_version(qtbot, window, engine, begin):
    type_keys(window, "Some")
    begin()
    press(window, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: window.tab.writing_panel.text() == " text 2")
    assert [seed for _, _, _, seed in engine.written_for] == [1, 2]


def test_the_context_is_the_text_before_the_caret(window, engine, begin):
    type_keys(window, "Ein Gruß aus Köln")
    press(window, Qt.Key.Key_Left)
    begin()
    assert engine.written_for[0][0] == "Ein Gruß aus Köl"


def test_what_is_typed_meanwhile_stays_and_the_text_goes_where_it_was_asked_for(window, begin):
    type_keys(window, "ab")
    begin()
    window.tab.text_edit.setFocus()
    window.tab.text_edit.moveCursor(QTextCursor.MoveOperation.Start)
    type_keys(window, "12")
    window.tab.writing.accept()
    assert window.tab.text_edit.text() == "12ab text 1"


def test_before_a_word_a_space_ends_the_text(window, begin):
    type_keys(window, "so then")
    for _ in range(4):
        press(window, Qt.Key.Key_Left)
    begin()
    press(window, Qt.Key.Key_Return)
    assert window.tab.text_edit.text() == "so  text 1 then"


def test_a_stopped_text_can_be_taken(qtbot, window, engine):
    engine.writing = endless
    press(window, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: len(window.tab.writing_panel.text()) > 10)
    window.tab.writing.stop()
    text = window.tab.writing_panel.text()
    assert not window.tab.writing.is_writing
    window.tab.writing.accept()
    assert window.tab.text_edit.text() == text


def test_typing_is_answered_while_an_endless_text_is_written(qtbot, window, engine):
    engine.answers = {"appl": "es"}
    engine.writing = endless
    press(window, Qt.Key.Key_Return, CTRL)
    window.tab.text_edit.setFocus()
    with qtbot.waitSignal(window.tab.controller.ghost_appeared):
        type_keys(window, "appl")
    assert window.tab.writing.is_writing
    window.tab.writing.discard()


def test_an_accepted_text_is_no_typing(window, begin):
    kinds = []
    begin()
    window.tab.text_edit.edited.connect(lambda edit: kinds.append(edit.kind))
    press(window, Qt.Key.Key_Return)
    assert kinds == [EditKind.WRITTEN]


def test_another_length_writes_again_with_the_same_seed(qtbot, window, engine, begin):
    begin()
    window.tab.writing_panel._length.setCurrentIndex(0)
    qtbot.waitUntil(lambda: not window.tab.writing.is_writing)
    (first, second) = engine.written_for
    assert second[1] < first[1]
    assert second[3] == first[3]


def test_another_document_closes_the_preview(window, begin):
    begin()
    window.tab.text_edit.load("other")
    assert window.tab.writing_panel.isHidden()
    assert window.tab.text_edit.text() == "other"


def test_a_read_only_text_is_refused_in_words(qtbot, window, engine):
    window.tab.text_edit.setReadOnly(True)
    with qtbot.waitSignal(window.tab.writing.refused) as refused:
        window.tab.writing.on_commanded(Command.CONTINUE_WRITING)
    assert "read-only" in refused.args[0]
    assert engine.written_for == []


def test_a_failure_is_said_and_what_came_can_be_taken(qtbot, window, engine, caplog):
    def writing(_context: str, _seed: int) -> Iterator[str]:
        yield "a"
        raise RuntimeError("boom")

    engine.writing = writing
    press(window, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: not window.tab.writing.is_writing)
    assert "boom" in window.tab.writing_panel._state.text()
    window.tab.writing.accept()
    assert window.tab.text_edit.text() == "a"


def test_the_model_of_the_document_is_asked(window, tmp_path):
    wishes = []
    window.tab.writing.set_model(tmp_path, can_ask=True)
    window.tab.writing.requested.connect(wishes.append)
    window.tab.writing.on_commanded(Command.CONTINUE_WRITING)
    assert wishes[0].model == tmp_path
    window.tab.writing.discard()


def test_the_strips_letters_are_not_those_of_menus_and_find_bar(window):
    def letters(widget) -> set[str]:
        texts = [child.text() for kind in (QPushButton, QCheckBox, QLabel) for child in widget.findChildren(kind)]
        return {text[text.index("&") + 1].lower() for text in texts if "&" in text}

    menus = {action.text()[action.text().index("&") + 1].lower() for action in window.main_window.menuBar().actions()}
    mine = letters(window.tab.writing_panel)
    assert len(mine) == 5
    assert not mine & (menus | letters(window.tab.find_bar))


def test_stop_has_a_key(qtbot, window, engine):
    engine.writing = endless
    press(window, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: len(window.tab.writing_panel.text()) > 10)
    press(window, Qt.Key.Key_T, ALT)
    qtbot.waitUntil(lambda: not window.tab.writing.is_writing)
    assert not window.tab.writing_panel.isHidden()
    window.tab.writing.discard()
