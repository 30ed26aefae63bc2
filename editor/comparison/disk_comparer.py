"""Has texts compared with their files: short ones at once, long ones on a thread of its own."""

import logging
import threading
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QThread, Signal, Slot

from editor.comparison.comparison_rows import Rows
from editor.comparison.disk_comparison import DiskComparison, compare_with_disk
from editor.files.file_format import FileFormat
from editor.translation import tr

_log = logging.getLogger(__name__)
# Two texts of this size together are compared between two keys.
_AT_ONCE_CHARS = 60_000


@dataclass(frozen=True, slots=True)
class CompareRequest:
    """A text and the file it belongs to, None for an untitled one; `key` tells one request from another."""

    key: int
    path: Path | None
    text: str
    format: FileFormat


@dataclass(frozen=True, slots=True)
class CompareAnswer:
    """What came of a request."""

    key: int
    result: DiskComparison


class _CompareWorker(QObject):
    answered = Signal(object)

    def __init__(self, stopping: threading.Event) -> None:
        super().__init__()
        self._stopping = stopping

    @Slot(object)
    def on_asked(self, request: CompareRequest) -> None:
        if self._stopping.is_set():
            return
        try:
            result = compare_with_disk(request.path, request.text, request.format, should_stop=self._stopping.is_set)
        except Exception as exc:  # noqa: BLE001  # a failure is an answer; the worker goes on
            _log.exception("a comparison failed")
            error = tr("the texts cannot be compared: {reason}").format(reason=exc)
            result = DiskComparison(None, None, Rows((), ()), error=error)
        self.answered.emit(CompareAnswer(request.key, result))


class DiskComparer(QObject):
    """Lives on the GUI thread; its thread is started for the first long text.

    Signals:
        compared(CompareAnswer): one for every request, in order; for a short text inside `ask`.
    """

    compared = Signal(object)
    _asked = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread: QThread | None = None
        self._worker: _CompareWorker | None = None
        self._stopping = threading.Event()  # set here, read by the worker

    def ask(self, request: CompareRequest) -> None:
        """Have a text compared."""
        if self._thread is None and _is_short(request):
            result = compare_with_disk(request.path, request.text, request.format)
            self.compared.emit(CompareAnswer(request.key, result))
            return
        self._start()
        self._asked.emit(request)

    def stop(self) -> None:
        """End the thread; nothing is answered any more."""
        self._stopping.set()
        if self._thread is not None:
            self._thread.quit()
            self._thread.wait()
            self._thread = self._worker = None

    def _start(self) -> None:
        if self._thread is not None:
            return
        self._thread = QThread()
        self._thread.setObjectName("comparison")
        self._worker = _CompareWorker(self._stopping)
        self._worker.moveToThread(self._thread)
        self._asked.connect(self._worker.on_asked)
        self._worker.answered.connect(self._on_answered)
        self._thread.start()

    @Slot(object)
    def _on_answered(self, answer: CompareAnswer) -> None:
        if not self._stopping.is_set():
            self.compared.emit(answer)


def _is_short(request: CompareRequest) -> bool:
    try:
        size_bytes = request.path.stat().st_size if request.path is not None else 0
    except OSError:
        size_bytes = 0
    return len(request.text) + size_bytes <= _AT_ONCE_CHARS
