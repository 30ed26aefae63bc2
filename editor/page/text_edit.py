"""The typing surface: takes keys, says what changed and where the caret is, paints the ghost."""

import time
from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QEvent, QMimeData, QRect, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QDragEnterEvent,
    QDropEvent,
    QFocusEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPaintEvent,
)
from PySide6.QtWidgets import QWidget

from editor.page.ghost_layout import GhostLayout
from editor.page.kept_characters import as_line_ends
from editor.page.key_bindings import KeyBindings
from editor.page.key_event import is_modifier
from editor.page.latency import LatencyLog
from editor.page.text_before import TextBefore
from editor.page.text_surface import Edit, EditKind
from editor.page.typed_page import TypedPage
from editor.settings.shortcuts import Command
from editor.translation import tr
from editor.utf16 import utf16_length
from gan_gallery.panel.dragging import FACE_MIME_TYPE
from lm.html.tag_guard import begins_end_tag

# But for an end tag: its element may have been opened anywhere before. Of a longer document the last part, for the
# first copy of it would be felt.
_LONGEST_WHOLE_CONTEXT = 4_000_000
# An edit longer than this is no typing: its text is not needed; a pasted one may be learned from.
_LONGEST_TYPED_EDIT = 4096
_LONGEST_PASTED_EDIT = 1_000_000
# Qt lays a line out as a whole: a ghost in a longer one would be felt in the keys.
_LONGEST_GHOST_LINE = 50_000
_TAKE_ONCE = (Command.TAKE_ALL, Command.TAKE_FIRST, Command.TAKE_SECOND, Command.TAKE_THIRD)


class CommandHandler(Protocol):
    """Whoever carries out the keys that mean something only while there is a suggestion."""

    def can_perform(self, command: Command) -> bool:
        """Tell whether the key has its special meaning now."""

    def perform(self, command: Command) -> bool:
        """Carry `command` out; False leaves the key its plain meaning."""


class TextEdit(TypedPage):
    """A plain-text page with a ghost.

    Signals:
        edited(Edit): the text changed.
        caret_moved(): the caret moved, whether or not by an edit.
        interrupted(): a key without effect on the text, a click, a lost focus: no ghost outlives it.
        composition_started(): an input method begins to compose; emitted before it paints.
        face_dropped(Path): a picture of the gallery was dropped where the caret is now.
    """

    edited = Signal(object)
    caret_moved = Signal()
    composition_started = Signal()
    face_dropped = Signal(object)

    def __init__(
        self,
        latency: LatencyLog,
        parent: QWidget | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(latency, parent, clock)
        self._ghost = GhostLayout(self.document())
        self._text_before = TextBefore(self.breaks, self)
        self._keys = KeyBindings()
        self._handler: CommandHandler | None = None
        self._has_edited = False
        self._is_composing = False
        self._commit = ""
        self._is_dropping = False
        self._line_keys: Callable[[QKeyEvent], bool] | None = None
        self._tab_asks: Callable[[], bool] | None = None
        self._taking_key = 0
        self._backdrop: Callable[[], None] | None = None
        self._overlay: Callable[[QRect], None] | None = None
        self._word_menu: Callable[[QContextMenuEvent], bool] | None = None
        self.setAccessibleName(tr("Text"))
        self.setAccessibleDescription(tr("The text of the document; suggestions appear after the caret"))
        self.document().contentsChange.connect(self._on_contents_change)
        self.cursorPositionChanged.connect(self.caret_moved)
        self.selectionChanged.connect(self.caret_moved)

    def set_commands(
        self, bindings: Mapping[str, Command], handler: CommandHandler, taken: Collection[str] = ()
    ) -> None:
        """Let `handler` have the keys in `bindings` (portable key names) before they are typed.

        `taken` are all keys that mean something in the window.
        """
        self._keys = KeyBindings(bindings, taken)
        self._handler = handler

    def set_line_keys(self, handle: Callable[[QKeyEvent], bool], tab_asks: Callable[[], bool] | None = None) -> None:
        """Let `handle` have the keys that nothing else wants before Qt; it tells whether it used one.

        `tab_asks` tells whether Tab asks for a suggestion where there is none, instead.
        """
        self._line_keys = handle
        self._tab_asks = tab_asks

    def set_backdrop(self, paint: Callable[[], None]) -> None:
        """Let `paint` paint on the viewport before the text is painted."""
        self._backdrop = paint

    def set_overlay(self, paint: Callable[[QRect], None]) -> None:
        """Let `paint` paint on a part of the viewport after the text is painted there."""
        self._overlay = paint

    def set_word_menu(self, show: Callable[[QContextMenuEvent], bool]) -> None:
        """Let `show` show a menu about a word; it tells whether it does, or leaves it to the page's own menu."""
        self._word_menu = show

    def set_ghost_color(self, color: QColor) -> None:
        """Paint ghosts in `color`."""
        self._ghost.set_color(color)

    def load(self, text: str) -> None:
        """Replace the whole document, with nothing to undo and no ghost; raises DocumentError."""
        self.paint_ghost("")
        super().load(text)

    # The controller's side (TextSurface).

    def context(self) -> str:
        end = self.caret_position()
        context = self.text_before(end)
        if len(context) < end <= _LONGEST_WHOLE_CONTEXT and begins_end_tag(context):
            return self._text_before.text(end)
        return context

    def following(self) -> str:
        cursor = self.textCursor()
        block = cursor.block()
        end = block.position() + block.length() - 1
        # The rest of a piece says nothing of the line's end.
        if self.breaks.is_soft(block.next()):
            end += block.next().length()
        return self.between(cursor.position(), end)

    def caret_position(self) -> int:
        return self.textCursor().position()

    def has_selection(self) -> bool:
        return self.textCursor().hasSelection()

    def is_composing(self) -> bool:
        return self._is_composing

    def is_read_only(self) -> bool:
        return self.isReadOnly()

    def has_room_for_ghost(self) -> bool:
        return self.textCursor().block().length() < _LONGEST_GHOST_LINE

    def ghost_text(self) -> str:
        """Return what is painted after the caret."""
        return self._ghost.text

    def paint_ghost(self, text: str) -> None:
        if not text:
            self._ghost.clear()
            return
        cursor = self.textCursor()
        self._ghost.show(cursor.block(), cursor.positionInBlock(), text)

    # Qt's side.

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if not is_modifier(event):
                # The input method does not want this key.
                self._end_composition()
            command = self._keys.command(event)
            if command is not None and self._handler is not None and self._handler.can_perform(command):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._latency.key_pressed()
        if not is_modifier(event):
            self._end_composition()
        if self.tabChangesFocus() and event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            # There is no other widget to go to: still no tab is typed and nothing taken.
            event.ignore()
            return
        if self._performs(event):
            event.accept()
            return
        self._has_edited = False
        if Qt.Key.Key_Home <= event.key() <= Qt.Key.Key_PageDown or event.key() == Qt.Key.Key_Delete:
            # Qt counts the ghost too: Down would move the caret into one that wraps, behind the end of the text, and
            # Delete would take as many letters of the text as the ghost's first character has.
            self.interrupted.emit()
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo()
        elif event.matches(QKeySequence.StandardKey.Redo):
            self.redo()
        else:
            self._pass_soft_break(event)
            had_soft_space = self.has_soft_space
            if self._erases_cluster(event):
                event.accept()
            elif self._line_keys is None or not self._line_keys(event):
                self._type(event)
            if had_soft_space and event.text() == " " and not self._has_edited:
                return  # the space that it is was there
        if self._has_edited:
            self._latency.glyph_changed()
        elif not is_modifier(event):
            self.interrupted.emit()

    def _performs(self, event: QKeyEvent) -> bool:
        """Carry out what a key means here beside writing; a key that is held down takes nothing twice."""
        command, handler = self._keys.command(event), self._handler
        if handler is None:
            return False
        if event.isAutoRepeat() and event.key() == self._taking_key:
            return True
        self._taking_key = 0
        if command is not None and handler.perform(command):
            self._taking_key = event.key() if command in _TAKE_ONCE else 0
            return True
        is_tab = event.key() == Qt.Key.Key_Tab and not event.modifiers()
        if not is_tab or self._tab_asks is None or not self._tab_asks():
            return False
        if not event.isAutoRepeat():
            handler.perform(Command.ASK_NOW)
        return True

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._latency.key_pressed()
        self._has_edited = False
        is_key = not (self._is_composing or event.preeditString() or event.replacementLength())
        if is_key and event.commitString() and self.type_character(event.commitString()):
            event.accept()
            self._latency.glyph_changed()
            return
        self._is_composing = bool(event.preeditString())
        if self._is_composing:
            self.composition_started.emit()
        # Qt takes the ghost for a composition of its own that this event ends.
        self._ghost.lift()
        if event.replacementLength() == 0 and not self.has_selection():
            self._commit = event.commitString()
        super().inputMethodEvent(event)
        self._commit = ""
        self._ghost.refresh()
        self._latency.glyph_changed()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self._word_menu is None or not self._word_menu(event):
            menu = self.createStandardContextMenu(event.pos())
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(event.globalPos())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.interrupted.emit()
        self._end_composition()
        super().mousePressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        # Qt counts the ghost too when it looks for the place under the mouse.
        self.interrupted.emit()
        self._end_composition()
        super().dragEnterEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._end_composition()
        # A menu of our own gives the focus back.
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.MenuBarFocusReason):
            self.interrupted.emit()
        super().focusOutEvent(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:  # noqa: N802  # Qt's name
        """Leave files that are dropped to the window, which opens them."""
        has_files = any(url.isLocalFile() for url in source.urls()) and not source.hasFormat(FACE_MIME_TYPE)
        return not has_files and super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802  # Qt's name
        if source.hasFormat(FACE_MIME_TYPE):
            for url in source.urls():
                self.face_dropped.emit(Path(url.toLocalFile()))
            return
        self.kind = EditKind.PASTED
        # Qt knows no other text on a plain page.
        if source.hasText() and not self.isReadOnly():
            self.breaks.insert(self.textCursor(), as_line_ends(source.text()))
        if not self._is_dropping:
            self.ensureCursorVisible()
        self.kind = EditKind.TYPED

    def dropEvent(self, event: QDropEvent) -> None:
        # Qt makes a drop one change and scrolls to the caret within it, where the line is not laid out yet: on the
        # last line of a wrapped paragraph that is a crash (6.11). What we insert ourselves scrolls afterwards.
        self._is_dropping = True
        super().dropEvent(event)
        self._is_dropping = False

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._backdrop is not None:
            self._backdrop()
        super().paintEvent(event)
        if self._overlay is not None:
            self._overlay(event.rect())
        self._latency.painted()

    @Slot(int, int, int)
    def _on_contents_change(self, position: int, removed: int, added: int) -> None:
        if self.breaks.is_mending:
            return
        self._has_edited = True
        if self._commit:
            # After a composition Qt reports the whole line as changed.
            size = utf16_length(self._commit)
            position, removed, added = self.caret_position() - size, 0, size
        end = min(position + added, self.document().characterCount() - 1)
        longest = _LONGEST_PASTED_EDIT if self.kind is EditKind.PASTED else _LONGEST_TYPED_EDIT
        text = self.between(position, end) if added <= longest else ""
        self.edited.emit(Edit(position, removed, text, self.kind))

    def _end_composition(self) -> None:
        """Let the input method commit before anything else moves the caret: Qt counts what is composed as text."""
        if self._is_composing:
            QGuiApplication.inputMethod().commit()
        if self._is_composing:
            # It did not answer. (To Qt an empty event of ours would be input, and the selection would give way to it.)
            self._is_composing = False
            QGuiApplication.inputMethod().reset()
            self._ghost.take_away(self.textCursor().block())
