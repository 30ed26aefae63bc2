"""One real document beside the plain reference: does an event to both and compares them."""

import codecs
import os
import re
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QFocusEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QTextCursor,
    QTextDocument,
    QWheelEvent,
)
from PySide6.QtTest import QTest

from editor.files.dialogs import Choice
from editor.files.file_format import ENCODINGS, FileFormat
from editor.settings.preferences import Preferences
from editor.settings.shortcuts import Command
from editor.suggestions.messages import Reply, Request
from editor.suggestions.writing import WritingRequest, Written
from editor.window.document_tab import DocumentTab
from editor.window.main_window import MainWindow
from lm.model.words import typed_word
from tests.editor.dragging import drag_over, drop
from tests.editor.fake_dialogs import FakeDialogs
from tests.editor.page_model import PageModel, as_offered, to_text, to_units
from tests.editor.suggested import suggestion

Event = tuple[object, ...]

_NONE = Qt.KeyboardModifier.NoModifier
_CTRL = Qt.KeyboardModifier.ControlModifier
_ALT = Qt.KeyboardModifier.AltModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_LEFT = Qt.MouseButton.LeftButton
# A longer text is cut, so that each event stays cheap.
_LONGEST = 3000
_BOMS = {"utf-8": codecs.BOM_UTF8, "utf-16-le": codecs.BOM_UTF16_LE, "utf-16-be": codecs.BOM_UTF16_BE}
# After these no ghost may be left, if they did anything.
_CLEARING = {"move", "click", "double_click", "paste", "cut", "undo", "redo", "drop", "select_all", "delete"}


class TorturedDocument:
    """One tab, its reference, and its file on disk, in a folder of its own.

    Attributes:
        tab: the real document.
        saved: the text that is on disk, as far as this window knows.
    """

    def __init__(self, tab: DocumentTab, folder: Path, dialogs: FakeDialogs, preferences: Preferences) -> None:
        self.tab = self._tab = tab
        self._edit = tab.text_edit
        self._folder = folder
        folder.mkdir(exist_ok=True)
        self._dialogs = dialogs
        self._preferences = preferences
        self._model = PageModel()
        self._model.auto_indent = preferences.auto_indent
        self._oracle = QTextDocument()
        self._stamp = 10**18
        # What is noticed, and when, is an event of its own.
        tab.file_watch._watcher.blockSignals(True)
        self._requests: list[Request] = []
        self._writings: list[WritingRequest] = []
        tab.controller.requested.connect(self._requests.append)
        tab.writing.requested.connect(self._writings.append)
        self.saved = ""
        self.path: Path | None = None
        self._format = FileFormat()
        self._known: bytes | None = None
        self._seen = ("", 0, 0)
        if tab.session.path is not None:
            self.path = tab.session.path
            self._model.load(self._read())

    @property
    def _main(self) -> MainWindow:
        window = self._tab.window()
        assert isinstance(window, MainWindow)
        return window

    def set_preferences(self, preferences: Preferences) -> None:
        """Know the preferences that hold from now on."""
        self._preferences = preferences
        self._model.auto_indent = preferences.auto_indent

    def do(self, event: Event) -> None:
        """Do one event to the window and to the reference, and compare them."""
        name, *arguments = event
        if len(self._model.text) > _LONGEST:
            self._select(0, len(self._model.text) // 2)
            self._send_key(Qt.Key.Key_Delete)
            self._model.erase(0, "step")
            self.check("cut")
        self._model.indentation = self._tab.editing.lines.indentation
        getattr(self, f"_do_{name}")(*arguments)
        self.check(str(name))

    def check(self, name: str) -> None:
        """Compare the document with its reference."""
        edit, model, before = self._edit, self._model, self._seen
        text = to_units(edit.text())
        assert text == model.text, f"the text differs after {name}: {text!r} is to be {model.text!r}"
        ends = self._ends()
        assert ends == (model.anchor, model.caret), f"{ends} is to be {(model.anchor, model.caret)} after {name}"
        self._seen = text, *ends
        ghost = edit.ghost_text()
        assert ghost == self._tab.controller.ghost
        assert not (ghost and edit.is_composing())
        if name in _CLEARING and before != (text, *ends):
            assert not ghost, f"a ghost is left after {name}"
        if not self._tab.session.is_modified:
            assert text == to_units(self.saved), f"an unsaved text counts as saved after {name}"

    # What the page says.

    def _ends(self) -> tuple[int, int]:
        cursor = self._edit.textCursor()
        offset = self._edit.breaks.offset
        return offset(cursor.anchor()), offset(cursor.position())

    def _take_ends(self) -> None:
        self._model.place(*self._ends())

    def _select(self, anchor: int, caret: int) -> None:
        cursor = self._edit.textCursor()
        position = self._edit.breaks.position
        cursor.setPosition(position(min(anchor, len(self._model.text))))
        cursor.setPosition(position(min(caret, len(self._model.text))), QTextCursor.MoveMode.KeepAnchor)
        self._edit.setTextCursor(cursor)
        self._take_ends()

    def _place(self, share: float) -> int:
        """Return a place in the text, never within a character beyond 16 bits."""
        text = self._model.text
        place = int(share * (len(text) + 1))
        return place - (0 < place < len(text) and "\udc00" <= text[place] < "\ue000")

    # Keys.

    def _send_key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = _NONE, text: str = "") -> None:
        self._edit.setFocus()
        event = QKeyEvent(QEvent.Type.KeyPress, key, modifiers, text)
        QCoreApplication.sendEvent(self._main.windowHandle(), event)

    def _press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = _NONE) -> None:
        """Press a key as the platform does, so that shortcuts see it first."""
        self._edit.setFocus()
        QTest.keyClick(self._main.windowHandle(), key, modifiers)

    def _leave(self) -> None:
        """Go to a menu or to another part of the window."""
        QCoreApplication.sendEvent(self._edit, QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.MenuBarFocusReason))

    def _command(self, command: Command) -> None:
        self._leave()
        self._main.commanded.emit(command)

    def _do_letter(self, text: str) -> None:
        self._send_key(Qt.Key(ord(text.upper())) if len(text) == 1 and text.isascii() else Qt.Key(0), text=text)
        self._model.insert(text, "typed")

    def _do_enter(self, is_plain: bool) -> None:
        self._send_key(Qt.Key.Key_Return, _SHIFT if is_plain else _NONE, "\r")
        self._model.begin_line(is_plain=is_plain)

    def _do_tab(self) -> None:
        ghost, reading = self._edit.ghost_text(), self._tab.controller.reading_seconds
        asks = self._tab.editing.lines.tab_asks()
        self._send_key(Qt.Key.Key_Tab, text="\t")
        if self._preferences.tab_moves_focus:
            return
        if ghost:
            if not reading:
                self._model.insert(ghost, "taken")
        elif asks:
            pass
        elif "\n" in self._model.selected:
            self._model.indent()
            self._take_ends()
        else:
            self._model.tab()

    def _do_backtab(self) -> None:
        self._send_key(Qt.Key.Key_Backtab, _SHIFT)
        if not self._preferences.tab_moves_focus:
            self._model.outdent()
            self._take_ends()

    def _do_backspace(self) -> None:
        # Of an emoji of several characters Qt takes the last until 6.11, from 6.12 on all.
        count = self._erased_by(lambda cursor: cursor.deletePreviousChar())
        self._send_key(Qt.Key.Key_Backspace, text="\b")
        self._model.backspace(count)

    def _do_delete(self) -> None:
        count = self._erased_by(lambda cursor: cursor.deleteChar())
        self._send_key(Qt.Key.Key_Delete, text="\x7f")
        self._model.erase(count, "erased")

    def _do_delete_word(self, is_back: bool) -> None:
        operation = QTextCursor.MoveOperation.PreviousWord if is_back else QTextCursor.MoveOperation.NextWord
        place = self._moved_by(operation)
        self._send_key(Qt.Key.Key_Backspace if is_back else Qt.Key.Key_Delete, _CTRL)
        self._model.erase(place - self._model.caret, "step")

    def _do_move(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
        if self._edit.ghost_text() and (key, modifiers) == (Qt.Key.Key_Right, _CTRL):
            self._do_word()
            key = Qt.Key.Key_Escape
        self._send_key(key, modifiers)
        self._take_ends()

    def _do_word(self) -> None:
        ghost, reading = self._edit.ghost_text(), self._tab.controller.reading_seconds
        before = self._model.caret
        self._send_key(Qt.Key.Key_Right, _CTRL)
        if not ghost or reading:
            self._take_ends()
            return
        taken = self._ends()[1] - before
        assert 0 < taken <= len(to_units(ghost)), "not a part of the ghost was taken"
        self._model.insert(to_text(to_units(ghost)[:taken]), "taken")

    def _do_escape(self) -> None:
        self._send_key(Qt.Key.Key_Escape, text="\x1b")
        assert not self._edit.ghost_text()

    def _do_modifier(self) -> None:
        self._send_key(Qt.Key.Key_Shift, _SHIFT)

    def _do_nothing_key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
        self._send_key(key, modifiers)
        self._take_ends()

    def _erased_by(self, erase: Callable[[QTextCursor], None]) -> int:
        """Return how many units Qt removes beside the caret of a bare document with this text."""
        if self._model.selected:
            return 0
        cursor = self._bare_cursor()
        before = self._oracle.characterCount()
        erase(cursor)
        return before - self._oracle.characterCount()

    def _moved_by(self, operation: QTextCursor.MoveOperation) -> int:
        cursor = self._bare_cursor()
        cursor.movePosition(operation)
        return cursor.position()

    def _bare_cursor(self) -> QTextCursor:
        # Where a word ends depends on the stand-ins for what Qt would take for line ends.
        on_page = {ord(char): stand_in for char, stand_in in self._edit.breaks._kept._on_page.items()}
        self._oracle.setPlainText(to_text(self._model.text).translate(on_page))
        cursor = QTextCursor(self._oracle)
        cursor.setPosition(self._model.caret)
        return cursor

    # Suggestions.

    def _do_answer(self, ghost: str, others: tuple[str, ...], words: tuple[str, ...], count: int) -> None:
        for _ in range(count):
            if self._requests:
                request = self._requests.pop(0)
                answer = suggestion(request.context, request.following, inline=ghost, others=others, words=words)
                self._tab.controller.on_replied(Reply(request, answer))

    def _do_fail(self) -> None:
        if self._requests:
            self._tab.controller.on_replied(Reply(self._requests.pop(0), None, "the engine failed"))

    def _do_cycle(self, key: Qt.Key) -> None:
        self._send_key(key, _ALT)

    def _do_ask(self) -> None:
        self._send_key(Qt.Key.Key_Backslash, _ALT)

    def _do_bar(self, place: int, is_click: bool) -> None:
        start = self._word_start()
        before, units = self._edit.text(), self._model.text
        caret, anchor = self._model.caret, self._model.anchor
        if is_click:
            self._tab.controller.take_bar_word(place)
        else:
            self._send_key((Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3)[place], _CTRL)
        if self._edit.text() == before:
            self._take_ends()
            return
        assert anchor == caret, "a word of the bar replaced a selection"
        text, end = to_units(self._edit.text()), self._ends()[1]
        word = to_text(text[start:end])
        assert text == units[:start] + to_units(word) + units[caret:], "the bar changed more than the word"
        assert word.strip().lower() in {"word", "wörter", "can't", "𝒷old"}, word
        self._model.change(start, caret, word, "taken")

    def _word_start(self) -> int:
        before = to_text(self._model.text[: self._model.caret])
        return self._model.caret - len(to_units(typed_word(before)))

    # Continued writing.

    def _do_write(self) -> None:
        self._command(Command.CONTINUE_WRITING)
        self._take_ends()

    def _do_written(self, text: str, is_over: bool) -> None:
        if self._writings:
            self._tab.writing.on_written(Written(self._writings[-1].id, text, is_over))

    def _do_writing_accepted(self) -> None:
        self._leave()
        place, text = self._tab.writing._place, self._tab.writing_panel.text()
        start = self._edit.breaks.offset(place.position()) if place is not None else 0
        self._tab.writing.accept()
        if place is None or not text:
            return
        units = self._model.text[start : start + 2].encode("utf-16-le", "surrogatepass")
        if units.decode("utf-16-le", "replace")[:1].isalnum() and not text[-1].isspace():
            text += " "
        self._model.change(start, start, text, "taken")

    def _do_writing_discarded(self) -> None:
        self._tab.writing.discard()

    # Clipboard, commands.

    def _do_paste(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self._command(Command.PASTE)
        if text:
            self._model.insert(as_offered(text), "step")

    def _do_cut(self) -> None:
        selected = self._model.selected
        self._press(Qt.Key.Key_X, _CTRL)
        if selected:
            self._check_copied(selected)
            self._model.erase(0, "step")

    def _check_copied(self, selected: str) -> None:
        copied = to_units(QGuiApplication.clipboard().text())
        # Qt takes a mark at the beginning of what is copied for a byte order mark.
        assert copied == selected.removeprefix("\ufeff"), f"{copied!r} was copied of {selected!r}"

    def _do_copy(self) -> None:
        self._command(Command.COPY)
        if self._model.selected:
            self._check_copied(self._model.selected)

    def _do_select_all(self) -> None:
        self._command(Command.SELECT_ALL)
        self._take_ends()

    def _do_lines(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
        model = self._model
        self._press(key, modifiers)
        match key:
            case Qt.Key.Key_D:
                model.duplicate()
            case Qt.Key.Key_K:
                model.delete_lines()
            case Qt.Key.Key_Up:
                model.move_lines(-1)
            case Qt.Key.Key_Down:
                model.move_lines(1)
            case Qt.Key.Key_BracketRight:
                model.indent()
                self._take_ends()
            case _:
                model.outdent()
                self._take_ends()

    def _do_undo(self, is_key: bool) -> None:
        if is_key:
            self._press(Qt.Key.Key_Z, _CTRL)
        else:
            self._command(Command.UNDO)
        self._model.undone(to_units(self._edit.text()))
        self._take_ends()

    def _do_redo(self) -> None:
        self._command(Command.REDO)
        self._model.redone(to_units(self._edit.text()))
        self._take_ends()

    # Input methods.

    def _do_preedit(self, text: str) -> None:
        self._edit.setFocus()
        if self._model.selected and self._composed() != text:
            self._model.erase(0, "step")
        QCoreApplication.sendEvent(self._edit, QInputMethodEvent(text, []))
        assert not (text and self._edit.ghost_text()), "a ghost beside a composition"

    def _composed(self) -> str:
        return str(self._edit.textCursor().block().layout().preeditAreaText())

    def _do_commit(self, text: str, preedit: str) -> None:
        self._edit.setFocus()
        event = QInputMethodEvent(preedit, [])
        event.setCommitString(text)
        is_input = bool(text) or preedit != self._composed()
        QCoreApplication.sendEvent(self._edit, event)
        if is_input:
            self._model.insert(text, "step")

    def _do_commit_instead(self, text: str, count: int) -> None:
        """What an input method commits in the place of the letters before the caret."""
        self._edit.setFocus()
        caret = self._model.ends[0]
        first = self._model.text.rfind("\n", 0, caret) + 1
        start = max(first, caret - count)
        start -= start > first and "\udc00" <= self._model.text[start : start + 1] < "\ue000"
        event = QInputMethodEvent("", [])
        event.setCommitString(text, start - caret, caret - start)
        QCoreApplication.sendEvent(self._edit, event)
        if text or start < caret or self._composed():
            self._model.change(start, self._model.ends[1], text, "step")

    # The mouse.

    def _mouse(self, kind: QEvent.Type, x: float, y: float, modifiers: Qt.KeyboardModifier = _NONE) -> None:
        viewport = self._edit.viewport()
        point = QPointF(x * viewport.width(), y * viewport.height())
        held = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseButtonRelease else _LEFT
        button = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseMove else _LEFT
        event = QMouseEvent(kind, point, viewport.mapToGlobal(point), button, held, modifiers)
        QCoreApplication.sendEvent(viewport, event)

    def _do_click(self, x: float, y: float, to_x: float, to_y: float, modifiers: Qt.KeyboardModifier) -> None:
        before = self._ends()
        self._mouse(QEvent.Type.MouseButtonPress, x, y, modifiers)
        # The platform's own loop would take over where a selection is dragged.
        if before[0] == before[1] or self._ends() != before:
            self._mouse(QEvent.Type.MouseMove, to_x, to_y, modifiers)
            x, y = to_x, to_y
        self._mouse(QEvent.Type.MouseButtonRelease, x, y, modifiers)
        self._take_ends()

    def _do_double_click(self, x: float, y: float) -> None:
        self._mouse(QEvent.Type.MouseButtonPress, x, y)
        self._mouse(QEvent.Type.MouseButtonRelease, x, y)
        self._mouse(QEvent.Type.MouseButtonDblClick, x, y)
        self._mouse(QEvent.Type.MouseButtonRelease, x, y)
        self._take_ends()

    def _do_wheel(self, delta: int, modifiers: Qt.KeyboardModifier) -> None:
        event = QWheelEvent(
            QPointF(50, 50),
            self._edit.viewport().mapToGlobal(QPointF(50, 50)),
            QPoint(),
            QPoint(0, delta),
            Qt.MouseButton.NoButton,
            modifiers,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QCoreApplication.sendEvent(self._edit.viewport(), event)

    def _do_drop(self, text: str, x: float, y: float) -> None:
        viewport = self._edit.viewport()
        point = QPoint(int(x * viewport.width()), int(y * viewport.height()))
        data = QMimeData()
        data.setText(text)
        drag_over(viewport, point, data)
        place = self._edit.breaks.offset(self._edit.cursorForPosition(point).position())
        drop(viewport, point, data)
        self._model.change(place, place, as_offered(text), "step")
        self._take_ends()

    def _do_paint(self) -> None:
        self._edit.viewport().repaint()

    def _do_focus(self) -> None:
        self._main.menuBar().setFocus()
        self._edit.setFocus()
        self._do_wait()

    def _do_wait(self) -> None:
        QCoreApplication.sendPostedEvents()

    # Find and replace.

    def _do_find(self, needle: str, replacement: str, is_case: bool, is_word: bool) -> None:
        bar = self._tab.find_bar
        bar.open()
        # A selection of several lines is what is searched: that is another test's.
        bar.is_within.setChecked(False)
        bar.needle.setText(needle)
        bar.replacement.setText(replacement)
        bar.is_case.setChecked(is_case)
        bar.is_word.setChecked(is_word)
        self._take_ends()

    def _do_find_step(self, step: str) -> None:
        self._leave()
        bar = self._tab.find_bar
        matches = self._matches()
        match = next((each for each in matches if each == self._model.ends), None)
        getattr(bar, step)()
        new = to_units(bar.replacement.text())
        if step == "replace" and match is not None:
            self._model.change(*match, bar.replacement.text(), "step")
        elif step == "replace_all" and matches:
            text = self._model.text
            for start, end in reversed(matches):
                text = text[:start] + new + text[end:]
            self._model.become(text, "step")
        self._take_ends()
        if step.startswith("find") and matches:
            assert self._model.ends in matches, "no match is selected"

    def _matches(self) -> list[tuple[int, int]]:
        bar = self._tab.find_bar
        pattern = re.escape(bar.needle.text())
        if not pattern:
            return []
        if bar.is_word.isChecked():
            pattern = rf"(?<!\w)(?:{pattern})(?!\w)"
        text = to_text(self._model.text)
        flags = re.NOFLAG if bar.is_case.isChecked() else re.IGNORECASE
        return [
            (len(to_units(text[: found.start()])), len(to_units(text[: found.end()])))
            for found in re.finditer(pattern, text, flags)
        ]

    def _do_find_close(self) -> None:
        self._tab.find_bar._close()

    # Files.

    def _encoded(self, text: str) -> bytes | None:
        format_ = self._format
        try:
            body = text.replace("\n", format_.newline).encode(format_.encoding)
        except UnicodeEncodeError:
            return None
        return (_BOMS[format_.encoding] if format_.has_bom else b"") + body

    def _write(self, path: Path, is_new_name: bool, overwrites: bool, takes_utf8: bool) -> bool:
        """Say what saving does, from the reference alone: tell whether the text is saved."""
        text = to_text(self._model.text)
        if any("\ud800" <= char < "\ue000" for char in text):
            return False
        data = self._encoded(text)
        if data is None:
            if not takes_utf8:
                return False
            self._format = FileFormat(newline=self._format.newline)
            data = self._encoded(text)
        there = path.read_bytes() if path.exists() else None
        if not is_new_name and there != self._known and not overwrites:
            return False
        self._expected, self.path, self._known, self.saved = data, path, data, text
        return True

    def _do_save(self, name: str, overwrites: bool, takes_utf8: bool) -> None:
        path = self._folder / name
        self._dialogs.overwrites, self._dialogs.takes_utf8 = overwrites, takes_utf8
        self._dialogs.save_path = path
        before = {each: each.read_bytes() for each in self._folder.glob("*.txt")}
        format_ = self._format
        is_new_name = bool(name) or self.path is None
        if is_new_name and not name:
            self._dialogs.save_path = None
            is_saved = False
        else:
            is_saved = self._write(path if name else self.path, is_new_name, overwrites, takes_utf8)
        session = self._tab.session
        assert (session.save_as() if name else session.save()) == is_saved
        if is_saved:
            assert self.path is not None
            before[self.path] = self._expected
            assert not session.is_modified
        else:
            self._format = format_
        assert before == {each: each.read_bytes() for each in self._folder.glob("*.txt")}

    def _do_format(self, index: int, newline: str) -> None:
        self._tab.session.set_newline(newline)
        self._tab.session.set_encoding(ENCODINGS[index])
        before, self._format = self._format, self._tab.session.format
        assert self._format.newline == newline
        if self._format.encoding != before.encoding and self._encoded(to_text(self._model.text)) is None:
            raise AssertionError("an encoding was taken that cannot hold the text")

    def _do_elsewhere(self, data: bytes | None) -> None:
        """Another program writes the file, or deletes it."""
        if self.path is None or data == self._known:
            return
        if data is None:
            self.path.unlink(missing_ok=True)
            return
        self.path.write_bytes(data)
        self._stamp += 10**9
        os.utime(self.path, ns=(self._stamp, self._stamp))

    def _do_noticed(self) -> None:
        self._tab.file_watch._look()

    def _do_reload(self) -> None:
        self._leave()
        had_file = self.path is not None and self.path.exists()
        is_read = self._tab.session.reload()
        if not is_read:
            assert not had_file or self._dialogs.warnings
            return
        text = self._read()
        changed = to_units(text) != self._model.text
        self._model.become(to_units(text), "step", is_step=changed)
        self._take_ends()

    def _do_keep(self) -> None:
        self._tab.session.keep()
        if self.path is not None:
            self._known = self.path.read_bytes() if self.path.exists() else None

    def _do_save_again(self) -> None:
        self._dialogs.overwrites = self._dialogs.takes_utf8 = False
        if self.path is None:
            return
        there = self.path.exists()
        format_, known = self._format, self._known
        self._known = None
        is_saved = not there and self._write(self.path, False, False, False)
        if not is_saved:
            self._format, self._known = format_, known
        assert self._tab.session.save_again() == is_saved
        if is_saved:
            assert self.path.read_bytes() == self._expected

    def _read(self) -> str:
        """Take over what the file holds; the format is the one that the window found, and must lead back to it."""
        assert self.path is not None
        data = self.path.read_bytes()
        self._format, self._known = self._tab.session.format, data
        text = data.decode(self._format.encoding).removeprefix("\ufeff" if self._format.has_bom else "")
        self.saved = text.replace("\r\n", "\n").replace("\r", "\n")
        return self.saved

    def _do_load(self, name: str, data: bytes) -> None:
        if self._tab.session.is_modified:
            return
        self.path = self._folder / name
        self.path.write_bytes(data)
        self._stamp += 10**9
        os.utime(self.path, ns=(self._stamp, self._stamp))
        self._tab.session.load(self.path)
        self._model.load(self._read())

    def _do_journal(self) -> None:
        """What a crash would leave is the text."""
        tab = self._tab
        tab.journal.write()
        path = tab.journal._path
        if tab.session.is_modified:
            body = path.read_bytes().partition(b"\n")[2]
            assert to_units(body.decode("utf-8", "surrogatepass")) == self._model.text
        else:
            assert not path.exists()

    def may_close(self, choice: Choice) -> bool:
        """Say whether the document lets itself be closed when the person answers so."""
        self._dialogs.choice, self._dialogs.save_path = choice, None
        self._dialogs.overwrites = self._dialogs.takes_utf8 = False
        if not self._tab.session.is_modified or choice is Choice.DISCARD:
            return True
        if choice is Choice.CANCEL or self.path is None:
            return False
        format_ = self._format
        is_saved = self._write(self.path, False, False, False)
        self._format = self._format if is_saved else format_
        return is_saved
