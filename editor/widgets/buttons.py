"""Buttons, made in one line."""

from collections.abc import Callable

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QPushButton


def push_button(text: str, clicked: Callable[..., object] | SignalInstance, tip: str = "") -> QPushButton:
    """Return a button that calls `clicked`, a bound method of a QObject or a signal; Enter elsewhere is not for it."""
    button = QPushButton(text)
    button.setAutoDefault(False)
    button.setToolTip(tip)
    button.clicked.connect(clicked)
    return button
