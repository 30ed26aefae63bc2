"""What the window asks of an engine, and how the real one is loaded."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from editor.translation import tr
from lm.errors import ModelError
from lm.model.suggestion import Suggestion

if TYPE_CHECKING:
    from lm.predicting.opinions import Opinion


class SuggestionEngine(Protocol):
    """Completes texts; used from one thread.

    Attributes:
        name: what the status bar calls it.
    """

    name: str

    def suggest(
        self,
        context: str,
        *,
        following: str,
        num_words: int,
        min_confidence: float,
        blocked: frozenset[str],
        is_silent: bool,
        should_stop: Callable[[], bool],
    ) -> Suggestion | None:
        """Complete `context`; None when `should_stop` said so before the end."""

    def write_on(self, context: str, *, length: int, temperature: float, seed: int) -> Iterator[str]:
        """Write some `length` characters after `context`.

        Yields after every small step: the next character, or "" while none is complete.
        """

    def opinions(self, context: str, should_stop: Callable[[], bool]) -> "tuple[Opinion, ...] | None":
        """Say what each part of the model expects after `context`; None when `should_stop` said so before the end."""


EngineLoader = Callable[[Path], SuggestionEngine]


def load_engine(folder: Path) -> SuggestionEngine:
    """Load a model folder; raise ModelError with a sentence. Slow: for the worker's thread."""
    try:
        # Here, not above: the window opens before ONNX Runtime is imported.
        from lm.predicting.suggester import Suggester
        from lm.text.dictionary import system_dictionary
    except ImportError as exc:
        sentence = tr("the suggestion engine cannot be loaded ({reason}): install the project's requirements")
        raise ModelError(sentence.format(reason=exc)) from exc
    return Suggester.load(folder, system_dictionary)
