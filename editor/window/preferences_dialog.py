"""The preferences dialog: shows the preferences and says what the person chose."""

from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFontComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSlider,
    QSpinBox,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from editor.settings.preferences import HELD_KEYS, MAX_FONT_PT, MIN_FONT_PT, Preferences
from editor.settings.theme import THEME_LABELS
from editor.translation import LANGUAGES, SYSTEM, tr
from editor.window.editing_page import EditingPage
from editor.window.keys_page import KeysPage


class PreferencesDialog(QDialog):
    """Four tabs: suggestions, look, editing, keys."""

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Preferences"))
        self.resize(520, 480)
        self._start = preferences
        self._ghost = QCheckBox(tr("Show suggestions as ghost text after the caret"))
        self._bar = QCheckBox(tr("Show three words in a bar under the page"))
        self._held_only = QCheckBox(tr("Show it only while I hold"))
        self._held_key = QComboBox()
        self._announce = QCheckBox(tr("Announce suggestions to screen readers"))
        self._tab = QCheckBox(tr("Tab moves the focus and takes no suggestion"))
        self._html_model = QCheckBox(tr("Use the HTML model for HTML documents"))
        self._learning = QCheckBox(tr("Learn from what I type and from the documents I open"))
        self._confidence = QSlider(Qt.Orientation.Horizontal)
        self._confidence_label = QLabel()
        self.blocked = QPlainTextEdit()
        self.suffixes = QLineEdit()
        self._theme = QComboBox()
        self._family = QFontComboBox()
        self._own_family = QCheckBox(tr("A font of my choice"))
        self._size = QSpinBox()
        self._line_numbers = QCheckBox(tr("Number the lines"))
        self._current_line = QCheckBox(tr("Mark the current line"))
        self._markup = QCheckBox(tr("Colour HTML and Markdown"))
        self._editing = EditingPage(preferences)
        self._language = QComboBox()
        self._session = QCheckBox(tr("Reopen the files of the last session at the start"))
        self.conflicts = QLabel()
        self.conflicts.setWordWrap(True)
        self.conflicts.setTextFormat(Qt.TextFormat.PlainText)
        self.keys = KeysPage(preferences.keys)
        tabs = QTabWidget(self)
        tabs.addTab(self._suggestions_page(), tr("Suggestions"))
        tabs.addTab(self._look_page(), tr("Look"))
        tabs.addTab(self._editing, tr("Editing"))
        tabs.addTab(self.keys, tr("Keys"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self._ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(tabs)
        layout.addWidget(self.conflicts)
        layout.addWidget(buttons)
        self.keys.changed.connect(self._show_conflicts)
        self._show_conflicts()

    def chosen(self) -> dict[str, Any]:
        """Return what the dialog shows, by the fields of the preferences."""
        blocked = sorted({word.lower() for word in self.blocked.toPlainText().split()})
        suffixes = ("." + suffix.strip(" .*").lower() for suffix in self.suffixes.text().replace(",", " ").split())
        return self._editing.chosen() | {
            "ghost_on": self._ghost.isChecked(),
            "held_only": self._held_only.isChecked(),
            "held_key": self._held_key.currentData(),
            "bar_on": self._bar.isChecked(),
            "announce": self._announce.isChecked(),
            "tab_moves_focus": self._tab.isChecked(),
            "html_model_on": self._html_model.isChecked(),
            "learning_on": self._learning.isChecked(),
            "restore_session": self._session.isChecked(),
            "min_confidence": self._confidence.value() / 100,
            "blocked_words": tuple(blocked),
            "off_suffixes": tuple(sorted(set(suffixes) - {"."})),
            "theme": self._theme.currentData(),
            "font_family": self._family.currentFont().family() if self._own_family.isChecked() else "",
            "font_size_pt": self._size.value(),
            "line_numbers_on": self._line_numbers.isChecked(),
            "current_line_on": self._current_line.isChecked(),
            "markup_on": self._markup.isChecked(),
            "language": self._language.currentData(),
            "keys": self.keys.overrides(),
        }

    def _suggestions_page(self) -> QWidget:
        start = self._start
        self._ghost.setChecked(start.ghost_on)
        self._held_only.setChecked(start.held_only)
        for key in HELD_KEYS:
            self._held_key.addItem(tr(key), key)
        self._held_key.setCurrentIndex(self._held_key.findData(start.held_key))
        self._held_key.setAccessibleName(tr("The key that shows suggestions"))
        self._held_key.setToolTip(tr("Tab takes it meanwhile, or End where the desktop keeps Alt+Tab; → takes a word"))
        self._bar.setChecked(start.bar_on)
        self._announce.setChecked(start.announce)
        self._tab.setChecked(start.tab_moves_focus)
        self._html_model.setChecked(start.html_model_on)
        self._learning.setChecked(start.learning_on)
        self._confidence.setRange(0, 95)
        self._confidence.setAccessibleName(tr("Least confidence of a suggestion, in percent"))
        self._confidence.valueChanged.connect(self._on_confidence_changed)
        self._confidence.setValue(round(start.min_confidence * 100))
        self._on_confidence_changed(self._confidence.value())
        self._confidence_label.setMinimumWidth(48)
        self.blocked.setPlainText("\n".join(start.blocked_words))
        self.blocked.setAccessibleName(tr("Words never to suggest"))
        self.blocked.setTabChangesFocus(True)
        self.suffixes.setText(" ".join(start.off_suffixes))
        self.suffixes.setPlaceholderText(tr("such as .py .csv"))
        slider = QHBoxLayout()
        slider.addWidget(self._confidence)
        slider.addWidget(self._confidence_label)
        page = QWidget()
        form = QFormLayout(page)
        form.setContentsMargins(16, 16, 16, 16)
        form.setVerticalSpacing(10)
        form.addRow(self._ghost)
        held = QHBoxLayout()
        held.setSpacing(8)
        held.addSpacing(16)
        held.addWidget(self._held_only)
        held.addWidget(self._held_key)
        held.addStretch(1)
        form.addRow(held)
        for box in (self._bar, self._announce, self._tab, self._html_model, self._learning):
            form.addRow(box)
        label = QLabel(tr("&Only when at least this sure:"))
        label.setBuddy(self._confidence)
        form.addRow(label, slider)
        form.addRow(tr("&Never suggest these words:"), self.blocked)
        form.addRow(tr("No suggestions in &files of type:"), self.suffixes)
        return page

    def _look_page(self) -> QWidget:
        for name, label in THEME_LABELS.items():
            self._theme.addItem(tr(label), name)
        self._theme.setCurrentIndex(self._theme.findData(self._start.theme))
        self._size.setRange(MIN_FONT_PT, MAX_FONT_PT)
        self._size.setSuffix(tr(" pt"))
        self._size.setValue(self._start.font_size_pt)
        self._own_family.setChecked(bool(self._start.font_family))
        self._family.setEnabled(bool(self._start.font_family))
        self._own_family.toggled.connect(self._family.setEnabled)
        if self._start.font_family:
            self._family.setCurrentFont(QFont(self._start.font_family))
        page = QWidget()
        form = QFormLayout(page)
        form.setContentsMargins(16, 16, 16, 16)
        form.setVerticalSpacing(10)
        self._language.addItem(tr("Like the desktop"), SYSTEM)
        for language, own_name in LANGUAGES.items():
            self._language.addItem(own_name, language)
        self._language.setCurrentIndex(self._language.findData(self._start.language))
        self._language.setToolTip(tr("From the next start on"))
        form.addRow(tr("&Language (from the next start on):"), self._language)
        form.addRow(tr("&Colours:"), self._theme)
        form.addRow(tr("Text &size:"), self._size)
        form.addRow(self._own_family)
        form.addRow(tr("&Font:"), self._family)
        self._line_numbers.setChecked(self._start.line_numbers_on)
        self._current_line.setChecked(self._start.current_line_on)
        self._markup.setChecked(self._start.markup_on)
        for box in (self._line_numbers, self._current_line, self._markup):
            form.addRow(box)
        self._session.setChecked(self._start.restore_session)
        form.addRow(self._session)
        return page

    @Slot()
    def _show_conflicts(self) -> None:
        """Say what is wrong with the keys, which cannot be saved so."""
        problems = self.keys.problems()
        self.conflicts.setText("\n".join(problems))
        self.conflicts.setVisible(bool(problems))
        self._ok.setEnabled(not problems)

    @Slot(int)
    def _on_confidence_changed(self, percent: int) -> None:
        self._confidence_label.setText(tr("{percent} %").format(percent=percent))
