"""A ghost moves nothing that was typed."""

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QFont, QTextCursor

from editor.page.latency import LatencyLog
from editor.page.text_direction import TextDirection
from editor.page.text_edit import TextEdit

TEXTS = st.text(alphabet="aefilt mW.,-'’)é\U0001f600", min_size=1, max_size=120)
GHOSTS = st.text(alphabet="aefilt mW.,-'é\U0001f600", min_size=1, max_size=80).filter(str.strip)


@pytest.fixture
def edit(qtbot):
    made = TextEdit(LatencyLog())
    qtbot.addWidget(made)
    made.set_page_font(QFont("", 13))
    made.resize(420, 400)
    made.show()
    return made


def places(edit):
    """Return where each letter before the caret stands: its line and its edges, in pixels."""
    block = edit.textCursor().block()
    edit.blockBoundingRect(block)  # lays it out
    layout = block.layout()
    found = []
    for place in range(edit.textCursor().positionInBlock()):
        line = layout.lineForTextPosition(place)
        found.append((line.lineNumber(), round(line.cursorToX(place)[0], 2)))
    return found


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=TEXTS, ghost=GHOSTS)
@example(text="a word and then some more of the manusc", ghost="ript of the book")
@example(text="af", ghost="fin")
def test_no_typed_letter_moves_because_of_a_ghost(edit, text, ghost):
    edit.load(text)
    edit.moveCursor(QTextCursor.MoveOperation.End)
    before, caret = places(edit), edit.cursorRect()
    edit.paint_ghost(ghost)
    assert places(edit) == before
    # (A caret behind spaces that hang over the edge is drawn where there is room for it.)
    assert text[-1].isspace() or edit.cursorRect().topLeft() == caret.topLeft()
    edit.paint_ghost("")
    assert places(edit) == before


@pytest.mark.parametrize("width", range(200, 420, 7))
def test_a_word_that_is_half_typed_stays_in_its_line_and_its_ghost_goes_on_in_the_next(edit, width):
    edit.resize(width, 400)
    edit.load("a word and then some more of the manusc")
    edit.moveCursor(QTextCursor.MoveOperation.End)
    before, caret = places(edit), edit.cursorRect()
    edit.paint_ghost("ript of the book")
    assert places(edit) == before
    assert edit.cursorRect() == caret


@pytest.mark.parametrize(("text", "ghost"), [("שלו", "ם עולם"), ("السلام عليك", "م ورحمة")])
def test_nor_does_one_move_in_a_text_from_right_to_left(edit, text, ghost):
    TextDirection(edit, edit)
    edit.load(text)
    edit.moveCursor(QTextCursor.MoveOperation.End)
    before = places(edit)
    edit.paint_ghost(ghost)
    assert places(edit) == before
