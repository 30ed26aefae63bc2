"""Markup is coloured where it is seen, beside a ghost too, and the text is never touched."""

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor, QInputMethodEvent

from editor.page.highlighter import Highlighter
from editor.page.latency import LatencyLog
from editor.page.markup import Language
from editor.page.text_edit import TextEdit
from editor.settings.theme import CONTRAST, DARK, LIGHT, contrast_ratio


@pytest.fixture
def edit(qtbot):
    made = TextEdit(LatencyLog())
    qtbot.addWidget(made)
    made.resize(700, 400)
    made.show()
    qtbot.waitExposed(made)
    made.highlighter = Highlighter(made, made)
    made.highlighter.set_theme(LIGHT)
    made.highlighter.set_language(Language.HTML)
    return made


def colored(edit, line=0):
    block = edit.document().findBlockByNumber(line)
    layout, text = block.layout(), block.text()
    if layout.preeditAreaText():
        area = layout.preeditAreaPosition()
        text = text[:area] + layout.preeditAreaText() + text[area:]
    return [
        (text[each.start : each.start + each.length], each.format.foreground().color().name())
        for each in sorted(layout.formats(), key=lambda each: each.start)
    ]


TAG, VALUE, REMARK = LIGHT.markup_tag, LIGHT.markup_value, LIGHT.ghost


def test_a_loaded_text_is_coloured_and_nothing_is_to_undo(edit):
    edit.load("<b>x</b>\n&lt;")
    assert colored(edit) == [("<b", TAG), (">", TAG), ("</b", TAG), (">", TAG)]
    assert colored(edit, 1) == [("&lt;", VALUE)]
    assert not edit.document().isUndoAvailable()
    edit.load("<i>")
    assert colored(edit) == [("<i", TAG), (">", TAG)]


def test_opening_a_comment_colours_the_lines_after_and_undo_takes_it_back(edit):
    edit.load("a\n<b>\nc")
    edit.textCursor().insertText("<!--")
    assert colored(edit, 1) == [("<b>", REMARK)]
    assert colored(edit, 2) == [("c", REMARK)]
    edit.undo()
    assert colored(edit, 1) == [("<b", TAG), (">", TAG)]
    assert colored(edit, 2) == []


def test_a_ghost_keeps_its_colour_and_the_words_around_it_theirs(edit):
    edit.set_ghost_color(QColor("#010203"))
    edit.load("<b>()")
    cursor = edit.textCursor()
    cursor.setPosition(4)
    edit.setTextCursor(cursor)
    edit.paint_ghost("ghost")
    assert colored(edit) == [("<b", TAG), (">", TAG), ("\u200bghost", "#010203")]
    cursor.insertText("&amp;")
    assert edit.ghost_text() == "ghost"
    edit.highlighter.set_theme(LIGHT)
    edit.paint_ghost("more")
    assert colored(edit) == [("<b", TAG), (">", TAG), ("&amp;", VALUE), ("\u200bmore", "#010203")]
    edit.paint_ghost("")
    assert colored(edit) == [("<b", TAG), (">", TAG), ("&amp;", VALUE)]
    assert edit.text() == "<b>(&amp;)"


def test_words_behind_a_ghost_keep_their_places(edit):
    edit.load("x<b>")
    cursor = edit.textCursor()
    cursor.setPosition(1)
    edit.setTextCursor(cursor)
    edit.paint_ghost("😀g")
    layout = edit.document().firstBlock().layout()
    assert [(each.start, each.length) for each in layout.formats()] == [(5, 2), (7, 1), (1, 4)]
    edit.paint_ghost("")
    assert colored(edit) == [("<b", TAG), (">", TAG)]


def test_colours_come_back_after_a_composition(edit):
    edit.load("<b>")
    QCoreApplication.sendEvent(edit, QInputMethodEvent("~", []))
    end = QInputMethodEvent("", [])
    end.setCommitString("<")
    QCoreApplication.sendEvent(edit, end)
    assert edit.text() == "<<b>"
    assert colored(edit) == [("<b", TAG), (">", TAG)]


def test_only_what_is_seen_is_coloured(edit):
    edit.load("<p>a</p>\n" * 100_000)
    assert colored(edit, 0)
    assert not colored(edit, 50_000)
    edit.verticalScrollBar().setValue(50_000)
    assert colored(edit, edit.firstVisibleBlock().blockNumber())
    edit.highlighter.set_language(Language.PLAIN)
    assert not colored(edit, edit.firstVisibleBlock().blockNumber())


def test_a_line_in_pieces_is_coloured_too(edit):
    edit.load("<p>" * 10_000)
    assert colored(edit)
    edit.verticalScrollBar().setValue(edit.verticalScrollBar().maximum())
    assert colored(edit, edit.blockCount() - 1)


@pytest.mark.parametrize("theme", [LIGHT, DARK, CONTRAST])
def test_every_colour_is_readable(theme):
    for color in (theme.markup_tag, theme.markup_attribute, theme.markup_value, theme.ghost):
        assert contrast_ratio(color, theme.page) >= 4.5
    for background in (theme.match, theme.current_line):
        assert contrast_ratio(theme.text, background) >= 4.5
