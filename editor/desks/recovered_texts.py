"""Looks after what a crash left: the strips beside the restored texts, and the view that lists and compares them."""

import logging
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QMainWindow

from editor.comparison.disk_comparer import CompareAnswer, CompareRequest, DiskComparer
from editor.comparison.disk_comparison import DiskComparison, compare_with_disk, difference_text
from editor.errors import DocumentError
from editor.files.document import TextFile, write_file
from editor.files.file_format import FileFormat
from editor.files.recovery import Unsaved, readable_part
from editor.files.session import DocumentSession
from editor.page.text_edit import TextEdit
from editor.recovery.recovered_text import RecoveredText, counts_text, described, described_journal, disk_news
from editor.recovery.recovery_bar import RecoveryBar
from editor.recovery.recovery_view import Listed, RecoveryView
from editor.translation import tr
from editor.window.qt_dialogs import QtDialogs

_log = logging.getLogger(__name__)


class RestoredPage(Protocol):
    """What the desk needs of an open document."""

    session: DocumentSession
    text_edit: TextEdit


@dataclass(slots=True)
class _Entry:
    """A recovered text; `page` and `bar` are None for a journal that cannot be read, which `broken` is the path of."""

    text: RecoveredText
    unsaved: Unsaved | None = None
    page: RestoredPage | None = None
    bar: RecoveryBar | None = None
    broken: Path | None = None
    result: DiskComparison | None = field(default=None)
    outcome: str = ""


class RecoveredTexts(QObject):
    """Lives on the GUI thread, for as long as there is something recovered; the texts themselves stand in their pages.

    Attributes:
        waits_for_window: the view has not been shown yet.

    Signals:
        page_wanted(RestoredPage): bring this document to the front.
        listed(bool): whether there is anything recovered now.
        said(str): a sentence for the status bar.
    """

    page_wanted = Signal(object)
    listed = Signal(bool)
    said = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.view = RecoveryView()
        self._entries: dict[int, _Entry] = {}
        self._bars: dict[RecoveryBar, int] = {}
        self._sessions: dict[DocumentSession, int] = {}
        self._window: QMainWindow | None = None
        self.waits_for_window = True
        self._comparer = DiskComparer(self)
        self._comparer.compared.connect(self._on_compared)
        self.view.chosen.connect(self._compare)
        self.view.keep_wanted.connect(self._on_keep_wanted)
        self.view.take_wanted.connect(self._on_take_wanted)
        self.view.copy_wanted.connect(self._on_copy_wanted)
        self.view.go_wanted.connect(self._on_go_wanted)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was recovered."""
        return not self._entries

    def add(self, unsaved: Unsaved, page: RestoredPage) -> RecoveryBar:
        """Take in a text that stands in its page now; return the strip to be shown with it."""
        key = self._next_key()
        bar = RecoveryBar(has_file=unsaved.file is not None)
        self._entries[key] = _Entry(described(unsaved), unsaved, page, bar)
        self._bars[bar] = key
        self._sessions[page.session] = key
        bar.compare_wanted.connect(self._on_bar_compare)
        bar.save_wanted.connect(page.session.save)
        bar.take_wanted.connect(self._on_bar_take)
        bar.dismissed.connect(self._on_bar_dismissed)
        page.session.saved.connect(self._on_saved)
        page.session.reloaded.connect(self._on_reloaded)
        page.session.copied.connect(self._on_copied)
        self._show_list()
        # The first is chosen, and so compared, as soon as it is listed.
        if self.view.current != key:
            self._compare(key)
        return bar

    @property
    def text_count(self) -> int:
        """How many texts stand in a page."""
        return len(self._sessions)

    def bring_to_front(self) -> None:
        """Show a recovered text where none is shown."""
        pages = [entry.page for entry in self._entries.values() if entry.page is not None]
        if pages and not any(page.text_edit.isVisible() for page in pages):
            self.page_wanted.emit(pages[-1])
        self._choose_shown()

    def add_broken(self, path: Path) -> None:
        """Take in a journal that could not be read and was kept aside."""
        self._entries[self._next_key()] = _Entry(described_journal(path), broken=path)
        self._show_list()

    def remove(self, page: RestoredPage) -> None:
        """Forget a document that is closed."""
        key = self._sessions.pop(page.session, None)
        if key is None:
            return
        entry = self._entries.pop(key)
        if entry.bar is not None:
            self._bars.pop(entry.bar)
        self._show_list()
        if not self._entries:
            self.view.close()

    def show_in(self, window: QMainWindow) -> None:
        """Show the view at the bottom of a window; the focus stays where it is."""
        if self._window is not window:
            self.leave(self._window)
            window.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, self.view)
            window.resizeDocks([self.view], [self.view.sizeHint().height()], Qt.Orientation.Vertical)
            self._window = window
        self.waits_for_window = False
        self.view.show()
        self._choose_shown()

    def _choose_shown(self) -> None:
        """Choose the text that the person sees in its page."""
        for key, entry in self._entries.items():
            if entry.page is not None and entry.page.text_edit.isVisible():
                self.view.choose(key)

    def leave(self, window: QMainWindow | None) -> None:
        """Take the view out of a window that closes."""
        if window is not None and self._window is window:
            window.removeDockWidget(self.view)
            self.view.setParent(None)
            self._window = None

    def stop(self) -> None:
        """Stop comparing and remove the view."""
        self._comparer.stop()
        self.leave(self._window)
        self.view.deleteLater()

    def _next_key(self) -> int:
        return max(self._entries, default=0) + 1

    def open_in(self, window: QMainWindow) -> None:
        """Show the view in a window, with the focus in it."""
        self.show_in(window)
        self.view.list.setFocus()

    def _show_list(self) -> None:
        self.listed.emit(not self.is_empty)
        self.view.show_list(
            [
                Listed(
                    key,
                    entry.text,
                    counts_text(entry.result) if entry.result is not None else "",
                    entry.outcome,
                    has_page=entry.page is not None,
                    has_file=entry.result is not None and entry.result.file is not None,
                )
                for key, entry in self._entries.items()
            ]
        )

    @Slot(int)
    def _compare(self, key: int) -> None:
        entry = self._entries[key]
        if entry.page is None:
            if entry.broken is not None:
                self._show_broken(key, entry.broken)
            return
        session = entry.page.session
        self._comparer.ask(CompareRequest(key, session.path, entry.page.text_edit.text(), session.format))

    def _show_broken(self, key: int, path: Path) -> None:
        try:
            result = compare_with_disk(None, readable_part(path), FileFormat())
            remark = tr("This recovery file is damaged: what can still be read is above; the file is {path}")
            result = replace(result, remark=remark.format(path=path))
        except OSError as exc:
            result = DiskComparison(
                None,
                None,
                compare_with_disk(None, "", FileFormat()).rows,
                error=tr("{path} cannot be read: {reason}").format(path=path, reason=exc),
            )
        self.view.show_comparison(key, result, "")

    @Slot(object)
    def _on_compared(self, answer: CompareAnswer) -> None:
        entry = self._entries.get(answer.key)
        if entry is None or entry.unsaved is None or entry.bar is None:
            return
        entry.result = answer.result
        news = disk_news(entry.unsaved, answer.result)
        entry.bar.show_difference(difference_text(answer.result), news, can_take=answer.result.file is not None)
        self._show_list()
        self.view.show_comparison(answer.key, answer.result, news)

    @Slot()
    def _on_bar_compare(self) -> None:
        key = self._key_of_bar()
        page = self._entries[key].page
        window = page.text_edit.window() if page is not None else None
        if isinstance(window, QMainWindow):
            self.show_in(window)
        if self.view.current == key:
            self._compare(key)
        self.view.choose(key)
        self.view.panel.view.setFocus()

    @Slot()
    def _on_bar_take(self) -> None:
        self._on_take_wanted(self._key_of_bar())

    @Slot()
    def _on_bar_dismissed(self) -> None:
        self._settle(self._key_of_bar(), tr("Kept, still unsaved"))

    def _key_of_bar(self) -> int:
        sender = self.sender()
        assert isinstance(sender, RecoveryBar)
        return self._bars[sender]

    @Slot(int)
    def _on_keep_wanted(self, key: int) -> None:
        self._settle(key, tr("Kept, still unsaved"))

    @Slot(int)
    def _on_take_wanted(self, key: int) -> None:
        page = self._entries[key].page
        if page is not None:
            page.session.reload()

    @Slot(int)
    def _on_copy_wanted(self, key: int) -> None:
        entry = self._entries[key]
        if entry.page is not None:
            entry.page.session.save_copy()
        elif entry.broken is not None:
            self._copy_broken(entry.broken)

    def _copy_broken(self, path: Path) -> None:
        dialogs = QtDialogs(self.view)
        wanted = dialogs.ask_save_path(None)
        if wanted is None:
            return
        try:
            write_file(TextFile(wanted, FileFormat(), None), readable_part(path), overwrite_changed=True)
        except (DocumentError, OSError) as exc:
            dialogs.warn(str(exc))
        else:
            self.said.emit(tr("Saved what can be read as {path}").format(path=wanted))

    @Slot(int)
    def _on_go_wanted(self, key: int) -> None:
        page = self._entries[key].page
        if page is not None:
            self.page_wanted.emit(page)

    @Slot()
    def _on_saved(self) -> None:
        self._settle(self._key_of_session(), tr("Saved"))

    @Slot()
    def _on_reloaded(self) -> None:
        self._settle(self._key_of_session(), tr("The file on disk was taken; undo in the page brings this text back"))

    @Slot(str)
    def _on_copied(self, sentence: str) -> None:
        self._entries[self._key_of_session()].outcome = sentence
        self._show_list()

    def _key_of_session(self) -> int:
        sender = self.sender()
        assert isinstance(sender, DocumentSession)
        return self._sessions[sender]

    def _settle(self, key: int, outcome: str) -> None:
        """Note what became of a text; nothing more is said above its page."""
        entry = self._entries[key]
        entry.outcome = outcome
        if entry.bar is not None:
            entry.bar.hide()
        self._show_list()
        if key == self.view.current and self.view.isVisible():
            self._compare(key)
