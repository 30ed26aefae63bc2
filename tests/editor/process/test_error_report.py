"""An error that nobody expected costs no text, is told once, and can be copied."""

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from editor.process.error_report import ErrorReporter


class Saver:
    def __init__(self) -> None:
        self.saved = 0
        self.failure: Exception | None = None

    def __call__(self) -> None:
        self.saved += 1
        if self.failure is not None:
            raise self.failure


@pytest.fixture
def saver() -> Saver:
    return Saver()


@pytest.fixture
def reporter(qapp, saver):
    made = ErrorReporter(saver, Path("/log/foretype.log"))
    yield made
    if made.dialog is not None:
        made.dialog.close()


def raised(message: str) -> tuple[type[BaseException], BaseException, object]:
    try:
        raise ValueError(message)  # noqa: TRY301
    except ValueError as exc:
        return type(exc), exc, exc.__traceback__


def test_the_text_is_put_in_safety_and_the_details_can_be_copied(reporter, saver, caplog):
    reporter.report(*raised("boom"))
    assert saver.saved == 1
    assert "boom" in caplog.text
    reporter.dialog.copy.click()
    copied = QGuiApplication.clipboard().text()
    assert "ValueError: boom" in copied
    assert "test_error_report.py" in copied


def test_the_same_error_is_told_once_and_saved_each_time(reporter, saver):
    error = raised("boom")
    reporter.report(*error)
    reporter.dialog.accept()
    reporter.report(*error)
    assert reporter.dialog is None
    assert saver.saved == 2


def test_one_dialog_at_a_time(reporter):
    reporter.report(*raised("one"))
    first = reporter.dialog
    reporter.report(*raised("other"))
    assert reporter.dialog is first


def test_an_error_on_another_thread_is_told_on_the_guis(qtbot, reporter, saver):
    thread = threading.Thread(target=lambda: reporter.report(*raised("afar")))
    thread.start()
    thread.join()
    assert saver.saved == 0
    qtbot.waitUntil(lambda: reporter.dialog is not None)
    assert "afar" in reporter.dialog.details.toPlainText()


def test_what_is_unsaved_is_in_its_journal_after_an_error(window, foretype, paths):
    window.tab.text_edit.insertPlainText("precious")
    reporter = ErrorReporter(foretype.save_texts, Path("log"))
    reporter.report(*raised("boom"))
    reporter.dialog.close()
    journals = [path.read_text() for path in paths.recovery.glob("*.journal")]
    assert any("precious" in journal for journal in journals)


def test_texts_of_open_windows_survive_the_end_of_the_program(window, foretype, paths):
    window.tab.text_edit.insertPlainText("precious")
    foretype.stop()
    assert any("precious" in path.read_text() for path in paths.recovery.glob("*.journal"))


_SCRIPT = """
import sys
from pathlib import Path
from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication, QWidget
from editor.process.error_report import ErrorReporter

class Broken(QWidget):
    @Slot()
    def slot(self):
        raise ValueError("in a slot")
    def resizeEvent(self, event):
        raise KeyError("in an event handler")

application = QApplication([])
reporter = ErrorReporter(lambda: print("saved"), Path("log"))
reporter.install()
broken = Broken()
QTimer.singleShot(0, broken.slot)
QTimer.singleShot(20, lambda: (broken.resize(300, 200), broken.show()))
QTimer.singleShot(200, application.quit)
application.exec()
print("goes on")
"""


def test_slots_and_event_handlers_reach_the_hook_and_the_program_goes_on():
    done = subprocess.run(
        [sys.executable, "-c", _SCRIPT],
        cwd=Path(__file__).parents[3],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert "in a slot" in done.stderr
    assert "in an event handler" in done.stderr
    assert done.stdout.splitlines()[-1] == "goes on"
    assert done.stdout.count("saved") >= 2
