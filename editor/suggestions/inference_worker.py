"""Answers requests on a thread of its own: it loads the models there, and no failure ends it."""

import logging

from PySide6.QtCore import QObject, Signal, Slot

from editor.process.worker_thread import WorkerThread
from editor.suggestions.engine_shelf import EngineShelf
from editor.suggestions.messages import LoadModel, Opinions, OpinionsRequest, Reply, Request, RequestIds
from editor.suggestions.suggestion_engine import EngineLoader
from editor.suggestions.teacher import Teacher
from editor.suggestions.writing import WritingRequest
from editor.suggestions.writing_worker import WritingWorker
from editor.translation import tr

_log = logging.getLogger(__name__)


class InferenceWorker(QObject):
    """The worker's half of the protocol; its slots run on the thread it was moved to.

    Signals:
        replied(Reply): one for every request, in order.
        model_changed(ModelState): one for every model that was loaded, or could not be.
        engines_changed(tuple): these engines answer now, and are to be taught.
        opined(Opinions): what the parts of a model expect.
    """

    replied = Signal(object)
    model_changed = Signal(object)
    engines_changed = Signal(object)
    opined = Signal(object)

    def __init__(self, load: EngineLoader, ids: RequestIds, writing_ids: RequestIds | None = None) -> None:
        super().__init__()
        self._shelf = EngineShelf(load)
        self._ids = ids
        self.writing = WritingWorker(writing_ids or RequestIds(), ids, self)

    @Slot(object)
    def on_load_requested(self, wish: LoadModel) -> None:
        """Load a model; when that fails the one before goes on answering."""
        self.model_changed.emit(self._shelf.load(wish))
        self.engines_changed.emit(self._shelf.engines())

    @Slot(object)
    def on_requested(self, request: Request) -> None:
        """Answer one request; a request that is no longer the newest is not worked on."""
        if self._is_stale(request):
            self.replied.emit(Reply(request, None))
            return
        if request.model is not None and self._shelf.lacks(request.model):
            self.on_load_requested(LoadModel(request.model, is_default=False))
        engine = self._shelf.engine(request.model)
        if engine is None:
            self.replied.emit(Reply(request, None))
            return
        try:
            suggestion = engine.suggest(
                request.context,
                following=request.following,
                num_words=request.num_words,
                min_confidence=request.min_confidence,
                blocked=request.blocked,
                is_silent=request.is_silent,
                should_stop=lambda: self._is_stale(request),
            )
        except Exception as exc:  # noqa: BLE001  # a failure is an answer; the worker goes on
            _log.exception("a suggestion failed")
            self.replied.emit(Reply(request, None, tr("no suggestion: {reason}").format(reason=exc)))
            return
        self.replied.emit(Reply(request, suggestion))

    @Slot(object)
    def on_writing_requested(self, request: WritingRequest) -> None:
        """Write on with the model that answers, between other requests."""
        if request.model is not None and self._shelf.lacks(request.model):
            self.on_load_requested(LoadModel(request.model, is_default=False))
        self.writing.begin(request, self._shelf.engine(request.model))

    @Slot(object)
    def on_opinions_requested(self, request: OpinionsRequest) -> None:
        """Say what the parts of the model expect; nothing at all when a suggestion is wanted meanwhile."""
        engine = self._shelf.engine(request.model)
        if engine is None:
            self.opined.emit(Opinions(request, (), tr("There is no model that could have an opinion.")))
            return
        newest = self._ids.newest
        try:
            found = engine.opinions(request.context, lambda: self._ids.newest != newest)
        except Exception as exc:  # noqa: BLE001  # a failure is an answer; the worker goes on
            _log.exception("asking for opinions failed")
            self.opined.emit(Opinions(request, (), tr("The model has no opinion: {reason}").format(reason=exc)))
            return
        if found is not None:
            self.opined.emit(Opinions(request, found))

    def _is_stale(self, request: Request) -> bool:
        return request.id != self._ids.newest


class InferenceThread(WorkerThread):
    """The thread of the worker and its teacher.

    Signals:
        load_requested(LoadModel), requested(Request), writing_requested(WritingRequest): to the worker.
        opinions_requested(OpinionsRequest): to the worker.
        replied(Reply), model_changed(ModelState), written(Written), opined(Opinions): from the worker, emitted on the
            GUI thread.

    Attributes:
        writing_ids: of the requests for continued writing.
    """

    load_requested = Signal(object)
    requested = Signal(object)
    writing_requested = Signal(object)
    replied = Signal(object)
    model_changed = Signal(object)
    written = Signal(object)
    opinions_requested = Signal(object)
    opined = Signal(object)

    def __init__(self, load: EngineLoader, ids: RequestIds, parent: QObject | None = None) -> None:
        super().__init__("inference", parent)
        self._ids = ids
        self.writing_ids = RequestIds()
        self.worker = self.take(InferenceWorker(load, ids, self.writing_ids))
        self.teacher = self.take(Teacher(ids))
        self.worker.engines_changed.connect(self.teacher.on_engines_changed)
        self.load_requested.connect(self.worker.on_load_requested)
        self.requested.connect(self.worker.on_requested)
        self.writing_requested.connect(self.worker.on_writing_requested)
        self.opinions_requested.connect(self.worker.on_opinions_requested)
        self.worker.opined.connect(self.opined)
        self.worker.replied.connect(self.replied)
        self.worker.writing.written.connect(self.written)
        self.worker.model_changed.connect(self.model_changed)

    def stop(self) -> None:
        """Let the worker finish what it does, at most one engine step, and end the thread."""
        self._ids.issue()
        self.writing_ids.issue()
        super().stop()
