"""The panel that says what the suggestions are worth, in figures and plain words."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QDockWidget,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QMessageBox,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from editor.settings.shortcuts import Command
from editor.suggestions.worth import Tally
from editor.suggestions.worth_file import WorthKeeper
from editor.translation import QT_TR_NOOP, tr

_REFRESH_MS = 1000
_WIDTH_PX = 330
_NOTHING = "–"
_QUESTION = QT_TR_NOOP("Forget all figures and count from zero?")
_MONTHS = (
    QT_TR_NOOP("January"),
    QT_TR_NOOP("February"),
    QT_TR_NOOP("March"),
    QT_TR_NOOP("April"),
    QT_TR_NOOP("May"),
    QT_TR_NOOP("June"),
    QT_TR_NOOP("July"),
    QT_TR_NOOP("August"),
    QT_TR_NOOP("September"),
    QT_TR_NOOP("October"),
    QT_TR_NOOP("November"),
    QT_TR_NOOP("December"),
)


def _saved(tally: Tally) -> str:
    share = tally.saved_share
    return f"{tally.saved:,}" if share is None else f"{tally.saved:,} ({_percent(share)})"


def _percent(share: float | None) -> str:
    return _NOTHING if share is None else f"{100 * share:.0f} %"


def _latency(tally: Tally) -> str:
    p50, p95 = tally.latency_ms(50), tally.latency_ms(95)
    return _NOTHING if p50 is None or p95 is None else f"{p50:.0f} / {p95:.0f} ms"


# Each figure, and what it says to someone who never heard of it.
_ROWS: tuple[tuple[str, str, Callable[[Tally], str]], ...] = (
    (
        QT_TR_NOOP("Keystrokes saved"),
        QT_TR_NOOP(
            "Letters that accepted suggestions typed for you, less the keys you pressed to accept them. "
            "In brackets: their share of all you wrote."
        ),
        _saved,
    ),
    (
        QT_TR_NOOP("Suggestions shown"),
        QT_TR_NOOP("How often a suggestion appeared after the caret."),
        lambda tally: f"{tally.shown:,}",
    ),
    (
        QT_TR_NOOP("Accepted"),
        QT_TR_NOOP("Of these, how many you took, all or part."),
        lambda tally: _percent(tally.accept_rate),
    ),
    (
        QT_TR_NOOP("Shown and wrong"),
        QT_TR_NOOP("Of these, how many you typed something else against. Typed along, dismissed or left is neither."),
        lambda tally: _percent(tally.wrong_show_rate),
    ),
    (
        QT_TR_NOOP("Words from the bar"),
        QT_TR_NOOP("Taken from the strip under the page."),
        lambda tally: f"{tally.words:,}",
    ),
    (
        QT_TR_NOOP("Waiting time"),
        QT_TR_NOOP(
            "From the key to the suggestion on the screen: half came sooner than the first figure, "
            "95 of 100 sooner than the second."
        ),
        _latency,
    ),
)


class WorthPanel(QDockWidget):
    """A dock at the right, closed at first and empty until it is opened; it counts along while it is open.

    Signals:
        shown(bool): it was opened, or closed.
    """

    shown = Signal(bool)

    def __init__(self, keeper: WorthKeeper, parent: QWidget | None = None) -> None:
        super().__init__(tr("What it is worth"), parent)
        self.setObjectName("worthPanel")
        self.setAllowedAreas(Qt.DockWidgetArea.LeftDockWidgetArea | Qt.DockWidgetArea.RightDockWidgetArea)
        self._keeper = keeper
        self._figures: list[tuple[QLabel, QLabel]] = []
        self._since = QLabel()
        self._timer = QTimer(self)
        self._timer.setInterval(_REFRESH_MS)
        self._timer.timeout.connect(self.refresh)
        self.hide()

    def setVisible(self, visible: bool) -> None:
        """Show or hide, whoever asks for it; what is shown first is made first."""
        if visible and not self._figures:
            self._fill()
        super().setVisible(visible)

    def sizeHint(self) -> QSize:
        """Return the width at which each explanation takes two or three lines."""
        return QSize(_WIDTH_PX, super().sizeHint().height())

    def figures(self) -> list[tuple[str, str]]:
        """Return what stands in the rows: today, overall."""
        return [(today.text(), overall.text()) for today, overall in self._figures]

    @Slot(object)
    def on_commanded(self, command: Command) -> None:
        """Open, or close."""
        if command is Command.SHOW_WORTH:
            self.setVisible(not self.isVisible())

    @Slot()
    def refresh(self) -> None:
        """Show the counts as they are, where there is something to show them in."""
        if not self._figures:
            return
        totals = self._keeper.current()
        for (_, _, figure), (today, overall) in zip(_ROWS, self._figures, strict=True):
            today.setText(figure(totals.today))
            overall.setText(figure(totals.overall))
        self._since.setText(
            tr("Counted since {day} {month} {year}, on this computer alone. No text is kept.").format(
                day=totals.since.day, month=tr(_MONTHS[totals.since.month - 1]), year=totals.since.year
            )
        )

    def showEvent(self, event: QShowEvent) -> None:
        self.refresh()
        self._timer.start()
        super().showEvent(event)
        self.shown.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        self._timer.stop()
        super().hideEvent(event)
        self.shown.emit(False)

    def _ask(self) -> bool:
        buttons = QMessageBox.StandardButton
        chosen = QMessageBox.question(self, "Foretype", tr(_QUESTION), buttons.Reset | buttons.Cancel, buttons.Cancel)
        return chosen == buttons.Reset

    @Slot()
    def _on_reset(self) -> None:
        if self._ask():
            self._keeper.reset()
            self.refresh()

    def _fill(self) -> None:
        self._since.setWordWrap(True)
        self._since.setObjectName("explanation")
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self._page())
        area.setMinimumWidth(_WIDTH_PX)
        self.setWidget(area)

    def _page(self) -> QWidget:
        page = QWidget()
        page.setObjectName("worthPage")
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(0, 1)
        for column, heading in ((1, tr("Today")), (2, tr("Overall"))):
            label = QLabel(heading)
            label.setObjectName("explanation")
            label.setContentsMargins(0, 0, 0, 8)
            grid.addWidget(label, 0, column, Qt.AlignmentFlag.AlignRight)
        for index, (name, explanation, _) in enumerate(_ROWS):
            row = 1 + 2 * index
            title = QLabel(tr(name))
            title.setObjectName("figureName")
            grid.addWidget(title, row, 0)
            pair = QLabel(_NOTHING), QLabel(_NOTHING)
            for column, (label, when) in enumerate(zip(pair, (tr("today"), tr("overall")), strict=True), start=1):
                label.setObjectName("figure")
                label.setAccessibleName(f"{tr(name)}, {when}")
                grid.addWidget(label, row, column, Qt.AlignmentFlag.AlignRight)
            self._figures.append(pair)
            words = QLabel(tr(explanation))
            words.setObjectName("explanation")
            words.setWordWrap(True)
            words.setContentsMargins(0, 0, 0, 12)
            grid.addWidget(words, row + 1, 0, 1, 3)
        reset = QPushButton(tr("&Reset…"))
        reset.setToolTip(tr(_QUESTION))
        reset.clicked.connect(self._on_reset)
        foot = QHBoxLayout()
        foot.addWidget(reset)
        foot.addStretch(1)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.addLayout(grid)
        layout.addWidget(self._since)
        layout.addLayout(foot)
        layout.addStretch(1)
        return page
