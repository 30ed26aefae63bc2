"""The last face of the fine-tuning dialog: what a run was worth, and what to do with it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from editor.translation import tr
from editor.tuning.tuning_progress import Comparison, TuningProgress
from editor.widgets.buttons import push_button
from editor.widgets.labels import MARGIN_PX, sentence_label, title_label


class ResultPage(QWidget):
    """What a run was worth, in a table, and what to do now; which buttons there are is the dialog's to say.

    Signals:
        chosen(str): the name of the button that was pressed.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = title_label()
        self.sentence = sentence_label()
        self._table = QWidget()
        self._grid = QGridLayout(self._table)
        self._grid.setContentsMargins(0, 8, 0, 8)
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(7)
        self._grid.setColumnStretch(0, 1)
        self.notes = sentence_label(is_quiet=True)
        self._buttons = QHBoxLayout()
        self._buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN_PX, MARGIN_PX, MARGIN_PX, MARGIN_PX)
        layout.setSpacing(10)
        layout.addWidget(self.title)
        layout.addWidget(self.sentence)
        layout.addWidget(self._table)
        layout.addWidget(self.notes)
        layout.addStretch(1)
        layout.addLayout(self._buttons)

    def show_result(
        self, title: str, sentence: str, progress: TuningProgress, buttons: Sequence[tuple[str, str]]
    ) -> None:
        """Show how it ended; `buttons` are (name, label), the last is the one that Enter presses."""
        self.title.setText(title)
        self.sentence.setText(sentence)
        self.notes.setText("\n".join(progress.notes))
        self._show_table(progress.comparisons)
        _clear(self._buttons)
        self._buttons.addStretch(1)
        for name, label in buttons:
            button = push_button(label, self._on_pressed)
            button.setObjectName(name)
            button.setDefault((name, label) == buttons[-1])
            self._buttons.addWidget(button)

    def button(self, name: str) -> QPushButton | None:
        """Return a button by its name."""
        for index in range(self._buttons.count()):
            item = self._buttons.itemAt(index)
            widget = item.widget() if item is not None else None
            if isinstance(widget, QPushButton) and widget.objectName() == name:
                return widget
        return None

    def focus_default(self) -> None:
        """Give the keys to the button that Enter presses."""
        item = self._buttons.itemAt(self._buttons.count() - 1)
        widget = item.widget() if item is not None else None
        if widget is not None:
            widget.setFocus()

    def texts(self) -> list[str]:
        """Return what stands in the table, row by row."""
        items = (self._grid.itemAt(index) for index in range(self._grid.count()))
        widgets = (item.widget() for item in items if item is not None)
        return [widget.text() for widget in widgets if isinstance(widget, QLabel)]

    def _show_table(self, comparisons: Sequence[Comparison]) -> None:
        _clear(self._grid)
        self._table.setVisible(bool(comparisons))
        if not comparisons:
            return
        for column, text in enumerate(("", tr("Your held-out text"), tr("General text")), 0):
            self._put(0, column, f"<b>{text}</b>")
        for row, comparison in enumerate(comparisons, 1):
            self._put(row, 0, comparison.what)
            self._put(row, 1, _change(*comparison.user, is_bits=comparison.is_bits))
            self._put(row, 2, _change(*comparison.general, is_bits=comparison.is_bits))

    def _put(self, row: int, column: int, text: str) -> None:
        label = QLabel(text)
        label.setAlignment(Qt.AlignmentFlag.AlignLeft if column == 0 else Qt.AlignmentFlag.AlignRight)
        self._grid.addWidget(label, row, column)

    @Slot()
    def _on_pressed(self) -> None:
        sender = self.sender()
        if isinstance(sender, QPushButton):
            self.chosen.emit(sender.objectName())


def _change(before: float, after: float, *, is_bits: bool) -> str:
    """Return a figure before and after and which way it went, in words and not in colour alone."""
    old, new = (f"{before:.3f}", f"{after:.3f}") if is_bits else (f"{before:.1%}", f"{after:.1%}")
    if old == new:
        return tr("{old} → {new}   same").format(old=old, new=new)
    is_better = (after < before) if is_bits else (after > before)
    sentence = tr("{old} → {new}   better") if is_better else tr("{old} → {new}   worse")
    return sentence.format(old=old, new=new)


def _clear(layout: QHBoxLayout | QGridLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
