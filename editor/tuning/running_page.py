"""The second face of the fine-tuning dialog: how a run goes, and what can be done about it."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from editor.translation import tr
from editor.tuning.loss_curve import LossCurve
from editor.tuning.tuning_progress import BYTES, WORDS, TuningProgress, duration
from editor.widgets.buttons import push_button
from editor.widgets.labels import MARGIN_PX, sentence_label, title_label

_STEPS = 1000


class RunningPage(QWidget):
    """How a run goes: a bar, the time left, a curve for each network, and what can be done about it.

    Signals:
        pause_wanted(), resume_wanted(), cancel_wanted(): the person presses a button.
    """

    pause_wanted = Signal()
    resume_wanted = Signal()
    cancel_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # where the keys go while its buttons cannot be used
        self.title = title_label()
        self.phase = QLabel()
        self.left = QLabel()
        self.left.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.bar = QProgressBar()
        self.bar.setObjectName("tuningProgress")
        self.bar.setRange(0, _STEPS)
        self.bar.setTextVisible(False)
        self.curves = {WORDS: LossCurve(tr("Words")), BYTES: LossCurve(tr("Letters"))}
        self.legend = sentence_label(is_quiet=True)
        self.legend.setText(tr("Bits per character: the fewer, the better."))
        self.details = sentence_label(is_quiet=True)
        self.pause = push_button(tr("&Pause"), self._on_pause)
        self.cancel = push_button(tr("&Cancel"), self.cancel_wanted)
        self._is_paused = False
        self._build()

    def show_progress(self, progress: TuningProgress, seconds_left: float | None, *, is_paused: bool) -> None:
        """Show how far the run is; the time left is what was told, never more than is known."""
        self.phase.setText(progress.phase)
        if is_paused:
            self.left.setText(
                "" if progress.fraction is None else tr("{share:.0%} done").format(share=progress.fraction)
            )
        elif progress.fraction is None and progress.estimate_seconds is None:
            self.left.setText(tr("time left: being measured"))
        elif seconds_left is not None:
            left = tr("nearly done") if seconds_left < 1 else tr("{duration} left")
            self.left.setText(left.format(duration=duration(seconds_left, tr)))
        else:
            self.left.setText("")
        self.bar.setRange(0, 0 if progress.fraction is None and not is_paused else _STEPS)
        self.bar.setValue(round((progress.fraction or 0.0) * _STEPS))
        for network, plot in self.curves.items():
            plot.show_curve(progress.curves.get(network))
        lines = [progress.device]
        if progress.estimate_seconds is not None:
            estimate = tr("Measured on this machine: all of it takes at most {duration}.")
            lines.append(estimate.format(duration=duration(progress.estimate_seconds, tr)))
        if progress.chars_per_second > 0:
            lines.append(tr("{count:,.0f} characters per second.").format(count=progress.chars_per_second))
        self.details.setText("\n".join(filter(None, (*lines, *progress.notes))))

    def show_buttons(self, *, can_pause: bool, is_paused: bool, can_cancel: bool) -> None:
        """Offer what can be done now."""
        self._is_paused = is_paused
        self.pause.setText(tr("&Resume") if is_paused else tr("&Pause"))
        self.pause.setEnabled(can_pause or is_paused)
        self.cancel.setEnabled(can_cancel)

    def _build(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.phase, 1)
        row.addWidget(self.left)
        plots = QHBoxLayout()
        plots.setSpacing(18)
        for plot in self.curves.values():
            plots.addWidget(plot)
        bottom = QHBoxLayout()
        bottom.addStretch(1)
        bottom.addWidget(self.pause)
        bottom.addWidget(self.cancel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN_PX, MARGIN_PX, MARGIN_PX, MARGIN_PX)
        layout.setSpacing(10)
        layout.addWidget(self.title)
        layout.addLayout(row)
        layout.addWidget(self.bar)
        layout.addLayout(plots, 1)
        layout.addWidget(self.legend)
        layout.addWidget(self.details)
        layout.addLayout(bottom)

    @Slot()
    def _on_pause(self) -> None:
        (self.resume_wanted if self._is_paused else self.pause_wanted).emit()
