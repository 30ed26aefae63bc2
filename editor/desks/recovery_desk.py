"""What a crash left: opened at the start, and listed in a view that is read only when there is something to list."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from editor.desks.open_documents import OpenDocuments
from editor.files.recovery import Unsaved, recover_each
from editor.settings.shortcuts import Command
from editor.translation import tr
from editor.window.document_tab import DocumentTab
from editor.window.editor_window import EditorWindow
from editor.window.main_window import MainWindow

if TYPE_CHECKING:  # the first window opens before the view is read
    from editor.desks.recovered_texts import RecoveredTexts


class RecoveryDesk(QObject):
    """Lives as long as the program.

    Attributes:
        texts: what was recovered; None where nothing was.

    Signals:
        said(str): a sentence for the status bars.
    """

    said = Signal(str)

    def __init__(self, folder: Path, documents: OpenDocuments, parent: QObject | None = None) -> None:
        """`folder` has the journals."""
        super().__init__(parent)
        self.texts: RecoveredTexts | None = None
        self._folder = folder
        self._documents = documents
        documents.window_opened.connect(self._on_window_opened)
        documents.window_closing.connect(self._on_window_closing)
        documents.tab_closing.connect(self._on_tab_closing)

    def restore(self) -> int:
        """Open every text that a crash left, and the view of them; return how many there are."""
        for path in recover_each(self._folder, self._restore_text):
            self._known_texts().add_broken(path)
        if self.texts is None:
            return 0
        if self._documents.windows:
            self.texts.show_in(self._documents.windows[0].main_window)
        return self.texts.text_count

    def bring_to_front(self) -> None:
        """Show a recovered text where none is shown: what is in no file must not stand behind what is in one."""
        if self.texts is not None:
            self.texts.bring_to_front()

    def stop(self) -> None:
        """End the view and what it compares."""
        if self.texts is not None:
            self.texts.stop()
            self.texts = None

    @property
    def _is_empty(self) -> bool:
        return self.texts is None or self.texts.is_empty

    def _restore_text(self, unsaved: Unsaved) -> bool:
        tab = self._documents.open_free_tab()
        is_safe = tab.restore(unsaved)
        tab.add_strip(self._known_texts().add(unsaved, tab))
        return is_safe

    def _known_texts(self) -> "RecoveredTexts":
        if self.texts is None:
            from editor.desks.recovered_texts import RecoveredTexts

            self.texts = RecoveredTexts(self)
            self.texts.page_wanted.connect(self._documents.show_tab)
            self.texts.said.connect(self.said)
            self.texts.listed.connect(self._on_listed)
        return self.texts

    @Slot(object)
    def _on_window_opened(self, window: EditorWindow) -> None:
        window.main_window.commanded.connect(self._on_commanded)
        window.main_window.set_enabled(Command.RECOVERED, not self._is_empty)
        if self.texts is not None and self.texts.waits_for_window:
            self.texts.show_in(window.main_window)

    @Slot(object)
    def _on_window_closing(self, window: EditorWindow) -> None:
        if self.texts is not None:
            self.texts.leave(window.main_window)

    @Slot(object)
    def _on_tab_closing(self, tab: DocumentTab) -> None:
        if self.texts is not None:
            self.texts.remove(tab)

    @Slot(object)
    def _on_commanded(self, command: Command) -> None:
        window = self.sender()
        if command is not Command.RECOVERED or not isinstance(window, MainWindow):
            return
        if self.texts is None or self.texts.is_empty:
            # From the list of all commands.
            self.said.emit(tr("Nothing was recovered"))
        else:
            self.texts.open_in(window)

    @Slot(bool)
    def _on_listed(self, is_any: bool) -> None:
        for window in self._documents.windows:
            window.main_window.set_enabled(Command.RECOVERED, is_any)
