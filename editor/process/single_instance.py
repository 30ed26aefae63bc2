"""One program for each person and screen: a second start hands its files to the first through a local socket.

Nothing here reaches a network: the socket is a file (on Windows a pipe) that its owner alone may open.
"""

import hashlib
import json
import logging
import os
import sys
from enum import Enum, auto
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_log = logging.getLogger(__name__)
_FORMAT_VERSION = 1
_CONNECT_MS = 1000
# The first program may be about to show its first window, or to open ten megabytes.
_ANSWER_MS = 10_000
_LOCK_MS = 15_000
_MAX_MESSAGE_BYTES = 1_000_000
# What the system calls allow for the name of a socket, with some room for the name it has while it is made.
_MAX_ADDRESS = 85
_TAKEN = b"taken\n"


class Turn(Enum):
    """What this start of the program turns out to be."""

    FIRST = auto()
    """It listens for others now."""
    HANDED_OVER = auto()
    """Another program has the files: nothing is left to do."""
    ALONE = auto()
    """It neither listens nor could it hand over; it runs for itself."""


class SingleInstance(QObject):
    """This start's end of the socket.

    Signals:
        files_received(list[Path]): another start wants these opened, or a new window when there are none.
    """

    files_received = Signal(object)

    def __init__(self, address: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._address = address
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_new_connection)

    def take(self, files: list[Path]) -> Turn:
        """Hand `files` to the program that listens, or listen from now on; waits some seconds for an answer."""
        if sys.platform != "win32" and len(os.fsencode(self._address)) > _MAX_ADDRESS:
            _log.warning("%s is too long a name for a socket: every start is a program of its own", self._address)
            return Turn.ALONE
        lock = QLockFile(_lock_name(self._address))
        # Two starts at once: the second waits until the first listens, and does not clean its socket away.
        lock.setStaleLockTime(0)
        if not lock.tryLock(_LOCK_MS):
            _log.warning("%s cannot be locked: this start is a program of its own", self._address)
            return Turn.ALONE
        try:
            return self._take(files)
        finally:
            lock.unlock()

    def stop(self) -> None:
        """Stop listening, and leave no socket behind."""
        self._server.close()

    def _take(self, files: list[Path]) -> Turn:
        socket = QLocalSocket()
        socket.connectToServer(self._address)
        if socket.waitForConnected(_CONNECT_MS):
            return Turn.HANDED_OVER if _hand_over(socket, files) else Turn.ALONE
        # A killed program leaves its socket; nobody answers there, as was just seen.
        QLocalServer.removeServer(self._address)
        if not self._server.listen(self._address):
            _log.warning("%s: %s: other starts will not be heard", self._address, self._server.errorString())
            return Turn.ALONE
        return Turn.FIRST

    @Slot()
    def _on_new_connection(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.disconnected.connect(socket.deleteLater)
            socket.readyRead.connect(self._on_ready_read)
            self._read(socket)

    @Slot()
    def _on_ready_read(self) -> None:
        socket = self.sender()
        if isinstance(socket, QLocalSocket):
            self._read(socket)

    def _read(self, socket: QLocalSocket) -> None:
        if not socket.canReadLine():
            if socket.bytesAvailable() > _MAX_MESSAGE_BYTES:
                socket.abort()
            return
        try:
            files = _as_files(json.loads(bytes(socket.readLine().data())))
        except (ValueError, TypeError, KeyError) as exc:
            _log.warning("another start said what cannot be understood: %s", exc)
            socket.abort()
            return
        # The other start ends now; what comes of its files is said in a window here.
        socket.write(_TAKEN)
        socket.flush()
        socket.disconnectFromServer()
        self.files_received.emit(files)


def address(data: Path) -> str:
    """Return the socket's name for the data folder of one person, on the screen that this start would use."""
    screen = os.environ.get("WAYLAND_DISPLAY") or os.environ.get("DISPLAY") or ""
    key = hashlib.sha256(os.fsencode(data.absolute()) + b"\0" + screen.encode()).hexdigest()[:16]
    name = f"foretype-{key}"
    if sys.platform == "win32":
        return name
    runtime = Path(os.environ.get("XDG_RUNTIME_DIR") or "")
    # Somebody else's folder is no place for a socket.
    if runtime.is_absolute() and runtime.is_dir() and runtime.stat().st_uid == os.getuid():
        return str(runtime / name)
    try:
        data.mkdir(parents=True, exist_ok=True)
    except OSError as exc:
        _log.warning("there is no folder %s: %s", data, exc)  # then nobody listens there, which is said too
    return str(data / name)


def _lock_name(address_: str) -> str:
    folder = Path(address_).parent if sys.platform != "win32" else Path(os.environ.get("TEMP", "."))
    return str(folder / f"{Path(address_).name}.lock")


def _hand_over(socket: QLocalSocket, files: list[Path]) -> bool:
    names = [str(file.absolute()) for file in files]
    # ASCII: a file name that is no valid UTF-8 is kept as its escapes.
    socket.write((json.dumps({"format_version": _FORMAT_VERSION, "files": names}) + "\n").encode("ascii"))
    socket.flush()
    is_taken = socket.waitForReadyRead(_ANSWER_MS) and bytes(socket.readAll().data()) == _TAKEN
    if not is_taken:
        _log.warning("the Foretype that is running does not answer: this start is a program of its own")
    return is_taken


def _as_files(message: object) -> list[Path]:
    if not isinstance(message, dict) or message["format_version"] != _FORMAT_VERSION:
        raise ValueError("another format")
    names = message["files"]
    if not isinstance(names, list) or not all(isinstance(name, str) and Path(name).is_absolute() for name in names):
        raise ValueError("no list of files")
    return [Path(name) for name in names]
