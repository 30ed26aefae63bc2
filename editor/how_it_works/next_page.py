"""The next symbol, live: what each model expects after the caret, side by side, while one types."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from editor.how_it_works.distribution_view import DistributionView
from editor.how_it_works.lesson_worker import LessonThread
from editor.how_it_works.messages import Answer, AskNext, Next
from editor.how_it_works.page import LessonPage, explanation
from editor.how_it_works.watched_text import WatchedText
from editor.process.timers import single_shot
from editor.suggestions.messages import Opinions
from editor.translation import QT_TR_NOOP, tr
from lm.predicting.opinions import LETTERS, TOGETHER, WORDS, YOURS

_DELAY_MS = 40
"""After a key: the suggestion goes first."""
_COLUMN_PX = 150
_CONTEXT_CHARS = 1000
_PARTS = (
    (TOGETHER, QT_TR_NOOP("Together"), QT_TR_NOOP("makes the suggestions")),
    (LETTERS, QT_TR_NOOP("Letters"), QT_TR_NOOP("a big LSTM over letters")),
    (WORDS, QT_TR_NOOP("Words"), QT_TR_NOOP("an LSTM over words, and yours")),
    (YOURS, QT_TR_NOOP("Your words alone"), QT_TR_NOOP("counted from what you wrote")),
)
_NETWORKS = (
    ("unrolled", QT_TR_NOOP("Unrolled RNN"), QT_TR_NOOP("sees the last 8 letters")),
    ("rnn", QT_TR_NOOP("RNN"), QT_TR_NOOP("one state, fades quickly")),
    ("gru", QT_TR_NOOP("GRU"), QT_TR_NOOP("gates keep what matters")),
    ("lstm", QT_TR_NOOP("LSTM"), QT_TR_NOOP("gates and a memory cell")),
)


class NextPage(LessonPage):
    """Bars for every model, redrawn as the caret goes.

    Signals:
        opinions_wanted(str): what the models of the suggestions expect after this context.
    """

    title = QT_TR_NOOP("Next letter")
    introduction = QT_TR_NOOP(
        "All that the models do is to say, letter by letter, what is likely to come next. Above: the parts of the "
        "model that makes your suggestions. Below: four small networks that read the same books for equally long and "
        "differ in one thing only, how they remember."
    )
    opinions_wanted = Signal(str)

    def __init__(
        self,
        watched: WatchedText,
        thread: LessonThread,
        cards: Mapping[str, Mapping[str, Any]],
        parent: QWidget | None = None,
    ) -> None:
        """`cards` are those of the small networks, by name."""
        super().__init__(parent)
        self._watched = watched
        self._thread = thread
        self._is_shown = False
        self.views = {part: DistributionView(tr(title), tr(note)) for part, title, note in _PARTS}
        for name, title, note in _NETWORKS:
            if name in cards:
                self.views[name] = DistributionView(tr(title), tr(note))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(12)
        self.said = QLabel()
        self.said.setWordWrap(True)
        self.page_layout.addLayout(self._grid)
        self.page_layout.addWidget(explanation(_table(cards)))
        self.page_layout.addWidget(self.said)
        self.page_layout.addStretch(1)
        self._timer = single_shot(self, _DELAY_MS, self._on_timeout)
        watched.moved.connect(self._on_moved)
        thread.answered.connect(self._on_answered)
        self._columns = 0
        self._arrange(2)

    def begin(self) -> None:
        self._is_shown = True
        self._timer.start()

    def end(self) -> None:
        self._is_shown = False
        self._timer.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(4 if self.width() >= 4 * _COLUMN_PX else 2)

    @Slot(object)
    def on_opinions(self, opinions: Opinions) -> None:
        """Show what the models of the suggestions expect."""
        found = {opinion.part: opinion for opinion in opinions.opinions}
        for part, _, _ in _PARTS:
            self.views[part].show_opinion(found.get(part))
        self.said.setText(opinions.failure)

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for index, view in enumerate(self.views.values()):
            self._grid.addWidget(view, index // columns, index % columns)

    @Slot()
    def _on_moved(self) -> None:
        # A timer that runs is left alone, so that steady typing is followed.
        if self._is_shown and not self._timer.isActive():
            self._timer.start()

    @Slot()
    def _on_timeout(self) -> None:
        if not self._watched.is_there:
            return
        context = self._watched.context()
        self.opinions_wanted.emit(context)
        self._thread.ask(AskNext(self._thread.ids.issue(), context[-_CONTEXT_CHARS:]))

    @Slot(object)
    def _on_answered(self, answer: Answer) -> None:
        if isinstance(answer, Next):
            for opinion in answer.opinions:
                if opinion.part in self.views:
                    self.views[opinion.part].show_opinion(opinion)
        elif isinstance(answer.ask, AskNext):
            self.said.setText(answer.failure)


def _table(cards: Mapping[str, Mapping[str, Any]]) -> str:
    """Return what the small networks cost on text that they never saw, as a sentence."""
    if not cards:
        return tr("The four small networks are not installed.")
    costs = [
        f"{tr(title)} {cards[name]['measured']['bits_per_char']:.2f}" for name, title, _ in _NETWORKS if name in cards
    ]
    return tr(
        "Bits per letter on {count:,} letters that none of them had seen, less is better: {costs}. "
        "A guess among all 256 bytes would cost 8."
    ).format(count=next(iter(cards.values()))["measured"]["held_out_bytes"], costs=", ".join(costs))
