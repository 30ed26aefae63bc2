"""Writes on in slices between the worker's other requests, on the worker's thread.

A slice ends after a few milliseconds, and after the step it is in when a suggestion is asked for. The next slice
waits in the thread's queue behind whatever came meanwhile, so a request never waits longer than one step.
"""

import logging
import time
from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, Qt, Signal, Slot

from editor.suggestions.messages import RequestIds
from editor.suggestions.suggestion_engine import SuggestionEngine
from editor.suggestions.writing import WritingRequest, Written
from editor.translation import tr

_log = logging.getLogger(__name__)
# Shorter ones would cost the window more repaints than the eye can see.
_SLICE_S = 0.015


class WritingWorker(QObject):
    """The part of the inference worker that writes on; lives on its thread.

    Signals:
        written(Written): a piece of text; the last one of a request has `is_over`.
    """

    written = Signal(object)
    _slice_due = Signal()

    def __init__(
        self,
        ids: RequestIds,
        suggestion_ids: RequestIds,
        parent: QObject | None = None,
        clock: Callable[[], float] = time.perf_counter,
    ) -> None:
        """`ids` are those of writing requests; a new one of `suggestion_ids` ends a slice early."""
        super().__init__(parent)
        self._ids = ids
        self._suggestion_ids = suggestion_ids
        self._clock = clock
        self._request: WritingRequest | None = None
        self._steps: Iterator[str] = iter(())
        # Through the queue, behind what waits there.
        self._slice_due.connect(self._on_slice_due, Qt.ConnectionType.QueuedConnection)

    def begin(self, request: WritingRequest, engine: SuggestionEngine | None) -> None:
        """Write for `request` from now on, and no more for the one before."""
        self._end("")
        self._request = request
        if engine is None:
            self._end(tr("there is no model to write with"))
            return
        try:
            self._steps = engine.write_on(
                request.context, length=request.length, temperature=request.temperature, seed=request.seed
            )
        except Exception as exc:  # noqa: BLE001  # a failure is an answer; the worker goes on
            self._fail(exc)
            return
        self._slice_due.emit()

    @Slot()
    def _on_slice_due(self) -> None:
        request = self._request
        if request is None:
            return
        if request.id != self._ids.newest:
            self._end("")
            return
        pieces: list[str] = []
        failure: Exception | None = None
        is_over = False
        try:
            is_over = self._write_slice(request, pieces)
        except Exception as exc:  # noqa: BLE001
            failure = exc
        if pieces:
            self.written.emit(Written(request.id, "".join(pieces)))
        if failure is not None:
            self._fail(failure)
        elif is_over:
            self._end("")
        else:
            self._slice_due.emit()

    def _write_slice(self, request: WritingRequest, pieces: list[str]) -> bool:
        ends_at = self._clock() + _SLICE_S
        asked = self._suggestion_ids.newest
        for piece in self._steps:
            if piece:
                pieces.append(piece)
            if self._clock() >= ends_at or self._suggestion_ids.newest != asked or self._ids.newest != request.id:
                return False
        return True

    def _fail(self, exc: Exception) -> None:
        _log.error("writing on failed", exc_info=exc)
        self._end(tr("nothing more can be written: {reason}").format(reason=exc))

    def _end(self, failure: str) -> None:
        request, self._request, self._steps = self._request, None, iter(())
        if request is not None:
            self.written.emit(Written(request.id, "", is_over=True, failure=failure))
