"""What a fine-tuning would learn from: documents with their sizes and beginnings, and those that cannot be read.

Reading megabytes takes seconds, so it happens on a thread of its own; only the newest question is answered.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from editor.errors import ProfileError
from editor.process.worker_thread import WorkerThread
from editor.suggestions.messages import RequestIds
from editor.translation import tr
from editor.tuning.tuning_run import copy_documents
from lm.text.documents import SMALLEST_TOTAL_BYTES, Skipped, each_document

_BEGINNING_BYTES = 2000
_LISTED = 500
"""Rows that a person might look at; more are counted."""


@dataclass(frozen=True, slots=True)
class Surveyed:
    """One document that can be read: its size and the text it begins with."""

    path: Path
    size_bytes: int
    beginning: str


@dataclass(frozen=True, slots=True)
class Survey:
    """The outcome of reading all of them; `documents` lists the first ones, `num_documents` counts all."""

    documents: tuple[Surveyed, ...]
    skipped: tuple[Skipped, ...]
    num_documents: int
    size_bytes: int

    @property
    def is_enough(self) -> bool:
        """Whether there is enough to learn from."""
        return self.size_bytes >= SMALLEST_TOTAL_BYTES


@dataclass(frozen=True, slots=True)
class SurveyRequest:
    """A question for the worker; with `copy_to` the texts are copied there too."""

    id: int
    paths: tuple[Path, ...]
    copy_to: Path | None = None


@dataclass(frozen=True, slots=True)
class SurveyReply:
    """The answer to a request: a survey, or copies that were made, or a sentence that says why not."""

    request: SurveyRequest
    survey: Survey | None = None
    num_copied: int = 0
    bytes_copied: int = 0
    failure: str = ""


def survey_documents(paths: tuple[Path, ...], should_stop: Callable[[], bool]) -> Survey | None:
    """Read every document once; None when `should_stop` said so."""
    skipped: list[Skipped] = []
    documents: list[Surveyed] = []
    count = size_bytes = 0
    for path, text in each_document(paths, skipped):
        if should_stop():
            return None
        count, size_bytes = count + 1, size_bytes + len(text)
        if len(documents) < _LISTED:
            documents.append(Surveyed(path, len(text), text[:_BEGINNING_BYTES].decode("utf-8", "ignore")))
    return Survey(tuple(documents), tuple(skipped), count, size_bytes)


class SurveyWorker(QObject):
    """Reads and copies on the thread it was moved to.

    Signals:
        replied(SurveyReply): for every request that was not overtaken by a newer one, and for every copying.
    """

    replied = Signal(object)

    def __init__(self, ids: RequestIds) -> None:
        super().__init__()
        self._ids = ids

    @Slot(object)
    def on_requested(self, request: SurveyRequest) -> None:
        """Answer one request."""

        def is_stale() -> bool:
            return request.id != self._ids.newest

        if is_stale() and request.copy_to is None:
            return
        try:
            if request.copy_to is not None:
                count, size_bytes = copy_documents(request.paths, request.copy_to, is_stale)
                reply = SurveyReply(request, num_copied=count, bytes_copied=size_bytes)
            else:
                survey = survey_documents(request.paths, is_stale)
                if survey is None:
                    return
                reply = SurveyReply(request, survey)
        except (ProfileError, OSError, MemoryError) as exc:
            reply = SurveyReply(request, failure=str(exc) or tr("there is not enough memory to read them"))
        self.replied.emit(reply)


class SurveyThread(WorkerThread):
    """The thread of the worker; it starts with the first question.

    Signals:
        requested(SurveyRequest): to the worker.
        replied(SurveyReply): from the worker, emitted on the GUI thread.
    """

    requested = Signal(object)
    replied = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__("survey", parent)
        self._ids = RequestIds()
        self.worker = self.take(SurveyWorker(self._ids))
        self.requested.connect(self.worker.on_requested)
        self.worker.replied.connect(self.replied)

    def ask(self, paths: tuple[Path, ...], copy_to: Path | None = None) -> int:
        """Ask about `paths`; every older question is dropped. Return the request's id."""
        self.start()
        request = SurveyRequest(self._ids.issue(), paths, copy_to)
        self.requested.emit(request)
        return request.id

    def drop(self) -> None:
        """Ask for nothing any more; a copying under way is answered with a failure."""
        self._ids.issue()

    def stop(self) -> None:
        """Drop what is asked, at most one document later, and end the thread."""
        self._ids.issue()
        super().stop()
