"""The menu of a tab: what can be done with its document besides writing in it."""

from enum import Enum, auto

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from editor.translation import tr
from editor.window.document_tab import DocumentTab


class TabWish(Enum):
    """What the person wants to become of a tab."""

    CLOSE = auto()
    CLOSE_OTHERS = auto()
    MOVE_TO_WINDOW = auto()
    COPY_PATH = auto()


class TabMenu(QMenu):
    """Made for one right click; gone when it closes.

    Signals:
        chosen(DocumentTab, TabWish): for the tab that was clicked.
    """

    chosen = Signal(object, object)

    def __init__(self, tab: DocumentTab, parent: QWidget) -> None:
        super().__init__(parent)
        self._tab = tab
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._add(tr("&Close tab"), TabWish.CLOSE)
        self._add(tr("Close &others"), TabWish.CLOSE_OTHERS)
        self.addSeparator()
        self._add(tr("&Move to a new window"), TabWish.MOVE_TO_WINDOW)
        self._add(tr("Copy &path"), TabWish.COPY_PATH).setEnabled(tab.session.path is not None)

    def _add(self, label: str, wish: TabWish) -> QAction:
        action = self.addAction(label)
        action.setData(wish)
        action.triggered.connect(self._on_triggered)
        return action

    @Slot()
    def _on_triggered(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.chosen.emit(self._tab, action.data())
