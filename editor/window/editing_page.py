"""The page of the preferences about lines: wrapping and indentation."""

from typing import Any

from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QWidget

from editor.settings.preferences import Preferences
from editor.translation import tr
from editor.window.indent_menu import STEP_LABELS, TAB_LABELS


class EditingPage(QWidget):
    """Shows its part of `preferences`."""

    def __init__(self, preferences: Preferences) -> None:
        super().__init__()
        self._wrap = QCheckBox(tr("Wrap lines at the page's edge"))
        self._wrap.setChecked(preferences.wrap_on)
        self._auto_indent = QCheckBox(tr("Indent a new line like the one before"))
        self._auto_indent.setChecked(preferences.auto_indent)
        self._step = _choice(STEP_LABELS, preferences.indent_spaces)
        self._width = _choice(TAB_LABELS, preferences.tab_width)
        self._detect = QCheckBox(tr("Keep the indentation that a document already has"))
        self._detect.setChecked(preferences.detect_indent)
        form = QFormLayout(self)
        form.setContentsMargins(16, 16, 16, 16)
        form.setVerticalSpacing(10)
        form.addRow(self._wrap)
        form.addRow(self._auto_indent)
        form.addRow(tr("&Indent with:"), self._step)
        form.addRow(tr("&Width of a tab:"), self._width)
        form.addRow(self._detect)

    def chosen(self) -> dict[str, Any]:
        """Return what this page shows, by the fields of the preferences."""
        return {
            "wrap_on": self._wrap.isChecked(),
            "auto_indent": self._auto_indent.isChecked(),
            "indent_spaces": self._step.currentData(),
            "tab_width": self._width.currentData(),
            "detect_indent": self._detect.isChecked(),
        }


def _choice(labels: dict[int, str], chosen: int) -> QComboBox:
    box = QComboBox()
    for value, label in labels.items():
        box.addItem(tr(label), value)
    box.setCurrentIndex(box.findData(chosen))
    return box
