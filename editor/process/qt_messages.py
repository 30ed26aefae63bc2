"""Sends what Qt says to Python's log."""

import logging

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

_log = logging.getLogger("qt")
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
# The off-screen platform says so at every change of a window's smallest size.
_NOISE = "does not support propagateSizeHints"


def log_qt_messages() -> None:
    """Begin to log Qt's messages."""
    qInstallMessageHandler(_on_message)


def _on_message(type_: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    if _NOISE not in message:
        _log.log(_LEVELS.get(type_, logging.WARNING), "%s", message)
