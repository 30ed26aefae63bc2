"""Follows the text before the caret: a model's state there, with as little new reading as possible.

A client may hand over the whole text or a window that slides, go on, go back or jump. Where the new context continues
or overlaps what was read, only the difference is read; a fresh one is read from its last few hundred bytes.
"""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from lm.model.language_model import AnyModel
from lm.predicting.completion import Point, Stopped

_FRESH_BYTES = 256
"""Read of a context that continues nothing: about two sentences, 70 ms on one core."""
_KEPT_POINTS = 64
_KEPT_BYTES = 4096
_LEAST_OVERLAP = 24
"""Bytes that must agree before a window counts as a later view of the same text."""


@dataclass(frozen=True, slots=True)
class _Mark:
    """A point and the text that led to it, of which at most the last 4 KiB are kept."""

    text: bytes
    is_whole: bool
    point: Point


class ContextReader:
    """Keeps the points of the last few characters."""

    def __init__(self, model: AnyModel, quick: AnyModel | None = None) -> None:
        """`quick` may be a cheaper model that shares its states with `model`; the last byte is read by `model`."""
        self._model = model
        self._quick = quick or model
        self._begin_like: Callable[[Any], None] = getattr(model, "begin_like", _ignore)
        self._marks: deque[_Mark] = deque(maxlen=_KEPT_POINTS)

    def read(self, context: bytes, should_stop: Callable[[], bool]) -> Point:
        """Return the point at the end of `context`.

        Raises:
            Stopped: when `should_stop` says so; what was read until then is kept.
        """
        mark, rest = self._nearest(context)
        for index, byte in enumerate(rest):
            if should_stop():
                raise Stopped
            model = self._model if index >= len(rest) - 1 else self._quick
            log_probs, (state,) = model.step([byte], [mark.point.state])
            text = mark.text + bytes([byte])
            mark = _Mark(text[-_KEPT_BYTES:], mark.is_whole and len(text) <= _KEPT_BYTES, Point(state, log_probs[0]))
            self._marks.append(mark)
        return mark.point

    def forget(self) -> None:
        """Drop every state, as after the model has learned or forgotten something."""
        if self._marks:
            self._begin_like(self._marks[-1].point.state)
        self._marks.clear()

    def _nearest(self, context: bytes) -> tuple[_Mark, bytes]:
        """Return the kept point from which the least is left to read, and what is left."""
        best: tuple[_Mark, bytes] | None = None
        for mark in reversed(self._marks):
            rest = _rest(mark, context)
            if rest is not None and (best is None or len(rest) < len(best[1])):
                best = mark, rest
                if not rest:
                    break
        if best is not None and len(best[1]) <= _FRESH_BYTES:
            return best
        if self._marks:
            self._begin_like(self._marks[-1].point.state)
        self._marks.clear()
        log_probs, (state,) = self._model.step([ord("\n")], [self._model.begin_state()])
        is_whole = len(context) <= _FRESH_BYTES
        start = _Mark(b"" if is_whole else context[:-_FRESH_BYTES][-_KEPT_BYTES:], is_whole, Point(state, log_probs[0]))
        self._marks.append(start)
        return start, context[-_FRESH_BYTES:]


def _ignore(_state: Any) -> None:
    """Most models begin every text alike."""


def _rest(mark: _Mark, context: bytes) -> bytes | None:
    """Return what `context` adds to the text of `mark`, None if it is another text."""
    if mark.is_whole and context.startswith(mark.text):
        return context[len(mark.text) :]
    tail = mark.text[-_LEAST_OVERLAP:]
    if len(tail) < _LEAST_OVERLAP:
        return None
    end = context.rfind(tail, max(0, len(context) - _KEPT_BYTES))
    if end < 0:
        return None
    end += len(tail)
    before = context[:end]
    if mark.is_whole and len(before) > len(mark.text):
        return None  # nothing came before a whole text
    shared = min(len(before), len(mark.text))
    return context[end:] if before[-shared:] == mark.text[-shared:] else None
