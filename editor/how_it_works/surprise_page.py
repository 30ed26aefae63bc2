"""Surprise: the document coloured by how unexpected each letter was to a network, with the sum of every line."""

from collections.abc import Mapping
from pathlib import Path

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, QTimer, Slot
from PySide6.QtWidgets import QComboBox, QHeaderView, QLabel, QTableView, QWidget

from editor.how_it_works.lesson_worker import LessonThread
from editor.how_it_works.messages import Answer, AskSurprise, Surprised
from editor.how_it_works.page import LessonPage
from editor.how_it_works.surprise_map import NO_LINES, STRENGTHS_BITS, Lines, SurpriseMap
from editor.how_it_works.watched_text import WatchedText
from editor.translation import QT_TR_NOOP, tr

_CHANGE_DELAY_MS = 500
"""After an edit: somebody types."""
_SHOW_DELAY_MS = 250
"""Between two pictures of what has been computed."""
_MOST_CHARS = 2_000_000
_LONGEST_SNIPPET = 120
_ROW_ROOM_PX = 6
_COLUMNS = (QT_TR_NOOP("Line"), QT_TR_NOOP("Bits"), QT_TR_NOOP("Bits a letter"), QT_TR_NOOP("Text"))
_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class LinesModel(QAbstractTableModel):
    """The lines with their bits; sorted by number, bits, or bits a letter."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = NO_LINES
        self._order = np.arange(0)
        self._sorted_by = (0, Qt.SortOrder.AscendingOrder)

    def show_lines(self, lines: Lines) -> None:
        """Show these instead."""
        self.beginResetModel()
        self._lines = lines
        self._order = self._sorted()
        self.endResetModel()

    def start(self, row: int) -> int:
        """Return where the line in a row begins, in characters."""
        return int(self._lines.starts[self._order[row]])

    def rowCount(self, parent: _Index = _ROOT) -> int:  # noqa: N802  # Qt's name
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: _Index = _ROOT) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(_COLUMNS)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line, column = int(self._order[index.row()]), index.column()
        if role == Qt.ItemDataRole.TextAlignmentRole and column < 3:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if column == 0:
            return f"{line + 1:,}"
        if column == 3:
            return self._lines.snippet(line, _LONGEST_SNIPPET)
        if not self._lines.is_known[line]:
            return "…"
        bits = float(self._lines.bits[line])
        return f"{bits:,.0f}" if column == 1 else f"{bits / (self._lines.ends[line] - self._lines.starts[line]):.1f}"

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return tr(_COLUMNS[section])
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self.layoutAboutToBeChanged.emit()
        self._sorted_by = (column, order)
        self._order = self._sorted()
        self.layoutChanged.emit()

    def _sorted(self) -> npt.NDArray[np.int64]:
        column, order = self._sorted_by
        if column == 1:
            found = np.argsort(self._lines.bits, kind="stable")
        elif column == 2:
            found = np.argsort(self._lines.bits_per_char(), kind="stable")
        else:
            found = np.arange(len(self._lines))
        return found if order == Qt.SortOrder.AscendingOrder else found[::-1]


class SurprisePage(LessonPage):
    """Colours the page of the document while it is looked at."""

    title = QT_TR_NOOP("Surprise")
    introduction = QT_TR_NOOP(
        "A model that expects a letter with probability 1/2 is surprised by one bit when it comes, with 1/4 by two, "
        "with 1/1000 by ten. The document is coloured by it: what stays plain the network could have written itself. "
        "Names, slips of the pen and good ideas stand out."
    )

    def __init__(
        self, watched: WatchedText, thread: LessonThread, networks: Mapping[str, Path], parent: QWidget | None = None
    ) -> None:
        """Offer `networks`, folders by name; the first one reads at the beginning."""
        super().__init__(parent)
        self._watched = watched
        self._thread = thread
        self._is_shown = False
        self.map = SurpriseMap()
        self.network = QComboBox()
        self.network.setAccessibleName(tr("Network that reads"))
        for name in networks:
            self.network.addItem(network_title(name), name)
        self.total = QLabel()
        self.total.setWordWrap(True)
        self.legend = QLabel(
            tr("Coloured from {steps} bits on, ever more strongly.").format(
                steps=", ".join(f"{bits:.0f}" for bits in STRENGTHS_BITS)
            )
        )
        self.legend.setObjectName("explanation")
        self.legend.setWordWrap(True)
        self.lines = LinesModel(self)
        self.table = QTableView()
        self.table.setModel(self.lines)
        self.table.setAccessibleName(tr("Lines and their surprise"))
        self.table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.table.setSortingEnabled(True)
        self.table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        self.table.setShowGrid(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(self.table.fontMetrics().height() + _ROW_ROOM_PX)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(True)
        for column, width in enumerate((56, 64, 92)):
            self.table.setColumnWidth(column, width)
        self.table.setWordWrap(False)
        self.table.activated.connect(self._on_line_activated)
        self.table.clicked.connect(self._on_line_activated)
        self.page_layout.addWidget(self.network)
        self.page_layout.addWidget(self.legend)
        self.page_layout.addWidget(self.total)
        self.page_layout.addWidget(self.table, 1)
        self._change = self._timer(_CHANGE_DELAY_MS, self._on_change_due)
        self._show = self._timer(_SHOW_DELAY_MS, self._on_show_due)
        self.network.currentIndexChanged.connect(self._on_network_chosen)
        watched.changed.connect(self._on_changed)
        watched.scrolled.connect(self._on_scrolled)
        thread.answered.connect(self._on_answered)

    def begin(self) -> None:
        self._is_shown = True
        self._ask()

    def end(self) -> None:
        self._is_shown = False
        self._change.stop()
        self._show.stop()
        self._thread.ids.issue()
        self._watched.tint({})

    def _timer(self, interval_ms: int, slot: object) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(interval_ms)
        timer.timeout.connect(slot)
        return timer

    def _ask(self) -> None:
        text = self._watched.text()
        if len(text) > _MOST_CHARS:
            self._thread.ids.issue()
            self.map.set_text("", "")
            self.lines.show_lines(NO_LINES)
            self._watched.tint({})
            self.total.setText(
                tr("The document has {count:,} characters; up to {most:,} are read. Open a part of it.").format(
                    count=len(text), most=_MOST_CHARS
                )
            )
            return
        network = self.network.currentData()
        if network is None:
            self.total.setText(tr("No network is installed that could read."))
            return
        self.map.set_text(text, network)
        wanted = self.map.wanted(*self._watched.visible())
        if wanted:
            self._thread.ask(AskSurprise(self._thread.ids.issue(), network, text, wanted))
        self._on_show_due()

    @Slot()
    def _on_changed(self) -> None:
        if self._is_shown:
            self._change.start()

    @Slot()
    def _on_change_due(self) -> None:
        self._ask()

    @Slot()
    def _on_network_chosen(self) -> None:
        if self._is_shown:
            self._ask()

    @Slot()
    def _on_scrolled(self) -> None:
        if self._is_shown and not self._show.isActive() and not self._change.isActive():
            self._tint()

    @Slot(object)
    def _on_answered(self, answer: Answer) -> None:
        if isinstance(answer, Surprised):
            if answer.ask.text == self.map.text and answer.ask.network == self.network.currentData():
                self.map.note(answer.surprise)
                if not self._show.isActive():
                    self._show.start()
        elif isinstance(answer.ask, AskSurprise):
            self.total.setText(answer.failure)

    @Slot()
    def _on_show_due(self) -> None:
        if not self._is_shown:
            return
        bits, known = self.map.total
        length = len(self.map.text)
        if not length:
            self.total.setText(tr("The document is empty."))
        elif not known:
            self.total.setText(tr("Reading…"))
        else:
            share = (
                "" if known == length else tr(" so far, {share:.0f} % of it read").format(share=100 * known / length)
            )
            self.total.setText(
                tr(
                    "{bits:,.0f} bits for {known:,} characters{share}: {rate:.2f} bits a character. "
                    "Written with that many it would take {size:,.1f} KiB."
                ).format(bits=bits, known=known, share=share, rate=bits / known, size=bits / 8 / 1024)
            )
        self.lines.show_lines(self.map.lines())
        self._tint()

    def _tint(self) -> None:
        self._watched.tint(self.map.tints(*self._watched.visible()))

    @Slot(QModelIndex)
    def _on_line_activated(self, index: QModelIndex) -> None:
        self._watched.go_to(self.map.place(self.lines.start(index.row())))


def network_title(name: str) -> str:
    """Return what people call a network."""
    return {
        "letters": tr("LSTM 1×768, of the suggestions"),
        "lstm": tr("LSTM, small"),
        "gru": tr("GRU, small"),
        "rnn": tr("RNN, small"),
        "unrolled": tr("Unrolled RNN, small"),
    }.get(name, name)
