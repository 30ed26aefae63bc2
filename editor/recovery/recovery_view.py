"""The recovery view: which texts a crash left, what of each is not on disk, and what can be done with it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDockWidget,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from editor.comparison.comparison_panel import ComparisonPanel
from editor.comparison.disk_comparison import DiskComparison
from editor.recovery.recovered_text import RecoveredText
from editor.translation import tr
from editor.widgets.buttons import push_button
from editor.widgets.labels import sentence_label

_SIZE_PX = (900, 300)
_LIST_PX = 260


@dataclass(frozen=True, slots=True)
class Listed:
    """One entry of the list.

    Attributes:
        key: tells one entry from another, for as long as the program runs.
        outcome: what the person did with it, in words; "" while the text just stands in its page.
        has_page: it stands in a page, where it can be saved or given up; a damaged journal does not.
        has_file: there is a file on disk to be taken instead.
    """

    key: int
    text: RecoveredText
    counts: str = ""
    outcome: str = ""
    has_page: bool = True
    has_file: bool = False


class RecoveryView(QDockWidget):
    """Shows `Listed` entries and one comparison, and says what the person wants; it changes nothing itself.

    Signals:
        chosen(int), keep_wanted(int), take_wanted(int), copy_wanted(int), go_wanted(int): an entry, by its key; to
            show what differs, to keep the text, to take the file on disk, to save the text elsewhere, to go to its
            page.
    """

    chosen = Signal(int)
    keep_wanted = Signal(int)
    take_wanted = Signal(int)
    copy_wanted = Signal(int)
    go_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Recovered texts"), parent)
        self.setObjectName("recovery")
        self._listed: dict[int, Listed] = {}
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Texts that were not saved when Foretype ended"))
        self.list.setWordWrap(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMinimumWidth(_LIST_PX // 2)
        self.panel = ComparisonPanel()
        self.outcome = sentence_label(is_quiet=True)
        self.outcome.setAccessibleName(tr("What became of it"))
        self.keep = push_button(tr("&Keep it"), self._on_keep, tr("The text stays in its page, still unsaved"))
        undone = tr("Shows what is on disk instead; undo brings this text back")
        self.take = push_button(tr("Take the file on &disk"), self._on_take, undone)
        self.copy = push_button(tr("Save a c&opy…"), self._on_copy, tr("Writes this text to another file"))
        buttons = QHBoxLayout()
        buttons.addWidget(self.outcome, 1)
        for button in (self.keep, self.take, self.copy):
            buttons.addWidget(button)
        right = QWidget()
        layout = QVBoxLayout(right)
        layout.setContentsMargins(10, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.panel, 1)
        layout.addLayout(buttons)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.addWidget(self.list)
        split.addWidget(right)
        split.setSizes([_LIST_PX, _SIZE_PX[0] - _LIST_PX])
        split.setStretchFactor(1, 1)
        page = QWidget()
        outside = QVBoxLayout(page)
        outside.setContentsMargins(12, 8, 12, 10)
        outside.addWidget(split)
        self.setWidget(page)
        self.list.currentItemChanged.connect(self._on_current_changed)
        self.list.itemActivated.connect(self._on_activated)

    def sizeHint(self) -> QSize:
        """Return a size that leaves the page above it some room."""
        return QSize(*_SIZE_PX)

    @property
    def current(self) -> int | None:
        """The key of the chosen entry."""
        item = self.list.currentItem()
        return None if item is None else int(item.data(Qt.ItemDataRole.UserRole))

    def show_list(self, listed: Sequence[Listed]) -> None:
        """Show these entries; the one that was chosen stays so."""
        is_same = list(self._listed) == [entry.key for entry in listed]
        self._listed = {entry.key: entry for entry in listed}
        if is_same:
            # What is clicked is not taken away under the click.
            for row, entry in enumerate(listed):
                self.list.item(row).setText(_lines(entry))
            self._show_choices()
            return
        before = self.current
        was_blocked = self.list.blockSignals(True)
        self.list.clear()
        for entry in listed:
            item = QListWidgetItem(_lines(entry))
            item.setData(Qt.ItemDataRole.UserRole, entry.key)
            item.setToolTip(entry.text.place)
            self.list.addItem(item)
        keys = list(self._listed)
        self.list.setCurrentRow(keys.index(before) if before in self._listed else min(0, len(keys) - 1))
        self.list.blockSignals(was_blocked)
        if self.current != before:
            self._on_current_changed()
        self._show_choices()

    def choose(self, key: int) -> None:
        """Choose an entry."""
        if key in self._listed:
            self.list.setCurrentRow(list(self._listed).index(key))

    def show_comparison(self, key: int, result: DiskComparison, news: str) -> None:
        """Show what differs, if the entry is still the chosen one."""
        if key == self.current:
            self.panel.show_result(result, news)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _show_choices(self) -> None:
        entry = self._listed.get(self.current) if self.current is not None else None
        self.keep.setEnabled(entry is not None and entry.has_page)
        self.take.setEnabled(entry is not None and entry.has_page and entry.has_file)
        self.copy.setEnabled(entry is not None)
        self.outcome.setText("" if entry is None else entry.outcome)

    @Slot()
    def _on_current_changed(self) -> None:
        self._show_choices()
        if self.current is not None:
            self.panel.show_waiting()
            self.chosen.emit(self.current)

    @Slot(QListWidgetItem)
    def _on_activated(self, _item: QListWidgetItem) -> None:
        if self.current is not None:
            self.go_wanted.emit(self.current)

    @Slot()
    def _on_keep(self) -> None:
        if self.current is not None:
            self.keep_wanted.emit(self.current)

    @Slot()
    def _on_take(self) -> None:
        if self.current is not None:
            self.take_wanted.emit(self.current)

    @Slot()
    def _on_copy(self) -> None:
        if self.current is not None:
            self.copy_wanted.emit(self.current)


def _lines(entry: Listed) -> str:
    text = entry.text
    facts = [fact for fact in (text.written, entry.counts) if fact]
    return "\n".join([text.name, text.place, " \u00b7 ".join(facts)])
