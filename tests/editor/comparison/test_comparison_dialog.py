"""The dialog that compares a text with its file: what the person can choose, and from where it is reached."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from editor.comparison.comparison_dialog import ComparisonDialog
from editor.comparison.disk_comparer import CompareRequest
from editor.files.dialogs import DiskChoice
from editor.files.document import TextFile, stamp_of
from editor.files.file_format import FileFormat
from editor.window.qt_dialogs import QtDialogs


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "letter.txt"
    path.write_text("one\ntwo\n")
    return TextFile(path, FileFormat(), stamp_of(path))


@pytest.fixture
def dialog(qtbot, file):
    made = ComparisonDialog("letter.txt", CompareRequest(0, file.path, "one\n2\n", FileFormat()))
    qtbot.addWidget(made)
    made.open()
    return made


class Clicker(QObject):
    """Does one thing after the other to the dialog that is open then."""

    def __init__(self, *steps: Callable[[QWidget], None]) -> None:
        super().__init__()
        self._steps = list(steps)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_time)
        self._timer.start(1)

    @Slot()
    def _on_time(self) -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is None:
            return
        self._steps.pop(0)(dialog)
        if not self._steps:
            self._timer.stop()


def press(label: str) -> Callable[[QWidget], None]:
    def click(dialog: QWidget) -> None:
        assert isinstance(dialog, QMessageBox)
        next(button for button in dialog.buttons() if button.text().replace("&", "") == label).click()

    return click


def take_disk(dialog: QWidget) -> None:
    assert isinstance(dialog, ComparisonDialog)
    dialog.take.click()


def test_what_differs_is_shown_at_once(dialog):
    assert dialog.panel.summary.text() == "Difference 1 of 1: −1 lines on disk, +1 lines here"
    assert dialog.windowTitle() == "Compare letter.txt"


@pytest.mark.parametrize("name", ["keep", "take", "copy", "cancel"])
def test_each_button_is_a_choice(dialog, name):
    expected = {
        "keep": DiskChoice.KEEP,
        "take": DiskChoice.TAKE_DISK,
        "copy": DiskChoice.SAVE_COPY,
        "cancel": DiskChoice.CANCEL,
    }
    getattr(dialog, name).click()
    assert dialog.choice is expected[name]
    assert dialog.isHidden()


def test_escape_chooses_nothing(dialog):
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.choice is DiskChoice.CANCEL
    assert dialog.isHidden()


def test_a_file_that_is_gone_cannot_be_taken(qtbot, tmp_path):
    made = ComparisonDialog("gone.txt", CompareRequest(0, tmp_path / "gone.txt", "one", FileFormat()))
    qtbot.addWidget(made)
    made.open()
    assert not made.take.isEnabled()
    made.reject()


@pytest.mark.parametrize(("label", "expected"), [("Overwrite it", DiskChoice.KEEP), ("Cancel", DiskChoice.CANCEL)])
def test_the_question_before_overwriting_can_be_answered_at_once(qtbot, file, label, expected):
    parent = QWidget()
    qtbot.addWidget(parent)
    clicker = Clicker(press(label))
    assert QtDialogs(parent).ask_overwrite("letter.txt was changed", file, "one\n2\n") is expected
    clicker.deleteLater()


def test_the_question_before_overwriting_leads_to_the_comparison(qtbot, file):
    parent = QWidget()
    qtbot.addWidget(parent)
    clicker = Clicker(press("Compare…"), take_disk)
    assert QtDialogs(parent).ask_overwrite("letter.txt was changed", file, "one\n2\n") is DiskChoice.TAKE_DISK
    clicker.deleteLater()


def test_the_strip_leads_to_the_comparison(qtbot, file):
    parent = QWidget()
    qtbot.addWidget(parent)
    clicker = Clicker(take_disk)
    assert QtDialogs(parent).ask_comparison(file, "one\n2\n") is DiskChoice.TAKE_DISK
    clicker.deleteLater()
