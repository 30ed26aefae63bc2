"""What decides which faces are on show: model, seed, variety; and how large they are."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QPushButton, QSlider, QSpinBox, QToolButton, QWidget

from gan_gallery.faces.face import LARGEST_SEED
from gan_gallery.panel.face_view import FIRST_PX, LARGEST_PX, SMALLEST_PX
from gan_gallery.panel.words import tr

_FIRST_TRUNCATION = 80
"""Percent; full variety shows more faces that went wrong."""
_MOST_TRUNCATION = 130


class FaceForm(QWidget):
    """The fields, each with its label and key.

    Signals:
        model_chosen(), seed_chosen(int), truncation_chosen(): the person chose another one.
        open_model_requested(): the person wants to open a model folder.
    """

    model_chosen = Signal()
    seed_chosen = Signal(int)
    truncation_chosen = Signal()
    open_model_requested = Signal()

    def __init__(self, reroll: QAction, parent: QWidget | None = None) -> None:
        """`reroll` gets its button beside the seed."""
        super().__init__(parent)
        self.models = QComboBox()
        self.seed = QSpinBox()
        self.truncation = QSlider(Qt.Orientation.Horizontal)
        self.zoom = QSlider(Qt.Orientation.Horizontal)
        self._truncation_label = QLabel(f"{_FIRST_TRUNCATION} %")
        self._set_up()
        self._lay_out(reroll)
        self.models.currentIndexChanged.connect(self.model_chosen)
        self.seed.valueChanged.connect(self.seed_chosen)
        self.truncation.valueChanged.connect(self._on_truncation_changed)

    def set_models(self, models: Sequence[tuple[str, str]], current: str) -> None:
        """Offer models as (name to show, shipped name or folder), and use `current`."""
        before = self.models.currentData()
        self.models.blockSignals(True)
        self.models.clear()
        for name, model in models:
            self.models.addItem(name, model)
        self.models.setCurrentIndex(max(0, self.models.findData(current)))
        self.models.blockSignals(False)
        if before != self.models.currentData():
            self.model_chosen.emit()

    def show_seed(self, seed: int) -> None:
        """Show a seed that the person did not type."""
        self.seed.blockSignals(True)
        self.seed.setValue(seed)
        self.seed.blockSignals(False)

    @property
    def model(self) -> str:
        """The shipped name or the folder of the model in use."""
        return self.models.currentData() or ""

    @property
    def truncation_factor(self) -> float:
        """How much variety: 0 is the average face, 1 all that the model has."""
        return self.truncation.value() / 100

    def _set_up(self) -> None:
        self.models.setAccessibleName(tr("Model"))
        self.models.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.seed.setRange(0, LARGEST_SEED)
        self.seed.setAccessibleName(tr("Seed: the same number shows the same faces"))
        self.seed.setKeyboardTracking(False)
        self.truncation.setRange(0, _MOST_TRUNCATION)
        self.truncation.setValue(_FIRST_TRUNCATION)
        self.truncation.setAccessibleName(tr("Variety, in percent: 0 is the average face"))
        self._truncation_label.setMinimumWidth(44)
        self.zoom.setRange(SMALLEST_PX, LARGEST_PX)
        self.zoom.setValue(FIRST_PX)
        self.zoom.setAccessibleName(tr("Size of the faces"))

    def _lay_out(self, reroll: QAction) -> None:
        opener = QToolButton()
        opener.setText(tr("Open…"))
        opener.setToolTip(tr("A model folder of your own"))
        opener.clicked.connect(self.open_model_requested)
        button = QPushButton(reroll.text())
        button.setToolTip(reroll.toolTip())
        button.clicked.connect(reroll.trigger)
        form = QGridLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setColumnStretch(1, 1)
        for row, (text, widget, last) in enumerate(
            (
                (tr("&Model"), self.models, opener),
                (tr("S&eed"), self.seed, button),
                (tr("Variet&y"), self.truncation, self._truncation_label),
                (tr("Si&ze"), self.zoom, None),
            )
        ):
            label = QLabel(text)
            label.setBuddy(widget)
            form.addWidget(label, row, 0)
            form.addWidget(widget, row, 1, 1, 1 if last is not None else 2)
            if last is not None:
                form.addWidget(last, row, 2)

    @Slot(int)
    def _on_truncation_changed(self, percent: int) -> None:
        self._truncation_label.setText(f"{percent} %")
        self.truncation_chosen.emit()
