"""The way from one face to another, played there and back, with a slider to stop anywhere."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QImage, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSlider, QVBoxLayout, QWidget

from gan_gallery.faces.face import Portrait
from gan_gallery.panel.face_model import to_image
from gan_gallery.panel.files import FRAMES_PER_SECOND
from gan_gallery.panel.words import tr

NUM_FRAMES = 40
_SIDE_PX = 128


class FacePicture(QWidget):
    """One picture, as large as there is room for a square."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setMinimumSize(_SIDE_PX, _SIDE_PX)
        self._image: QImage | None = None

    def show_image(self, image: QImage | None) -> None:
        """Show another image."""
        self._image = image
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(_SIDE_PX, _SIDE_PX)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  # Qt's signature
        if self._image is None:
            return
        side = min(self.width(), self.height())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side), self._image)
        painter.end()


class WayPlayer(QWidget):
    """Plays frames while it is visible.

    Attributes:
        frames: RGB pictures [64, 64, 3] from the start to the end.
        ends: the two faces.

    Signals:
        place_changed(int): another frame is on show.
        save_requested(): the person wants the animation as a file.
        closed(): the person has seen enough.
    """

    place_changed = Signal(int)
    save_requested = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.frames: tuple[npt.NDArray[np.uint8], ...] = ()
        self.ends: tuple[Portrait, Portrait] | None = None
        self._images: list[QImage] = []
        self._direction = 1
        self._picture = FacePicture(tr("The face on the way"))
        self._slider = QSlider(Qt.Orientation.Horizontal)
        self._slider.setAccessibleName(tr("Place on the way between the two faces"))
        self._slider.valueChanged.connect(self._on_place_changed)
        self._play = QPushButton(tr("&Pause"))
        self._play.setCheckable(True)
        self._play.setChecked(True)
        self._play.toggled.connect(self._on_play_toggled)
        save = QPushButton(tr("Save &GIF…"))
        save.clicked.connect(self.save_requested)
        close = QPushButton(tr("&Close"))
        close.clicked.connect(self.closed)
        self._timer = QTimer(self)
        self._timer.setInterval(1000 // FRAMES_PER_SECOND)
        self._timer.timeout.connect(self._on_tick)
        buttons = QHBoxLayout()
        for button in (self._play, save, close):
            buttons.addWidget(button)
        controls = QVBoxLayout()
        controls.addStretch(1)
        controls.addWidget(self._slider)
        controls.addLayout(buttons)
        controls.addStretch(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._picture)
        layout.addLayout(controls, 1)

    @property
    def place(self) -> int:
        """Which frame is on show, from 0."""
        return self._slider.value()

    def show_way(self, frames: Sequence[npt.NDArray[np.uint8]], start: Portrait, end: Portrait) -> None:
        """Play another way."""
        self.frames = tuple(frames)
        self.ends = (start, end)
        self._images = [to_image(frame) for frame in frames]
        self._slider.setRange(0, max(0, len(frames) - 1))
        self._slider.setValue(0)
        self._on_place_changed(0)
        self._run()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._run()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    def _run(self) -> None:
        if self._play.isChecked() and self._images and self.isVisible():
            self._timer.start()
        else:
            self._timer.stop()

    @Slot(bool)
    def _on_play_toggled(self, is_playing: bool) -> None:
        self._play.setText(tr("&Pause") if is_playing else tr("&Play"))
        self._run()

    @Slot(int)
    def _on_place_changed(self, place: int) -> None:
        if place < len(self._images):
            self._picture.show_image(self._images[place])
            self.place_changed.emit(place)

    @Slot()
    def _on_tick(self) -> None:
        if self.place >= self._slider.maximum():
            self._direction = -1
        elif self.place <= 0:
            self._direction = 1
        self._slider.setValue(self.place + self._direction)
