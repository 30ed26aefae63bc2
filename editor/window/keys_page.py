"""The page of the preferences about keys: every command with its key, what two commands claim, the way back."""

import types
from collections.abc import Mapping

from PySide6.QtCore import QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from editor.settings.shortcuts import Command, conflicts, keys, plain_label, types_text
from editor.translation import tr

_DEFAULTS = keys({})
_LEAST_KEY_PX = 170
_AROUND_KEY_PX = 52
"""Beside the text of a line: its margins and the cross that clears it."""


class KeysPage(QWidget):
    """A row for each command.

    Signals:
        changed(): a command has another key.
    """

    changed = Signal()

    def __init__(self, overrides: Mapping[str, str]) -> None:
        super().__init__()
        self.rows = {command: _Row(command, self) for command in Command}
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Search commands and keys"))
        self.search.setAccessibleName(tr("Search commands and keys"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._on_searched)
        reset = QPushButton(tr("All &defaults"))
        reset.setToolTip(tr("Gives every command its default key again"))
        reset.clicked.connect(self._on_reset)
        top = QHBoxLayout()
        top.addWidget(self.search, 1)
        top.addWidget(reset)
        rows = QWidget()
        grid = QGridLayout(rows)
        grid.setContentsMargins(16, 8, 16, 16)
        grid.setColumnStretch(0, 1)
        for number, row in enumerate(self.rows.values()):
            grid.addWidget(row.label, number, 0)
            grid.addWidget(row.edit, number, 1)
            grid.addWidget(row.reset, number, 2)
        grid.setRowStretch(len(self.rows), 1)
        area = _RowsArea(rows)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        top.setContentsMargins(16, 0, 16, 0)
        column.addLayout(top)
        column.addWidget(area)
        chosen = keys(overrides)
        for command, row in self.rows.items():
            row.show_key(chosen[command])
            row.edit.keySequenceChanged.connect(self._on_changed)
            row.reset.clicked.connect(row.show_default)

    def overrides(self) -> Mapping[str, str]:
        """Return the keys that differ from the defaults, by command."""
        chosen = self._chosen()
        changed = {command.id: key for command, key in chosen.items() if key != _DEFAULTS[command]}
        return types.MappingProxyType(changed)

    def set_key(self, command: Command, key: str) -> None:
        """Give a command a key, by its portable name."""
        self.rows[command].show_key(key)

    def problems(self) -> list[str]:
        """Return what cannot be saved, a sentence each: one key for two commands, a key that types text."""
        chosen = self._chosen()
        found = []
        for key, commands in conflicts(chosen).items():
            names = tr(" and ").join(self._quoted(command) for command in commands)
            found.append(tr("{key} belongs to {names}: give it to one of them.").format(key=_native(key), names=names))
        found += [
            tr("{key} is needed for typing: give {name} a key with Ctrl or Alt.").format(
                key=_native(key), name=self._quoted(command)
            )
            for command, key in chosen.items()
            if types_text(key, is_typing=self.rows[command].is_typing)
        ]
        return found

    def _quoted(self, command: Command) -> str:
        return tr("“{text}”").format(text=self.rows[command].label.text())

    def _chosen(self) -> dict[Command, str]:
        return {command: row.key for command, row in self.rows.items()}

    @Slot()
    def _on_changed(self) -> None:
        self.changed.emit()

    @Slot()
    def _on_reset(self) -> None:
        for row in self.rows.values():
            row.show_default()

    @Slot(str)
    def _on_searched(self, text: str) -> None:
        words = text.lower().split()
        for row in self.rows.values():
            all_ = f"{row.label.text()} {_native(row.key)}".lower()
            row.set_shown(all(word in all_ for word in words))


class _RowsArea(QScrollArea):
    """Scrolls up and down; whatever the language, it is as wide as its rows."""

    def __init__(self, rows: QWidget) -> None:
        super().__init__()
        self.rows = rows
        self.setWidgetResizable(True)
        self.setWidget(rows)

    def minimumSizeHint(self) -> QSize:  # Qt's name
        """Return a width at which no row is cut off."""
        around = self.verticalScrollBar().sizeHint().width() + 2 * self.frameWidth()
        return QSize(self.rows.minimumSizeHint().width() + around, super().minimumSizeHint().height())


class _Row(QObject):
    """One command's widgets, which the page lays out."""

    def __init__(self, command: Command, parent: QObject) -> None:
        super().__init__(parent)
        self.is_typing = command.shortcut.is_typing
        self._default = command.shortcut.key
        name = plain_label(command)
        self.label = QLabel(name)
        self.edit = QKeySequenceEdit()
        self.edit.setMaximumSequenceLength(1)
        self.edit.setClearButtonEnabled(True)
        self.edit.setAccessibleName(name)
        self.edit.setMinimumWidth(max(_LEAST_KEY_PX, _room_for_placeholder(self.edit)))
        self.edit.keySequenceChanged.connect(self._on_changed)
        self.label.setBuddy(self.edit)
        self.reset = QToolButton()
        self.reset.setText(tr("Default"))
        self.reset.setAccessibleName(tr("{name}: default").format(name=name))
        self.reset.setToolTip(_native(self._default) or tr("No key"))
        self.reset.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    @property
    def key(self) -> str:
        """The key's portable name."""
        return self.edit.keySequence().toString(QKeySequence.SequenceFormat.PortableText)

    def show_key(self, key: str) -> None:
        """Show a key by its portable name."""
        self.edit.setKeySequence(QKeySequence(key))
        self._on_changed()

    def set_shown(self, is_shown: bool) -> None:
        """Show the row, or not."""
        for widget in (self.label, self.edit, self.reset):
            widget.setVisible(is_shown)

    @Slot()
    def show_default(self) -> None:
        """Go back to the first key."""
        self.show_key(self._default)

    @Slot()
    def _on_changed(self) -> None:
        self.reset.setEnabled(self.key != self._default)


def _room_for_placeholder(edit: QKeySequenceEdit) -> int:
    """Return the width at which Qt's own words for a key that is not there are read to their end."""
    line = edit.findChild(QLineEdit)
    return line.fontMetrics().horizontalAdvance(line.placeholderText()) + _AROUND_KEY_PX if line is not None else 0


def _native(key: str) -> str:
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
