"""What happens after an unexpected error: the text is stored safely, and the person is told once.

Python hands an exception that leaves a slot, an event handler or a thread to a hook; by default it is printed and the
program goes on as if nothing had been. So it does here, after the journals are written.
"""

import logging
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from editor.translation import QT_TR_NOOP, tr
from resources.version import VERSION

_log = logging.getLogger(__name__)
_SIZE_PX = (640, 420)
_SHOWN_ERRORS = 20
"""Kinds of error after which no more dialogs come: they would only be in the way of saving."""
_HEADING = QT_TR_NOOP("Something went wrong in Foretype")
_TEXT = QT_TR_NOOP(
    "Your text is unchanged, and a copy of everything unsaved has just been stored: the next start would bring it "
    "back. You can go on. If it happens again, save your work and start Foretype again."
)
_DETAILS = QT_TR_NOOP("These details help to find the fault. They name files of the program, perhaps some of yours:")


def describe(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> str:
    """Return what a developer needs to know to find the fault."""
    import platform  # only here: no start needs it

    versions = f"Python {platform.python_version()}, PySide6 {pyside_version}, {platform.platform()}"
    return f"Foretype {VERSION} on {versions}\n\n{''.join(traceback.format_exception(kind, error, trace))}"


class ErrorDialog(QDialog):
    """Says that something went wrong, with details to copy."""

    def __init__(self, details: str, log: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Foretype")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*_SIZE_PX)
        heading = QLabel(f"<b>{tr(_HEADING)}</b>")
        self.details = QPlainTextEdit(details)
        self.details.setReadOnly(True)
        self.details.setTabChangesFocus(True)
        self.details.setAccessibleName(tr("Details of the error"))
        self.details.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.details.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        where = QLabel(tr("They are also in {log}").format(log=log))
        where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        where.setWordWrap(True)
        buttons = QDialogButtonBox()
        self.copy = QPushButton(tr("&Copy the details"))
        self.copy.clicked.connect(self._on_copy)
        go_on = buttons.addButton(tr("&Go on"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(self.copy, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.accepted.connect(self.accept)
        go_on.setDefault(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(10)
        layout.addWidget(heading)
        for text in (_TEXT, _DETAILS):
            label = QLabel(tr(text))
            label.setWordWrap(True)
            layout.addWidget(label)
        layout.addWidget(self.details, 1)
        layout.addWidget(where)
        layout.addWidget(buttons)
        go_on.setFocus()

    @Slot()
    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.details.toPlainText())
        self.copy.setText(tr("Copied"))


class ErrorReporter(QObject):
    """Receives what nobody caught; lives on the GUI thread.

    Signals:
        caught(str): an error's description; from whichever thread, the slot runs on the GUI's.
    """

    caught = Signal(str)

    def __init__(self, save_texts: Callable[[], None], log: Path, parent: QObject | None = None) -> None:
        """`save_texts` stores everything that is unsaved."""
        super().__init__(parent)
        self._save_texts = save_texts
        self._log_path = log
        self._known: set[str] = set()
        self._is_saving = False
        self.dialog: ErrorDialog | None = None
        self.caught.connect(self._on_caught)
        self._old_hooks = sys.excepthook, threading.excepthook

    def install(self) -> None:
        """Begin to receive errors."""
        sys.excepthook = self.report
        threading.excepthook = self._report_of_thread

    def uninstall(self) -> None:
        """Leave them to the hooks from before."""
        sys.excepthook, threading.excepthook = self._old_hooks

    def report(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Log an error, store the text and tell the person."""
        if issubclass(kind, KeyboardInterrupt | SystemExit):
            self._old_hooks[0](kind, error, trace)
            return
        _log.error("nobody expected this", exc_info=(kind, error, trace))
        self.caught.emit(describe(kind, error, trace))

    def _report_of_thread(self, arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None:
            self.report(arguments.exc_type, arguments.exc_value, arguments.exc_traceback)

    @Slot(str)
    def _on_caught(self, details: str) -> None:
        if self._is_saving:
            return  # an error while saving: it is in the log
        self._is_saving = True
        try:
            self._save_texts()
        finally:
            self._is_saving = False
        # The same error at every key would be a dialog at every key.
        if details in self._known or len(self._known) >= _SHOWN_ERRORS or self.dialog is not None:
            return
        self._known.add(details)
        self.dialog = ErrorDialog(details, self._log_path, QApplication.activeWindow())
        self.dialog.finished.connect(self._on_finished)
        # Not `exec`, and without the focus: who types on types into the page, and Enter closes nothing unread.
        self.dialog.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.dialog.show()

    @Slot()
    def _on_finished(self) -> None:
        self.dialog = None
