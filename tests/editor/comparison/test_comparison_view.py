"""The view of a comparison: signs and colours, from one difference to the next with the keyboard, nothing typed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from editor.comparison.comparison_panel import ComparisonPanel
from editor.comparison.comparison_rows import rows
from editor.comparison.comparison_view import ComparisonView
from editor.comparison.disk_comparison import compare_with_disk
from editor.comparison.text_comparison import compare
from editor.files.file_format import FileFormat
from editor.settings.theme import CONTRAST, DARK, LIGHT, contrast_ratio, palette, worn_theme

OLD = [f"line {number}" for number in range(1, 61)]
NEW = [*OLD[:9], "line ten", *OLD[10:29], *OLD[30:49], "a new line", *OLD[49:]]


@pytest.fixture
def view(qtbot):
    made = ComparisonView()
    qtbot.addWidget(made)
    made.resize(500, 300)
    made.show_rows(rows(compare("\n".join(OLD), "\n".join(NEW))))
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    made.setFocus()
    return made


def line(view: ComparisonView) -> str:
    return view.textCursor().block().text()


def test_f8_goes_from_difference_to_difference_and_round(view):
    seen = [line(view)]
    for _ in range(3):
        QTest.keyClick(view, Qt.Key.Key_F8)
        seen.append(line(view))
    assert seen == ["line 10", "line 30", "a new line", "line 10"]
    QTest.keyClick(view, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert line(view) == "a new line"
    QTest.keyClick(view, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert line(view) == "line 30"


def test_shift_f8_in_the_middle_of_a_difference_goes_to_its_beginning(view):
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert line(view) == "line ten"
    QTest.keyClick(view, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert line(view) == "line 10"


def test_nothing_can_be_typed_into_it(view):
    before = view.toPlainText()
    QTest.keyClicks(view, "x")
    QTest.keyClick(view, Qt.Key.Key_Delete)
    assert view.toPlainText() == before


def test_a_screen_reader_hears_on_which_side_a_line_is(view):
    assert view._announcer.last == "on disk only, line 10"
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view._announcer.last == "here only, line 10"


def test_differing_words_are_underlined_too(view):
    cursor = QTextCursor(view.document().findBlockByNumber(view.rows.starts[0] + 1))
    underlined = ""
    for char in cursor.block().text():
        cursor.movePosition(QTextCursor.MoveOperation.NextCharacter)
        underlined += char if cursor.charFormat().fontUnderline() else ""
    assert underlined == "ten"


@pytest.mark.parametrize("theme", [LIGHT, DARK, CONTRAST])
def test_text_is_readable_on_every_ground(theme):
    for ground in (theme.added, theme.added_mark, theme.removed, theme.removed_mark):
        assert contrast_ratio(theme.text, ground) >= 7


def test_the_colours_follow_the_application(qtbot, view):
    before = QApplication.palette()
    QApplication.setPalette(palette(DARK))
    try:
        assert worn_theme() is DARK
        block = view.document().findBlockByNumber(view.rows.starts[0])
        qtbot.waitUntil(lambda: block.blockFormat().background().color() == QColor(DARK.removed))
    finally:
        QApplication.setPalette(before)


def test_the_panel_says_how_much_differs_and_where_one_is(qtbot, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("\n".join(OLD))
    panel = ComparisonPanel()
    qtbot.addWidget(panel)
    panel.show_result(compare_with_disk(path, "\n".join(NEW), FileFormat()), "It was changed")
    assert panel.summary.text() == "Difference 1 of 3: −2 lines on disk, +2 lines here"
    assert panel.remark.text() == "It was changed. "
    panel.next.click()
    assert panel.summary.text().startswith("Difference 2 of 3")
    panel.show_result(compare_with_disk(path, "\n".join(OLD), FileFormat()))
    assert panel.summary.text() == "No letter differs"
    assert panel.next.isHidden()
