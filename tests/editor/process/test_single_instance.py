"""A second start hands its files to the first and ends; killed programs, other people and screens are no obstacle."""

import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalSocket

from editor.process.single_instance import SingleInstance, Turn, address
from tests.editor.fake_dialogs import FakeDialogs

ROOT = Path(__file__).parents[3]
_START = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from editor.process.single_instance import SingleInstance
application = QCoreApplication([])
instance = SingleInstance(sys.argv[1])
print(instance.take([Path(name) for name in sys.argv[2:]]).name, flush=True)
sys.stdin.read()
"""

pytestmark = pytest.mark.skipif(os.name == "nt", reason="sockets are files")


def start(where: str, *files: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", _START, where, *files],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def turn_of(child: subprocess.Popen[str]) -> str:
    said, _ = child.communicate("", timeout=30)
    return said.strip()


@pytest.fixture
def where():
    # A test's own folder can have too long a name for a socket.
    with tempfile.TemporaryDirectory() as folder:
        yield str(Path(folder) / "s")


@pytest.fixture
def first(qtbot, where):
    instance = SingleInstance(where)
    assert instance.take([]) is Turn.FIRST
    yield instance
    instance.stop()


def test_a_second_start_hands_its_files_over(qtbot, first, where):
    with qtbot.waitSignal(first.files_received, timeout=20_000) as received:
        second = start(where, "/a b.txt", "c.txt", "/caf\udce9")
    assert received.args == [[Path("/a b.txt"), ROOT / "c.txt", Path("/caf\udce9")]]
    assert turn_of(second) == "HANDED_OVER"


def test_the_socket_is_for_its_owner_alone(first, where):
    status = Path(where).stat()
    assert status.st_mode & 0o077 == 0
    assert status.st_uid == os.getuid()


def test_the_socket_of_a_killed_program_is_cleaned(qtbot, where):
    killed = start(where)
    assert killed.stdout is not None
    assert killed.stdout.readline().strip() == "FIRST"
    os.kill(killed.pid, signal.SIGKILL)
    killed.communicate()
    assert Path(where).exists()
    next_one = SingleInstance(where)
    assert next_one.take([]) is Turn.FIRST
    with qtbot.waitSignal(next_one.files_received, timeout=20_000):
        second = start(where)
    assert turn_of(second) == "HANDED_OVER"
    next_one.stop()
    assert not Path(where).exists()


@pytest.mark.parametrize("message", [b"hello\n", b"[]\n", b'{"format_version": 1, "files": ["relative"]}\n'])
def test_nonsense_from_the_socket_is_dropped_and_the_next_is_heard(qtbot, first, where, message):
    socket = QLocalSocket()
    with qtbot.assertNotEmitted(first.files_received):
        socket.connectToServer(where)
        assert socket.waitForConnected(1000)
        socket.write(message)
        socket.flush()
        qtbot.waitUntil(lambda: socket.state() is QLocalSocket.LocalSocketState.UnconnectedState)
    socket.connectToServer(where)
    assert socket.waitForConnected(1000)
    with qtbot.waitSignal(first.files_received):
        socket.write(b'{"format_version": 1, "files": []}\n')
        socket.flush()
    qtbot.waitUntil(lambda: socket.state() is QLocalSocket.LocalSocketState.UnconnectedState)


def test_a_program_that_does_not_answer_holds_nobody_up(first, where, monkeypatch):
    # This very thread would have to answer.
    monkeypatch.setattr("editor.process.single_instance._ANSWER_MS", 20)
    assert SingleInstance(where).take([]) is Turn.ALONE


def test_too_long_a_name_is_no_obstacle(qtbot, tmp_path):
    assert SingleInstance(str(tmp_path / ("x" * 120))).take([]) is Turn.ALONE


def test_people_and_screens_have_addresses_of_their_own(tmp_path, monkeypatch):
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    monkeypatch.setenv("DISPLAY", ":1")
    mine = address(tmp_path / "a")
    assert address(tmp_path / "a") == mine
    assert Path(mine).parent == tmp_path / "a"
    assert address(tmp_path / "b") != mine
    monkeypatch.setenv("DISPLAY", ":2")
    assert address(tmp_path / "a") != mine


def test_the_window_that_has_the_file_takes_it(foretype, tmp_path):
    path = tmp_path / "letter.txt"
    path.write_text("Dear Ada")
    free = foretype.open_window()
    foretype.on_files_received([path])
    assert free.tab.text_edit.text() == "Dear Ada"
    foretype.on_files_received([path])
    assert foretype.windows == [free]
    foretype.on_files_received([tmp_path / "new.txt"])
    foretype.on_files_received([])
    assert [[tab.session.name for tab in window.tabs.all()] for window in foretype.windows] == [
        ["letter.txt", "new.txt"],
        ["Untitled"],
    ]


def test_a_file_that_cannot_be_opened_is_said_in_the_window(foretype, window, tmp_path):
    window.tab.dialogs = dialogs = FakeDialogs()
    foretype.on_files_received([tmp_path])
    assert "is a folder" in dialogs.warnings[0]
    assert window.tab.session.is_pristine
