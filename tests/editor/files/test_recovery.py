"""Unsaved text survives a killed process."""

import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from editor.files.document import Stamp, TextFile
from editor.files.edit_log import EditLog
from editor.files.file_format import FileFormat
from editor.files.recovery import RecoveryJournal, Unsaved, readable_part, recover, recover_each
from editor.page.latency import LatencyLog
from editor.page.text_edit import TextEdit
from editor.settings.shortcuts import Command

FILE = TextFile(Path("letter.txt"), FileFormat("utf-16-le", True, "\r\n"), Stamp(1, 2, 3))

_CRASHING = """
import os, signal, sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from editor.files.recovery import RecoveryJournal, Unsaved
application = QCoreApplication([])
journal = RecoveryJournal(Path(sys.argv[1]), lambda: Unsaved(None, "typed before the crash"))
journal.write()
os.kill(os.getpid(), signal.SIGKILL)
"""


def crash(folder: Path) -> None:
    """Leave what a process leaves that was killed while it held this journal."""
    process = subprocess.run([sys.executable, "-c", _CRASHING, str(folder)], timeout=30, check=False)
    assert process.returncode == -signal.SIGKILL


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL")
def forget_owners(folder: Path) -> None:
    """Take the locks of journals away, as the end of a process does."""
    for lock in folder.rglob("*.lock"):
        lock.unlink()


def test_the_text_of_a_killed_process_is_recovered_once(tmp_path):
    crash(tmp_path)
    assert recover(tmp_path) == [Unsaved(None, "typed before the crash")]
    assert recover(tmp_path) == []


@pytest.mark.parametrize("unsaved", [Unsaved(FILE, "text\n"), Unsaved(None, "")])
def test_file_and_format_are_recovered_too(tmp_path, unsaved):
    journal = RecoveryJournal(tmp_path, lambda: unsaved)
    journal.write()
    forget_owners(tmp_path)
    assert recover(tmp_path) == [unsaved]


def test_the_journal_of_a_living_window_is_left_alone(tmp_path):
    journal = RecoveryJournal(tmp_path, lambda: Unsaved(None, "mine"))
    journal.write()
    assert recover(tmp_path) == []
    journal.close()


@pytest.mark.skipif(os.name == "nt", reason="POSIX permissions")
def test_nobody_else_may_read_what_is_not_saved_yet(tmp_path):
    journal = RecoveryJournal(tmp_path, lambda: Unsaved(None, "mine"))
    journal.write()
    (written,) = tmp_path.glob("*.journal")
    assert stat.S_IMODE(written.stat().st_mode) == 0o600
    journal.close()


def test_saved_text_leaves_no_journal(tmp_path):
    texts = [Unsaved(None, "a"), None]
    journal = RecoveryJournal(tmp_path, lambda: texts.pop(0))
    journal.write()
    assert list(tmp_path.glob("*.journal"))
    journal.write()
    assert not list(tmp_path.glob("*.journal"))
    journal.close()
    assert list(tmp_path.iterdir()) == []


def test_steady_typing_is_written_within_two_seconds(qtbot, tmp_path):
    journal = RecoveryJournal(tmp_path, lambda: Unsaved(None, "a"))
    journal.note_change()
    remaining = journal._timer.remainingTime()
    journal.note_change()
    assert journal._timer.remainingTime() <= remaining
    qtbot.waitUntil(lambda: list(tmp_path.glob("*.journal")) != [], timeout=2000)
    journal.close()


@pytest.mark.parametrize("content", ["", "{}", "[1]", '{"format_version": 9}\\nx'])
def test_a_broken_journal_is_kept_aside(tmp_path, caplog, content):
    (tmp_path / "a.journal").write_text(content)
    assert recover(tmp_path) == []
    assert (tmp_path / "a.broken").exists()
    assert "cannot be recovered" in caplog.text


def test_a_journal_says_when_it_was_written(tmp_path):
    journal = RecoveryJournal(tmp_path, lambda: Unsaved(FILE, "x"))
    journal.write()
    forget_owners(tmp_path)
    (file,) = tmp_path.glob("*.journal")
    changed_at = file.stat().st_mtime
    assert recover(tmp_path)[0].written_at == pytest.approx(changed_at, abs=60)


@pytest.mark.parametrize("header", ['{"format_version": 1}', '{"format_version": 1, "written_at": NaN}'])
def test_of_an_older_journal_the_file_says_when(tmp_path, header):
    path = tmp_path / "a.journal"
    path.write_text(f"{header}\nlost")
    os.utime(path, (1_700_000_000, 1_700_000_000))
    assert recover(tmp_path)[0].written_at == 1_700_000_000


def test_a_journal_stays_until_its_text_is_safe_again(tmp_path):
    path = tmp_path / "a.journal"
    path.write_text('{"format_version": 1}\nlost')
    assert recover_each(tmp_path, lambda _unsaved: False) == []
    assert path.exists()
    seen = []

    def restore(unsaved):
        seen.append((unsaved.text, path.exists()))
        return True

    recover_each(tmp_path, restore)
    assert seen == [("lost", True)]
    assert not path.exists()


def test_a_failing_restore_loses_nothing(tmp_path):
    path = tmp_path / "a.journal"
    path.write_text('{"format_version": 1}\nlost')

    def fail(_unsaved):
        raise RuntimeError("no window")

    with pytest.raises(RuntimeError):
        recover_each(tmp_path, fail)
    assert [unsaved.text for unsaved in recover(tmp_path)] == ["lost"]


def test_what_can_be_read_of_a_broken_journal_is_shown(tmp_path):
    (tmp_path / "a.journal").write_bytes(b'{"format_ver\nlost \xff and found')
    broken = recover_each(tmp_path, lambda _unsaved: True)
    assert broken == [tmp_path / "a.broken"]
    assert readable_part(broken[0]) == "lost \ufffd and found"


def test_a_folder_that_cannot_be_written_is_one_line_in_the_log(tmp_path, caplog):
    journal = RecoveryJournal(tmp_path / "a", lambda: Unsaved(None, "x"))
    forget_owners(tmp_path)
    (tmp_path / "a").rmdir()
    (tmp_path / "a").write_text("no folder")
    assert not journal.write()
    assert "cannot be kept safe" in caplog.text


def test_the_window_shows_what_was_recovered_as_unsaved(qtbot, foretype, paths):
    paths.recovery.mkdir(parents=True)
    (paths.recovery / "a.journal").write_text('{"format_version": 1}\nlost and found')
    assert foretype.recovery.restore() == 1
    window = foretype.windows[0]
    assert window.tab.text_edit.text() == "lost and found"
    assert window.tab.session.is_modified
    assert len(list(paths.recovery.glob("*.journal"))) == 1


def test_the_view_of_recovered_texts_comes_back_from_the_menu(qtbot, foretype, paths):
    paths.recovery.mkdir(parents=True)
    (paths.recovery / "a.journal").write_text('{"format_version": 1}\nlost and found')
    foretype.recovery.restore()
    main, view = foretype.windows[0].main_window, foretype.recovery.texts.view
    qtbot.waitExposed(main)
    view.close()
    assert main.action(Command.RECOVERED).isEnabled()
    main.action(Command.RECOVERED).trigger()
    assert view.isVisible()
    assert main.focusWidget() is view.list
    other = foretype.open_window().main_window
    other.action(Command.RECOVERED).trigger()
    assert view.window() is other
    foretype.recovery.texts.remove(foretype.windows[0].tab)
    assert not main.action(Command.RECOVERED).isEnabled()
    assert not view.isVisible()


def test_where_nothing_was_recovered_there_is_no_view(foretype, window):
    assert not window.main_window.action(Command.RECOVERED).isEnabled()
    window.main_window.commanded.emit(Command.RECOVERED)
    assert window.tab.status.currentMessage() == "Nothing was recovered"
    assert foretype.recovery.texts is None


def test_of_a_large_text_only_the_edits_are_written(qtbot, tmp_path):
    edit = TextEdit(LatencyLog())
    qtbot.addWidget(edit)
    edit.load("a line of text 🙂\n" * 40_000)
    log = EditLog(edit.breaks)
    journal = RecoveryJournal(
        tmp_path, lambda: Unsaved(None, edit.text()), edits=log.take, outline=lambda: Unsaved(None, "")
    )
    edit.textCursor().insertText("é")
    assert journal.write()
    (written,) = tmp_path.glob("*.journal")
    whole = written.stat().st_size
    for letter in "typed":
        edit.textCursor().insertText(letter)
        assert journal.write()
    edit.undo()
    assert journal.write()
    assert whole < written.stat().st_size < whole + 300
    with written.open("ab") as file:
        file.write(b'[3, 0, "cut o')
    forget_owners(tmp_path)
    assert recover(tmp_path) == [Unsaved(None, edit.text())]


def test_a_large_text_is_written_as_a_whole_when_its_edits_do_not_tell_all(qtbot, tmp_path):
    edit = TextEdit(LatencyLog())
    qtbot.addWidget(edit)
    edit.load("a line of text\n" * 40_000)
    log = EditLog(edit.breaks)
    journal = RecoveryJournal(
        tmp_path, lambda: Unsaved(None, edit.text()), edits=log.take, outline=lambda: Unsaved(None, "")
    )
    assert journal.write()
    edit.load("another text\n" * 50_000)
    assert journal.write()
    forget_owners(tmp_path)
    assert recover(tmp_path) == [Unsaved(None, edit.text())]


def test_the_end_of_every_restored_text_is_in_sight_when_its_page_is_shown(qtbot, foretype, paths):
    paths.recovery.mkdir(parents=True)
    for name in "ab":
        text = f"a line of {name} that is long enough to be wrapped\n" * 60
        (paths.recovery / f"{name}.journal").write_text('{"format_version": 1}\n' + text)
    assert foretype.recovery.restore() == 2
    window = foretype.windows[0]
    qtbot.waitExposed(window.main_window)
    for tab in window.tabs.all():
        window.show_tab(tab)
        page = tab.text_edit
        qtbot.waitUntil(lambda page=page: page.viewport().rect().contains(page.cursorRect().center()))
        assert page.textCursor().atEnd()
