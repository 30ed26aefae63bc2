"""Says what is learned from one document: finished words, pasted text, the document that was opened; or nothing."""

import secrets
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from editor.files.session import DocumentSession
from editor.learning.messages import OpenedText, WrittenText
from editor.learning.typed_run import TypedRun
from editor.page.text_edit import TextEdit
from editor.page.text_surface import Edit, EditKind
from editor.process.timers import single_shot
from editor.settings.preferences_keeper import PreferencesKeeper
from editor.settings.shortcuts import Command
from editor.translation import tr
from lm.keeping.personal_store import MAX_DOCUMENT_BYTES

_DELAY_MS = 2000
"""After this long what is finished is learned; a word that is corrected before was never there."""
_ENOUGH_CHARS = 32


class DocumentLearning(QObject):
    """Watches a document's page; lives on the GUI thread.

    Signals:
        written(WrittenText), opened(OpenedText): to be learned.
        private_mode_wanted(bool), list_wanted(): the person used a command.
        unlearned(Path): nothing is to be known of this document any more.
        state_changed(str): what the status bar says, "" when all is learned.
        said(str): a sentence for the person.
    """

    written = Signal(object)
    opened = Signal(object)
    private_mode_wanted = Signal(bool)
    list_wanted = Signal()
    unlearned = Signal(object)
    state_changed = Signal(str)
    said = Signal(str)

    def __init__(
        self,
        text_edit: TextEdit,
        session: DocumentSession,
        preferences: PreferencesKeeper,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._edit = text_edit
        self._session = session
        self._preferences = preferences
        self._is_private = False
        self._is_off_here = False  # for a text without a path
        self._opened: OpenedText | None = None
        self._run = TypedRun(text_edit.character_before)
        self._delay = single_shot(self, _DELAY_MS, self._on_delay_over)
        text_edit.edited.connect(self._on_edited)
        session.opened.connect(self._on_opened)
        session.file_changed.connect(self._on_file_changed)

    @property
    def is_learning(self) -> bool:
        """Whether what is written here is learned."""
        return self._preferences.now.learning_on and not self._is_private and self.is_learned_from

    @property
    def is_learned_from(self) -> bool:
        """Whether the document may be learned from, as far as the person said for it."""
        path = self._session.path
        return not self._is_off_here if path is None else str(path) not in self._preferences.now.unlearned_paths

    @property
    def is_private(self) -> bool:
        """Whether nothing at all is learned for now."""
        return self._is_private

    def apply(self) -> None:
        """Follow the preferences."""
        self._hand_over()
        self._on_switched()
        self._hand_over_opened()

    def set_private(self, is_private: bool) -> None:
        """Learn nothing from now on, or again."""
        self._end_run()
        self._is_private = is_private
        self._on_switched()

    def stop(self) -> None:
        """Hand over what is finished; the window goes."""
        self._end_run()

    @Slot(object)
    def on_commanded(self, command: Command) -> None:
        """Carry out a command that concerns learning."""
        match command:
            case Command.PRIVATE_MODE:
                self.private_mode_wanted.emit(not self._is_private)
            case Command.LEARN_DOCUMENT:
                self._set_learned_from(not self.is_learned_from)
            case Command.LEARNED:
                self._end_run()
                self.list_wanted.emit()

    @Slot(object)
    def _on_edited(self, edit: Edit) -> None:
        if not self.is_learning:
            return
        self._run.on_edit(edit)
        if edit.kind is EditKind.PASTED and edit.added:
            self._hand_over()
            self.written.emit(WrittenText(self._session.path, edit.added, secrets.randbits(48), False, is_pasted=True))
        if self._run.finished_chars >= _ENOUGH_CHARS:
            self._hand_over()
        elif self._run.finished_chars and not self._delay.isActive():
            self._delay.start()

    @Slot()
    def _on_delay_over(self) -> None:
        self._hand_over()

    @Slot(object, str)
    def _on_opened(self, path: Path, text: str) -> None:
        self._run.drop()
        self._opened = _last_part(path, text)
        self._hand_over_opened()

    @Slot()
    def _on_file_changed(self) -> None:
        self._on_switched()

    def _hand_over(self) -> None:
        self._delay.stop()
        for each in self._run.take():
            self.written.emit(WrittenText(self._session.path, each.text, each.run, each.continues, is_pasted=False))

    def _end_run(self) -> None:
        self._delay.stop()
        for each in self._run.end():
            self.written.emit(WrittenText(self._session.path, each.text, each.run, each.continues, is_pasted=False))

    def _hand_over_opened(self) -> None:
        opened, self._opened = self._opened, None
        if opened is None or not self.is_learning:
            return
        if not opened.is_whole:
            sentence = tr("{name} is long: only its last {size} MB are learned")
            self.said.emit(sentence.format(name=opened.path.name, size=MAX_DOCUMENT_BYTES // 10**6))
        if opened.text:
            self.opened.emit(opened)

    def _set_learned_from(self, is_learned_from: bool) -> None:
        self._end_run()
        path = self._session.path
        if path is None:
            self._is_off_here = not is_learned_from
            self._on_switched()
            return
        paths = set(self._preferences.now.unlearned_paths) - {str(path)}
        if not is_learned_from:
            paths.add(str(path))
            self.unlearned.emit(path)
            sentence = tr("Nothing more is learned from {name}, and what had been learned is forgotten")
            self.said.emit(sentence.format(name=path.name))
        else:
            self._opened = _last_part(path, self._edit.text())
        self._preferences.change(unlearned_paths=sorted(paths))

    def _on_switched(self) -> None:
        if not self.is_learning:
            self._run.drop()
            self._delay.stop()
        self.state_changed.emit(
            tr("Private: nothing is learned")
            if self._is_private
            else tr("Learning off")
            if not self._preferences.now.learning_on
            else tr("Not learned from")
            if not self.is_learned_from
            else ""
        )


def _last_part(path: Path, text: str) -> OpenedText:
    """Return what of a document's text may be learned."""
    return OpenedText(path, text[-MAX_DOCUMENT_BYTES:], len(text) <= MAX_DOCUMENT_BYTES)
