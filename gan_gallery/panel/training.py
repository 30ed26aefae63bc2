"""Training a generator of one's own pictures: in a child process, watched, paused, taken back, kept."""

from enum import Enum, auto
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from gan_gallery.errors import GalleryError
from gan_gallery.panel.files import FileChooser
from gan_gallery.panel.progress import TrainingProgress, spoken_label, tell
from gan_gallery.panel.scan import PictureScan
from gan_gallery.panel.training_child import MakeJob, Outcome
from gan_gallery.panel.words import QT_TR_NOOP, numeral, tr
from gan_gallery.training.config import TrainConfig
from gan_gallery.training.run_folder import RunFolder
from gan_gallery.training.training_request import RequestFile, TrainingRequest
from resources.runs.terminal import duration

_PRESETS = ((QT_TR_NOOP("Quick"), 2_000), (QT_TR_NOOP("Good"), 20_000))
_REQUEST = "training.json"
_FIRST_NAME = QT_TR_NOOP("my faces")


class _State(Enum):
    """Where the page stands."""

    IDLE = auto()
    RUNNING = auto()
    PAUSED = auto()
    """Nothing runs, and there is a run to go on with."""


class TrainingPage(QScrollArea):
    """The page; one training at a time.

    Signals:
        said(str): a sentence for the person.
        model_published(Path): a model folder is there, or there anew.
    """

    said = Signal(str)
    model_published = Signal(object)

    def __init__(
        self,
        make_job: MakeJob,
        chooser: FileChooser,
        data_folder: Path,
        models_folder: Path,
        cache_folder: Path,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._models_folder = models_folder
        self._cache_folder = cache_folder
        self._request_file = RequestFile(data_folder / _REQUEST)
        self._job = make_job()
        self._speedometer = make_job()
        scan_job = make_job()
        self._jobs = (self._job, self._speedometer, scan_job)
        self._state = _State.IDLE
        self._request: TrainingRequest | None = None
        self._is_pausing = False
        self._images_per_second = 0.0
        self.scan = PictureScan(scan_job, chooser, cache_folder)
        self.name = QLineEdit(tr(_FIRST_NAME))
        self.preset = QComboBox()
        self.device = spoken_label(tr("Where it trains"))
        self.start = QPushButton(tr("&Start"))
        self.pause = QPushButton(tr("&Pause"))
        self.keep = QPushButton(tr("Stop and &keep"))
        self.back_to = QComboBox()
        self.go_back = QPushButton(tr("Go &back"))
        self.progress = TrainingProgress()
        self._watched = QWidget()
        self._lay_out()
        self._connect()
        self._find_interrupted()
        self._show_state()

    def stop(self) -> None:
        """End the children; a training keeps its checkpoint and can go on another day."""
        for job in self._jobs:
            job.close()

    def _lay_out(self) -> None:
        self.name.setAccessibleName(tr("Name of the new model"))
        self.preset.setAccessibleName(tr("Length of the training"))
        self.back_to.setAccessibleName(tr("Checkpoint to go back to"))
        tell(self.device, "")
        self._fill_presets()
        form = QFormLayout()
        form.addRow(tr("&Name"), self.name)
        form.addRow(tr("&Length"), self.preset)
        buttons = QHBoxLayout()
        for button in (self.start, self.pause, self.keep):
            buttons.addWidget(button)
        back = QHBoxLayout()
        back.addWidget(self.back_to, 1)
        back.addWidget(self.go_back)
        watched = QVBoxLayout(self._watched)
        watched.setContentsMargins(0, 0, 0, 0)
        watched.addWidget(self.progress)
        watched.addLayout(back)
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.addWidget(self.scan)
        layout.addLayout(form)
        layout.addWidget(self.device)
        layout.addLayout(buttons)
        layout.addWidget(self._watched)
        layout.addStretch(1)
        self.setWidget(page)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _connect(self) -> None:
        self.scan.said.connect(self.said)
        self.scan.scanned.connect(self._on_scanned)
        self.start.clicked.connect(self._on_start)
        self.pause.clicked.connect(self._on_pause)
        self.keep.clicked.connect(self._on_keep)
        self.go_back.clicked.connect(self._on_go_back)
        self._job.reported.connect(self._on_reported)
        self._job.finished.connect(self._on_finished)
        self._speedometer.reported.connect(self._on_estimated)
        self._speedometer.finished.connect(self._on_speed_finished)

    def _find_interrupted(self) -> None:
        """Offer to go on with a run that did not end."""
        request = self._request_file.load()
        if request is None or not RunFolder(request.run_folder).steps():
            return
        self._request = request
        self._state = _State.PAUSED
        self.name.setText(request.out.name)
        self.progress.show_interrupted(RunFolder(request.run_folder), request.steps, request.out.name)

    def _fill_presets(self) -> None:
        chosen = max(0, self.preset.currentIndex())
        self.preset.clear()
        batch_size = TrainConfig().batch_size
        for name, steps in _PRESETS:
            seconds = steps * batch_size / self._images_per_second if self._images_per_second else 0.0
            estimate = tr(", about {duration}").format(duration=duration(seconds)) if seconds else ""
            said = tr("{name}: {steps} steps{estimate}").format(name=tr(name), steps=numeral(steps), estimate=estimate)
            self.preset.addItem(said, steps)
        self.preset.setCurrentIndex(chosen)

    def _show_state(self) -> None:
        is_running, is_paused = self._state is _State.RUNNING, self._state is _State.PAUSED
        self.scan.set_locked(is_running)
        self.start.setEnabled(not is_running and self.scan.pictures is not None)
        self.name.setEnabled(not is_running)
        self.preset.setEnabled(not is_running)
        self.pause.setEnabled((is_running and not self._is_pausing) or is_paused)
        self.pause.setText(tr("&Go on") if is_paused else tr("&Pause"))
        self.keep.setEnabled(is_running or is_paused)
        self._watched.setVisible(self._request is not None)
        steps = RunFolder(self._request.run_folder).steps() if self._request is not None else []
        self.back_to.clear()
        for step in steps:
            self.back_to.addItem(tr("step {step}").format(step=numeral(step)), step)
        self.back_to.setCurrentIndex(len(steps) - 1)
        self.go_back.setEnabled(bool(steps) and not is_running)
        self.back_to.setEnabled(self.go_back.isEnabled())

    def _run(self, request: TrainingRequest, *more: str, resume: bool) -> None:
        if not self._job.run((*request.arguments(self._cache_folder / "pictures"), *more), resume=resume):
            self.said.emit(tr("The training before is still ending: try again"))
            return
        self._request = request
        self._state = _State.RUNNING
        self._is_pausing = False
        tell(self.progress.warning, "")
        self.progress.figures.setText(tr("Starting …"))
        try:
            self._request_file.save(request)
        except GalleryError as exc:
            self.said.emit(str(exc))
        self._show_state()

    @Slot(object)
    def _on_scanned(self, _path: Path) -> None:
        # Only now: reading the pictures would have slowed the measurement.
        if not self._images_per_second and self._speedometer.run(("estimate", "--json")):
            tell(self.device, tr("Measuring how fast this machine trains …"))
        self._show_state()

    @Slot()
    def _on_start(self) -> None:
        name = self.name.text().strip()
        if self.scan.pictures is None:
            return
        if not name or Path(name).name != name or name.startswith("."):
            self.said.emit(tr("Give the model a name that can be a folder's"))
            return
        request = TrainingRequest(
            self.scan.pictures,
            self._models_folder / name,
            int(self.preset.currentData()),
            str(self.scan.crop.currentData()),
        )
        self.progress.begin()
        self._run(request, resume=False)

    @Slot()
    def _on_pause(self) -> None:
        if self._state is _State.PAUSED and self._request is not None:
            self._run(self._request, resume=True)
        elif self._state is _State.RUNNING:
            self._is_pausing = True
            self.progress.figures.setText(tr("Pausing …"))
            self._job.cancel()
            self._show_state()

    @Slot()
    def _on_keep(self) -> None:
        if self._state is _State.RUNNING:
            self._is_pausing = False
            self.progress.figures.setText(tr("Stopping …"))
            self._job.cancel()
        else:
            self._end(tr("The training is over; what it made is kept"))

    @Slot()
    def _on_go_back(self) -> None:
        step = self.back_to.currentData()
        if self._request is not None and step is not None and self._state is not _State.RUNNING:
            self._run(self._request, "--back-to", str(step), resume=True)

    @Slot(object)
    def _on_reported(self, event: dict[str, Any]) -> None:
        kind = event["event"]
        if kind == "started":
            self.progress.step = int(event["step"])
            tell(self.device, _device_words(event))
            self._show_state()
        elif kind == "step":
            self._images_per_second = float(event["images_per_second"])
            self.progress.show_step(event, with_figures=not self._is_pausing)
        elif kind == "sample":
            self.progress.time_line.add(Path(event["path"]))
        elif kind == "evaluated":
            self.progress.show_quality(event)
            if event["is_best"] and self._request is not None:
                self.model_published.emit(self._request.out)
        elif kind == "warned":
            message = self.progress.warn(str(event["message"]))
            if not self.isVisible():
                self.said.emit(message)
        elif kind == "finished" and self._request is not None:
            self.model_published.emit(self._request.out)

    @Slot(object)
    def _on_finished(self, outcome: Outcome) -> None:
        ending = outcome.ending.name
        if ending == "DONE":
            said = tr("The training is done at step {step}: the model is in the list of faces")
            self._end(said.format(step=numeral(self.progress.step)))
        elif ending == "CANCELLED" and not self._is_pausing:
            said = tr("Stopped at step {step}: the best faces so far are in the list of models")
            self._end(said.format(step=numeral(self.progress.step)))
        else:
            has_checkpoint = self._request is not None and bool(RunFolder(self._request.run_folder).steps())
            self._state = _State.PAUSED if has_checkpoint else _State.IDLE
            paused = ending == "CANCELLED"
            where = tr("Paused at step {step}.").format(step=numeral(self.progress.step))
            self.progress.figures.setText(where if paused else outcome.sentence)
            if not paused:
                self.said.emit(outcome.sentence)
            if not has_checkpoint:
                self._request_file.forget()
        self._is_pausing = False
        self._show_state()

    def _end(self, sentence: str) -> None:
        self._state = _State.IDLE
        self._request_file.forget()
        self.progress.figures.setText(sentence)
        self._show_state()

    @Slot(object)
    def _on_estimated(self, event: dict[str, Any]) -> None:
        if event["event"] == "estimated":
            self._images_per_second = float(event["images_per_second"])
            speed = tr(" It takes {speed:.0f} images/s here.").format(speed=self._images_per_second)
            tell(self.device, _device_words(event) + speed)
            self._fill_presets()

    @Slot(object)
    def _on_speed_finished(self, outcome: Outcome) -> None:
        if outcome.ending.name not in ("DONE", "CANCELLED"):
            tell(self.device, outcome.sentence)


def _device_words(event: dict[str, Any]) -> str:
    device = str(event["device"]).upper()
    return tr("Training runs on the {device}: {reason}.").format(device=device, reason=event["device_reason"])
