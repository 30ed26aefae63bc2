"""What is kept of the text agrees with the document after any edits, and is not copied again for each key."""

import random

import pytest
from PySide6.QtGui import QTextCursor, QTextDocument

from editor.page.soft_breaks import SoftBreaks
from editor.page.text_before import TextBefore


def laid_out(text: str = "") -> QTextDocument:
    document = QTextDocument(text)
    document.documentLayout()  # without one Qt tells of no change
    return document


def insert(document: QTextDocument, position: int, text: str, removed: int = 0) -> None:
    cursor = QTextCursor(document)
    cursor.setPosition(position)
    cursor.setPosition(position + removed, QTextCursor.MoveMode.KeepAnchor)
    cursor.insertText(text)


@pytest.mark.parametrize("seed", range(3))
def test_after_any_edits_the_text_before_is_the_documents(qapp, seed):
    rng = random.Random(seed)
    document = laid_out()
    before = TextBefore(SoftBreaks(document))
    for _ in range(300):
        size = document.characterCount() - 1
        position = rng.randrange(size + 1)
        insert(
            document,
            position,
            rng.choice(("a", "\n", "<p>", "é\u00a0", "")),
            min(rng.choice((0, 0, 2)), size - position),
        )
        place = rng.choice((position, rng.randrange(document.characterCount())))
        assert before.text(place) == document.toRawText().replace("\u2029", "\n")[:place]


def test_a_character_of_two_units_is_whole_before_the_caret(qapp):
    document = laid_out("🙂 one 🙂\n" * 20_000 + "two")
    assert TextBefore(SoftBreaks(document)).text(document.characterCount() - 1) == "🙂 one 🙂\n" * 20_000 + "two"


def test_a_document_that_is_loaded_anew_is_copied_anew(qapp):
    document = laid_out("one\ntwo")
    before = TextBefore(SoftBreaks(document))
    assert before.text(7) == "one\ntwo"
    document.setPlainText("six\nten")
    assert before.text(7) == "six\nten"


def test_typing_in_one_line_copies_that_line_alone(qapp, monkeypatch):
    copied = []

    between = SoftBreaks.between

    def counting(breaks, start, end):
        copied.append(end - start)
        return between(breaks, start, end)

    monkeypatch.setattr(SoftBreaks, "between", counting)
    document = laid_out("<p>words and words</p>\n" * 20_000 + "<b>")
    before = TextBefore(SoftBreaks(document))
    before.text(document.characterCount() - 1)
    copied.clear()
    for letter in "bold</b>":
        insert(document, document.characterCount() - 1, letter)
        assert before.text(document.characterCount() - 1).endswith(letter)
    assert max(copied) <= len("<b>bold</b>")
