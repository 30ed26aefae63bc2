"""Notices what other programs do to the file of a document while it is open."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from editor.files.disk_watcher import DiskWatcher
from editor.files.session import DiskChange, DocumentSession
from editor.process.timers import single_shot

# Programs write in several steps: to look at once is to see half a file.
_SETTLE_MS = 300


class FileWatch(QObject):
    """Watches a session's file, and its folder, because many programs save by putting another file in its place.

    Signals:
        noticed(DiskChange): the file on disk is no longer what the page knows, or is again.
    """

    noticed = Signal(object)

    def __init__(self, session: DocumentSession, watcher: DiskWatcher, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._change = DiskChange.NONE
        self._paths: frozenset[str] = frozenset()
        self._watcher = watcher
        watcher.stirred.connect(self._on_disk_stirred)
        self._timer = single_shot(self, _SETTLE_MS, self._on_settled)
        session.file_changed.connect(self._on_file_changed)

    def stop(self) -> None:
        """Stop watching."""
        self._timer.stop()
        self._watch(None)

    def _follow(self) -> None:
        # A file that is not there is not taken, and tried again when its folder changes.
        self._watch(self._session.path)

    def _watch(self, path: Path | None) -> None:
        self._paths = frozenset((str(path), str(path.parent))) if path is not None else frozenset()
        self._watcher.follow(self, self._paths)

    def _look(self) -> None:
        change = self._session.disk_change()
        if change is not self._change or change is not DiskChange.NONE:
            self._change = change
            self.noticed.emit(change)

    @Slot(str)
    def _on_disk_stirred(self, path: str) -> None:
        # A timer that runs is left alone: a file that never rests is looked at too.
        if path in self._paths and not self._timer.isActive():
            self._timer.start()

    @Slot()
    def _on_settled(self) -> None:
        self._follow()
        self._look()

    @Slot()
    def _on_file_changed(self) -> None:
        self._follow()
        if self._change is not DiskChange.NONE:
            # Perhaps the person has just answered; what is noticed is said once here.
            change = self._session.disk_change()
            if change is DiskChange.NONE:
                self._change = change
                self.noticed.emit(change)
