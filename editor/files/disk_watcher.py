"""The one watcher of files and folders that all open documents share.

The system gives a program few of them (on Linux usually 128 to all programs of a person), but each watches many paths.
"""

from collections.abc import Set as AbstractSet

from PySide6.QtCore import QFileSystemWatcher, QObject, Signal


class DiskWatcher(QObject):
    """Watches what any document follows; lives on the GUI thread.

    Signals:
        stirred(str): something happened to this file, or in this folder.
    """

    stirred = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._followed: dict[QObject, AbstractSet[str]] = {}
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(self.stirred)
        self._watcher.directoryChanged.connect(self.stirred)

    @property
    def watched(self) -> set[str]:
        """The files and folders that are watched; a file that is deleted is no longer."""
        return set(self._watcher.files() + self._watcher.directories())

    def follow(self, follower: QObject, paths: AbstractSet[str]) -> None:
        """Watch these paths for someone, and nothing else for them; one that is not there is not taken: ask again."""
        if paths:
            self._followed[follower] = paths
        else:
            self._followed.pop(follower, None)
        watched = self.watched
        if gone := watched.difference(*self._followed.values()):
            self._watcher.removePaths(sorted(gone))
        if new := paths - watched:
            self._watcher.addPaths(sorted(new))
