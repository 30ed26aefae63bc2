"""The same faces as they looked at each kept step: a picture and a slider through time."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSlider, QVBoxLayout, QWidget

from gan_gallery.panel.way import FacePicture
from gan_gallery.panel.words import numeral, tr

_SIDE_PX = 264


class TimeLine(QWidget):
    """Follows the newest sample until the person moves the slider back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paths: list[Path] = []
        self._picture = FacePicture(tr("Faces from the same latents"))
        self._picture.setMinimumSize(_SIDE_PX, _SIDE_PX)
        self._slider = QSlider(Qt.Orientation.Horizontal)
        self._slider.setAccessibleName(tr("Time: which sample is shown"))
        self._slider.setRange(0, 0)
        self._slider.valueChanged.connect(self._show_current)
        self._label = QLabel(tr("no sample yet"))
        row = QHBoxLayout()
        row.addWidget(self._slider, 1)
        row.addWidget(self._label)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._picture)
        layout.addLayout(row)

    @property
    def step(self) -> int | None:
        """The step on show."""
        return _step(self._paths[self._slider.value()]) if self._paths else None

    @property
    def slider(self) -> QSlider:
        """The slider, one place for each sample."""
        return self._slider

    def show_samples(self, paths: Sequence[Path]) -> None:
        """Show another run's samples, the newest first."""
        self._paths = list(paths)
        self._slider.setRange(0, max(0, len(self._paths) - 1))
        self._slider.setValue(self._slider.maximum())
        self._show_current()

    def add(self, path: Path) -> None:
        """Take a new sample; later ones than it belong to a way that was left."""
        follows = self._slider.value() == self._slider.maximum()
        self._paths = [*(kept for kept in self._paths if _step(kept) < _step(path)), path]
        self._slider.setRange(0, len(self._paths) - 1)
        if follows:
            self._slider.setValue(self._slider.maximum())
        self._show_current()

    def sizeHint(self) -> QSize:
        return QSize(_SIDE_PX, _SIDE_PX + 30)

    @Slot()
    def _show_current(self) -> None:
        if not self._paths:
            self._picture.show_image(None)
            self._label.setText(tr("no sample yet"))
            return
        path = self._paths[self._slider.value()]
        image = QImage(str(path))
        self._picture.show_image(None if image.isNull() else image)
        shown, gone = tr("step {step}"), tr("{name} is gone")
        self._label.setText(gone.format(name=path.name) if image.isNull() else shown.format(step=numeral(_step(path))))
        self._picture.setAccessibleDescription(self._label.text())


def _step(path: Path) -> int:
    number = path.stem.rpartition("_")[2]
    return int(number) if number.isdecimal() else 0
