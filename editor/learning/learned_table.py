"""What was learned as rows for a table: only what is on the screen is ever made into text, so that 50,000 are fast."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_ARROWS = "▴▾"
"""In the title itself: an indicator of Qt's own covers the end of a title that stands at the right."""


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """One column.

    Attributes:
        text: what it shows of a row.
        rank: what it is sorted by.
        is_number: it stands at the right, and its largest come first.
    """

    title: str
    text: Callable[[Row], str]
    rank: Callable[[Row], Any]
    is_number: bool = False


class LearnedTable(QAbstractTableModel, Generic[Row]):
    """Rows of one kind, filtered by a text that their first column holds, and sorted."""

    def __init__(self, columns: Sequence[Column[Row]]) -> None:
        super().__init__()
        self._columns = tuple(columns)
        self._all: list[Row] = []
        self._shown: list[Row] = []
        self._needle = ""
        self._sorted_by = 0
        self._is_descending = False

    @property
    def total(self) -> int:
        """How many rows there are, shown or not."""
        return len(self._all)

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows, filtered and sorted as before."""
        self._all = list(rows)
        self._arrange()

    def set_needle(self, needle: str) -> None:
        """Show the rows whose first column holds `needle`, in any case."""
        self._needle = needle.strip().casefold()
        self._arrange()

    def row_at(self, row: int) -> Row:
        """Return one of the rows that are shown."""
        return self._shown[row]

    def rowCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802  # Qt's name
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802  # Qt's name
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        column = self._columns[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return column.text(self._shown[index.row()])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.is_number else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(  # noqa: N802  # Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            arrow = f" {_ARROWS[self._is_descending]}" if section == self._sorted_by else ""
            return self._columns[section].title + arrow
        if role == Qt.ItemDataRole.TextAlignmentRole:
            is_number = self._columns[section].is_number
            side = Qt.AlignmentFlag.AlignRight if is_number else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._sorted_by = column
        self._is_descending = order is Qt.SortOrder.DescendingOrder
        self._arrange()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self._columns) - 1)

    def _arrange(self) -> None:
        first, ranked = self._columns[0].text, self._columns[self._sorted_by]
        self.beginResetModel()
        needle = self._needle
        shown = [row for row in self._all if needle in first(row).casefold()] if needle else list(self._all)
        shown.sort(key=self._columns[0].rank)
        shown.sort(key=ranked.rank, reverse=self._is_descending)
        self._shown = shown
        self.endResetModel()
