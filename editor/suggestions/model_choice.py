"""Which model answers in a window: the default, or for HTML documents the one that was trained on HTML."""

from pathlib import Path

from editor.suggestions.messages import ModelState
from lm.model.document_kind import is_html


class ModelChoice:
    """Chooses the model by document, and knows what the worker said of each.

    Attributes:
        model: the folder of the model that is to answer; None is the default.
    """

    def __init__(self, html_model: Path | None) -> None:
        """Without an HTML model, as where none ships, the default answers everywhere."""
        self._html_model = html_model
        self._states: dict[Path | None, ModelState] = {}
        self.model: Path | None = None

    def choose(self, suffix: str, beginning: str, *, is_wanted: bool) -> bool:
        """Choose for a document; `is_wanted` is the person's wish. Tell whether another model is to answer now."""
        old = self.model
        self.model = self._html_model if is_wanted and is_html(suffix, beginning) else None
        return self.model != old

    def note(self, state: ModelState) -> None:
        """Remember what became of a model."""
        self._states[state.model] = state

    @property
    def is_known(self) -> bool:
        """Whether the worker has tried to load the chosen model."""
        return self.model in self._states

    @property
    def state(self) -> ModelState:
        """What answers here: where the chosen model failed it is the default, with the sentence that says why."""
        default = self._states.get(None, ModelState(""))
        if self.model is None:
            return default
        chosen = self._states.get(self.model, ModelState("", "", self.model))
        return ModelState(default.name, chosen.failure, self.model) if chosen.failure and not chosen.name else chosen

    @property
    def can_ask(self) -> bool:
        """Whether a request would be answered; one for a model that is being loaded waits for it."""
        return bool(self.state.name) or (self.model is not None and not self.is_known)
