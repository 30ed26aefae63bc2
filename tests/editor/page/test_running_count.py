"""The counts of a document are right after any edit, and never hold the window up."""

import random

import pytest
from PySide6.QtGui import QTextCursor

from editor.page import running_count
from editor.page.latency import LatencyLog
from editor.page.running_count import RunningCount
from editor.page.text_counts import Counts, counted
from editor.page.text_edit import TextEdit

WORDS = ("word", "don't", "-", "  ", "\n", "\n\n", "a—b", "\t", "😀", "naïve", "3.14 ", " ")


@pytest.fixture
def edit(qtbot):
    made = TextEdit(LatencyLog())
    qtbot.addWidget(made)
    made.counts = RunningCount(made.document(), made)
    yield made
    made.counts.stop()


def place(edit, anchor, caret=None):
    cursor = edit.textCursor()
    cursor.setPosition(anchor)
    cursor.setPosition(anchor if caret is None else caret, QTextCursor.MoveMode.KeepAnchor)
    return cursor


def complete(qtbot, edit):
    qtbot.waitUntil(lambda: edit.counts.is_complete)
    return edit.counts.total()


def test_an_empty_document_counts_nothing(edit):
    assert edit.counts.total() == Counts(lines=1)
    assert edit.counts.is_complete


def test_after_any_edits_undo_and_redo_the_counts_are_those_of_the_text(qtbot, edit):
    rng = random.Random(11)
    for _ in range(400):
        length = edit.document().characterCount()
        start, end = rng.randrange(length), rng.randrange(length)
        action = rng.randrange(8)
        if action == 0:
            edit.undo()
        elif action == 1:
            edit.redo()
        elif action == 2:
            place(edit, start, min(length - 1, start + 5)).removeSelectedText()
        elif action == 3:
            cursor = place(edit, start)
            cursor.beginEditBlock()
            cursor.insertText("one\ntwo")
            cursor.setPosition(min(end, edit.document().characterCount() - 1))
            cursor.insertText("three\n")
            cursor.endEditBlock()
        else:
            place(edit, start).insertText(rng.choice(WORDS))
        assert complete(qtbot, edit) == counted(edit.text())
    edit.load("all\nanew")
    assert complete(qtbot, edit) == counted("all\nanew")


def test_what_is_selected_is_counted_from_anywhere_to_anywhere(edit):
    text = "one two\n\nthree—four  five\nsix"
    edit.load(text)
    for start in range(len(text)):
        for end in range(start, len(text) + 1):
            assert edit.counts.between(start, end) == counted(text[start:end])


def test_a_long_text_is_counted_in_slices_and_edits_meanwhile_are_not_lost(qtbot, edit, monkeypatch):
    monkeypatch.setattr(running_count, "_SLICE_S", 0.0)
    text = "one two three\n\n" * 60
    edit.load(text)
    assert not edit.counts.is_complete
    place(edit, 15 * 40).insertText("new\nlines\n")
    place(edit, 3, 40).removeSelectedText()
    assert complete(qtbot, edit) == counted(edit.text())


def test_a_line_of_a_megabyte_is_counted_piece_by_piece(qtbot, edit, monkeypatch):
    monkeypatch.setattr(running_count, "_PIECE_CHARS", 10)
    monkeypatch.setattr(running_count, "_AT_ONCE_CHARS", 5)
    monkeypatch.setattr(running_count, "_SLICE_S", 0.0)
    text = "some words of many lengths, averylongonethathasnoend "
    edit.load(text * 20)
    assert not edit.counts.is_complete
    assert complete(qtbot, edit) == counted(text * 20)


def test_figures_are_announced_after_a_change(qtbot, edit):
    with qtbot.waitSignal(edit.counts.changed):
        place(edit, 0).insertText("a")
