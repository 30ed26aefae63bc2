"""Finds a command by its name: the palette that runs it, and the sheet of all keys."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from editor.settings.shortcuts import Command, also_keys, keys, plain_label
from editor.translation import QT_TR_NOOP, tr

_SIZE_PX = (560, 420)
_FIXED_KEYS = (
    (QT_TR_NOOP("Indent the selected lines"), "Tab"),
    (QT_TR_NOOP("Outdent the selected lines"), "Shift+Tab"),
    (QT_TR_NOOP("New line without indentation"), "Shift+Return"),
    (QT_TR_NOOP("Close a strip or a dialog"), "Esc"),
)
_LIST_KEYS = frozenset((Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown))
_COMMAND = Qt.ItemDataRole.UserRole


class CommandFinder(QDialog):
    """A list of commands that shrinks while one types; Enter or a double click runs the selected one.

    Signals:
        chosen(Command): run it; the dialog is closed already.
    """

    chosen = Signal(object)

    def __init__(self, overrides: Mapping[str, str], parent: QWidget | None = None, *, is_sheet: bool = False) -> None:
        """`is_sheet` lists what has a key, the keys of typing too; else everything that can be run from here."""
        super().__init__(parent)
        self.setObjectName("commandFinder")
        self.setWindowTitle(tr("Keys") if is_sheet else tr("Commands"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*_SIZE_PX)
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(tr("Search the keys") if is_sheet else tr("Search the commands"))
        self.search.setAccessibleName(self.search.placeholderText())
        self.search.setClearButtonEnabled(True)
        self.list = QTreeWidget(self)
        self.list.setAccessibleName(self.windowTitle())
        self.list.setColumnCount(3)
        self.list.setHeaderHidden(True)
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.nothing = QLabel(tr("nothing with that name"), self)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.nothing.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(10)
        layout.addWidget(self.search)
        layout.addWidget(self.nothing)
        layout.addWidget(self.list, 1)
        self._fill(overrides, is_sheet=is_sheet)
        header = self.list.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)
        self.search.textChanged.connect(self._filter)
        self.search.returnPressed.connect(self._choose)
        self.search.installEventFilter(self)
        self.list.itemActivated.connect(self._choose)
        self._filter("")

    def shown(self) -> list[str]:
        """Return the names in the list, from above."""
        return [item.text(0) for item in self._items() if not item.isHidden()]

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # The rows were measured before the style sheet had its say.
        self.list.doItemsLayout()
        self._widen()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in _LIST_KEYS:
            self.list.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)

    def _widen(self) -> None:
        """Make room for the longest name beside the longest key."""
        columns = sum(self.list.sizeHintForColumn(column) for column in range(3))
        around = self.width() - self.list.viewport().width()
        self.resize(max(self.width(), columns + around), self.height())

    def _fill(self, overrides: Mapping[str, str], *, is_sheet: bool) -> None:
        chosen = keys(overrides)
        for command in Command:
            if is_sheet and not chosen[command]:
                continue
            if not is_sheet and (command.shortcut.is_typing or command is Command.PALETTE):
                continue
            self._add(command, (chosen[command], *also_keys(command, overrides)))
        if is_sheet:
            for label, key in _FIXED_KEYS:
                self.list.addTopLevelItem(QTreeWidgetItem([tr(label), tr("always"), _native(key)]))

    def _add(self, command: Command, keys_: tuple[str, ...]) -> None:
        natives = "  ".join(_native(key) for key in keys_)
        item = QTreeWidgetItem([plain_label(command), tr(command.shortcut.menu).replace("&", ""), natives])
        item.setData(0, _COMMAND, command)
        self.list.addTopLevelItem(item)

    def _items(self) -> list[QTreeWidgetItem]:
        items = (self.list.topLevelItem(row) for row in range(self.list.topLevelItemCount()))
        return [item for item in items if item is not None]

    @Slot(str)
    def _filter(self, wanted: str) -> None:
        """Show what has all the words, in its name, its menu or its key; select the best."""
        words = wanted.lower().split()
        best: QTreeWidgetItem | None = None
        for item in self._items():
            whole = " ".join(item.text(column) for column in range(3)).lower()
            item.setHidden(not all(word in whole for word in words))
            if item.isHidden():
                continue
            if best is None or (
                words and item.text(0).lower().startswith(words[0]) and not best.text(0).lower().startswith(words[0])
            ):
                best = item
        self.nothing.setVisible(best is None)
        if best is not None:
            self.list.setCurrentItem(best)
            self.list.scrollToItem(best)

    @Slot()
    def _choose(self) -> None:
        item = self.list.currentItem()
        command = item.data(0, _COMMAND) if item is not None and not item.isHidden() else None
        if isinstance(command, Command):
            self.close()
            self.chosen.emit(command)


def _native(key: str) -> str:
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
