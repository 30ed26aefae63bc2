"""Keeps Python's cycle collector on the GUI thread.

The collector runs on whichever thread allocates. On the worker's it would destroy widgets that wait in a cycle, which
Qt forbids on any thread but theirs: timers that cannot be stopped, then a crash.
"""

import gc

from PySide6.QtCore import QObject, QTimer, Slot

_INTERVAL_MS = 1000
# As CPython's own: a younger generation's runs before the next older is looked at.
_THRESHOLDS = (700, 10, 10)


class GuiGarbageCollector(QObject):
    """Collects once a second, on the thread it was made on, as much as the interpreter would have."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        # What the imports made stays: no collection has to look at it again.
        gc.freeze()
        self._timer = QTimer(self)
        self._timer.setInterval(_INTERVAL_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    @Slot()
    def collect(self) -> None:
        """Collect the oldest generation that is due, and those younger."""
        counts = gc.get_count()
        for generation in (2, 1, 0):
            if counts[generation] > _THRESHOLDS[generation]:
                gc.collect(generation)
                return

    def stop(self) -> None:
        """Let the interpreter collect again."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()
