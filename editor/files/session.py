"""One document and its file: open, save, close, and the page's commands."""

from collections.abc import Callable
from dataclasses import replace
from enum import Enum, auto
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QTextCursor

from editor.errors import ChangedOnDiskError, DocumentError, LostCharactersError
from editor.files.dialogs import Choice, Dialogs, DiskChoice
from editor.files.document import Stamp, TextFile, read_file, read_or_new, stamp_of, write_file
from editor.files.file_format import FileFormat, lost_characters, with_encoding
from editor.files.recovery import Unsaved
from editor.page.text_edit import TextEdit
from editor.translation import QT_TR_NOOP, reason_of, tr

_UNTITLED = QT_TR_NOOP("Untitled")


class DiskChange(Enum):
    """What another program did to the file since it was read or written here."""

    NONE = auto()
    CHANGED = auto()
    DELETED = auto()


class DocumentSession(QObject):
    """Knows which file the page's text belongs to; the text itself belongs to the page.

    Signals:
        file_changed(): the name, the format or whether there is something to save changed.
        opened(Path, str): a file is on the page with its text, or a page for one that does not exist yet.
        saved(str): the text is on disk; a sentence for the status bar.
        reloaded(str): the text was read again from disk; a sentence for the status bar.
        copied(str): the text is in another file too; a sentence for the status bar.
    """

    file_changed = Signal()
    opened = Signal(object, str)
    saved = Signal(str)
    reloaded = Signal(str)
    copied = Signal(str)

    def __init__(self, text_edit: TextEdit, dialogs: Dialogs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._edit = text_edit
        self.dialogs = dialogs
        self._file: TextFile | None = None
        self._chosen: FileFormat | None = None  # what the file is to become
        text_edit.document().modificationChanged.connect(self._on_modification_changed)

    @property
    def path(self) -> Path | None:
        """Where the document is, or will be, saved; None for one without a name."""
        return self._file.path if self._file is not None else None

    @property
    def name(self) -> str:
        """What the title bar calls the document."""
        return self._file.path.name if self._file is not None else tr(_UNTITLED)

    @property
    def suffix(self) -> str:
        """The file's type, such as ".py", "" for an untitled text."""
        return self._file.path.suffix.lower() if self._file is not None else ""

    @property
    def format(self) -> FileFormat:
        """How the text is or will be written."""
        if self._chosen is not None:
            return self._chosen
        return self._file.format if self._file is not None else FileFormat()

    @property
    def is_on_disk(self) -> bool:
        """Whether the document was read from or written to a file."""
        return self._file is not None and self._file.stamp is not None

    @property
    def is_modified(self) -> bool:
        """Whether the page holds what the disk does not."""
        is_converted = self._file is not None and self.format != self._file.format
        return is_converted or self._edit.document().isModified()

    @property
    def is_pristine(self) -> bool:
        """Whether the page is still free for another document."""
        return self._file is None and not self.is_modified and self._edit.document().isEmpty()

    def unsaved(self) -> Unsaved | None:
        """Return what a crash would lose."""
        outline = self.unsaved_outline()
        return None if outline is None else replace(outline, text=self._edit.text())

    def unsaved_outline(self) -> Unsaved | None:
        """Return what a crash would lose, without the text."""
        if not self.is_modified:
            return None
        file = replace(self._file, format=self.format) if self._file is not None else None
        return Unsaved(file, "")

    def load(self, path: Path) -> None:
        """Show a file, or an empty page for one that does not exist yet; raises DocumentError."""
        self._take(*read_or_new(path.absolute()), self._edit.load)

    def restore(self, unsaved: Unsaved) -> None:
        """Show a text that a crash left, as one that is not saved yet."""
        self._file = unsaved.file
        self._chosen = None
        self._edit.load(unsaved.text)
        self._edit.moveCursor(QTextCursor.MoveOperation.End)
        self._edit.document().setModified(True)
        self.file_changed.emit()

    def reload(self, encoding: str | None = None) -> bool:
        """Show what is on disk now, in another encoding if one is given; undo brings back what was here.

        The person is told when it cannot be; False then, and all stays as it is.
        """
        if self._file is None:
            return False
        try:
            self._take(*read_file(self._file.path, encoding), self._edit.replace_text)
        except DocumentError as exc:
            self.dialogs.warn(str(exc))
            return False
        self.reloaded.emit(tr("Read {name} again; undo brings back what was here").format(name=self._file.path.name))
        return True

    def disk_change(self) -> DiskChange:
        """Look what became of the file; a text whose file is gone counts as one that is not saved."""
        if self._file is None:
            return DiskChange.NONE
        try:
            stamp = stamp_of(self._file.path)
        except OSError:
            return DiskChange.NONE  # a folder that cannot be looked into says nothing; saving will
        if stamp == self._file.stamp or (stamp is not None and self._is_same_text(stamp)):
            return DiskChange.NONE
        if stamp is None:
            self._edit.document().setModified(True)
            return DiskChange.DELETED
        return DiskChange.CHANGED

    def keep(self) -> None:
        """Go on with this text: the next save replaces what is on disk now."""
        if self._file is None:
            return
        try:
            self._file = replace(self._file, stamp=stamp_of(self._file.path))
        except OSError as exc:
            sentence = tr("{path} cannot be read: {reason}")
            self.dialogs.warn(sentence.format(path=self._file.path, reason=reason_of(exc)))
            return
        self._edit.document().setModified(True)
        self.file_changed.emit()

    def save_again(self) -> bool:
        """Write the text of a file that was deleted to where it was; tell whether it is on disk now."""
        if self._file is None:
            return False
        return self._write(replace(self._file, format=self.format, stamp=None))

    def set_encoding(self, encoding: FileFormat) -> None:
        """Write the document in another encoding from the next save on; refused where letters would be lost."""
        format_ = with_encoding(self.format, encoding)
        lost = lost_characters(self._edit.text(), format_)
        if lost:
            sentence = tr("{encoding} cannot hold {characters}: change them first, or choose another encoding")
            self.dialogs.warn(sentence.format(encoding=format_.encoding_name, characters=lost))
            return
        self._set_format(format_)

    def set_newline(self, newline: str) -> None:
        """End the document's lines with `newline` from the next save on."""
        self._set_format(replace(self.format, newline=newline))

    def may_close(self) -> bool:
        """Ask about unsaved text; False when the person wants to stay."""
        if not self.is_modified:
            return True
        choice = self.dialogs.ask_unsaved(self.name)
        if choice is Choice.SAVE:
            return self.save()
        return choice is Choice.DISCARD

    def save(self) -> bool:
        """Save the text; tell whether it is on disk now."""
        return self.save_as() if self._file is None else self._write(replace(self._file, format=self.format))

    def save_as(self) -> bool:
        """Ask for a name and save the text under it."""
        path = self.dialogs.ask_save_path(self._file.path if self._file is not None else None)
        if path is None:
            return False
        # The file dialog has asked whether to overwrite what is there.
        return self._write(TextFile(path, self.format, None), is_new_name=True)

    def save_copy(self) -> bool:
        """Ask for a name and write the text under it; the document stays the one it is."""
        path = self.dialogs.ask_save_path(self._file.path if self._file is not None else None)
        if path is None:
            return False
        if self._file is not None and path == self._file.path:
            self.dialogs.warn(tr("{path} is the file itself: choose another name for the copy").format(path=path))
            return False
        try:
            write_file(TextFile(path, self.format, None), self._edit.text(), overwrite_changed=True)
        except DocumentError as exc:
            self.dialogs.warn(str(exc))
            return False
        self.copied.emit(tr("Saved a copy as {path}").format(path=path))
        return True

    def compare(self) -> None:
        """Show what differs from the file on disk, and do what the person chooses."""
        if self._file is None:
            self.dialogs.warn(tr("This text has not been saved to a file yet: there is nothing to compare it with"))
            return
        choice = self.dialogs.ask_comparison(replace(self._file, format=self.format), self._edit.text())
        if choice is DiskChoice.KEEP and self.disk_change() is DiskChange.CHANGED:
            self.keep()
        self._do_instead(choice)

    def _do_instead(self, choice: DiskChoice) -> None:
        if choice is DiskChoice.TAKE_DISK:
            self.reload()
        elif choice is DiskChoice.SAVE_COPY:
            self.save_copy()

    def _take(self, file: TextFile, text: str, show: Callable[[str], None]) -> None:
        """Have `show` put a file's text on the page; raises DocumentError, and all stays as it is."""
        before = self._file, self._chosen
        self._file, self._chosen = file, None
        try:
            show(text)
        except DocumentError as exc:
            self._file, self._chosen = before
            raise DocumentError(tr("{path} cannot be shown: {reason}").format(path=file.path, reason=exc)) from exc
        self._edit.document().setModified(False)
        self.file_changed.emit()
        self.opened.emit(file.path, text)

    def _is_same_text(self, stamp: Stamp) -> bool:
        """Take a file that was only touched, or written with the same text, for the one that is known."""
        file = self._file
        if file is None or file.stamp is None or self.is_modified or stamp.size_bytes != file.stamp.size_bytes:
            return False
        try:
            read, text = read_file(file.path, file.format.encoding)
        except DocumentError:
            return False
        if read.format != file.format or text != self._edit.text():
            return False
        self._file = read
        return True

    def _set_format(self, format_: FileFormat) -> None:
        self._chosen = format_
        self.file_changed.emit()

    def go_to_line(self) -> None:
        """Ask for a line and put the caret there."""
        last = self._edit.breaks.line_count()
        line = self.dialogs.ask_line(self._edit.line_and_column()[0] + 1, last)
        if line is not None:
            cursor = QTextCursor(self._edit.breaks.line_block(min(line, last) - 1))
            self._edit.setTextCursor(cursor)
            self._edit.centerCursor()

    def _write(self, file: TextFile, *, is_new_name: bool = False) -> bool:
        text = self._edit.text()
        try:
            try:
                self._file = write_file(file, text, overwrite_changed=is_new_name)
            except LostCharactersError as exc:
                if file.format.encoding == "utf-8":
                    raise
                if not self.dialogs.ask_utf8(str(exc)):
                    return False
                as_utf8 = replace(file, format=with_encoding(file.format, FileFormat()))
                return self._write(as_utf8, is_new_name=is_new_name)
            except ChangedOnDiskError as exc:
                choice = self.dialogs.ask_overwrite(str(exc), file, text)
                if choice is not DiskChoice.KEEP:
                    # What is on disk is not this text, whatever was done instead.
                    self._do_instead(choice)
                    return False
                self._file = write_file(file, text, overwrite_changed=True)
        except DocumentError as exc:
            self.dialogs.warn(str(exc))
            return False
        self._chosen = None
        self._edit.document().setModified(False)
        self.file_changed.emit()
        self.saved.emit(tr("Saved {path}").format(path=self._file.path))
        return True

    @Slot(bool)
    def _on_modification_changed(self, _is_modified: bool) -> None:
        self.file_changed.emit()
