"""The first face of the fine-tuning dialog: documents with a preview, a base, a name, a time."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QSplitter,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from editor.profiles.profiles import Profile
from editor.translation import tr
from editor.tuning.document_survey import Survey
from editor.widgets.buttons import push_button
from editor.widgets.labels import MARGIN_PX, sentence_label, size_text

_DEFAULT_MINUTES, _MOST_MINUTES = 5, 24 * 60
_TEXT_ROLE = Qt.ItemDataRole.UserRole
_NAMED_IN_FULL = 1000
"""Documents among which those of the same name are told apart."""


class PickingPage(QWidget):
    """Documents with a preview, the profile to begin from, a name and a time.

    Signals:
        paths_changed(): the documents to read are others.
        start_wanted(): the person presses the button.
        files_wanted(), folder_wanted(): the person wants to add some.
    """

    paths_changed = Signal()
    start_wanted = Signal()
    files_wanted = Signal()
    folder_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.paths: list[Path] = []
        self.setAcceptDrops(True)
        self.tree = QTreeWidget()
        self.tree.setHeaderLabels([tr("Document"), tr("Size")])
        self.tree.setObjectName("documents")
        self.tree.setRootIsDecorated(False)
        self.tree.setUniformRowHeights(True)
        self.tree.setStyleSheet("QTreeWidget::item { padding: 3px 2px; }")
        self.tree.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.tree.setAccessibleName(tr("Documents to learn from"))
        self.tree.header().setStretchLastSection(False)
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.tree.currentItemChanged.connect(self._on_current_changed)
        self.preview = QPlainTextEdit()
        self.preview.setObjectName("documentPreview")
        self.preview.setReadOnly(True)
        self.preview.setAccessibleName(tr("How the document begins"))
        self.preview.setPlaceholderText(tr("Choose a document to see how it begins."))
        self.preview.setTabChangesFocus(True)
        self.summary = sentence_label()
        self.base = QComboBox()
        self.base.setAccessibleName(tr("Begin with"))
        self.name = QLineEdit()
        self.name.setPlaceholderText(tr("such as letters, or thesis"))
        self.name.setAccessibleName(tr("Name of the new model"))
        self.minutes = QSpinBox()
        self.minutes.setRange(1, _MOST_MINUTES)
        self.minutes.setValue(_DEFAULT_MINUTES)
        self.minutes.setSuffix(tr(" min"))
        self.hint = sentence_label(is_quiet=True)
        self.start = QPushButton(tr("&Start training"))
        self.start.setDefault(True)
        self.start.clicked.connect(self.start_wanted)
        self._build()
        self.show_survey(None)

    def add(self, paths: Sequence[Path]) -> None:
        """Add files and folders, each once."""
        new = [path.absolute() for path in paths]
        merged = list(dict.fromkeys([*self.paths, *new]))
        if merged != self.paths:
            self.paths = merged
            self.paths_changed.emit()

    def clear(self) -> None:
        """Learn from nothing that was picked so far."""
        self.paths = []
        self.paths_changed.emit()

    def show_reading(self) -> None:
        """Say that the documents are being read."""
        self.summary.setText(tr("Reading the documents…"))
        self.start.setEnabled(False)

    def show_survey(self, survey: Survey | None) -> None:
        """List the documents that can be read, and those that cannot with the reason; None for nothing picked."""
        self.tree.clear()
        self.preview.clear()
        self.start.setEnabled(survey is not None and survey.is_enough)
        if survey is None:
            self.summary.setText(
                tr(
                    "Add files or folders with texts of yours, or drop them here: Foretype learns from them, on this "
                    "computer alone, to suggest what you would write."
                )
            )
            return
        names = _short_names([document.path for document in survey.documents])
        for document, name in zip(survey.documents, names, strict=True):
            self._add_row(name, size_text(document.size_bytes), str(document.path), document.beginning)
        for skipped in survey.skipped:
            preview = tr("Not read: {reason}").format(reason=skipped.reason)
            self._add_row(f"⚠ {Path(skipped.path).name}", tr("skipped"), skipped.reason, preview)
        first = self.tree.topLevelItem(0)
        if first is not None:
            self.tree.setCurrentItem(first)
        self.summary.setText(_summary(survey))

    def show_failure(self, sentence: str) -> None:
        """Say why the documents cannot be read or the training cannot begin."""
        self.summary.setText(sentence)

    def show_profiles(self, profiles: Sequence[Profile], current: Path) -> None:
        """Offer the profiles to begin from; keep what was chosen, or choose the one that answers."""
        chosen = self.base.currentData()
        folder = chosen.folder if isinstance(chosen, Profile) else current
        self.base.clear()
        for profile in profiles:
            self.base.addItem(_base_name(profile), profile)
        index = next((i for i, profile in enumerate(profiles) if profile.folder == folder), 0)
        self.base.setCurrentIndex(index)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.add([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])
        event.acceptProposedAction()

    def _build(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(push_button(tr("Add &files…"), self.files_wanted))
        buttons.addWidget(push_button(tr("Add f&older…"), self.folder_wanted))
        buttons.addWidget(push_button(tr("&Clear"), self._on_clear))
        buttons.addStretch(1)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(self.tree)
        split.addWidget(self.preview)
        split.setSizes([340, 340])
        split.setChildrenCollapsible(False)
        form = QFormLayout()
        form.setVerticalSpacing(8)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(tr("&Begin with:"), self.base)
        form.addRow(tr("&Name of the new model:"), self.name)
        form.addRow(tr("&Time limit:"), self.minutes)
        form.addRow("", self.hint)
        bottom = QHBoxLayout()
        bottom.addStretch(1)
        bottom.addWidget(self.start)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN_PX, 8, MARGIN_PX, MARGIN_PX)
        layout.setSpacing(10)
        layout.addLayout(buttons)
        layout.addWidget(split, 1)
        layout.addWidget(self.summary)
        layout.addLayout(form)
        layout.addLayout(bottom)

    def _add_row(self, name: str, size: str, tool_tip: str, preview: str) -> None:
        row = QTreeWidgetItem([name, size])
        row.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row.setToolTip(0, tool_tip)
        row.setData(0, _TEXT_ROLE, preview)
        self.tree.addTopLevelItem(row)

    @Slot(QTreeWidgetItem, QTreeWidgetItem)
    def _on_current_changed(self, current: QTreeWidgetItem | None, _before: QTreeWidgetItem | None) -> None:
        self.preview.setPlainText(str(current.data(0, _TEXT_ROLE)) if current is not None else "")

    @Slot()
    def _on_clear(self) -> None:
        self.clear()


def _base_name(profile: Profile) -> str:
    return tr("{name} (came with Foretype)").format(name=profile.name) if profile.is_shipped else profile.name


def _summary(survey: Survey) -> str:
    text = tr("1 document, {size}") if survey.num_documents == 1 else tr("{count:,} documents, {size}")
    text = text.format(count=survey.num_documents, size=size_text(survey.size_bytes))
    if survey.skipped:
        others = tr("; 1 other cannot be read") if len(survey.skipped) == 1 else tr("; {count:,} others cannot be read")
        text += others.format(count=len(survey.skipped))
    if not survey.is_enough:
        text += tr(". That is too little to learn from: add more, at least 2 kB")
    return text + "."


def _short_names(paths: Sequence[Path]) -> list[str]:
    """Return each path's name, with its folder where two have the same name."""
    names = [path.name for path in paths]
    doubles = {name for name in names if names.count(name) > 1} if len(names) < _NAMED_IN_FULL else set()
    return [f"{path.parent.name}/{path.name}" if path.name in doubles else path.name for path in paths]
