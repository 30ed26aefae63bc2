"""What a key writes: behind the space that came with a word, at a tab, and what one undo takes back."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QTextCursor
from PySide6.QtTest import QTest

from editor.page.latency import LatencyLog
from editor.page.text_edit import TextEdit
from tests.editor.keyboard import CTRL, NONE, press, type_keys

Key = Qt.Key


class Clock:
    """Seconds that pass when a test says so."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def edit(qtbot, clock):
    made = TextEdit(LatencyLog(), clock=clock)
    qtbot.addWidget(made)
    made.show()
    return made


def type_text(edit, text):
    for char in text:
        key = Key.Key_Return if char == "\n" else ord(char.upper()) if char.isascii() else 0
        QCoreApplication.sendEvent(edit, QKeyEvent(QEvent.Type.KeyPress, key, NONE, "\r" if char == "\n" else char))


def undone(edit):
    """Return every text that undo brings back."""
    found = []
    while edit.document().isUndoAvailable():
        edit.undo()
        found.append(edit.text())
    return found


@pytest.fixture
def taken(edit):
    """A page with "a word" of which "word" was taken, with its space."""
    type_text(edit, "a ")
    assert edit.take("word", has_soft_space=True)
    return edit


@pytest.mark.parametrize("mark", list(".,;:!?)]}’”…"))
def test_a_mark_takes_the_place_of_the_space_that_came_with_a_word(taken, mark):
    type_text(taken, mark + " b")
    assert taken.text() == f"a word{mark} b"


def test_a_mark_that_an_input_method_commits_takes_the_place_too(taken):
    event = QInputMethodEvent("", [])
    event.setCommitString(",")
    QCoreApplication.sendEvent(taken, event)
    assert taken.text() == "a word,"


@pytest.mark.parametrize("char", list("-(\"'xé"))
def test_anything_else_is_written_behind_the_space(taken, char):
    type_text(taken, char)
    assert taken.text() == f"a word {char}"


def test_a_typed_space_is_the_one_that_is_there_and_the_next_one_another(taken):
    type_text(taken, " ")
    assert taken.text() == "a word "
    type_text(taken, " ")
    assert taken.text() == "a word  "


def test_a_typed_space_interrupts_nothing(qtbot, taken):
    with qtbot.assertNotEmitted(taken.interrupted):
        type_text(taken, " ")


def test_backspace_takes_the_space_alone(taken):
    QTest.keyClick(taken, Key.Key_Backspace)
    assert taken.text() == "a word"
    type_text(taken, ".")
    assert taken.text() == "a word."


def test_a_line_end_leaves_no_space_before_it(taken):
    type_text(taken, "\nb")
    assert taken.text() == "a word\nb"


@pytest.mark.parametrize("key", [Key.Key_Left, Key.Key_Home])
def test_after_the_caret_moved_the_space_is_a_space(taken, key):
    QTest.keyClick(taken, key)
    QTest.keyClick(taken, Key.Key_End)
    type_text(taken, ".")
    assert taken.text() == "a word ."


def test_after_an_undo_the_space_is_a_space(taken):
    type_text(taken, ",")
    taken.undo()
    assert taken.text() == "a word "
    type_text(taken, ".")
    assert taken.text() == "a word ."


def test_the_accept_is_one_step_and_what_is_typed_over_its_space_another(taken):
    type_text(taken, ", b")
    assert undone(taken) == ["a word, ", "a word ", "a ", ""]


def test_a_text_that_does_not_stand_there_is_not_replaced(edit):
    type_text(edit, "xyz")
    assert not edit.take("abcd", "abc")
    assert edit.text() == "xyz"


def test_what_is_replaced_may_lie_beyond_16_bits(edit):
    type_text(edit, "a \U0001d4b7olt")
    assert edit.take("bold", "\U0001d4b7olt", has_soft_space=True)
    assert edit.text() == "a bold "


def test_undo_goes_back_by_words(edit):
    type_text(edit, "Dear John,\nhow are you")
    steps = undone(edit)
    assert steps == ["Dear John,\nhow are ", "Dear John,\nhow ", "Dear John,\n", "Dear John,", "Dear ", ""]


def test_a_pause_ends_a_step(edit, clock):
    type_text(edit, "half")
    clock.seconds = 10.0
    type_text(edit, "way")
    assert undone(edit) == ["half", ""]


def test_redo_goes_forth_as_undo_went_back(edit):
    type_text(edit, "one two three")
    steps = ["one two three", *undone(edit)]
    forth = [edit.text()]
    while edit.document().isRedoAvailable():
        edit.redo()
        forth.append(edit.text())
    assert forth == steps[::-1]


def test_what_is_typed_after_an_undo_is_a_step(edit):
    type_text(edit, "one two")
    edit.undo()
    type_text(edit, "six")
    assert undone(edit) == ["one ", ""]


def test_a_letter_typed_over_a_selection_comes_back_with_one_undo(edit):
    type_text(edit, "one two")
    edit.moveCursor(QTextCursor.MoveOperation.PreviousWord, QTextCursor.MoveMode.KeepAnchor)
    type_text(edit, "six")
    edit.undo()
    assert edit.text() == "one two"


def test_tab_in_a_sentence_writes_no_tab_and_asks(qtbot, engine, window):
    type_keys(window, "in a sentence")
    qtbot.waitUntil(lambda: not window.tab.controller.is_busy)
    asked = len(engine.contexts)
    for _ in range(3):
        press(window, Key.Key_Tab)
    assert window.tab.text_edit.text() == "in a sentence"
    qtbot.waitUntil(lambda: len(engine.contexts) > asked)


def test_tab_at_a_lines_beginning_indents(window):
    window.tab.text_edit.load("text")
    press(window, Key.Key_Tab)
    press(window, Key.Key_Tab)
    assert window.tab.text_edit.text() == "\t\ttext"


@pytest.mark.parametrize("name", ["a.py", "a.tsv", "a.csv", "Makefile", "a.C", "a.css"])
def test_tab_is_a_tab_where_tabs_are_data_or_code(window, tmp_path, name):
    path = tmp_path / name
    path.write_text("x")
    window.tab.session.load(path)
    press(window, Key.Key_End)
    press(window, Key.Key_Tab)
    assert window.tab.text_edit.text() == "x\t"


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html", "letter"])
def test_tab_is_none_in_a_file_of_prose(window, tmp_path, name):
    path = tmp_path / name
    path.write_text("x")
    window.tab.session.load(path)
    press(window, Key.Key_End)
    press(window, Key.Key_Tab)
    assert window.tab.text_edit.text() == "x"


def test_tab_goes_on_in_a_row_of_a_table(window):
    window.tab.text_edit.load("name\tage")
    press(window, Key.Key_End)
    press(window, Key.Key_Tab)
    assert window.tab.text_edit.text() == "name\tage\t"


def test_a_tab_that_is_struck_twice_takes_one_ghost(qtbot, engine, window):
    engine.answers = {"hel": "lo world", "world": " again"}
    type_keys(window, "hel")
    qtbot.waitUntil(lambda: window.tab.text_edit.ghost_text() == "lo world")
    press(window, Key.Key_Tab)
    press(window, Key.Key_Tab)
    assert window.tab.text_edit.text() == "hello world"


def test_a_tab_that_is_held_down_takes_one_ghost_and_writes_no_tab(qtbot, engine, window):
    engine.answers = {"hel": "lo world", "world": " again"}
    type_keys(window, "hel")
    qtbot.waitUntil(lambda: window.tab.text_edit.ghost_text() == "lo world")
    press(window, Key.Key_Tab)
    qtbot.waitUntil(lambda: window.tab.text_edit.ghost_text() == " again")
    repeated = QKeyEvent(QEvent.Type.KeyPress, Key.Key_Tab, NONE, "\t", True)
    QCoreApplication.sendEvent(window.tab.text_edit, repeated)
    assert window.tab.text_edit.text() == "hello world"


def test_replace_all_is_taken_back_with_caret_and_view_where_they_were(qtbot, window):
    edit, bar = window.tab.text_edit, window.tab.find_bar
    text = "\n".join(f"line {number} has a word and a word" for number in range(200))
    edit.load(text)
    bar.open()
    bar.needle.setText("word")
    bar.replacement.setText("sentence")
    qtbot.waitUntil(lambda: "400" in bar.outcome.text() or "found" in bar.outcome.text())
    cursor = edit.textCursor()
    cursor.setPosition(3500)
    edit.setTextCursor(cursor)
    edit.verticalScrollBar().setValue(60)
    bar.replace_all()
    qtbot.waitUntil(lambda: "word" not in edit.text())
    assert edit.verticalScrollBar().value() == 60
    edit.undo()
    assert (edit.text(), edit.caret_position(), edit.verticalScrollBar().value()) == (text, 3500, 60)


def test_the_bar_takes_words_with_a_soft_space_and_ctrl_z_takes_them_back(qtbot, engine, window):
    engine.words = ("world", "word", "work")
    type_keys(window, "a wo")
    qtbot.waitUntil(lambda: window.tab.controller.words != ())
    press(window, Key.Key_2, CTRL)
    type_keys(window, ",")
    assert window.tab.text_edit.text() == "a world,"
    press(window, Key.Key_Z, CTRL)
    press(window, Key.Key_Z, CTRL)
    assert window.tab.text_edit.text() == "a wo"


def test_a_word_in_the_middle_of_a_line_is_written_exactly_where_the_caret_is(qtbot, engine, window):
    engine.words = ("brown",)
    window.tab.text_edit.load("the  fox")
    for _ in range(4):
        press(window, Key.Key_Right)
    type_keys(window, "bro")
    qtbot.waitUntil(lambda: window.tab.controller.words != ())
    press(window, Key.Key_2, CTRL)
    assert window.tab.text_edit.text() == "the brown fox"
    assert window.tab.text_edit.ghost_text() == ""
