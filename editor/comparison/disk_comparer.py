"""Has texts compared with their files: short ones at once, long ones on a thread of its own."""

import logging
import threading
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from editor.comparison.comparison_rows import Rows
from editor.comparison.disk_comparison import DiskComparison, compare_with_disk
from editor.files.file_format import FileFormat
from editor.process.worker_thread import WorkerThread
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

    def __init__(self, is_over: threading.Event) -> None:
        super().__init__()
        self._is_over = is_over

    @Slot(object)
    def on_asked(self, request: CompareRequest) -> None:
        if self._is_over.is_set():
            return
        try:
            result = compare_with_disk(request.path, request.text, request.format, should_stop=self._is_over.is_set)
        except Exception as exc:  # noqa: BLE001  # a failure is an answer; the worker goes on
            _log.exception("a comparison failed")
            error = tr("the texts cannot be compared: {reason}").format(reason=exc)
            result = DiskComparison(None, None, Rows((), ()), error=error)
        self.answered.emit(CompareAnswer(request.key, result))


class DiskComparer(WorkerThread):
    """The thread of the worker; it starts with the first long text.

    Signals:
        compared(CompareAnswer): one for every request, in order; for a short text inside `ask`.
    """

    compared = Signal(object)
    _asked = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__("comparison", parent)
        self._is_started = False
        self._is_over = threading.Event()  # set here, read by the worker
        worker = self._worker = self.take(_CompareWorker(self._is_over))
        self._asked.connect(worker.on_asked)
        worker.answered.connect(self._on_answered)

    def ask(self, request: CompareRequest) -> None:
        """Have a text compared."""
        if not self._is_started and _is_short(request):
            result = compare_with_disk(request.path, request.text, request.format)
            self.compared.emit(CompareAnswer(request.key, result))
            return
        self._is_started = True  # from now on the answers come in order
        self.start()
        self._asked.emit(request)

    def stop(self) -> None:
        """End the thread; nothing is answered any more."""
        self._is_over.set()
        super().stop()

    @Slot(object)
    def _on_answered(self, answer: CompareAnswer) -> None:
        if not self._is_over.is_set():
            self.compared.emit(answer)


def _is_short(request: CompareRequest) -> bool:
    try:
        size_bytes = request.path.stat().st_size if request.path is not None else 0
    except OSError:
        size_bytes = 0
    return len(request.text) + size_bytes <= _AT_ONCE_CHARS
