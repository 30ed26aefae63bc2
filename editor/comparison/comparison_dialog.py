"""The text of a page and its file on disk, side by side in one view, and what can be done about them."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from editor.comparison.comparison_panel import ComparisonPanel
from editor.comparison.disk_comparer import CompareAnswer, CompareRequest, DiskComparer
from editor.files.dialogs import DiskChoice
from editor.translation import tr
from editor.widgets.buttons import push_button
from editor.widgets.labels import MARGIN_PX, sentence_label

_SIZE_PX = (820, 560)


class ComparisonDialog(QDialog):
    """Compares one text with its file and lets the person choose; it changes neither.

    Attributes:
        choice: what the person chose; `CANCEL` until then.
    """

    def __init__(
        self,
        name: str,
        request: CompareRequest,
        parent: QWidget | None = None,
        *,
        keep_label: str = "",
    ) -> None:
        """`keep_label` says what going on with the page's text means here, "" that it is kept."""
        super().__init__(parent)
        self.setObjectName("compare")
        self.setWindowTitle(tr("Compare {name}").format(name=name))
        self.resize(*_SIZE_PX)
        self.choice = DiskChoice.CANCEL
        self.panel = ComparisonPanel()
        path = sentence_label(is_quiet=True)
        path.setText(str(request.path or ""))
        path.setAccessibleName(tr("The file"))
        self.keep = push_button(keep_label or tr("&Keep mine"), self._on_keep)
        undone = tr("Shows what is on disk; undo brings this text back")
        self.take = push_button(tr("&Take the file on disk"), self._on_take, undone)
        elsewhere = tr("Writes this text to another file and leaves the one on disk as it is")
        self.copy = push_button(tr("&Save a copy…"), self._on_copy, elsewhere)
        self.cancel = push_button(tr("Cancel"), self.reject)
        buttons = QHBoxLayout()
        for button in (self.keep, self.take, self.copy):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN_PX, MARGIN_PX, MARGIN_PX, MARGIN_PX)
        layout.setSpacing(10)
        layout.addWidget(path)
        layout.addWidget(self.panel, 1)
        layout.addLayout(buttons)
        self._comparer = DiskComparer(self)
        self._comparer.compared.connect(self._on_compared)
        self._comparer.ask(request)
        self.panel.view.setFocus()

    def done(self, result: int) -> None:
        """End the comparison with the dialog."""
        self._comparer.stop()
        super().done(result)

    @Slot(object)
    def _on_compared(self, answer: CompareAnswer) -> None:
        self.panel.show_result(answer.result)
        self.take.setEnabled(answer.result.file is not None)

    @Slot()
    def _on_keep(self) -> None:
        self._choose(DiskChoice.KEEP)

    @Slot()
    def _on_take(self) -> None:
        self._choose(DiskChoice.TAKE_DISK)

    @Slot()
    def _on_copy(self) -> None:
        self._choose(DiskChoice.SAVE_COPY)

    def _choose(self, choice: DiskChoice) -> None:
        self.choice = choice
        self.accept()
