"""Generative against discriminative: heights of Martians and humans, as in the tutorial's first example."""

import re

import numpy as np
from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLabel, QLineEdit, QSlider, QWidget

from editor.how_it_works.heights_plot import HeightsPicture, HeightsPlot
from editor.how_it_works.page import LessonPage, explanation
from editor.translation import QT_TR_NOOP, tr
from editor.widgets.buttons import push_button
from lm.errors import SampleError
from lm.lessons.gaussian_classes import GaussianClasses, best_threshold, blend

MARTIANS = (250, 260, 270, 300, 220, 260, 280, 290, 300, 310)
HUMANS = (160, 170, 180, 190, 175, 140, 180, 210, 140, 200)
_LOW_CM, _HIGH_CM = 80, 420
_LARGEST_CM = 10_000
_KEPT_DRAWS = 12
_HUMAR_SHARE = 0.5
_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?")
_HUMAN, _MARTIAN, _HUMAR = QT_TR_NOOP("Humans"), QT_TR_NOOP("Martians"), QT_TR_NOOP("Humars")


class HeightsPage(LessonPage):
    """Two lists of heights that can be edited, what two kinds of model make of them, and a height to judge."""

    title = QT_TR_NOOP("Two ways")
    introduction = QT_TR_NOOP(
        "A generative model learns what each kind looks like: here, how tall Martians and humans are. A discriminative "
        "one learns only where one kind ends and the other begins. Every suggestion in Foretype comes from a "
        "generative model: it knows how text looks, and so it can write some."
    )

    def __init__(self, seed: int | None = None, parent: QWidget | None = None) -> None:
        """Draw from `seed`, from a new one at each start if it is None."""
        super().__init__(parent)
        self._rng = np.random.default_rng(seed)
        self._model: GaussianClasses | None = None
        self._border = 0.0
        self._samples: dict[str, list[float]] = {}
        self._draws: tuple[tuple[str, float], ...] = ()
        self.humans, self.martians = (
            _field(HUMANS, tr("Heights of humans")),
            _field(MARTIANS, tr("Heights of Martians")),
        )
        self.plot = HeightsPlot()
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(_LOW_CM, _HIGH_CM)
        self.slider.setValue(230)
        self.slider.setAccessibleName(tr("Height to judge, in centimetres"))
        self.verdict = _text()
        self.fit = explanation("")
        self.drawn = _text()
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(tr("&Martians, cm"), self.martians)
        form.addRow(tr("&Humans, cm"), self.humans)
        self.draw_martian = push_button(tr("Draw a M&artian"), self._on_draw_martian)
        self.draw_human = push_button(tr("Draw a h&uman"), self._on_draw_human)
        self.draw_humar = push_button(tr("Draw a hum&ar"), self._on_draw_humar)
        buttons = QHBoxLayout()
        for button in (self.draw_martian, self.draw_human, self.draw_humar):
            buttons.addWidget(button)
        self.page_layout.addLayout(form)
        self.page_layout.addWidget(self.plot)
        self.page_layout.addWidget(self.slider)
        self.page_layout.addWidget(self.verdict)
        self.page_layout.addLayout(buttons)
        self.page_layout.addWidget(self.drawn)
        self.page_layout.addWidget(self.fit)
        self.page_layout.addStretch(1)
        for field in (self.humans, self.martians):
            field.textChanged.connect(self._on_heights_changed)
        self.slider.valueChanged.connect(self._on_height_changed)
        self._on_heights_changed()

    @property
    def model(self) -> GaussianClasses | None:
        """What was fitted to the heights; None while they are no examples."""
        return self._model

    @Slot()
    def _on_heights_changed(self) -> None:
        self._samples = {_MARTIAN: heights(self.martians.text()), _HUMAN: heights(self.humans.text())}
        try:
            self._model = GaussianClasses.fit(self._samples)
            self._border = best_threshold(self._samples[_HUMAN], self._samples[_MARTIAN])
        except SampleError as exc:
            self._model = None
            self.plot.show_picture(None)
            self.verdict.setText(tr("Nothing can be said: {reason}.").format(reason=exc))
            self.fit.setText("")
            return
        self.fit.setText(self._fit_in_words(self._model))
        self._show()

    @Slot()
    def _on_height_changed(self) -> None:
        self._show()

    @Slot()
    def _on_draw_martian(self) -> None:
        if self._model is not None:
            self._note_draw(_MARTIAN, self._model.classes[_MARTIAN].sample(self._rng), tr("a Martian"))

    @Slot()
    def _on_draw_human(self) -> None:
        if self._model is not None:
            self._note_draw(_HUMAN, self._model.classes[_HUMAN].sample(self._rng), tr("a human"))

    @Slot()
    def _on_draw_humar(self) -> None:
        if self._model is not None:
            between = blend(self._model.classes[_HUMAN], self._model.classes[_MARTIAN], _HUMAR_SHARE)
            self._note_draw(_HUMAR, between.sample(self._rng), tr("a humar, half human and half Martian"))

    def _note_draw(self, name: str, height: float, kind: str) -> None:
        self._draws = (*self._draws, (name, height))[-_KEPT_DRAWS:]
        said = tr("Invented: {kind} of {height:.0f} cm. The border alone could not have done that.")
        self.drawn.setText(said.format(kind=kind, height=height))
        self._show()

    def _show(self) -> None:
        if self._model is None:
            return
        height = float(self.slider.value())
        self.verdict.setText(self._verdict_in_words(self._model, height))
        everything = [*self._samples[_HUMAN], *self._samples[_MARTIAN]]
        low, high = min(_LOW_CM, *everything), max(_HIGH_CM, *everything)
        self.plot.show_picture(HeightsPicture(self._model, self._samples, self._border, height, self._draws, low, high))

    def _verdict_in_words(self, model: GaussianClasses, height: float) -> str:
        share = model.posterior(height)[_MARTIAN]
        name, certainty = (tr("a Martian"), share) if share >= 0.5 else (tr("a human"), 1.0 - share)
        beyond = tr("a Martian") if height >= self._border else tr("a human")
        rarity = model.rarity(height)
        strange = ""
        if rarity < 0.01:
            strange = tr(" But of such beings only {few} would be as far from the middle: it may be neither.")
            strange = strange.format(few=_few(rarity))
        return tr(
            "{height:.0f} cm: {name}, {certainty:.1f} % sure, says the generative model.{strange} "
            "The border at {border:.0f} cm says: {beyond}, and can say no more."
        ).format(
            height=height,
            name=name,
            certainty=100 * certainty,
            strange=strange,
            border=self._border,
            beyond=beyond,
        )

    def _fit_in_words(self, model: GaussianClasses) -> str:
        martian, human = model.classes[_MARTIAN], model.classes[_HUMAN]
        return tr(
            "Martians: mean {martian.mean:.1f} cm, standard deviation {martian.std:.1f}. "
            "Humans: mean {human.mean:.1f} cm, standard deviation {human.std:.1f}. "
            "How far off the means themselves may be, the standard error, is {martian.standard_error:.2f} and "
            "{human.standard_error:.2f} cm: it shrinks with every further example, while the standard deviation, how "
            "much beings differ, does not. (The tutorial that Foretype grew out of prints the one under the name of "
            "the other.)"
        ).format(martian=martian, human=human)


def heights(text: str) -> list[float]:
    """Return the numbers in a text; those that are no heights of anything are left out."""
    return [value for value in map(float, _NUMBER.findall(text)) if 0 < value < _LARGEST_CM]


def _few(share: float) -> str:
    return tr("1 in {count:,.0f}").format(count=1 / share) if share > 1e-9 else tr("fewer than 1 in a billion")


def _field(values: tuple[int, ...], name: str) -> QLineEdit:
    field = QLineEdit(", ".join(str(value) for value in values))
    field.setAccessibleName(name)
    field.setCursorPosition(0)
    return field


def _text() -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
