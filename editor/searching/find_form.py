"""The strip of find and replace: its fields, boxes and buttons, and the question that they ask."""

from collections.abc import Callable

from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QLabel, QLineEdit, QWidget

from editor.searching.search import MAX_SPANS, Query, Span
from editor.translation import tr
from editor.widgets.buttons import push_button


class FindForm(QFrame):
    """What a person fills in; it knows no page.

    Attributes:
        outcome: how many matches there are, and which one is selected.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findBar")
        self.needle = _line(tr("Find"))
        self.replacement = _line(tr("Replace with"))
        groups = tr("In the replacement, \\1, \\2 or \\g<name> stand for groups")
        self.is_regex = _box(tr("Regular e&xpression"), groups)
        self.is_case = _box(tr("Match &case"), tr("Match capitals and small letters exactly"))
        self.is_word = _box(tr("Whole &words"), tr("Match whole words only"))
        self.is_within = _box(tr("Onl&y in selection"), tr("Search only in the selection"))
        self.outcome = QLabel()
        longest = tr("{place} of {count}").format(place=MAX_SPANS, count=MAX_SPANS)
        self.outcome.setMinimumWidth(self.outcome.fontMetrics().horizontalAdvance(longest))
        self.complaint = QLabel()
        self.complaint.hide()

    def lay_out(
        self,
        find_next: Callable[[], None],
        find_previous: Callable[[], None],
        replace: Callable[[], None],
        replace_all: Callable[[], None],
        close: Callable[[], None],
    ) -> None:
        """Put everything in its place, with buttons that do these."""
        layout = QGridLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.addWidget(self.needle, 0, 0)
        layout.addWidget(self.replacement, 1, 0)
        layout.addWidget(push_button(tr("&Next"), find_next), 0, 1)
        layout.addWidget(push_button(tr("&Previous"), find_previous), 0, 2)
        layout.addWidget(push_button(tr("&Replace"), replace), 1, 1)
        layout.addWidget(push_button(tr("Replace &all"), replace_all), 1, 2)
        layout.addWidget(self.is_case, 0, 3)
        layout.addWidget(self.is_word, 1, 3)
        layout.addWidget(self.is_regex, 0, 4)
        layout.addWidget(self.is_within, 1, 4)
        layout.addWidget(self.outcome, 0, 5)
        layout.addWidget(push_button(tr("Close"), close), 1, 5)
        layout.addWidget(self.complaint, 2, 0, 1, 6)
        layout.setColumnStretch(0, 1)

    def query(self, within: Span | None) -> Query:
        """Return what is to be found, in a part of the text if one is given."""
        return Query(
            self.needle.text(), self.is_regex.isChecked(), self.is_case.isChecked(), self.is_word.isChecked(), within
        )

    def complain(self, sentence: str) -> None:
        """Show what is wrong with the question, "" for nothing."""
        self.complaint.setText(sentence)
        self.complaint.setVisible(bool(sentence))


def _line(name: str) -> QLineEdit:
    line = QLineEdit()
    line.setPlaceholderText(name)
    line.setAccessibleName(name)
    return line


def _box(text: str, tip: str) -> QCheckBox:
    box = QCheckBox(text)
    box.setToolTip(tip)
    return box
