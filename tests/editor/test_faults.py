"""What goes wrong with files: each is a sentence with the file's name, the old file stays, and so does the text."""

import errno
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from editor.errors import DocumentError
from editor.files import document
from editor.files.document import is_there, read_file, read_or_new, write_file
from editor.files.recovery import RecoveryJournal, Unsaved, recover
from editor.process.paths import Paths
from editor.process.single_instance import address
from editor.program.foretype import Foretype
from editor.suggestions.messages import RequestIds
from editor.window.document_tab import DocumentTab
from resources.files.atomic_file import write_atomically
from tests.editor.fake_dialogs import FakeDialogs

pytestmark = pytest.mark.skipif(os.name == "nt", reason="POSIX files")
ROOT = os.name != "nt" and os.geteuid() == 0


@pytest.fixture
def letter(tmp_path):
    path = tmp_path / "letter.txt"
    path.write_text("old")
    return path


def fail(name, code, monkeypatch):
    def failing(*_args, **_kwargs):
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, name, failing)


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EDQUOT, errno.EIO])
@pytest.mark.parametrize("step", ["open", "fsync", "replace"])
def test_a_failing_disk_keeps_the_old_file_and_says_what_to_do(letter, monkeypatch, step, code):
    file, _ = read_file(letter)
    with monkeypatch.context() as patch:
        fail(step, code, patch)
        with pytest.raises(DocumentError, match=r"letter\.txt cannot be saved: .*Your text is still here") as caught:
            write_file(file, "new")
    assert (code == errno.EIO) or "make room, or choose another place" in str(caught.value)
    assert letter.read_text() == "old"
    assert [each.name for each in letter.parent.iterdir()] == ["letter.txt"]


@pytest.mark.parametrize("step", ["fsync", "posix_fallocate"])
def test_a_failing_disk_keeps_the_old_bytes_of_a_file_with_two_names(letter, monkeypatch, step):
    os.link(letter, letter.with_name("other"))
    file, _ = read_file(letter)
    with monkeypatch.context() as patch:
        fail(step, errno.ENOSPC, patch)
        with pytest.raises(DocumentError, match="No space left"):
            write_file(file, "a longer new text")
    assert letter.read_text() == "old"


_LIMITED = """
import resource, sys
from pathlib import Path
from editor.files.document import read_file, write_file
from editor.errors import DocumentError
path = Path(sys.argv[1])
file, _ = read_file(path)
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
try:
    write_file(file, "x" * 10_000)
except DocumentError as exc:
    print(exc)
"""


@pytest.mark.parametrize("has_two_names", [False, True])
def test_a_disk_that_takes_no_more_keeps_the_old_file(letter, has_two_names):
    if has_two_names:
        os.link(letter, letter.with_name("other"))
    command = [sys.executable, "-c", _LIMITED, str(letter)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)
    assert "letter.txt cannot be saved: File too large: make room" in done.stdout
    assert letter.read_text() == "old"


def test_a_hard_link_stays_one_file(letter):
    other = letter.with_name("other.txt")
    os.link(letter, other)
    file, _ = read_file(letter)
    file = write_file(file, "a longer text")
    assert other.read_text() == "a longer text"
    write_file(file, "short")
    assert other.read_text() == "short"
    assert letter.samefile(other)


@pytest.mark.skipif(not ROOT, reason="only the administrator gives files away")
def test_owner_group_and_permissions_are_kept(letter):
    os.chown(letter, 1234, 4321)
    letter.chmod(0o4750)
    write_file(read_file(letter)[0], "new")
    status = letter.stat()
    assert (status.st_uid, status.st_gid, stat.S_IMODE(status.st_mode)) == (1234, 4321, 0o4750)


@pytest.mark.parametrize("broken", ["chown", "open"])
def test_where_no_new_file_can_take_the_place_the_old_one_is_written(letter, monkeypatch, broken):
    inode = letter.stat().st_ino
    file, _ = read_file(letter)
    if broken == "chown":
        monkeypatch.setattr("resources.files.atomic_file._has_owner_of", lambda *_: False)
    else:
        fail("open", errno.EACCES, monkeypatch)  # a folder that takes no new file
    write_file(file, "new")
    monkeypatch.undo()
    assert letter.read_text() == "new"
    assert letter.stat().st_ino == inode
    assert [each.name for each in letter.parent.iterdir()] == ["letter.txt"]


def test_a_link_to_nothing_is_followed_when_saved(tmp_path):
    link, target = tmp_path / "link.txt", tmp_path / "target.txt"
    link.symlink_to(target)
    file, text = read_or_new(link)
    assert text == ""
    write_file(file, "new")
    assert link.is_symlink()
    assert target.read_text() == "new"


def test_links_in_a_circle_are_told(tmp_path):
    one, two = tmp_path / "one.txt", tmp_path / "two.txt"
    one.symlink_to(two)
    two.symlink_to(one)
    with pytest.raises(DocumentError, match=r"one\.txt cannot be read: .*links lead in a circle"):
        read_or_new(one)
    with pytest.raises(DocumentError, match=r"one\.txt cannot be saved: .*links lead in a circle"):
        write_file(document.new_file(one), "text", overwrite_changed=True)


def test_a_folder_that_vanished_is_told_and_nothing_is_made(tmp_path):
    folder = tmp_path / "folder"
    folder.mkdir()
    file = write_file(document.new_file(folder / "a.txt"), "one")
    (folder / "a.txt").unlink()
    folder.rmdir()
    for overwrites in (False, True):
        with pytest.raises(DocumentError, match=r"a\.txt"):
            write_file(file, "two", overwrite_changed=overwrites)
    assert not folder.exists()


def fifo(folder):
    os.mkfifo(folder / "pipe")
    return folder / "pipe"


@pytest.mark.parametrize("make", [fifo, lambda _: Path("/dev/zero"), lambda _: Path("/dev/full")])
def test_what_is_no_file_is_neither_read_nor_written_over(tmp_path, make):
    path = make(tmp_path)
    mode = path.stat().st_mode
    with pytest.raises(DocumentError, match="is not a regular file"):
        read_or_new(path)
    with pytest.raises(DocumentError, match="is not a regular file"):
        write_file(document.TextFile(path, document.FileFormat(), None), "text", overwrite_changed=True)
    assert path.stat().st_mode == mode


def test_a_folder_is_not_saved_over(tmp_path):
    with pytest.raises(DocumentError, match="it is a folder: choose a name for a file"):
        write_file(document.TextFile(tmp_path, document.FileFormat(), None), "text", overwrite_changed=True)


def test_a_file_that_grows_while_it_is_read_is_read_to_the_limit_alone(letter, monkeypatch):
    monkeypatch.setattr(document, "MAX_BYTES", 1000)
    real = os.fstat

    def grown(handle):
        status = real(handle)
        with letter.open("ab") as file:
            file.write(b"x" * 2000)
        return status

    monkeypatch.setattr(os, "fstat", grown)
    with pytest.raises(DocumentError, match="MB a page can hold"):
        read_file(letter)


LONG = "x" * 255


@pytest.mark.parametrize("name", ["two\nlines", LONG, "ü" * 127, os.fsdecode(b"latin \xfc"), " .txt", "-"])
def test_any_name_that_a_file_can_have_is_read_and_saved(qtbot, tmp_path, name):
    path = tmp_path / name
    dialogs = FakeDialogs()
    tab = DocumentTab(tmp_path / "recovery", RequestIds(), dialogs)
    tab.session.load(path)
    tab.text_edit.insertPlainText("text")
    tab.journal.write()
    assert tab.session.save(), dialogs.warnings
    assert path.read_text() == "text"
    tab.text_edit.insertPlainText("more")
    assert tab.session.unsaved().file.path == path
    assert tab.session.save()
    assert tab.session.reload()
    tab.discard()


@pytest.mark.parametrize("name", ["/" + "/".join(["long"] * 1000), "x" * 4000, "a\0b", "letter.txt/below"])
def test_a_name_that_cannot_be_is_told(letter, monkeypatch, name):
    monkeypatch.chdir(letter.parent)
    path = Path(name)
    with pytest.raises(DocumentError, match=r"cannot be|does not exist"):
        write_file(read_or_new(path)[0], "text")
    assert not is_there(path)


def test_a_folder_that_cannot_be_looked_into_is_told(letter, monkeypatch):
    def closed(*_args, **_kwargs):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(Path, "stat", closed)
    with pytest.raises(DocumentError, match=r"letter\.txt cannot be read: .*ask for the permission"):
        read_or_new(letter)
    assert not is_there(letter)


@pytest.mark.skipif(not ROOT, reason="becomes another user")
def test_what_another_user_may_not_read_or_write_is_told(letter):
    letter.parent.chmod(0o755)
    letter.chmod(0o600)
    child = os.fork()
    if child == 0:
        os.setuid(65534)
        code = 0
        try:
            write_atomically(letter, b"new")
        except PermissionError:
            code = 7
        finally:
            os._exit(code)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 7
    assert letter.read_text() == "old"


def test_without_a_journal_the_window_works_and_says_so(qtbot, tmp_path, caplog):
    (tmp_path / "file").write_text("")
    folder = tmp_path / "file" / "recovery"
    dialogs = FakeDialogs()
    tab = DocumentTab(folder, RequestIds(), dialogs)
    tab.text_edit.insertPlainText("text")
    assert not tab.journal.write()
    assert "cannot be backed up" in tab.status.currentMessage()
    assert "Save it often" in tab.status.currentMessage()
    assert "cannot be kept safe" in caplog.text
    (tmp_path / "file").unlink()
    assert tab.journal.write()
    assert recover(folder) == []  # its owner lives
    tab.discard()


def test_where_nothing_at_all_can_be_written_the_program_works(qtbot, tmp_path, engine, caplog):
    nowhere = tmp_path / "file"
    nowhere.write_text("no folder")
    paths = Paths(nowhere / "preferences.json", nowhere / "data" / "recovery", nowhere / "cache")
    assert address(nowhere / "data")
    foretype = Foretype(paths, lambda _: engine)
    with qtbot.waitSignal(foretype.model_changed):
        foretype.start(Path("model"))
    window = foretype.open_window()
    window.tab.text_edit.insertPlainText("text")
    foretype.save_texts()
    assert "cannot be backed up" in window.tab.status.currentMessage()
    assert window.tab.text_edit.text() == "text"
    foretype.stop()
    assert nowhere.read_text() == "no folder"
    assert "cannot be kept safe" in caplog.text


@pytest.mark.parametrize(
    "content",
    [
        b"[" * 100_000,
        b'{"format_version": 1, "path": "x", "format": ["klingon", false, "\\n"], "stamp": null}\ntext',
        b'{"format_version": 1, "path": "x", "format": ["utf-8", false, "z"], "stamp": null}\ntext',
        b'{"format_version": 1, "path": "x", "format": ["utf-8", false, "\\n"], "stamp": [1e999, 1, 1]}\ntext',
        b"\xff\xfe\x00garbage",
    ],
)
def test_a_journal_of_garbage_is_kept_aside(tmp_path, content, caplog):
    (tmp_path / "a.journal").write_bytes(content)
    assert recover(tmp_path) == []
    assert (tmp_path / "a.broken").read_bytes() == content
    assert "cannot be recovered" in caplog.text


def test_a_journal_too_large_is_not_read(tmp_path, monkeypatch, caplog):
    monkeypatch.setattr("editor.files.recovery._LARGEST_BYTES", 10)
    journal = RecoveryJournal(tmp_path, lambda: Unsaved(None, "more than ten"))
    journal.write()
    next(tmp_path.glob("*.lock")).unlink()  # as after the end of its owner
    assert recover(tmp_path) == []
    assert "too large" in caplog.text
