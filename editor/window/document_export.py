"""Prints and exports one document."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFileDialog

from editor.files.session import DocumentSession
from editor.page.text_edit import TextEdit
from editor.settings.shortcuts import Command
from editor.translation import reason_of, tr
from resources.files.atomic_file import write_atomically

if TYPE_CHECKING:  # the window opens before the printing is read
    from PySide6.QtPrintSupport import QPrinter


class DocumentExport(QObject):
    """Carries out print, PDF and HTML.

    Signals:
        said(str): what became of it, in a sentence.
    """

    said = Signal(str)

    def __init__(
        self,
        text_edit: TextEdit,
        session: DocumentSession,
        parent: QObject | None = None,
        *,
        ask_path: Callable[[Path], Path | None] | None = None,
        ask_printer: "Callable[[QPrinter], bool] | None" = None,
    ) -> None:
        """`ask_path` is given a name to suggest, `ask_printer` lets the person choose; None shows Qt's dialogs."""
        super().__init__(parent)
        self._edit = text_edit
        self._session = session
        self._ask_path = ask_path or self._path_from_dialog
        self._ask_printer = ask_printer or self._printer_from_dialog

    @Slot(object)
    def on_commanded(self, command: Command) -> None:
        """Carry out a command that concerns paper or export."""
        match command:
            case Command.PRINT:
                self._print()
            case Command.EXPORT_PDF:
                self._export(".pdf")
            case Command.EXPORT_HTML:
                self._export(".html")

    def _print(self) -> None:
        from PySide6.QtPrintSupport import QPrinter

        from editor.files.export import print_text

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self._session.name)
        if self._ask_printer(printer):
            print_text(self._edit.text(), self._edit.font(), printer)

    def _export(self, suffix: str) -> None:
        path = self._ask_path(self._suggested(suffix))
        if path is None:
            return
        if not path.suffix:
            path = path.with_suffix(suffix)
        if self._session.path is not None and path.resolve() == self._session.path.resolve():
            self.said.emit(tr("{name} is the document itself: choose another name").format(name=path.name))
            return
        text, name = self._edit.text(), self._session.name
        # A megabyte takes seconds to be laid out on pages.
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            data = self._data(suffix, text, name)
        finally:
            QGuiApplication.restoreOverrideCursor()
        try:
            write_atomically(path, data)
        except OSError as exc:
            sentence = tr("{path} cannot be written ({reason}): choose another folder")
            self.said.emit(sentence.format(path=path, reason=reason_of(exc)))
        else:
            self.said.emit(tr("Exported to {path}").format(path=path))

    def _data(self, suffix: str, text: str, name: str) -> bytes:
        from editor.files.export import as_html, as_pdf

        if suffix == ".pdf":
            return as_pdf(text, self._edit.font(), name)
        return as_html(text, Path(name).stem, self._session.suffix).encode("utf-8", "replace")

    def _suggested(self, suffix: str) -> Path:
        base = self._session.path or Path(self._session.name)
        path = base.with_suffix(suffix)
        return path if path != base else base.with_name(f"{base.stem}-export{suffix}")

    def _path_from_dialog(self, suggested: Path) -> Path | None:
        name, _ = QFileDialog.getSaveFileName(self._edit.window(), tr("Export"), str(suggested), f"*{suggested.suffix}")
        return Path(name) if name else None

    def _printer_from_dialog(self, printer: "QPrinter") -> bool:
        from PySide6.QtPrintSupport import QPrintDialog

        dialog = QPrintDialog(printer, self._edit.window())
        is_accepted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return is_accepted
