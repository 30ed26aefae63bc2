"""A thread and the objects that work on it: moved there, started late or at once, ended without leaving anything."""

from typing import TypeVar

from PySide6.QtCore import QObject, Qt, QThread, Signal

Worker = TypeVar("Worker", bound=QObject)


class WorkerThread(QObject):
    """Owns one thread; lives on the GUI thread, and so do the signals of what is made from it.

    A worker may have a slot `on_started`, which runs when the thread begins, and a slot `on_stopping`, which runs on
    the thread after all that it was asked before, while `stop` waits.
    """

    _stopping = Signal()

    def __init__(
        self,
        name: str,
        parent: QObject | None = None,
        *,
        priority: QThread.Priority = QThread.Priority.InheritPriority,
    ) -> None:
        super().__init__(parent)
        self._priority = priority
        self._thread = QThread()
        self._thread.setObjectName(name)

    def take(self, worker: Worker) -> Worker:
        """Let a worker, which has no parent, live on the thread; return it."""
        worker.moveToThread(self._thread)
        if hasattr(worker, "on_started"):
            self._thread.started.connect(worker.on_started)
        if hasattr(worker, "on_stopping"):
            self._stopping.connect(worker.on_stopping, Qt.ConnectionType.BlockingQueuedConnection)
        return worker

    def start(self) -> None:
        """Start the thread, if it does not run already."""
        if not self._thread.isRunning():
            self._thread.start(self._priority)

    def stop(self) -> None:
        """Let the workers finish what they do, and end the thread."""
        if self._thread.isRunning():
            self._stopping.emit()
        self._thread.quit()
        self._thread.wait()
