"""The learning side of the program: keeper, teacher, private mode, and the dialog that shows what was learned."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from editor.learning.messages import ForgetSources, Outcome
from editor.learning.store_keeper import StoreThread
from editor.settings.preferences_keeper import PreferencesKeeper
from editor.suggestions.inference_worker import InferenceThread
from editor.window.document_tab import DocumentTab
from editor.window.editor_window import EditorWindow
from lm.keeping.personal_store import document_key

if TYPE_CHECKING:  # the window opens before the dialog is read
    from editor.learning.learned_dialog import LearnedDialog


class PersonalLearning(QObject):
    """Connects the documents, the keeper of the store and the teacher on the inference thread; lives on the GUI thread.

    Attributes:
        is_private: nothing is learned from any document, until the program ends or it is switched off.

    Signals:
        said(str): a sentence for the status bars.
    """

    said = Signal(str)

    def __init__(
        self,
        folder: Path,
        inference: InferenceThread,
        preferences: PreferencesKeeper,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.is_private = False
        self._preferences = preferences
        self._tabs: list[DocumentTab] = []
        self._dialog: LearnedDialog | None = None
        self.store = StoreThread(folder, self)
        # From thread to thread, past the window.
        self.store.keeper.lesson_ready.connect(inference.teacher.on_lesson_ready)
        inference.teacher.lessons_wanted.connect(self.store.keeper.on_lessons_wanted)
        self.store.finished.connect(self._on_finished)

    def start(self) -> None:
        """Read the store, beside the window."""
        self.store.start()

    def stop(self) -> None:
        """Write down what was learned last."""
        self.store.stop()

    def add_tab(self, tab: DocumentTab) -> None:
        """Learn from a document until it is removed."""
        self._tabs.append(tab)
        learning = tab.learning
        learning.written.connect(self.store.written)
        learning.opened.connect(self.store.opened)
        learning.private_mode_wanted.connect(self._on_private_mode_wanted)
        learning.list_wanted.connect(self._on_list_wanted)
        learning.unlearned.connect(self._on_unlearned)
        learning.set_private(self.is_private)

    @Slot(object)
    def remove_tab(self, tab: DocumentTab) -> None:
        """Stop learning from a document."""
        self._tabs.remove(tab)

    @Slot(object)
    def remove_window(self, window: EditorWindow) -> None:
        """Close a dialog over a window that closes."""
        if self._dialog is not None and self._dialog.parent() is window.main_window:
            self._close_dialog()

    def open_dialog(self, parent: QWidget) -> "LearnedDialog":
        """Show what was learned, or bring it to the front."""
        if self._dialog is None:
            from editor.learning.learned_dialog import LearnedDialog

            self._dialog = dialog = LearnedDialog(parent)
            dialog.wished.connect(self.store.wished)
            dialog.list_requested.connect(self.store.list_requested)
            dialog.never_offered.connect(self._on_never_offered)
            dialog.finished.connect(self._on_dialog_finished)
            self.store.learned_listed.connect(dialog.show_learned)
            self.store.finished.connect(dialog.show_outcome)
            dialog.list_requested.emit()
            dialog.show()
        self._dialog.activateWindow()
        return self._dialog

    @Slot(bool)
    def _on_private_mode_wanted(self, is_private: bool) -> None:
        self.is_private = is_private
        for tab in self._tabs:
            tab.learning.set_private(is_private)

    @Slot()
    def _on_list_wanted(self) -> None:
        sender = self.sender()
        for tab in self._tabs:
            if tab.learning is sender:
                self.open_dialog(tab.window())

    @Slot(object)
    def _on_unlearned(self, path: Path) -> None:
        self.store.wished.emit(ForgetSources((document_key(path),)))

    @Slot(object)
    def _on_finished(self, outcome: Outcome) -> None:
        if self._dialog is None and outcome.is_failure:
            self.said.emit(outcome.sentence)

    @Slot(str)
    def _on_never_offered(self, word: str) -> None:
        self._preferences.change(blocked_words=sorted({*self._preferences.now.blocked_words, word.lower()}))

    @Slot()
    def _on_dialog_finished(self) -> None:
        self._close_dialog()

    def _close_dialog(self) -> None:
        dialog, self._dialog = self._dialog, None
        if dialog is not None:
            dialog.hide()
            dialog.deleteLater()
