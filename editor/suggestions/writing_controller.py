"""Continued writing in one document: asks from the caret, shows what comes, inserts it only when it is accepted."""

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut, QTextCursor

from editor.page.text_edit import TextEdit
from editor.page.text_surface import Edit, EditKind
from editor.settings.shortcuts import Command
from editor.suggestions.messages import RequestIds
from editor.suggestions.writing import WritingRequest, Written
from editor.suggestions.writing_panel import WritingPanel
from editor.translation import tr


class WritingController(QObject):
    """Owns the one piece of continued writing of a document; lives on the GUI thread.

    The text goes where the caret stood when it was asked for, wherever the caret is by then.

    Signals:
        requested(WritingRequest): for the worker.
        finished(str): the preview is complete; for screen readers.
        refused(str): nothing can be written, in a sentence.
    """

    requested = Signal(object)
    finished = Signal(str)
    refused = Signal(str)

    def __init__(
        self, text_edit: TextEdit, panel: WritingPanel, ids: RequestIds, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._edit = text_edit
        self._panel = panel
        self._ids = ids
        self._has_model = False
        self._model: Path | None = None
        self._running_id: int | None = None
        self._place: QTextCursor | None = None
        self._seed = 1
        # Esc closes the preview from the page too, where no ghost wants it first.
        self._escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), text_edit, context=Qt.ShortcutContext.WidgetShortcut)
        self._escape.setEnabled(False)
        self._escape.activated.connect(self.discard)
        panel.accepted.connect(self.accept)
        panel.discarded.connect(self.discard)
        panel.stopped.connect(self.stop)
        panel.another_wanted.connect(self._on_another_wanted)
        panel.changed.connect(self._on_changed)
        text_edit.edited.connect(self._on_edited)

    @property
    def is_writing(self) -> bool:
        """Whether more text is to come."""
        return self._running_id is not None

    def set_model(self, model: Path | None, *, can_ask: bool) -> None:
        """Say which model is to write, None for the default, and whether there is an engine to ask."""
        self._model = model
        self._has_model = can_ask

    @Slot(object)
    def on_commanded(self, command: Command) -> None:
        """Begin at the caret; once begun, write something else."""
        if command is not Command.CONTINUE_WRITING:
            return
        if self._edit.isReadOnly():
            self.refused.emit(tr("This text is read-only: nothing can be written into it"))
        elif not self._has_model:
            self.refused.emit(tr("There is no model to write with yet"))
        elif self._place is not None and self._has_focus():
            self._on_another_wanted()
        else:
            self._begin()

    @Slot(object)
    def on_written(self, written: Written) -> None:
        """Show what came, unless it was given up meanwhile."""
        if written.request_id != self._running_id:
            return
        self._panel.append(written.text)
        if not written.is_over:
            self._panel.show_state(tr("Writing…"), is_writing=True)
            return
        self._running_id = None
        self._panel.show_state(written.failure or self._summary(), is_writing=False)
        if written.failure:
            self.refused.emit(written.failure)
        else:
            self.finished.emit(self._panel.text())

    @Slot()
    def stop(self) -> None:
        """Keep what there is and write no more."""
        if self._running_id is not None:
            self._running_id = None
            self._ids.issue()
            self._panel.show_state(self._summary(), is_writing=False)

    @Slot()
    def accept(self) -> None:
        """Put the preview into the document, as one undo step."""
        text, place = self._panel.text(), self._place
        if not text or place is None:
            return
        self._close()
        self._edit.setTextCursor(place)
        following = self._edit.following()
        if following[:1].isalnum() and not text[-1].isspace():
            text += " "
        self._edit.insert_written(text)

    @Slot()
    def discard(self) -> None:
        """Close the preview without a trace."""
        if self._place is not None:
            self._close()

    def _begin(self) -> None:
        place = self._edit.textCursor()
        place.setPosition(place.selectionEnd())
        self._edit.setTextCursor(place)
        self._place = QTextCursor(place)
        self._seed = 1
        self._escape.setEnabled(True)
        self._panel.open()
        self._ask()

    def _ask(self) -> None:
        assert self._place is not None
        request = WritingRequest(
            id=self._ids.issue(),
            context=self._edit.text_before(self._place.position()),
            length=self._panel.length,
            temperature=self._panel.temperature,
            seed=self._seed,
            model=self._model,
        )
        self._running_id = request.id
        self._panel.clear()
        self._panel.show_state(tr("Writing…"), is_writing=True)
        self.requested.emit(request)

    def _close(self) -> None:
        self.stop()
        self._place = None
        self._escape.setEnabled(False)
        had_focus = self._has_focus()
        self._panel.hide()
        self._panel.clear()
        if had_focus:
            self._edit.setFocus()

    def _summary(self) -> str:
        count = len(self._panel.text().split())
        if count == 1:
            return tr("1 word, version {version}").format(version=self._seed)
        return tr("{count} words, version {version}").format(count=count, version=self._seed)

    def _has_focus(self) -> bool:
        focused = self._edit.window().focusWidget()
        return focused is not None and self._panel.isAncestorOf(focused)

    @Slot()
    def _on_another_wanted(self) -> None:
        if self._place is not None:
            self._seed += 1
            self._ask()

    @Slot()
    def _on_changed(self) -> None:
        if self._place is not None:
            self._ask()

    @Slot(object)
    def _on_edited(self, edit: Edit) -> None:
        # Another document: the place is gone.
        if edit.kind is EditKind.LOADED:
            self.discard()
