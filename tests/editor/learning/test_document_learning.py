"""What is learned from a window: finished words, pasted text, opened documents; nothing in private."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCursor

from editor.settings.shortcuts import Command
from editor.suggestions.messages import RequestIds
from editor.window.document_tab import DocumentTab
from editor.window.editor_window import EditorWindow
from lm.keeping.personal_store import MAX_DOCUMENT_BYTES
from tests.editor.keyboard import press, type_keys


@pytest.fixture
def desk(qtbot, tmp_path):
    window = EditorWindow(DocumentTab(tmp_path / "recovery", RequestIds()))
    window.written, window.opened = [], []
    window.tab.learning.written.connect(window.written.append)
    window.tab.learning.opened.connect(window.opened.append)
    window.tab.apply()
    window.main_window.show()
    window.tab.text_edit.setFocus()
    yield window
    window.discard()


def texts(desk):
    desk.tab.learning._hand_over()
    return [each.text for each in desk.written]


def paste(desk, text):
    data = QMimeData()
    data.setText(text)
    desk.tab.text_edit.insertFromMimeData(data)


def test_finished_words_are_learned_within_two_seconds(qtbot, desk):
    type_keys(desk, "Zyxwin is")
    desk.tab.learning._delay.setInterval(1)
    type_keys(desk, " here")
    qtbot.waitUntil(lambda: [each.text for each in desk.written] == ["Zyxwin is"])
    assert desk.written[0].path is None
    assert not desk.written[0].is_pasted


def test_many_words_are_learned_at_once(desk):
    type_keys(desk, "one two three four five six seven eight ")
    assert [each.text for each in desk.written] == ["one two three four five six seven"]


def test_what_is_taken_back_is_not_learned(desk):
    type_keys(desk, "one teh ")
    for _ in range(5):
        press(desk, Qt.Key.Key_Backspace)
    type_keys(desk, " two ")
    assert texts(desk) == ["one two"]


def test_what_undo_brings_back_is_not_learned(desk):
    type_keys(desk, "one two ")
    assert texts(desk) == ["one two"]
    desk.tab.text_edit.undo()
    desk.tab.text_edit.redo()
    assert texts(desk) == ["one two"]


@pytest.mark.parametrize("size", [20, 50_000])
def test_pasted_text_counts_as_a_documents(desk, size):
    text = "words " * (size // 6)
    paste(desk, text)
    assert [(each.text, each.is_pasted, each.continues) for each in desk.written] == [(text, True, False)]


def test_a_document_that_is_opened_is_learned(desk, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("Dear Zyxwin\n")
    desk.tab.session.load(path)
    assert [(each.path, each.text) for each in desk.opened] == [(path, "Dear Zyxwin\n")]
    desk.tab.text_edit.moveCursor(QTextCursor.MoveOperation.End)
    type_keys(desk, "more words ")
    assert texts(desk) == ["more words"]
    assert desk.written[0].path == path
    assert len(desk.opened) == 1


def test_of_a_long_document_the_last_part_is_learned_and_that_is_said(desk, tmp_path):
    path = tmp_path / "long.txt"
    path.write_text("some words here\n" * 70_000)
    desk.tab.session.load(path)
    assert len(desk.opened[0].text) == MAX_DOCUMENT_BYTES
    assert desk.tab.status.currentMessage() == "long.txt is long: only its last 1 MB are learned"


def test_nothing_is_learned_in_private_and_the_status_bar_says_so(desk, tmp_path):
    (tmp_path / "a.txt").write_text("Dear Zyxwin\n")
    type_keys(desk, "before half")
    desk.tab.learning.set_private(True)
    type_keys(desk, "hidden words here and there and everywhere ")
    paste(desk, "hidden")
    desk.tab.session.load(tmp_path / "a.txt")
    assert "Private: nothing is learned" in desk.tab.status.texts()
    assert desk.main_window.action(Command.PRIVATE_MODE).isChecked()
    desk.tab.learning.set_private(False)
    assert texts(desk) == ["before"]
    assert desk.opened == []
    assert "Private: nothing is learned" not in desk.tab.status.texts()


def test_the_words_at_the_end_of_private_mode_stay_private(desk):
    desk.tab.learning.set_private(True)
    type_keys(desk, "secret")
    desk.tab.learning.set_private(False)
    type_keys(desk, "ive words ")
    assert texts(desk) == [" words"]


def test_learning_can_be_switched_off(desk, tmp_path):
    (tmp_path / "a.txt").write_text("Dear Zyxwin\n")
    desk.tab.preferences.change(learning_on=False)
    type_keys(desk, "some words ")
    desk.tab.session.load(tmp_path / "a.txt")
    assert texts(desk) == []
    assert desk.opened == []
    assert "Learning off" in desk.tab.status.texts()


def test_a_document_can_be_left_out_and_taken_in_again(desk, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("Dear Zyxwin\n")
    desk.tab.session.load(path)
    unlearned = []
    desk.tab.learning.unlearned.connect(unlearned.append)
    desk.tab.learning.on_commanded(Command.LEARN_DOCUMENT)
    assert unlearned == [path]
    assert desk.tab.preferences.now.unlearned_paths == (str(path),)
    assert "Not learned from" in desk.tab.status.texts()
    type_keys(desk, "some words ")
    assert texts(desk) == []
    desk.tab.learning.on_commanded(Command.LEARN_DOCUMENT)
    assert desk.opened[-1].text == "some words Dear Zyxwin\n"
    assert desk.main_window.action(Command.LEARN_DOCUMENT).isChecked()


def test_a_document_that_was_left_out_is_not_learned_when_it_is_opened(desk, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("Dear Zyxwin\n")
    desk.tab.preferences.change(unlearned_paths=[str(path)])
    desk.tab.session.load(path)
    assert desk.opened == []


def test_an_untitled_text_can_be_left_out(desk):
    desk.tab.learning.on_commanded(Command.LEARN_DOCUMENT)
    type_keys(desk, "some words ")
    assert texts(desk) == []


def test_what_is_finished_is_handed_over_when_the_window_goes(qtbot, tmp_path):
    window = EditorWindow(DocumentTab(tmp_path / "recovery", RequestIds()))
    window.tab.apply()
    window.main_window.show()
    window.tab.text_edit.setFocus()
    written = []
    window.tab.learning.written.connect(written.append)
    type_keys(window, "last words ")
    window.discard()
    assert [each.text for each in written] == ["last words"]
