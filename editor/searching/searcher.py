"""Has searches done: plain ones in short texts at once, all others in a child process that is ended when it is late."""

import json
import logging
from dataclasses import dataclass
from enum import Enum
from typing import Any

from PySide6.QtCore import QObject, QProcess, Signal, Slot

from editor.process.request_queue import RequestQueue
from editor.process.timers import single_shot
from editor.searching.search import Change, Fault, Query, Replacing, SearchError, Span, find, replace_all, replace_one
from editor.translation import QT_TR_NOOP, tr
from resources.runs.child_process import PACKAGES, PYTHON, module_arguments

_log = logging.getLogger(__name__)
LIMIT_MS = 3000
"""The time a search has, the child's start included."""
_AT_ONCE_CHARS = 200_000
# Plain text is found at more than 10 million characters per second.
_NOTHING_REPLACED = Replacing(0, ())
_COMPLAINTS = {
    Fault.EXPRESSION: QT_TR_NOOP("not a regular expression: {reason}"),
    Fault.REPLACEMENT: QT_TR_NOOP("the replacement cannot be used: {reason}"),
}
_LATE = QT_TR_NOOP("this search takes too long: it was stopped")
_ENDED = QT_TR_NOOP("the search ended unexpectedly: try again")


class Wish(Enum):
    """What a request wants; the value is the child's name for it."""

    FIND = "find"
    REPLACE_ONE = "replace_one"
    REPLACE_ALL = "replace_all"


@dataclass(frozen=True, slots=True)
class SearchRequest:
    """One search of `text`; `span` is the match that `REPLACE_ONE` means."""

    wish: Wish
    query: Query
    text: str
    revision: int
    replacement: str = ""
    span: Span = (0, 0)


@dataclass(frozen=True, slots=True)
class SearchAnswer:
    """What came of a request; with an `error`, a sentence, nothing else counts."""

    request: SearchRequest
    spans: tuple[Span, ...] = ()
    replacing: Replacing = _NOTHING_REPLACED
    error: str = ""


class Searcher(QObject):
    """Lives on the GUI thread and never waits; a newer request takes the place of one that has not begun.

    Signals:
        answered(SearchAnswer): once for each request that was not replaced; for a plain one inside `ask`. A request
            that equals the running one is the same request.
    """

    answered = Signal(object)

    def __init__(self, parent: QObject | None = None, *, limit_ms: int = LIMIT_MS) -> None:
        super().__init__(parent)
        self._process: QProcess | None = None
        self._queue = RequestQueue[SearchRequest]()
        self._known_revision: int | None = None
        self._line = bytearray()
        self._limit = single_shot(self, limit_ms, self._on_late)

    def ask(self, request: SearchRequest) -> None:
        """Have a search done."""
        if not request.query.is_regex and len(request.text) <= _AT_ONCE_CHARS:
            self._queue.drop_waiting()
            self.answered.emit(_answer(request))
        elif request != self._queue.running and self._queue.put(request) is not None:
            self._send(request)

    def stop(self) -> None:
        """End the child; nothing is answered any more."""
        self._queue = RequestQueue()
        self._end_child()

    def _end_child(self) -> None:
        self._limit.stop()
        process, self._process = self._process, None
        self._known_revision = None
        self._line.clear()
        if process is not None:
            process.blockSignals(True)
            process.kill()
            # A killed process is gone at once; the wait is for the system to say so.
            process.waitForFinished(1000)
            process.deleteLater()

    def _send(self, request: SearchRequest) -> None:
        process = self._process or self._start()
        query = request.query
        message: dict[str, Any] = {
            "id": 0,
            "op": request.wish.value,
            "needle": query.needle,
            "is_regex": query.is_regex,
            "is_case": query.is_case,
            "is_word": query.is_word,
            "within": query.within,
            "replacement": request.replacement,
            "span": request.span,
        }
        if request.revision != self._known_revision:
            message["text"] = request.text
            self._known_revision = request.revision
        self._limit.start()
        process.write(json.dumps(message).encode() + b"\n")

    def _start(self) -> QProcess:
        process = self._process = QProcess(self)
        process.setWorkingDirectory(str(PACKAGES))
        process.readyReadStandardOutput.connect(self._on_output)
        process.readyReadStandardError.connect(self._on_log)
        process.errorOccurred.connect(self._on_ended)
        process.finished.connect(self._on_ended)
        process.start(PYTHON, module_arguments("editor.searching.search_child"))
        return process

    @Slot()
    def _on_output(self) -> None:
        request = self._queue.running
        if self._process is None or request is None:
            return
        self._line += self._process.readAllStandardOutput().data()
        if not self._line.endswith(b"\n"):
            return
        line = bytes(self._line)
        self._line.clear()
        try:
            answer = _read(request, json.loads(line))
        except (ValueError, KeyError, TypeError):
            self._give_up(tr(_ENDED))
        else:
            self._finish(answer)

    @Slot()
    def _on_log(self) -> None:
        if self._process is not None:
            _log.warning("the search: %.500r", self._process.readAllStandardError().data())

    @Slot()
    def _on_late(self) -> None:
        self._give_up(tr(_LATE))

    @Slot()
    def _on_ended(self) -> None:
        self._give_up(tr(_ENDED))

    def _give_up(self, sentence: str) -> None:
        self._end_child()
        request = self._queue.running
        if request is not None:
            self._finish(SearchAnswer(request, error=sentence))

    def _finish(self, answer: SearchAnswer) -> None:
        self._limit.stop()
        following = self._queue.finish(answer.request)
        if following is not None:
            self._send(following)
        self.answered.emit(answer)


def _answer(request: SearchRequest) -> SearchAnswer:
    query, text = request.query, request.text
    try:
        match request.wish:
            case Wish.FIND:
                return SearchAnswer(request, tuple(find(query, text)))
            case Wish.REPLACE_ONE:
                return SearchAnswer(request, replacing=replace_one(query, text, request.replacement, request.span))
            case Wish.REPLACE_ALL:
                return SearchAnswer(request, replacing=replace_all(query, text, request.replacement))
    except SearchError as exc:
        return SearchAnswer(request, error=_complaint(exc.fault, exc.reason))


def _complaint(fault: Fault, reason: str) -> str:
    return tr(_COMPLAINTS[fault]).format(reason=reason)


def _read(request: SearchRequest, answer: dict[str, Any]) -> SearchAnswer:
    if "error" in answer:
        return SearchAnswer(request, error=_complaint(Fault(answer["error"]), str(answer["reason"])))
    if request.wish is Wish.FIND:
        return SearchAnswer(request, tuple((int(start), int(end)) for start, end in answer["spans"]))
    changes = tuple(Change(int(start), int(end), str(new)) for start, end, new in answer["changes"])
    return SearchAnswer(request, replacing=Replacing(int(answer["count"]), changes))
