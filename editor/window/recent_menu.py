"""File > Open recent: the files that were opened last."""

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from editor.files.document import is_there
from editor.files.recent_files import RecentFiles
from editor.translation import tr


class RecentMenu(QMenu):
    """Lists the recent files, the newest first.

    Signals:
        file_chosen(Path): open this one.
        said(str): a sentence for the status bar.
    """

    file_chosen = Signal(object)
    said = Signal(str)

    def __init__(self, recent: RecentFiles, parent: QWidget) -> None:
        super().__init__(tr("Open &recent"), parent)
        self._recent = recent
        self.aboutToShow.connect(self._on_about_to_show)

    @Slot()
    def _on_about_to_show(self) -> None:
        self.clear()
        paths = self._recent.paths()
        for number, path in enumerate(paths, start=1):
            label = f"{path.name}\t{_short_folder(path)}".replace("&", "&&")
            action = self.addAction(f"&{number}  {label}")
            action.setData(str(path))
            action.triggered.connect(self._on_chosen)
        if not paths:
            self.addAction(tr("Nothing yet")).setEnabled(False)
            return
        self.addSeparator()
        self.addAction(tr("&Clear this list")).triggered.connect(self._on_cleared)

    @Slot()
    def _on_chosen(self) -> None:
        action = self.sender()
        if not isinstance(action, QAction):
            return
        path = Path(action.data())
        # Asked only now: a folder of the network that does not answer must not hold the menu up.
        if is_there(path):
            self.file_chosen.emit(path)
            return
        self._recent.remove(path)
        self.said.emit(tr("{path} no longer exists: it was taken off the list").format(path=path))

    @Slot()
    def _on_cleared(self) -> None:
        self._recent.clear()
        self.said.emit(tr("The list of recent files is empty now"))


def _short_folder(path: Path) -> str:
    folder = path.parent
    home = Path.home()
    short = f"~/{folder.relative_to(home)}" if folder.is_relative_to(home) else str(folder)
    short = short.removesuffix("/.")
    return short if len(short) <= 48 else f"…{short[-47:]}"
