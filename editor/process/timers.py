"""Timers that wait once."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, SignalInstance


def single_shot(parent: QObject, interval_ms: int, slot: Callable[[], object] | SignalInstance) -> QTimer:
    """Return a timer that calls `slot`, a bound method of a QObject or a signal, once after each start."""
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(interval_ms)
    timer.timeout.connect(slot)
    return timer
