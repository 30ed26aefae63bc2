"""The engines that the worker has loaded, one for each model folder, and which of them answers a request."""

import logging
from pathlib import Path

from editor.suggestions.messages import LoadModel, ModelState
from editor.suggestions.suggestion_engine import EngineLoader, SuggestionEngine
from editor.translation import tr
from lm.errors import LmError

_log = logging.getLogger(__name__)


class EngineShelf:
    """Keeps every engine that was ever asked for; lives on the worker's thread.

    One model is the default. A request may name another; where that cannot be loaded the default answers.
    """

    def __init__(self, load: EngineLoader) -> None:
        self._load = load
        self._default: SuggestionEngine | None = None
        self._named: dict[Path, SuggestionEngine] = {}
        self._failures: dict[Path, str] = {}

    def load(self, wish: LoadModel) -> ModelState:
        """Load a model and say what came of it; when that fails, what was there before stays."""
        if not wish.is_default and wish.folder in self._named:  # two windows asked for it
            return ModelState(self._named[wish.folder].name, "", wish.folder)
        failure = ""
        try:
            engine = self._load(wish.folder)
        except LmError as exc:
            failure = str(exc)
        except Exception as exc:  # noqa: BLE001  # whatever a broken model raises, the window must live on
            _log.exception("loading %s failed", wish.folder)
            failure = tr("the model cannot be loaded: {reason}").format(reason=exc)
        else:
            self._failures.pop(wish.folder, None)
            if wish.is_default:
                self._default = engine
            else:
                self._named[wish.folder] = engine
        if wish.is_default:
            return ModelState(self._default.name if self._default is not None else "", failure)
        if failure:
            self._failures[wish.folder] = failure
        loaded = self._named.get(wish.folder)
        return ModelState(loaded.name if loaded is not None else "", failure, wish.folder)

    def lacks(self, model: Path | None) -> bool:
        """Tell whether `model` has yet to be loaded; one that failed is not tried again by itself."""
        return model is not None and model not in self._named and model not in self._failures

    def engine(self, model: Path | None) -> SuggestionEngine | None:
        """Return what answers for `model`, None meaning the default; None where there is nothing to answer."""
        return self._default if model is None else self._named.get(model, self._default)

    def engines(self) -> tuple[SuggestionEngine, ...]:
        """Return all that are loaded: what the person writes is taught to each."""
        default = () if self._default is None else (self._default,)
        return (*default, *self._named.values())
