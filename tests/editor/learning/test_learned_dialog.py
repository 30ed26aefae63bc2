"""The dialog shows what was learned and says what the person wishes, by mouse, keyboard and screen reader."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QTableView

from editor.learning.learned_dialog import LearnedDialog
from editor.learning.messages import (
    ExportLearned,
    ForgetEverything,
    ForgetSources,
    ForgetWords,
    Learned,
    LearnedSource,
    Outcome,
)

LETTER = LearnedSource("file:/d/letter.txt", "/d/letter.txt", Path("/d/letter.txt"), 12_345, 1_700_000_000.0)
TYPED = LearnedSource("day:2026-11-22", "Typed on 2026-11-22", None, 99, 1_800_000_000.0)
LEARNED = Learned((TYPED, LETTER), (("the", 20), ("Quentanar", 3), ("Zyxwin", 3)))


@pytest.fixture
def asked():
    return []


@pytest.fixture
def dialog(qtbot, asked, tmp_path):
    def confirms(question):
        asked.append(question)
        return confirms.answer

    confirms.answer = True
    made = LearnedDialog(confirms=confirms, ask_path=lambda: tmp_path / "export.txt")
    made.confirms = confirms
    made.wishes = []
    made.wished.connect(made.wishes.append)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    made.show_learned(LEARNED)
    return made


def shown(view):
    model = view.model()
    return [
        tuple(model.index(row, column).data() for column in range(model.columnCount()))
        for row in range(model.rowCount())
    ]


def test_words_come_the_most_frequent_first_and_documents_the_newest(dialog):
    assert shown(dialog.word_view) == [("the", "20"), ("Quentanar", "3"), ("Zyxwin", "3")]
    assert [row[:2] for row in shown(dialog.source_view)] == [
        ("Typed on 2026-11-22", "99 bytes"),
        ("/d/letter.txt", "12.3 kB"),
    ]
    assert dialog.tabs.tabText(0) == "&Words (3)"


def test_the_search_is_for_words_and_documents(dialog):
    QTest.keyClicks(dialog.search, "lett")
    assert shown(dialog.word_view) == []
    assert len(shown(dialog.source_view)) == 1


def test_a_word_is_forgotten_by_keyboard_alone(dialog, asked):
    assert dialog.search.hasFocus()
    QTest.keyClicks(dialog.search, "quen")
    QTest.keyClick(dialog.search, Qt.Key.Key_Down)
    assert dialog.word_view.hasFocus()
    QTest.keyClick(dialog.word_view, Qt.Key.Key_Delete)
    assert dialog.wishes == [ForgetWords(("Quentanar",))]
    assert "“Quentanar”" in asked[0]


def test_tab_goes_from_the_search_to_the_list(dialog):
    QTest.keyClick(dialog.search, Qt.Key.Key_Tab)
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    assert dialog.word_view.hasFocus()
    QTest.keyClick(dialog.word_view, Qt.Key.Key_Down)
    assert dialog.forget.isEnabled()
    QTest.keyClick(dialog.word_view, Qt.Key.Key_Tab)
    assert dialog.forget.hasFocus()


def test_several_words_are_forgotten_at_once(dialog, asked):
    dialog.word_view.selectAll()
    dialog.forget.click()
    assert dialog.wishes == [ForgetWords(("the", "Quentanar", "Zyxwin"))]
    assert "3 words" in asked[0]


def test_a_document_is_forgotten(dialog):
    dialog.tabs.setCurrentWidget(dialog.source_view)
    dialog.source_view.selectRow(1)
    dialog.forget.click()
    assert dialog.wishes == [ForgetSources((LETTER.key,))]


def test_everything_is_forgotten_after_a_question(dialog, asked):
    dialog.forget_all.click()
    assert dialog.wishes == [ForgetEverything()]
    assert "cannot be undone" in asked[0]


def test_a_no_forgets_nothing(dialog):
    dialog.confirms.answer = False
    dialog.word_view.selectAll()
    dialog.forget.click()
    dialog.forget_all.click()
    assert dialog.wishes == []


def test_a_word_is_never_offered(dialog):
    words = []
    dialog.never_offered.connect(words.append)
    dialog.word_view.selectRow(0)
    dialog.never.click()
    assert words == ["the"]
    assert "never suggested" in dialog.outcome.text()


def test_it_is_exported_where_the_person_says(dialog, tmp_path):
    dialog.export.click()
    assert dialog.wishes == [ExportLearned(tmp_path / "export.txt")]


def test_what_can_be_done_depends_on_what_is_selected(dialog):
    assert not dialog.forget.isEnabled()
    dialog.word_view.selectRow(0)
    assert dialog.forget.isEnabled()
    assert dialog.never.isEnabled()
    dialog.tabs.setCurrentWidget(dialog.source_view)
    dialog.source_view.selectRow(0)
    assert dialog.forget.isEnabled()
    assert not dialog.never.isEnabled()
    dialog.show_learned(Learned((), ()))
    assert not dialog.forget_all.isEnabled()
    assert not dialog.export.isEnabled()


def test_after_forgetting_the_next_word_is_current(dialog):
    dialog.word_view.setCurrentIndex(dialog.words.index(1, 0))
    dialog.show_learned(Learned(LEARNED.sources, (("the", 20), ("Zyxwin", 3))))
    assert dialog.word_view.currentIndex().data() == "Zyxwin"


def test_outcomes_and_notes_are_said(dialog):
    dialog.show_outcome(Outcome("Forgot “the”"))
    assert dialog.outcome.text() == "Forgot “the”"
    dialog.show_learned(Learned((), (), "another Foretype keeps what is learned"))
    assert "another Foretype" in dialog.outcome.text()


def test_nothing_learned_is_said(qtbot):
    made = LearnedDialog()
    qtbot.addWidget(made)
    made.show_learned(Learned((), ()))
    assert made.outcome.text() == "Nothing has been learned yet"


def test_a_screen_reader_has_a_name_for_everything(dialog):
    dialog.word_view.selectRow(0)
    named = [each for kind in (QLineEdit, QTableView, QPushButton) for each in dialog.findChildren(kind)]
    assert len(named) >= 8
    for widget in named:
        assert widget.accessibleName() or widget.text()
        assert QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def test_escape_closes_it(dialog):
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


@pytest.mark.parametrize(("key", "is_forgotten"), [("Forget", True), ("Cancel", False)])
def test_the_question_is_answered_by_its_buttons(qtbot, key, is_forgotten):
    made = LearnedDialog()
    qtbot.addWidget(made)
    made.show_learned(LEARNED)
    wishes = []
    made.wished.connect(wishes.append)

    def answer():
        box = QApplication.activeModalWidget()
        next(button for button in box.buttons() if button.text().replace("&", "") == key).click()

    QTimer.singleShot(0, answer)
    made.forget_all.click()
    assert bool(wishes) is is_forgotten
