"""The GAN as the bank and the forger: what the discriminator thinks of generated, dropped-in and noisy pictures."""

import logging
from pathlib import Path

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QSize, Qt, QTimer, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import QFileDialog, QGridLayout, QHBoxLayout, QLabel, QWidget

from editor.how_it_works.judged_face import JudgedFace
from editor.how_it_works.page import LessonPage, explanation
from editor.how_it_works.scores import show_scores
from editor.translation import QT_TR_NOOP, tr
from editor.widgets.buttons import push_button
from editor.widgets.line_plot import LinePlot
from gan_gallery.errors import GalleryError
from gan_gallery.judging.judge import Judge
from gan_gallery.network.generator import FaceGenerator, Faces, interpolation, latents

_log = logging.getLogger(__name__)
_COUNT = 6
_COLUMNS = 3
_WALK_FRAMES = 40
_FRAME_MS = 80
_SIDE = 64
_PLOT_SIZE_PX = (340, 150)
_PLOT_LEAST_WIDTH_PX = 200
_SUFFIXES = "(*.png *.jpg *.jpeg *.webp *.bmp *.gif)"


class ForgerPage(LessonPage):
    """Six forgeries with their scores, a way between two of them, and room for pictures of one's own."""

    title = QT_TR_NOOP("Forger")
    introduction = QT_TR_NOOP(
        "A GAN is a game of two networks. The forger draws faces; the bank looks at faces, real and forged, and says "
        "which are which. Each learns from the other until the forgeries are good. The gallery shows them; "
        "here is what the bank makes of it. Drop a picture here to have it judged."
    )

    def __init__(self, judge_folder: Path, seed: int = 7, parent: QWidget | None = None) -> None:
        """Begin with the faces of `seed`."""
        super().__init__(parent)
        self._judge_folder = judge_folder
        self._seed = seed
        self._generator: FaceGenerator | None = None
        self._judge: Judge | None = None
        self._frames: Faces = np.zeros((0, _SIDE, _SIDE, 3), np.uint8)
        self._frame = 0
        self.setAcceptDrops(True)
        self.faces = [JudgedFace() for _ in range(_COUNT)]
        self.own = JudgedFace()
        self.own.set_caption(tr("none yet"))
        self.walker = JudgedFace()
        self.plot = LinePlot(tr("Scores of real and forged faces"), _PLOT_SIZE_PX, _PLOT_LEAST_WIDTH_PX)
        self.said = QLabel()
        self.said.setWordWrap(True)
        grid = QGridLayout()
        for index, face in enumerate(self.faces):
            grid.addWidget(face, index // _COLUMNS, index % _COLUMNS)
        buttons = QHBoxLayout()
        self.again = push_button(tr("&New forgeries"), self._on_again)
        self.walk = push_button(tr("&Walk between two"), self._on_walk)
        self.choose = push_button(tr("&Judge a picture…"), self._on_choose)
        for button in (self.again, self.walk, self.choose):
            buttons.addWidget(button)
        below = QGridLayout()
        for column, (title, face) in enumerate(((tr("On the way"), self.walker), (tr("Your picture"), self.own))):
            heading = QLabel(title)
            heading.setObjectName("figureName")
            below.addWidget(heading, 0, column, Qt.AlignmentFlag.AlignHCenter)
            below.addWidget(face, 1, column)
        self.page_layout.addLayout(grid)
        self.page_layout.addLayout(buttons)
        self.page_layout.addWidget(self.plot)
        self.page_layout.addWidget(self.said)
        self.page_layout.addLayout(below)
        self.page_layout.addWidget(
            explanation(
                tr(
                    "The score is the bank's logit: above 0 it says rather real, below 0 rather forged. The curves "
                    "show what it said of 5,000 real faces, which are not included, and of 5,000 forgeries. It "
                    "learned from drawn faces alone: what it thinks of a photograph of yours is no compliment and no "
                    "insult."
                )
            )
        )
        self.page_layout.addStretch(1)
        self._timer = QTimer(self)
        self._timer.setInterval(_FRAME_MS)
        self._timer.timeout.connect(self._on_frame_due)

    def begin(self) -> None:
        if self._generator is not None:
            return
        try:
            self._generator = FaceGenerator.load()
            self._judge = Judge.load(self._judge_folder)
        except GalleryError as exc:
            self._generator = None
            self.said.setText(tr("Nothing can be shown: {reason}.").format(reason=exc))
            for button in (self.again, self.walk, self.choose):
                button.setEnabled(False)
            return
        show_scores(self.plot, self._judge.real, self._judge.generated)
        self._forge()

    def end(self) -> None:
        self._timer.stop()

    def judge_file(self, path: Path) -> None:
        """Show a picture of the person's and its score."""
        faces = read_square(path)
        if self._judge is None:
            return
        if faces is None:
            said = tr("{name} cannot be read as a picture: choose a PNG, JPEG, WebP or BMP file.")
            self.said.setText(said.format(name=path.name))
            return
        score = float(self._judge.scores(faces)[0])
        self.own.show_face(faces[0], score)
        self.plot.show_marks([(score, tr("yours"))])
        below = self._judge.real.share_below(score)
        said = tr("{name} scores {score:+.1f}: {place}")
        self.said.setText(said.format(name=path.name, score=score, place=_place(below)))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if files:
            event.acceptProposedAction()
            self.judge_file(Path(files[0]))

    def _forge(self) -> None:
        assert self._generator is not None
        assert self._judge is not None
        drawn = self._generator.render(latents(self._seed, _COUNT, self._generator.latent_size))
        scores = self._judge.scores(drawn)
        for face, picture, score in zip(self.faces, drawn, scores, strict=True):
            face.show_face(picture, float(score))
        self.walker.show_face(drawn[0], float(scores[0]))
        self.plot.show_marks([(float(score), "") for score in scores])
        taken = int((scores > 0).sum())
        said = tr("The bank would take {taken} of these {count} for real.")
        self.said.setText(said.format(taken=taken, count=_COUNT))

    @Slot()
    def _on_again(self) -> None:
        if self._generator is not None:
            self._seed += 1
            self._forge()

    @Slot()
    def _on_walk(self) -> None:
        if self._generator is None:
            return
        if self._timer.isActive():
            self._timer.stop()
            self.walk.setText(tr("&Walk between two"))
            return
        ends = latents(self._seed, 2, self._generator.latent_size)
        self._frames = self._generator.render(interpolation(ends[0], ends[1], _WALK_FRAMES))
        self._frame = 0
        self.walk.setText(tr("&Stop walking"))
        self._timer.start()

    @Slot()
    def _on_frame_due(self) -> None:
        assert self._judge is not None
        there_and_back = [*range(_WALK_FRAMES), *range(_WALK_FRAMES - 2, 0, -1)]
        face = self._frames[there_and_back[self._frame % len(there_and_back)]]
        self._frame += 1
        score = float(self._judge.scores(face[None])[0])
        self.walker.show_face(face, score)
        self.plot.show_marks([(score, "")])

    @Slot()
    def _on_choose(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, tr("Judge a picture"), "", f"{tr('Pictures')} {_SUFFIXES}")
        if name:
            self.judge_file(Path(name))


def read_square(path: Path) -> Faces | None:
    """Return the centre square of a picture as [1, 64, 64, 3]; None when Qt cannot read it."""
    image = QImage(str(path))
    if image.isNull():
        return None
    side = min(image.width(), image.height())
    square = image.copy((image.width() - side) // 2, (image.height() - side) // 2, side, side)
    small = square.scaled(
        QSize(_SIDE, _SIDE), Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    ).convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(small.constBits(), np.uint8).reshape(_SIDE, small.bytesPerLine())
    picture: npt.NDArray[np.uint8] = rows[:, : 3 * _SIDE].reshape(1, _SIDE, _SIDE, 3).copy()
    return picture


def _place(below: float) -> str:
    if below < 0.01:
        return tr("hardly any of the real faces scored as low.")
    if below > 0.99:
        return tr("it looks more real to the bank than 99 of 100 real faces.")
    return tr("more than {below:.0f} of 100 real faces.").format(below=100 * below)
