"""Which model answers where: the default, or for HTML documents the one that was trained on HTML."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from editor.suggestions.messages import LoadModel, ModelState
from lm.model.document_kind import is_html

NO_MODEL = ModelState("")


class ModelDesk(QObject):
    """Knows what became of every model that was asked for; lives on the GUI thread.

    Signals:
        load_requested(LoadModel): for the worker.
        changed(ModelState): what this says of a model is new.
    """

    load_requested = Signal(object)
    changed = Signal(object)

    def __init__(self, html_model: Path | None = None, parent: QObject | None = None) -> None:
        """Without an HTML model, as where none ships, the default answers everywhere."""
        super().__init__(parent)
        self._html_model = html_model
        self._states: dict[Path | None, ModelState] = {}
        self._wanted: set[Path] = set()

    def model_for(self, suffix: str, beginning: str, *, is_html_wanted: bool) -> Path | None:
        """Return the folder of the model for a document, which begins to load; None is the default."""
        model = self._html_model if is_html_wanted and is_html(suffix, beginning) else None
        if model is not None and model not in self._wanted:
            # Before the next key, which would have to wait for it.
            self._wanted.add(model)
            self.load_requested.emit(LoadModel(model, is_default=False))
        return model

    def state(self, model: Path | None) -> ModelState:
        """Say what answers for `model`: where it failed that is the default, with the sentence that says why."""
        default = self._states.get(None, NO_MODEL)
        if model is None:
            return default
        state = self._states.get(model, ModelState("", "", model))
        return ModelState(default.name, state.failure, model) if state.failure and not state.name else state

    def can_ask(self, model: Path | None) -> bool:
        """Tell whether a request would be answered; one for a model that is being loaded waits for it."""
        return bool(self.state(model).name) or (model is not None and model not in self._states)

    @Slot(object)
    def on_model_changed(self, state: ModelState) -> None:
        """Remember what became of a model."""
        self._states[state.model] = state
        self.changed.emit(state)
