"""What a crash left, in the strip and in the view: listed, compared, kept, given up for the file, saved elsewhere."""

import os
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow

from editor.desks.recovered_texts import RecoveredTexts
from editor.files.dialogs import DiskChoice
from editor.files.document import TextFile, stamp_of
from editor.files.file_format import FileFormat
from editor.files.recovery import Unsaved
from editor.files.session import DocumentSession
from editor.page.latency import LatencyLog
from editor.page.text_edit import TextEdit
from tests.editor.fake_dialogs import FakeDialogs

RESTORED = "Foretype ended without saving this text. It is restored here"


@dataclass(slots=True)
class Page:
    """An open document."""

    session: DocumentSession
    text_edit: TextEdit
    dialogs: FakeDialogs


@pytest.fixture
def window(qtbot):
    made = QMainWindow()
    qtbot.addWidget(made)
    made.resize(900, 700)
    return made


@pytest.fixture
def desk(qtbot):
    made = RecoveredTexts()
    yield made
    made.stop()


@pytest.fixture
def path(tmp_path):
    made = tmp_path / "letter.txt"
    made.write_text("one\ntwo\nthree\n")
    return made


@pytest.fixture
def open_page(qtbot, window):
    def made(unsaved: Unsaved) -> Page:
        dialogs = FakeDialogs()
        edit = TextEdit(LatencyLog())
        window.setCentralWidget(edit)
        page = Page(DocumentSession(edit, dialogs, window), edit, dialogs)
        page.session.restore(unsaved)
        return page

    return made


def unsaved(path: Path | None, text: str, written_at: float | None = 1_700_000_000) -> Unsaved:
    file = None if path is None else TextFile(path, FileFormat(), stamp_of(path))
    return Unsaved(file, text, written_at)


def restore(desk, open_page, lost):
    page = open_page(lost)
    bar = desk.add(lost, page)
    bar.setParent(page.text_edit)
    bar.show()
    return page, bar


def listed(desk):
    return [desk.view.list.item(row).text().split("\n") for row in range(desk.view.list.count())]


def test_the_strip_says_how_much_differs(desk, open_page, path):
    _, bar = restore(desk, open_page, unsaved(path, "one\n2\nthree\n"))
    assert bar.sentence.text() == f"{RESTORED}: 1 line differs from the file on disk."
    assert not bar.take.isHidden()


def test_the_view_lists_name_folder_time_and_how_much_differs(desk, open_page, path):
    restore(desk, open_page, unsaved(path, "one\n2\nthree\nfour\n"))
    restore(desk, open_page, unsaved(None, "never saved"))
    (name, folder, facts), (untitled, place, _) = listed(desk)
    assert (name, folder) == ("letter.txt", str(path.parent))
    assert facts.endswith("· +2 −1 lines")
    assert (untitled, place) == ("Untitled: never saved", "In no file yet")


def test_the_view_shows_what_differs_of_the_chosen_one(desk, open_page, path):
    restore(desk, open_page, unsaved(path, "one\n2\nthree\n"))
    restore(desk, open_page, unsaved(None, "never saved"))
    assert "\ntwo\n2\n" in desk.view.panel.view.toPlainText()
    QTest.keyClick(desk.view.list, Qt.Key.Key_Down)
    assert desk.view.panel.view.toPlainText() == "never saved"
    assert not desk.view.take.isEnabled()


def test_a_file_that_changed_since_is_said_in_both(desk, open_page, path):
    lost = unsaved(path, "one\n2\nthree\n")
    path.write_text("one\ntwo\nthree\nfour\n")
    os.utime(path, (1_700_009_000, 1_700_009_000))
    _, bar = restore(desk, open_page, lost)
    assert "Another program changed the file on disk" in bar.sentence.text()
    assert "after this text was last backed up" in desk.view.panel.remark.text()


def test_the_file_on_disk_can_be_taken_and_the_text_brought_back(desk, open_page, path):
    page, bar = restore(desk, open_page, unsaved(path, "one\n2\nthree\n"))
    desk.view.take.click()
    assert page.text_edit.text() == "one\ntwo\nthree\n"
    assert not page.session.is_modified
    assert bar.isHidden()
    page.text_edit.undo()
    assert page.text_edit.text() == "one\n2\nthree\n"
    assert page.session.is_modified


def test_a_kept_text_stays_unsaved_and_the_strip_goes(desk, open_page, path):
    page, bar = restore(desk, open_page, unsaved(path, "one\n2\nthree\n"))
    desk.view.keep.click()
    assert bar.isHidden()
    assert page.session.is_modified
    assert desk.view.outcome.text() == "Kept, still unsaved"


def test_a_copy_leaves_the_document_and_its_file_as_they_are(desk, open_page, path, tmp_path):
    page, bar = restore(desk, open_page, unsaved(path, "one\n2\nthree\n"))
    page.dialogs.save_path = tmp_path / "copy.txt"
    desk.view.copy.click()
    assert (tmp_path / "copy.txt").read_text() == "one\n2\nthree\n"
    assert path.read_text() == "one\ntwo\nthree\n"
    assert page.session.path == path
    assert page.session.is_modified
    assert not bar.isHidden()
    assert desk.view.outcome.text() == f"Saved a copy as {tmp_path / 'copy.txt'}"


def test_saving_from_the_strip_ends_it(desk, open_page, path):
    _, bar = restore(desk, open_page, unsaved(path, "one\n2\nthree\n"))
    bar.save.click()
    assert path.read_text() == "one\n2\nthree\n"
    assert bar.isHidden()
    assert desk.view.outcome.text() == "Saved"


def test_saving_over_a_changed_file_asks_and_shows_both(desk, open_page, path):
    lost = unsaved(path, "one\n2\nthree\n")
    path.write_text("written by another program")
    page, bar = restore(desk, open_page, lost)
    page.dialogs.disk_choice = DiskChoice.CANCEL
    bar.save.click()
    assert page.dialogs.compared == [(path, "one\n2\nthree\n")]
    assert path.read_text() == "written by another program"
    assert not bar.isHidden()


def test_compare_in_the_strip_opens_the_view_with_that_text(qtbot, desk, open_page, window, path):
    restore(desk, open_page, unsaved(None, "first"))
    page, bar = restore(desk, open_page, unsaved(path, "one\n2\nthree\n"))
    window.show()
    qtbot.waitExposed(window)
    page.text_edit.setFocus()
    bar.compare.click()
    assert desk.view.isVisible()
    assert desk.view.current == 2
    assert "two" in desk.view.panel.view.toPlainText()


def test_what_is_typed_meanwhile_is_compared_too(desk, open_page, path):
    page, bar = restore(desk, open_page, unsaved(path, "one\n2\nthree\n"))
    page.text_edit.insertPlainText("and more")
    bar.compare.click()
    assert "and more" in desk.view.panel.view.toPlainText()


def test_the_view_takes_no_focus_when_it_appears(qtbot, desk, open_page, window, path):
    page, _ = restore(desk, open_page, unsaved(path, "one\n2\nthree\n"))
    window.show()
    window.activateWindow()
    page.text_edit.setFocus()
    qtbot.waitUntil(page.text_edit.hasFocus)
    desk.show_in(window)
    assert page.text_edit.hasFocus()
    QTest.keyClicks(window.focusWidget(), "x")
    assert page.text_edit.text() == "one\n2\nthree\nx"


def test_a_damaged_journal_is_listed_with_its_path_and_what_can_be_read(desk, tmp_path):
    broken = tmp_path / "a.broken"
    broken.write_bytes(b'{"format_ver\nlost and found')
    desk.add_broken(broken)
    assert listed(desk)[0][:2] == ["A damaged journal", str(broken)]
    assert desk.view.panel.view.toPlainText() == "lost and found"
    assert str(broken) in desk.view.panel.remark.text()
    assert not desk.view.keep.isEnabled()
    assert desk.view.copy.isEnabled()


def test_a_closed_document_is_listed_no_more(desk, open_page, path):
    page, _ = restore(desk, open_page, unsaved(path, "one\n2\nthree\n"))
    restore(desk, open_page, unsaved(None, "second"))
    desk.remove(page)
    assert [entry[0] for entry in listed(desk)] == ["Untitled: second"]
    assert desk.view.panel.view.toPlainText() == "second"


def test_a_long_text_is_compared_while_the_person_types(qtbot, desk, open_page, path):
    path.write_text("line\n" * 30_000)
    _, bar = restore(desk, open_page, unsaved(path, "line\n" * 30_000 + "the end"))
    assert bar.sentence.text() == f"{RESTORED}."
    qtbot.waitUntil(lambda: "1 line differs" in bar.sentence.text())
