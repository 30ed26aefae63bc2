"""Two networks learn the open document while one watches: an LSTM and the unrolled RNN, for a minute."""

import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QWidget

from editor.how_it_works import race
from editor.how_it_works.lesson_worker import LessonThread
from editor.how_it_works.messages import Answer, AskWriting, Written
from editor.how_it_works.page import LessonPage
from editor.how_it_works.watched_text import WatchedText
from editor.process.training_job import Ending, JobCommand, JobState, Outcome, TrainingJob
from editor.translation import QT_TR_NOOP, tr
from editor.widgets.buttons import push_button
from editor.widgets.line_plot import Axis, Line, LinePlot

_MINUTES = 1.0
_SAMPLE_CHARS = 280
_PROMPT_CHARS = 40
_PLOT_SIZE_PX = (340, 190)
_PLOT_LEAST_WIDTH_PX = 200
_LEAST_SPAN = 0.5
"""Bits per character from bottom to top."""


class Runner(QObject):
    """One network's child, and what it has told."""

    def __init__(self, kind: str, changed: Callable[[], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.kind = kind
        self.lane = race.Lane()
        self.failure = ""
        self._changed = changed
        self.job = TrainingJob(self)
        self.job.reported.connect(self._on_reported)
        self.job.finished.connect(self._on_finished)

    def start(self, command: JobCommand) -> None:
        """Begin anew."""
        self.lane, self.failure = race.Lane(), ""
        self.job.start(command)

    @Slot(object)
    def _on_reported(self, event: dict[str, object]) -> None:
        self.lane = self.lane.after(event)
        self._changed()

    @Slot(object)
    def _on_finished(self, outcome: Outcome) -> None:
        if outcome.ending in (Ending.FAILED, Ending.CRASHED):
            self.failure = outcome.sentence
        self._changed()


class RacePage(LessonPage):
    """Start, two curves that fall, and what each network writes at the end."""

    title = QT_TR_NOOP("Race")
    introduction = QT_TR_NOOP(
        "The tutorial that Foretype grew out of begins with an unrolled RNN, which sees the last few letters only, and "
        "ends with an LSTM, which decides what to remember. Here both learn your document from nothing, each with one "
        "core for one minute; every tenth part of the text is kept from them to measure on."
    )

    def __init__(self, watched: WatchedText, thread: LessonThread, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._watched = watched
        self._thread = thread
        self._folder: Path | None = None
        self._prompt = ""
        self._waits_for: list[str] = []
        self._is_begun = False
        self.runners = [Runner(kind, self._on_changed, self) for kind in race.KINDS]
        self.button = push_button(tr("&Start"), self._on_button)
        self.state = QLabel()
        self.state.setWordWrap(True)
        self.plot = LinePlot(tr("Bits per character over the training"), _PLOT_SIZE_PX, _PLOT_LEAST_WIDTH_PX)
        row = QHBoxLayout()
        row.addWidget(self.button)
        row.addWidget(self.state, 1)
        self.page_layout.addLayout(row)
        self.page_layout.addWidget(self.plot)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        self.samples: dict[str, QLabel] = {}
        for column, kind in enumerate(race.KINDS):
            heading = QLabel(tr("Written by the {network}").format(network=tr(race.TITLES[kind])))
            heading.setObjectName("figureName")
            heading.setWordWrap(True)
            sample = QLabel("–")
            sample.setWordWrap(True)
            sample.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
            sample.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            sample.setTextFormat(Qt.TextFormat.PlainText)
            sample.setAccessibleName(heading.text())
            grid.addWidget(heading, 0, column)
            grid.addWidget(sample, 1, column)
            grid.setColumnStretch(column, 1)
            self.samples[kind] = sample
        self.page_layout.addLayout(grid)
        self.page_layout.addStretch(1)
        thread.answered.connect(self._on_answered)
        self._on_changed()

    def stop(self) -> None:
        """End the children and remove what they made; the program ends."""
        for runner in self.runners:
            runner.job.close()
        self._forget_files()

    @property
    def is_running(self) -> bool:
        """Whether a child is at work."""
        return any(runner.job.state is not JobState.IDLE for runner in self.runners)

    @Slot()
    def _on_button(self) -> None:
        if self.is_running:
            for runner in self.runners:
                runner.job.cancel()
            return
        if not race.can_train():
            self.state.setText(race.no_training_sentence())
            return
        text = race.text_to_learn(self._watched.text())
        if len(text) < race.LEAST_CHARS:
            self.state.setText(
                tr("The document has {count:,} characters: open one of {least:,} at the least.").format(
                    count=len(text), least=race.LEAST_CHARS
                )
            )
            return
        self._forget_files()
        self._folder = Path(tempfile.mkdtemp(prefix="foretype-race-"))
        path = self._folder / "text.txt"
        path.write_text(text, encoding="utf-8", errors="replace")
        self._prompt = text[: text.find(" ", _PROMPT_CHARS) + 1] or text[:_PROMPT_CHARS]
        self._is_begun = True
        self._waits_for = []
        for runner in self.runners:
            self.samples[runner.kind].setText("–")
            whole = race.arguments(runner.kind, path, self._folder / runner.kind, _MINUTES)
            runner.start(JobCommand(whole, race.environment(os.environ)))
        self._on_changed()

    def _on_changed(self) -> None:
        self.button.setText(tr("&Stop") if self.is_running else tr("&Start"))
        self._show_lanes()
        self.state.setText(self._in_words())
        if self._is_begun and not self.is_running:
            self._is_begun = False
            self._waits_for = [runner.kind for runner in self.runners if runner.lane.final is not None]
            self._ask_for_sample()

    def _show_lanes(self) -> None:
        lanes = [(tr(race.TITLES[runner.kind]), runner.lane) for runner in self.runners]
        values = [bits for _, lane in lanes for _, bits in lane.points] or [1.0, 8.0]
        low, high = min(values), max(values)
        if high - low < _LEAST_SPAN:
            low, high = low - _LEAST_SPAN / 2, high + _LEAST_SPAN / 2
        up = Axis(low, high, [(value, f"{value:.2f}") for value in (low, (low + high) / 2, high)])
        said = "; ".join(f"{title}: {lane.points[-1][1]:.2f}" for title, lane in lanes if lane.points)
        self.plot.show_lines(
            [Line(title, lane.points, has_dots=True) for title, lane in lanes],
            Axis(title=tr("bits per character, over the minute")),
            up,
            said or tr("nothing yet"),
        )
        self.plot.show_marks([(lane.fraction, "") for _, lane in lanes if lane.fraction])

    def _in_words(self) -> str:
        failures = list(dict.fromkeys(runner.failure for runner in self.runners if runner.failure))
        if failures:
            return " ".join(failures)
        if self.is_running and not any(runner.lane.fraction for runner in self.runners):
            return tr("Starting…")
        finals = [runner for runner in self.runners if runner.lane.final is not None]
        if len(finals) == len(self.runners):
            best = min(finals, key=lambda runner: runner.lane.final or 0.0)
            said = ", ".join(f"{tr(race.TITLES[each.kind])} {each.lane.final:.2f}" for each in finals)
            return tr("Bits per character on what they had not read: {said}. The {best} is ahead.").format(
                said=said, best=tr(race.TITLES[best.kind])
            )
        speeds = [
            f"{tr(race.TITLES[runner.kind])} {runner.lane.chars_per_second:,.0f}"
            for runner in self.runners
            if runner.lane.chars_per_second
        ]
        if not speeds:
            return tr("Both begin with random numbers.")
        return tr("Characters read per second: {speeds}.").format(speeds=", ".join(speeds))

    def _ask_for_sample(self) -> None:
        if self._waits_for and self._folder is not None:
            folder = self._folder / self._waits_for[0]
            self._thread.ask(AskWriting(self._thread.ids.issue(), folder, self._prompt, _SAMPLE_CHARS))

    @Slot(object)
    def _on_answered(self, answer: Answer) -> None:
        if not isinstance(answer.ask, AskWriting) or not self._waits_for:
            return
        kind = self._waits_for.pop(0)
        self.samples[kind].setText(answer.text if isinstance(answer, Written) else answer.failure)
        self._ask_for_sample()

    def _forget_files(self) -> None:
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)
            self._folder = None
