"""The menu of indentation: what the document in front is indented with."""

from dataclasses import replace

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from editor.page.indent_choice import IndentChoice
from editor.settings.indentation import STEPS, TAB_WIDTHS, Indentation
from editor.translation import QT_TR_NOOP, tr
from editor.window.status_line import StatusLine

STEP_LABELS = {0: QT_TR_NOOP("Tabs"), 2: QT_TR_NOOP("2 spaces"), 4: QT_TR_NOOP("4 spaces"), 8: QT_TR_NOOP("8 spaces")}
TAB_LABELS = {
    2: QT_TR_NOOP("Tabs 2 columns wide"),
    4: QT_TR_NOOP("Tabs 4 columns wide"),
    8: QT_TR_NOOP("Tabs 8 columns wide"),
}


class IndentMenu(QMenu):
    """Shows and changes the indentation of one document at a time; the status bar shows it too."""

    def __init__(self, status: StatusLine, parent: QWidget) -> None:
        super().__init__(tr("Indent &with"), parent)
        self._status = status
        self._choice: IndentChoice | None = None
        self._steps = [self._add(tr(STEP_LABELS[step]), step, self._on_step_chosen) for step in STEPS]
        self.addSeparator()
        self._widths = [self._add(tr(TAB_LABELS[width]), width, self._on_width_chosen) for width in TAB_WIDTHS]
        status.set_indent_menu(self)

    def show_choice(self, choice: IndentChoice) -> None:
        """Show the indentation of this document from now on."""
        if self._choice is not None:
            self._choice.changed.disconnect(self._on_changed)
        self._choice = choice
        choice.changed.connect(self._on_changed)
        self._on_changed(choice.indentation)

    def _add(self, label: str, value: int, chosen: object) -> QAction:
        action = self.addAction(label)
        action.setData(value)
        action.setCheckable(True)
        action.triggered.connect(chosen)
        return action

    @Slot(object)
    def _on_changed(self, indentation: Indentation) -> None:
        self._status.show_indent(tr(STEP_LABELS[indentation.spaces]))
        for action in self._steps:
            action.setChecked(action.data() == indentation.spaces)
        for action in self._widths:
            action.setChecked(action.data() == indentation.tab_width)

    @Slot()
    def _on_step_chosen(self) -> None:
        if (action := self._sender()) is not None and self._choice is not None:
            self._choice.choose(replace(self._choice.indentation, spaces=action.data()))
            self._on_changed(self._choice.indentation)

    @Slot()
    def _on_width_chosen(self) -> None:
        if (action := self._sender()) is not None and self._choice is not None:
            self._choice.choose(replace(self._choice.indentation, tab_width=action.data()))
            self._on_changed(self._choice.indentation)

    def _sender(self) -> QAction | None:
        sender: QObject | None = self.sender()
        return sender if isinstance(sender, QAction) else None
