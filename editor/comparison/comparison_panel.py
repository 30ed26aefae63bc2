"""A comparison with what is said about it: how much differs, which side is which, next and previous difference."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from editor.comparison.comparison_view import ComparisonView
from editor.comparison.disk_comparison import DiskComparison
from editor.settings.numerals import numeral
from editor.translation import tr
from editor.widgets.buttons import push_button
from editor.widgets.labels import sentence_label


class ComparisonPanel(QWidget):
    """Shows one `DiskComparison` at a time."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("comparisonPanel")
        self.view = ComparisonView()
        self.summary = QLabel()
        self.summary.setAccessibleName(tr("How much differs"))
        self.summary.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.remark = sentence_label(is_quiet=True)
        self.remark.setAccessibleName(tr("Remark"))
        # Without letters: beside a page they are those of the find strip.
        self.previous = push_button(tr("Previous"), self.view.go_to_previous, tr("The previous difference (Shift+F8)"))
        self.next = push_button(tr("Next"), self.view.go_to_next, tr("The next difference (F8)"))
        head = QHBoxLayout()
        head.addWidget(self.summary, 1)
        head.addWidget(self.previous)
        head.addWidget(self.next)
        frame = QFrame()
        frame.setObjectName("comparisonFrame")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.view)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(frame, 1)
        layout.addWidget(self.remark)
        self._result: DiskComparison | None = None
        self.view.moved.connect(self._say)
        self.show_waiting()

    def show_waiting(self) -> None:
        """Say that the texts are being compared."""
        self._result = None
        self.summary.setText(tr("Comparing…"))
        self.remark.hide()
        self._set_steps(is_on=False)

    def show_result(self, result: DiskComparison, news: str = "") -> None:
        """Show what came of a comparison; `news` is a sentence on the file."""
        self._result = result
        self.view.show_rows(result.rows)
        said = [sentence for sentence in (news, result.error or result.remark) if sentence]
        self.remark.setText("".join(f"{sentence}. " for sentence in said))
        self.remark.setVisible(bool(said))
        self._set_steps(is_on=bool(result.rows.starts))
        self._say()

    def _set_steps(self, *, is_on: bool) -> None:
        self.previous.setVisible(is_on)
        self.next.setVisible(is_on)

    @Slot()
    @Slot(int)
    def _say(self, _number: int = 0) -> None:
        result = self._result
        if result is None:
            return
        comparison = result.comparison
        if result.error:
            self.summary.setText(tr("There is nothing to compare with"))
        elif comparison is None:
            self.summary.setText(tr("The whole text: it has not been saved to a file yet"))
        elif not comparison.changes:
            self.summary.setText(tr("No letter differs"))
        else:
            total, shown = len(comparison.changes), len(result.rows.starts)
            place = min(max(self.view.current + 1, 1), shown)
            self.summary.setText(
                tr("Difference {place} of {total}: −{removed} lines on disk, +{added} lines here").format(
                    place=numeral(place),
                    total=numeral(total),
                    removed=numeral(comparison.removed),
                    added=numeral(comparison.added),
                )
            )
