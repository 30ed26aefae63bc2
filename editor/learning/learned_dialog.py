"""What was learned, to look through, export and forget: words with their counts, documents with sizes and dates."""

from collections.abc import Callable
from datetime import datetime
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QItemSelection, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMessageBox,
    QTableView,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from editor.learning.learned_table import Column, LearnedTable
from editor.learning.messages import (
    ExportLearned,
    ForgetEverything,
    ForgetSources,
    ForgetWords,
    Learned,
    LearnedSource,
    Outcome,
)
from editor.translation import tr
from editor.widgets.buttons import push_button

_EXPORT_NAME = "foretype-learned.txt"
_TYPED_ON = "Typed on "
Word = tuple[str, int]


class LearnedDialog(QDialog):
    """Shows one `Learned` and says what the person wishes; it changes nothing itself.

    Signals:
        wished(Wish): forget something, or export.
        never_offered(str): a word that is not to be suggested.
        list_requested(): show what there is now.
    """

    wished = Signal(object)
    never_offered = Signal(str)
    list_requested = Signal()

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        confirms: Callable[[str], bool] | None = None,
        ask_path: Callable[[], Path | None] | None = None,
    ) -> None:
        """`confirms` asks a question, `ask_path` for a file; by default in a dialog."""
        super().__init__(parent)
        self.setWindowTitle(tr("What was learned"))
        self.setObjectName("learned")
        self.resize(680, 560)
        self._confirms = confirms or self._ask
        self._ask_path = ask_path or self._ask_export_path
        self.words: LearnedTable[Word] = LearnedTable(
            [
                Column(tr("Word"), lambda row: row[0], lambda row: row[0].casefold()),
                Column(tr("Count"), lambda row: f"{row[1]:,}", lambda row: row[1], is_number=True),
            ]
        )
        self.sources: LearnedTable[LearnedSource] = LearnedTable(
            [
                Column(tr("Learned from"), _name, lambda row: _name(row).casefold()),
                Column(tr("Size"), _size, lambda row: row.size_bytes, is_number=True),
                Column(tr("Last changed"), _date, lambda row: row.changed_at, is_number=True),
            ]
        )
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(tr("Search"))
        self.search.setAccessibleName(tr("Search in what was learned"))
        self.search.setClearButtonEnabled(True)
        self.word_view = self._view(self.words, tr("Words that were learned, with their counts"), sorted_by=1)
        self.source_view = self._view(self.sources, tr("Documents that were learned from"), sorted_by=2)
        self.tabs = QTabWidget(self)
        self.tabs.addTab(self.word_view, tr("&Words"))
        self.tabs.addTab(self.source_view, tr("&Documents"))
        self.outcome = QLabel(tr("Reading…"), self)
        self.outcome.setAccessibleName(tr("Outcome"))
        self.outcome.setObjectName("outcome")
        self.outcome.setWordWrap(True)
        self.forget = push_button(tr("&Forget…"), self._on_forget)
        self.never = push_button(tr("&Never suggest"), self._on_never)
        self.export = push_button(tr("&Export…"), self._on_export)
        self.forget_all = push_button(tr("Forget every&thing…"), self._on_forget_everything)
        self.close_button = push_button(tr("&Close"), self.reject)
        self._lay_out()
        self.search.textChanged.connect(self._on_searched)
        self.tabs.currentChanged.connect(self._on_selected)
        for view in (self.word_view, self.source_view):
            delete = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), view)
            delete.setContext(Qt.ShortcutContext.WidgetShortcut)
            delete.activated.connect(self._on_forget)
        for key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            down = QShortcut(QKeySequence(key), self.search)
            down.setContext(Qt.ShortcutContext.WidgetShortcut)
            down.activated.connect(self._on_search_left)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.activated.connect(self._on_find)
        self._on_selected()
        self.search.setFocus()

    @Slot(object)
    def show_learned(self, learned: Learned) -> None:
        """Show what there is; the place in the lists is kept."""
        rows = [view.currentIndex().row() for view in (self.word_view, self.source_view)]
        self.words.set_rows(learned.words)
        self.sources.set_rows(learned.sources)
        for view, row in zip((self.word_view, self.source_view), rows, strict=True):
            count = view.model().rowCount()
            if row >= 0 and count:
                view.setCurrentIndex(view.model().index(min(row, count - 1), 0))
        self.tabs.setTabText(0, tr("&Words ({count:,})").format(count=self.words.total))
        self.tabs.setTabText(1, tr("&Documents ({count:,})").format(count=self.sources.total))
        if learned.note:
            self.outcome.setText(learned.note)
        elif self.outcome.text() == tr("Reading…"):
            self.outcome.setText("" if self.sources.total else tr("Nothing has been learned yet"))
        self._on_selected()

    @Slot(object)
    def show_outcome(self, outcome: Outcome) -> None:
        """Show how a wish ended."""
        self.outcome.setText(outcome.sentence)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        for button in (self.forget, self.never):
            buttons.addWidget(button)
        buttons.addStretch(1)
        for button in (self.export, self.forget_all, self.close_button):
            buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        layout.addWidget(self.search)
        layout.addWidget(self.tabs, 1)
        layout.addWidget(self.outcome)
        layout.addLayout(buttons)
        order = (self.search, self.tabs, self.word_view, self.source_view, self.forget, self.never, self.export)
        for one, other in pairwise((*order, self.forget_all, self.close_button)):
            QWidget.setTabOrder(one, other)

    def _view(self, model: LearnedTable[Word] | LearnedTable[LearnedSource], name: str, sorted_by: int) -> QTableView:
        view = QTableView(self)
        view.setModel(model)
        model.setParent(view)
        view.setAccessibleName(name)
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        view.setTabKeyNavigation(False)
        view.setShowGrid(False)
        view.setWordWrap(False)
        view.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        view.setCornerButtonEnabled(False)
        view.verticalHeader().hide()
        # Asking each row for its height would make 50,000 slow.
        view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        view.verticalHeader().setDefaultSectionSize(view.fontMetrics().height() + 10)
        header = view.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in range(1, model.columnCount()):
            header.resizeSection(column, view.fontMetrics().horizontalAdvance("0000-00-00 00:00") + 40)
        view.setSortingEnabled(True)
        view.sortByColumn(sorted_by, Qt.SortOrder.DescendingOrder)
        view.selectionModel().selectionChanged.connect(self._on_selected)
        return view

    def _rows(self, view: QTableView) -> list[int]:
        return sorted(index.row() for index in view.selectionModel().selectedRows())

    @Slot()
    @Slot(int)
    @Slot(QItemSelection, QItemSelection)
    def _on_selected(self, *_: object) -> None:
        is_words = self.tabs.currentWidget() is self.word_view
        count = len(self._rows(self.word_view if is_words else self.source_view))
        self.forget.setEnabled(count > 0)
        self.never.setEnabled(is_words and count > 0)
        self.export.setEnabled(self.sources.total > 0)
        self.forget_all.setEnabled(self.sources.total > 0)

    @Slot(str)
    def _on_searched(self, needle: str) -> None:
        self.words.set_needle(needle)
        self.sources.set_needle(needle)
        self._on_selected()

    @Slot()
    def _on_search_left(self) -> None:
        """Go from the search to what it found."""
        view = self.word_view if self.tabs.currentWidget() is self.word_view else self.source_view
        if view.model().rowCount():
            view.setFocus(Qt.FocusReason.ShortcutFocusReason)
            view.setCurrentIndex(view.model().index(0, 0))

    @Slot()
    def _on_find(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    @Slot()
    def _on_forget(self) -> None:
        if self.tabs.currentWidget() is self.word_view:
            words = tuple(self.words.row_at(row)[0] for row in self._rows(self.word_view))
            question = (
                tr("Forget the word “{word}” in every text, in capitals and small letters alike?")
                if len(words) == 1
                else tr("Forget these {count:,} words in every text, in capitals and small letters alike?")
            )
            if words and self._confirms(question.format(word=words[0], count=len(words))):
                self.wished.emit(ForgetWords(words))
            return
        sources = tuple(self.sources.row_at(row) for row in self._rows(self.source_view))
        question = (
            tr("Forget everything that was learned from “{name}”?")
            if len(sources) == 1
            else tr("Forget everything that was learned from these {count:,} texts?")
        )
        if sources and self._confirms(question.format(name=_name(sources[0]), count=len(sources))):
            self.wished.emit(ForgetSources(tuple(source.key for source in sources)))

    @Slot()
    def _on_never(self) -> None:
        words = [self.words.row_at(row)[0] for row in self._rows(self.word_view)]
        for word in words:
            self.never_offered.emit(word)
        sentence = (
            tr("“{word}” is never suggested from now on; the list is in the preferences")
            if len(words) == 1
            else tr("{count:,} words are never suggested from now on; the list is in the preferences")
        )
        self.outcome.setText(sentence.format(word=words[0] if words else "", count=len(words)))

    @Slot()
    def _on_export(self) -> None:
        path = self._ask_path()
        if path is not None:
            self.wished.emit(ExportLearned(path))

    @Slot()
    def _on_forget_everything(self) -> None:
        if self._confirms(tr("Forget everything that was learned? This cannot be undone.")):
            self.wished.emit(ForgetEverything())

    def _ask(self, question: str) -> bool:
        box = QMessageBox(QMessageBox.Icon.Question, "Foretype", question, parent=self)
        forget = box.addButton(tr("&Forget"), QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
        box.exec()
        is_yes = box.clickedButton() is forget
        box.deleteLater()
        return is_yes

    def _ask_export_path(self) -> Path | None:
        name, _ = QFileDialog.getSaveFileName(self, tr("Export what was learned"), _EXPORT_NAME)
        return Path(name) if name else None


def _name(source: LearnedSource) -> str:
    """Return what a source is called; the store, which knows no Qt, calls a day's typing so in English."""
    if source.path is not None:
        return source.name
    return tr("Typed on {day}").format(day=source.name.removeprefix(_TYPED_ON))


def _size(source: LearnedSource) -> str:
    if source.size_bytes < 1000:
        return tr("{size} bytes").format(size=source.size_bytes)
    return f"{source.size_bytes / 1000:,.1f} kB"


def _date(source: LearnedSource) -> str:
    return datetime.fromtimestamp(source.changed_at).strftime("%Y-%m-%d %H:%M")
