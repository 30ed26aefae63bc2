"""A person types in the window and takes suggestions: behaviours 2 to 9, through worker and controller."""

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QFocusEvent, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from editor.program.foretype import Foretype
from tests.editor.keyboard import ALT, CTRL, press, type_keys

Key = Qt.Key


def wait_for_ghost(qtbot, window, ghost):
    qtbot.waitUntil(lambda: window.tab.text_edit.ghost_text() == ghost, timeout=2000)


def settle(qtbot, window):
    qtbot.waitUntil(lambda: not window.tab.controller.is_busy, timeout=2000)


@pytest.fixture
def hello(qtbot, engine, window):
    """A window with "hel" typed and "lo brave new world" as its ghost."""
    engine.answers = {"hel": "lo brave new world"}
    type_keys(window, "hel")
    wait_for_ghost(qtbot, window, "lo brave new world")
    return window


def test_the_ghost_is_no_part_of_the_document(hello):
    assert hello.tab.text_edit.text() == "hel"
    assert hello.tab.text_edit.toPlainText() == "hel"
    assert hello.tab.text_edit.document().characterCount() == 4


def test_typing_through_shortens_the_ghost_in_the_same_event(hello):
    hello.tab.controller.requested.disconnect()
    type_keys(hello, "lo b")
    assert hello.tab.text_edit.ghost_text() == "rave new world"


def test_backspace_gives_the_letter_back(hello):
    type_keys(hello, "lo")
    press(hello, Key.Key_Backspace)
    assert hello.tab.text_edit.ghost_text() == "o brave new world"
    press(hello, Key.Key_Backspace)
    press(hello, Key.Key_Backspace)
    assert hello.tab.text_edit.ghost_text() == ""


def test_an_answer_while_typing_through_leaves_the_ghost_alone(qtbot, engine, hello):
    engine.answers = {"hell": "ish things"}
    type_keys(hello, "l")
    settle(qtbot, hello)
    assert hello.tab.text_edit.ghost_text() == "o brave new world"


def test_a_used_up_ghost_is_followed_by_the_next(qtbot, engine, hello):
    engine.answers = {"world": " of ours"}
    type_keys(hello, "lo brave new world")
    wait_for_ghost(qtbot, hello, " of ours")


def test_tab_takes_all(hello):
    press(hello, Key.Key_Tab)
    assert hello.tab.text_edit.text() == "hello brave new world"
    assert hello.tab.text_edit.ghost_text() == ""


def test_ctrl_right_takes_a_word_and_keeps_the_rest(hello):
    for text, ghost in [
        ("hello ", "brave new world"),
        ("hello brave ", "new world"),
        ("hello brave new ", "world"),
        ("hello brave new world", ""),
    ]:
        press(hello, Key.Key_Right, CTRL)
        assert (hello.tab.text_edit.text(), hello.tab.text_edit.ghost_text()) == (text, ghost)


def test_the_remaining_ghost_does_not_move_when_a_word_is_taken(qtbot, hello):
    def width() -> float:
        block = hello.tab.text_edit.document().firstBlock()
        return block.layout().lineAt(0).naturalTextWidth()

    before = width()
    press(hello, Key.Key_Right, CTRL)
    press(hello, Key.Key_Right, CTRL)
    assert width() == pytest.approx(before, abs=0.5)


def test_an_accept_is_one_undo_step_apart_from_what_was_typed(hello):
    edit = hello.tab.text_edit
    press(hello, Key.Key_Tab)
    type_keys(hello, " again")
    steps = []
    while edit.document().isUndoAvailable():
        edit.undo()
        steps.append(edit.text())
    assert steps == ["hello brave new world ", "hello brave new world", "hel", ""]


def test_redoing_an_accept_puts_the_caret_after_it(hello):
    press(hello, Key.Key_Tab)
    press(hello, Key.Key_Z, CTRL)
    hello.tab.text_edit.redo()
    assert hello.tab.text_edit.text() == "hello brave new world"
    assert hello.tab.text_edit.caret_position() == len("hello brave new world")


def test_each_word_taken_is_its_own_undo_step(hello):
    press(hello, Key.Key_Right, CTRL)
    press(hello, Key.Key_Right, CTRL)
    press(hello, Key.Key_Z, CTRL)
    assert hello.tab.text_edit.text() == "hello "


def test_tab_without_a_ghost_is_a_tab(window):
    press(window, Key.Key_Tab)
    assert window.tab.text_edit.text() == "\t"


def test_ctrl_right_without_a_ghost_moves_by_a_word(window):
    window.tab.text_edit.load("one two")
    press(window, Key.Key_Right, CTRL)
    assert window.tab.text_edit.caret_position() == 4


def test_escape_dismisses_until_the_next_edit(qtbot, engine, hello):
    press(hello, Key.Key_Escape)
    assert hello.tab.text_edit.ghost_text() == ""
    settle(qtbot, hello)
    assert hello.tab.text_edit.ghost_text() == ""
    engine.answers["help"] = "ful"
    type_keys(hello, "p")
    wait_for_ghost(qtbot, hello, "ful")


@pytest.mark.parametrize("key", [Key.Key_Left, Key.Key_Home, Key.Key_End, Key.Key_PageDown, Key.Key_F9])
def test_any_other_key_clears_in_the_same_event(hello, key):
    press(hello, key)
    assert hello.tab.text_edit.ghost_text() == ""


@pytest.mark.parametrize("key", [Key.Key_Shift, Key.Key_Control, Key.Key_CapsLock])
def test_a_modifier_alone_keeps_the_ghost(hello, key):
    QTest.keyPress(hello.tab.text_edit, key)
    assert hello.tab.text_edit.ghost_text() != ""


def test_a_click_clears(hello):
    QTest.mouseClick(hello.tab.text_edit.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(50, 50))
    assert hello.tab.text_edit.ghost_text() == ""


def test_a_selection_clears(hello):
    hello.tab.text_edit.selectAll()
    assert hello.tab.text_edit.ghost_text() == ""


def test_undo_clears_and_asks_nothing(qtbot, engine, hello):
    asked = len(engine.contexts)
    press(hello, Key.Key_Z, CTRL)
    assert hello.tab.text_edit.ghost_text() == ""
    assert not hello.tab.controller.is_busy
    assert len(engine.contexts) == asked


def test_a_paste_clears_even_when_it_agrees(engine, hello):
    engine.answers = {}
    data = QMimeData()
    data.setText("lo")
    hello.tab.text_edit.insertFromMimeData(data)
    assert hello.tab.text_edit.text() == "hello"
    assert hello.tab.text_edit.ghost_text() == ""


def test_a_lost_focus_clears(hello):
    QApplication.sendEvent(hello.tab.text_edit, QFocusEvent(QFocusEvent.Type.FocusOut))
    assert hello.tab.text_edit.ghost_text() == ""


def test_navigation_asks_nothing(qtbot, engine, window):
    window.tab.text_edit.load("hello")
    press(window, Key.Key_End)
    assert not window.tab.controller.is_busy
    assert engine.contexts == []


def test_the_engine_is_told_what_follows_on_the_line_and_decides(engine, qtbot, window):
    window.tab.text_edit.load(" world\nnext")
    type_keys(window, "x")
    settle(qtbot, window)
    assert engine.followings == [" world"]


def test_nothing_is_asked_while_composing(window):
    event = QInputMethodEvent("か", [])
    QApplication.sendEvent(window.tab.text_edit, event)
    assert not window.tab.controller.is_busy
    QApplication.sendEvent(window.tab.text_edit, QInputMethodEvent("", []))


def test_a_composition_clears_the_ghost_and_its_commit_types_through(hello):
    QApplication.sendEvent(hello.tab.text_edit, QInputMethodEvent("l", []))
    assert hello.tab.text_edit.ghost_text() == ""
    commit = QInputMethodEvent("", [])
    commit.setCommitString("l")
    QApplication.sendEvent(hello.tab.text_edit, commit)
    assert hello.tab.text_edit.text() == "hell"
    assert hello.tab.controller.is_busy


def test_a_letter_committed_without_composition_types_through(hello):
    commit = QInputMethodEvent("", [])
    commit.setCommitString("l")
    QApplication.sendEvent(hello.tab.text_edit, commit)
    assert hello.tab.text_edit.ghost_text() == "o brave new world"


def test_an_empty_composition_leaves_the_ghost_painted(hello):
    QApplication.sendEvent(hello.tab.text_edit, QInputMethodEvent("", []))
    layout = hello.tab.text_edit.textCursor().block().layout()
    assert layout.preeditAreaText() == "\u200blo brave new world"


def test_a_late_answer_is_dropped(qtbot, engine, window):
    engine.answers = {"a": "pple", "ab": "out"}
    engine.gate = threading.Event()
    type_keys(window, "a")
    qtbot.waitUntil(lambda: engine.contexts == ["a"])
    type_keys(window, "b")
    qtbot.waitUntil(lambda: engine.stopped == 1)
    engine.gate.set()
    wait_for_ghost(qtbot, window, "out")
    assert engine.contexts == ["a", "ab"]


def test_only_the_newest_of_many_waiting_requests_is_answered(qtbot, engine, window):
    engine.answers = {"abcdef": "ghi"}
    engine.gate = threading.Event()
    type_keys(window, "a")
    qtbot.waitUntil(lambda: len(engine.contexts) == 1)
    type_keys(window, "bcdef")
    engine.gate.set()
    wait_for_ghost(qtbot, window, "ghi")
    assert engine.contexts == ["a", "abcdef"]


def test_a_caret_move_cancels_the_request(qtbot, engine, window):
    engine.answers = {"ab": "out"}
    engine.gate = threading.Event()
    type_keys(window, "ab")
    press(window, Key.Key_Left)
    assert not window.tab.controller.is_busy
    engine.gate.set()
    qtbot.waitUntil(lambda: window.tab.controller._queue.running is None)
    assert window.tab.text_edit.ghost_text() == ""


def test_a_failure_in_the_engine_reaches_the_status_bar_and_nothing_else(qtbot, engine, window):
    engine.failure = ValueError("bad weights")
    type_keys(window, "ab")
    qtbot.waitUntil(lambda: "bad weights" in window.tab.status.currentMessage())
    engine.failure = None
    engine.answers = {"abc": "def"}
    type_keys(window, "c")
    wait_for_ghost(qtbot, window, "def")
    assert window.tab.text_edit.text() == "abc"


def test_alternatives_cycle_and_keep_what_was_typed_through(qtbot, engine, window):
    engine.answers = {"the": " red house"}
    engine.alternatives = (" red car", " blue sea")
    type_keys(window, "the")
    wait_for_ghost(qtbot, window, " red house")
    press(window, Key.Key_BracketRight, ALT)
    assert window.tab.text_edit.ghost_text() == " red car"
    window.tab.controller.requested.disconnect()
    type_keys(window, " r")
    press(window, Key.Key_BracketRight, ALT)
    assert window.tab.text_edit.ghost_text() == "ed house"
    press(window, Key.Key_BracketLeft, ALT)
    assert window.tab.text_edit.ghost_text() == "ed car"


def test_ask_now_asks_after_navigation(qtbot, engine, window):
    engine.answers = {"the": " end"}
    window.tab.text_edit.load("the")
    press(window, Key.Key_End)
    press(window, Key.Key_Backslash, ALT)
    wait_for_ghost(qtbot, window, " end")


def test_the_bar_shows_the_best_word_in_the_middle(qtbot, engine, window):
    engine.words = ("The", "Then", "There")
    type_keys(window, "Th")
    qtbot.waitUntil(lambda: window.tab.bar.words() == ["Then", "The", "There"])


@pytest.mark.parametrize(("key", "expected"), [(Key.Key_1, "Then "), (Key.Key_2, "The "), (Key.Key_3, "There ")])
def test_a_word_of_the_bar_is_taken_with_its_space_in_one_undo_step(qtbot, engine, window, key, expected):
    engine.words = ("The", "Then", "There")
    type_keys(window, "Th")
    qtbot.waitUntil(lambda: window.tab.controller.words != ())
    press(window, key, CTRL)
    assert window.tab.text_edit.text() == expected
    press(window, Key.Key_Z, CTRL)
    assert window.tab.text_edit.text() == "Th"


def test_a_word_that_spells_the_prefix_otherwise_replaces_it(qtbot, engine, window):
    engine.words = ("iPhone",)
    type_keys(window, "an ipho")
    qtbot.waitUntil(lambda: window.tab.controller.words != ())
    press(window, Key.Key_2, CTRL)
    assert window.tab.text_edit.text() == "an iPhone "


def test_a_click_on_the_bar_takes_the_word(qtbot, engine, window):
    engine.words = ("the", "then", "there")
    type_keys(window, "th")
    qtbot.waitUntil(lambda: window.tab.bar.words()[1] == "the")
    QTest.mouseClick(window.tab.bar._buttons[1], Qt.MouseButton.LeftButton)
    assert window.tab.text_edit.text() == "the "


def test_characters_beyond_the_bmp_do_not_shift_anything(qtbot, engine, window):
    engine.answers = {"😀 hel": "lo 😀 you"}
    type_keys(window, "😀 hel")
    wait_for_ghost(qtbot, window, "lo 😀 you")
    press(window, Key.Key_Right, CTRL)
    assert window.tab.text_edit.text() == "😀 hello "
    press(window, Key.Key_Tab)
    assert window.tab.text_edit.text() == "😀 hello 😀 you"


def test_the_ghost_of_a_right_to_left_line_is_taken_exactly(qtbot, engine, window):
    engine.answers = {"שלו": "ם עולם"}
    type_keys(window, "שלו")
    wait_for_ghost(qtbot, window, "ם עולם")
    press(window, Key.Key_Tab)
    assert window.tab.text_edit.text() == "שלום עולם"


def test_a_long_ghost_wraps_with_the_text(qtbot, engine, window):
    engine.answers = {"x": " word" * 60}
    type_keys(window, "x")
    wait_for_ghost(qtbot, window, " word" * 60)
    assert window.tab.text_edit.document().firstBlock().layout().lineCount() > 1
    assert window.tab.text_edit.document().blockCount() == 1
    press(window, Key.Key_Escape)
    assert window.tab.text_edit.document().firstBlock().layout().lineCount() == 1


@pytest.fixture
def unstarted(qtbot, engine, paths):
    """A program whose model is not loaded yet, and its window."""
    made = Foretype(paths, lambda _folder: engine)
    opened = made.open_window()
    opened.tab.text_edit.setFocus()
    qtbot.waitExposed(opened.main_window)
    yield made, opened
    made.stop()


def test_text_typed_before_the_model_is_loaded_is_asked_about_once_it_is(qtbot, engine, unstarted):
    made, early = unstarted
    engine.answers = {"hel": "lo"}
    type_keys(early, "hel")
    assert not early.tab.controller.is_busy
    made.start(Path("model"))
    wait_for_ghost(qtbot, early, "lo")
    assert engine.contexts == ["hel"]


@pytest.mark.parametrize("key", [Key.Key_Home, Key.Key_Escape])
def test_a_model_that_is_loaded_asks_nothing_when_the_person_has_gone_on(qtbot, engine, unstarted, key):
    made, early = unstarted
    type_keys(early, "hel")
    press(early, key)
    with qtbot.waitSignal(made.model_changed):
        made.start(Path("model"))
    assert not early.tab.controller.is_busy
    assert engine.contexts == []
