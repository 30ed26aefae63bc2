"""Keeps what the suggestions were worth: a small file of counts in the user's data folder."""

import copy
import dataclasses
import logging
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Slot

from editor.suggestions.worth import LAST_BUCKET, Tally, Totals, Worth
from resources.files.state_file import StateFile

_log = logging.getLogger(__name__)
_FORMAT_VERSION = 1
_INTERVAL_MS = 60_000
_GREATEST = 10**15
_COUNTS = tuple(item.name for item in dataclasses.fields(Tally) if item.name != "latencies")


class WorthFile:
    """The file; one that cannot be read counts as empty, with one line in the log."""

    def __init__(self, path: Path, today: Callable[[], date] = date.today) -> None:
        self._file = StateFile(path, _FORMAT_VERSION, "counting from zero")
        self._today = today

    def read(self) -> Totals:
        """Return what is stored."""
        day = self._today()
        return self._file.read(_as_totals) or Totals(day, day)

    def add(self, tally: Tally, day: date) -> Totals:
        """Add to what is stored, by another window's process too, and return it; raises OSError."""
        totals = self.read()
        totals.add(tally, day)
        self._write(totals)
        return totals

    def reset(self) -> Totals:
        """Count from zero; raises OSError."""
        day = self._today()
        totals = Totals(day, day)
        self._write(totals)
        return totals

    def _write(self, totals: Totals) -> None:
        self._file.write(
            {
                "since": totals.since.isoformat(),
                "day": totals.day.isoformat(),
                "today": _as_values(totals.today),
                "overall": _as_values(totals.overall),
            }
        )


class WorthKeeper(QObject):
    """Stores what a `Worth` counts, once a minute and at the end; lives on the GUI thread.

    Attributes:
        worth: where windows count.
        totals: what is stored.
    """

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.worth = Worth()
        self._file = WorthFile(path)
        self.totals = self._file.read()
        self._timer = QTimer(self)
        self._timer.setInterval(_INTERVAL_MS)
        self._timer.timeout.connect(self.store)
        self._timer.start()

    def current(self) -> Totals:
        """Return all that is counted, stored or not."""
        totals = copy.deepcopy(self.totals)
        totals.add(*self.worth.fresh)
        return totals

    @Slot()
    def store(self) -> None:
        """Store what was counted since the last time; without a disk to write on it stays counted in memory."""
        if not self.worth.has_fresh:
            return
        fresh, day = self.worth.take_fresh()
        try:
            self.totals = self._file.add(fresh, day)
        except OSError as exc:
            _log.warning("the figures cannot be stored: %s", exc)
            self.totals.add(fresh, day)

    @Slot()
    def reset(self) -> None:
        """Forget all counts."""
        self.worth.take_fresh()
        try:
            self.totals = self._file.reset()
        except OSError as exc:
            _log.warning("the figures cannot be reset: %s", exc)

    def stop(self) -> None:
        """Store for the last time."""
        self._timer.stop()
        self.store()


def _as_totals(values: dict[str, Any]) -> Totals:
    since, day = date.fromisoformat(values["since"]), date.fromisoformat(values["day"])
    return Totals(since, day, _as_tally(values["today"]), _as_tally(values["overall"]))


def _as_values(tally: Tally) -> dict[str, Any]:
    return {name: getattr(tally, name) for name in _COUNTS} | {"latencies": dict(tally.latencies)}


def _as_tally(values: Any) -> Tally:
    if not isinstance(values, dict):
        raise TypeError("no table of counts")
    latencies = values["latencies"]
    if not isinstance(latencies, dict):
        raise TypeError("no table of latencies")
    buckets = Counter({int(bucket): _count(count) for bucket, count in latencies.items()})
    if any(not 0 <= bucket <= LAST_BUCKET for bucket in buckets):
        raise ValueError("no such latency")
    return Tally(**{name: _count(values[name]) for name in _COUNTS}, latencies=buckets)


def _count(value: Any) -> int:
    # Replaced letters can make a count of inserted ones negative.
    if isinstance(value, bool) or not isinstance(value, int) or abs(value) > _GREATEST:
        raise TypeError(f"{value!r} is no count")
    return value
