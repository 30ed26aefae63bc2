"""Memory: units of the LSTM that keep something readable in mind, and how far back the networks remember."""

from collections.abc import Mapping
from pathlib import Path

import numpy as np
from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QWidget

from editor.how_it_works.activation_view import ActivationView
from editor.how_it_works.dependency import dependency_plot, read_dependency
from editor.how_it_works.lesson_worker import LessonThread
from editor.how_it_works.messages import Answer, AskUnits, Units
from editor.how_it_works.page import LessonPage, explanation
from editor.how_it_works.watched_text import WatchedText
from editor.process.timers import single_shot
from editor.translation import QT_TR_NOOP, tr
from lm.lessons.unit_probe import FoundUnit, Values

_DELAY_MS = 1500
"""After an edit: reading four thousand letters takes some 0.3 s."""
_READ_CHARS = 4000
_SHOWN_CHARS = 600
_LIST_LINES = 5
PROPERTY_NAMES = (
    QT_TR_NOOP("inside quotation marks"),
    QT_TR_NOOP("inside a tag"),
    QT_TR_NOOP("inside brackets"),
    QT_TR_NOOP("how far along the line"),
    QT_TR_NOOP("how far into the sentence"),
    QT_TR_NOOP("how far into the word"),
    QT_TR_NOOP("after a capital letter"),
    QT_TR_NOOP("after a vowel"),
    QT_TR_NOOP("after a digit"),
)
"""Those of `lm.lessons.unit_probe`, which knows no Qt, for the translators."""


class MemoryPage(LessonPage):
    """A list of units that were found, and the text before the caret coloured by the chosen one."""

    title = QT_TR_NOOP("Memory")
    introduction = QT_TR_NOOP(
        "An LSTM carries hundreds of numbers, its units, from letter to letter. Nobody told it what to keep in them. "
        "Some turn out to be readable: one is high inside quotation marks, one counts how far the line has gone. The "
        "units below were found by comparing all of them with what stands in your text."
    )

    def __init__(
        self,
        watched: WatchedText,
        thread: LessonThread,
        networks: Mapping[str, Path],
        dependency: Path,
        parent: QWidget | None = None,
    ) -> None:
        """Read with the first of `networks`; `dependency` is the file of the measured curve."""
        super().__init__(parent)
        self._watched = watched
        self._thread = thread
        self._network = next(iter(networks), "")
        self._is_shown = False
        self._text = ""
        self._units: tuple[FoundUnit, ...] = ()
        self.state = QLabel()
        self.state.setWordWrap(True)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Units that were found"))
        self.list.setFixedHeight(self.list.fontMetrics().height() * _LIST_LINES * 3 // 2 + 8)
        self.view = ActivationView()
        self.plot = dependency_plot(read_dependency(dependency))
        self.page_layout.addWidget(self.list)
        self.page_layout.addWidget(self.state)
        self.page_layout.addWidget(self.view)
        self.page_layout.addWidget(
            explanation(
                tr(
                    "How far back does it reach? After </ only the tag that was opened last is right, however long "
                    "ago that was. Two small networks of the same size were trained on the same pages; the picture "
                    "shows how often each names the right tag, by the distance from where it was opened. The "
                    "unrolled network sees eight letters and can only guess. (The editor itself does not guess: it "
                    "reads the tags.)"
                )
            )
        )
        self.page_layout.addWidget(self.plot)
        self.page_layout.addStretch(1)
        self._timer = single_shot(self, _DELAY_MS, self._on_due)
        self.list.currentRowChanged.connect(self._on_unit_chosen)
        watched.moved.connect(self._on_moved)
        thread.answered.connect(self._on_answered)

    def begin(self) -> None:
        self._is_shown = True
        self.state.setText(tr("Reading your text…"))
        self._on_due()

    def end(self) -> None:
        self._is_shown = False
        self._timer.stop()
        self._thread.ids.issue()

    @Slot()
    def _on_moved(self) -> None:
        if self._is_shown:
            self._timer.start()

    @Slot()
    def _on_due(self) -> None:
        text = self._watched.context()[-_READ_CHARS:]
        if not text.strip():
            self._show("", ())
            self.state.setText(tr("Put the caret behind some text of yours: a few sentences at the least."))
        elif not self._network:
            self.state.setText(tr("No network is installed that could read."))
        else:
            self._thread.ask(AskUnits(self._thread.ids.issue(), self._network, text))

    @Slot(object)
    def _on_answered(self, answer: Answer) -> None:
        if isinstance(answer, Units):
            self._show(answer.ask.text, answer.units)
        elif isinstance(answer.ask, AskUnits):
            self.state.setText(answer.failure)

    def _show(self, text: str, units: tuple[FoundUnit, ...]) -> None:
        row = self.list.currentRow()
        chosen = self._units[row].property_name if 0 <= row < len(self._units) else ""
        self._text, self._units = text, units
        self.list.blockSignals(True)
        self.list.clear()
        for unit in units:
            self.list.addItem(
                QListWidgetItem(
                    tr("{property}: unit {unit}, correlation {correlation:.2f}").format(
                        property=tr(unit.property_name), unit=unit.unit, correlation=abs(unit.correlation)
                    )
                )
            )
        names = [unit.property_name for unit in units]
        self.list.setCurrentRow(names.index(chosen) if chosen in names else 0)
        self.list.blockSignals(False)
        self.state.setText(
            tr("Each unit was picked on the first half of the text; the correlation is that on the second.")
            if units
            else tr("No unit goes clearly with anything here: read on in a longer text, with quotations or tags.")
        )
        self._on_unit_chosen(self.list.currentRow())

    @Slot(int)
    def _on_unit_chosen(self, row: int) -> None:
        if 0 <= row < len(self._units):
            text = self._text[-_SHOWN_CHARS:]
            self.view.show_activations(text, _by_character(self._text, self._units[row].activations)[-len(text) :])
        else:
            self.view.show_activations("", np.empty(0, dtype=np.float32))


def _by_character(text: str, by_byte: Values) -> Values:
    """Return the value after the last byte of each character, [characters]."""
    sizes = [len(character.encode("utf-8", "replace")) for character in text]
    values: Values = by_byte[np.cumsum(sizes) - 1]
    return values
