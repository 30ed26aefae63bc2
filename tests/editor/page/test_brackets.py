"""Brackets that belong together."""

import pytest
from PySide6.QtGui import QTextDocument

from editor.page.brackets import matching_brackets


@pytest.mark.parametrize(
    ("text", "caret", "found"),
    [
        ("(a)", 1, (0, 2)),
        ("(a)", 0, (0, 2)),
        ("(a)", 3, (2, 0)),
        ("a(b", 2, None),
        ("f({[x]})", 2, (1, 7)),
        ("((a)", 2, (1, 3)),
        ("(\n)", 3, (2, 0)),
        ("😀(😀)", 3, (2, 5)),
        ("ab", 1, None),
        ("", 0, None),
    ],
)
def test_partners(qapp, text, caret, found):
    document = QTextDocument()
    document.setPlainText(text)
    assert matching_brackets(document, caret) == found


def test_a_partner_too_far_away_is_none(qapp):
    document = QTextDocument()
    document.setPlainText("(" + "😀" * 20_000 + ")")
    assert matching_brackets(document, 1) is None
    assert matching_brackets(document, 40_002) is None
