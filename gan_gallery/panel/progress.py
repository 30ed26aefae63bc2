"""What is seen of a training: how far it is, sample faces through time, both losses, figures, warnings in words."""

import re
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QProgressBar, QVBoxLayout, QWidget

from gan_gallery.panel.curves import LossCurves
from gan_gallery.panel.timeline import TimeLine
from gan_gallery.panel.words import decimal, numeral, tr
from gan_gallery.training.run_folder import RunFolder
from resources.runs.terminal import duration

_PER_MILLE = 1000


class TrainingProgress(QWidget):
    """Shows the events of one run.

    Attributes:
        step: the last step that was told.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.step = 0
        self.bar = QProgressBar()
        self.bar.setRange(0, _PER_MILLE)
        self.bar.setAccessibleName(tr("Progress of the training"))
        self.figures = spoken_label(tr("Progress in figures"))
        self.quality = spoken_label(tr("Quality of the faces"))
        self.warning = spoken_label(tr("Warning"))
        bold = self.warning.font()
        bold.setBold(True)
        self.warning.setFont(bold)
        self.curves = LossCurves()
        self.time_line = TimeLine()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for widget in (self.bar, self.figures, self.quality, self.warning, self.time_line, self.curves):
            layout.addWidget(widget)
        tell(self.quality, "")
        tell(self.warning, "")

    def begin(self) -> None:
        """Show a run that has nothing to show yet."""
        self.curves.clear()
        self.time_line.show_samples([])
        tell(self.quality, "")
        self.bar.setValue(0)

    def show_interrupted(self, folder: RunFolder, steps: int, name: str) -> None:
        """Show how far a run of `steps` steps came before it was cut off."""
        self.step = folder.steps()[-1]
        self.time_line.show_samples(folder.samples())
        self.bar.setValue(round(_PER_MILLE * min(1.0, self.step / steps)))
        said = tr("The training of {name} was interrupted at step {step} or later.")
        self.figures.setText(said.format(name=name, step=numeral(self.step)))

    def show_step(self, event: dict[str, Any], *, with_figures: bool) -> None:
        """Show where the run stands; without its figures when the line says something else."""
        self.step = int(event["step"])
        self.bar.setValue(round(_PER_MILLE * event["fraction"]))
        self.curves.add(self.step, event["loss_d"], event["loss_g"])
        if with_figures:
            eta = event["eta_seconds"]
            left = tr("{duration} left").format(duration=duration(eta)) if eta is not None else ""
            said = tr("Step {step} · {speed:.0f} images/s · {left}")
            self.figures.setText(said.format(step=numeral(self.step), speed=event["images_per_second"], left=left))

    def show_quality(self, event: dict[str, Any]) -> None:
        """Show a measurement."""
        said = tr("Step {step}: FID {fid}, KID {kid}, variety {variety} (n = {n}; variety 1 is real){best}").format(
            step=numeral(event["step"]),
            fid=decimal(event["fid"], 1),
            kid=decimal(event["kid"], 3),
            variety=decimal(event["diversity"], 2),
            n=numeral(event["n"]),
            best=tr(", the best so far: kept") if event["is_best"] else "",
        )
        tell(self.quality, said)

    def warn(self, message: str) -> str:
        """Show a warning of the trainer's; return it in the words of the window."""
        said = _for_window(message)
        tell(self.warning, f"⚠ {said}")
        return said


def spoken_label(accessible_name: str) -> QLabel:
    """Return a label for sentences that come and go."""
    label = QLabel()
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setAccessibleName(accessible_name)
    return label


def tell(label: QLabel, sentence: str) -> None:
    """Show a sentence; "" takes no room."""
    label.setText(sentence)
    label.setVisible(bool(sentence))


def _for_window(message: str) -> str:
    """Say what to do in the words of the window, where the trainer names its options."""
    message = re.sub(r"go back with --resume --back-to (\d+)", r"pause, and go back to step \1", message)
    return message.replace("lower --lr-d, or go back with --back-to", "pause, and go back to an earlier step")
