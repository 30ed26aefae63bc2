"""The one owner of the preferences: reads, checks, changes and writes them, and tells all who follow them."""

import logging
from collections.abc import Mapping
from dataclasses import fields, replace
from enum import Enum
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication

from editor.settings.preferences import RULES, Preferences
from editor.translation import reason_of, tr
from resources.files.state_file import StateFile

_log = logging.getLogger(__name__)
_FORMAT_VERSION = 1


class PreferencesKeeper(QObject):
    """Holds the preferences in force; lives on the GUI thread.

    A file that cannot be read, or a value that makes no sense, falls back to the default with one line in the log.

    Signals:
        changed(Preferences): other preferences hold, or the desktop changed between light and dark colours.
        failed(str): a change holds, but could not be written; the sentence says why.
    """

    changed = Signal(object)
    failed = Signal(str)

    def __init__(self, path: Path | None = None, parent: QObject | None = None) -> None:
        """Read the file at `path`; without one nothing is written either."""
        super().__init__(parent)
        self._path = path
        self._file = StateFile(path, _FORMAT_VERSION, "using the defaults") if path is not None else None
        self._stored = (self._file.read(self._checked) if self._file is not None else None) or Preferences()
        self._for_now: dict[str, Any] = {}
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._on_scheme_changed)

    @property
    def now(self) -> Preferences:
        """The preferences in force."""
        return replace(self._stored, **self._for_now)

    def change(self, **changes: Any) -> None:
        """Let these fields have these values from now on; raises ValueError or TypeError and changes nothing."""
        checked = {name: RULES[name](value) for name, value in changes.items()}
        self._for_now = {name: value for name, value in self._for_now.items() if name not in checked}
        self._stored = replace(self._stored, **checked)
        self.changed.emit(self.now)
        try:
            self._write()
        except OSError as exc:
            self.failed.emit(tr("The preferences cannot be saved: {reason}").format(reason=reason_of(exc)))

    def toggle(self, switch: str) -> None:
        """Flip a field that is true or false."""
        self.change(**{switch: not getattr(self.now, switch)})

    def change_for_now(self, **changes: Any) -> None:
        """Let these fields have these values until the program ends or they are changed; nothing is written."""
        self._for_now |= {name: RULES[name](value) for name, value in changes.items()}
        self.changed.emit(self.now)

    def _write(self) -> None:
        if self._file is not None:
            values = {item.name: _plain(getattr(self._stored, item.name)) for item in fields(Preferences)}
            self._file.write(values, sync=True)

    def _checked(self, stored: dict[str, Any]) -> Preferences:
        values: dict[str, Any] = {}
        for name, rule in RULES.items():
            if name in stored:
                try:
                    values[name] = rule(stored[name])
                except (TypeError, ValueError) as exc:
                    _log.warning("%s: %s %s: using the default", self._path, name, exc)
        return Preferences(**values)

    @Slot()
    def _on_scheme_changed(self) -> None:
        self.changed.emit(self.now)


def _plain(value: Any) -> Any:
    """Return a value as JSON has it."""
    if isinstance(value, Enum):
        return value.value
    return dict(value) if isinstance(value, Mapping) else value
