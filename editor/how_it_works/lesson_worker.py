"""Reads texts with the small networks on a thread of its own, one job at a time; a newer job ends an older one."""

import contextlib
import logging
import os
import threading
from collections.abc import Callable, Collection, Iterator, Mapping
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from editor.how_it_works.messages import (
    Answer,
    Ask,
    AskNext,
    AskSurprise,
    AskUnits,
    AskWriting,
    Failed,
    Next,
    Surprised,
    Units,
    Written,
)
from editor.process.worker_thread import WorkerThread
from editor.suggestions.messages import RequestIds
from editor.translation import tr
from lm.errors import LmError
from lm.lessons.surprise import surprise
from lm.lessons.unit_probe import activations, find_units
from lm.predicting.completion import Point, Stopped
from lm.predicting.context_reader import ContextReader
from lm.predicting.engine import Engine
from lm.predicting.generation import READABLE, steps
from lm.predicting.opinions import Opinion
from lm.predicting.predictor import load_network

_log = logging.getLogger(__name__)
_NICENESS = 10
"""Suggestions come first."""


class LessonWorker(QObject):
    """The worker's half; its slots run on the thread it was moved to.

    Signals:
        answered(Answer): none for a request that became old; several for one about a long text.
    """

    answered = Signal(object)

    def __init__(self, compared: Collection[str], networks: Mapping[str, Path], ids: RequestIds) -> None:
        """`networks` are folders of byte networks by name; the newest of `ids` is the request to work on.

        Those `compared` are asked what comes next.
        """
        super().__init__()
        self._compared = tuple(compared)
        self._networks = dict(networks)
        self._ids = ids
        self._engines: dict[str, Engine] = {}
        self._readers: dict[str, ContextReader] = {}

    @Slot()
    def on_started(self) -> None:
        """Run with less priority than the rest of the window, where threads have a priority of their own."""
        with contextlib.suppress(OSError, AttributeError):
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), _NICENESS)

    @Slot(object)
    def on_asked(self, ask: Ask) -> None:
        """Answer, piece by piece, until it is done or something newer was asked."""
        if self._is_old(ask):
            return
        try:
            for answer in self._answers(ask):
                self.answered.emit(answer)
        except Stopped:
            return
        except LmError as exc:
            self.answered.emit(Failed(ask, str(exc)))
        except Exception as exc:  # noqa: BLE001  # a failure is an answer; the worker goes on
            _log.exception("a lesson failed")
            self.answered.emit(Failed(ask, tr("this cannot be shown: {reason}").format(reason=exc)))

    def _answers(self, ask: Ask) -> Iterator[Answer]:
        def should_stop() -> bool:
            return self._is_old(ask)

        match ask:
            case AskNext():
                context = ask.context.encode("utf-8", "replace")
                points = [(name, self._read(name, context, should_stop)) for name in self._compared]
                yield Next(ask, tuple(Opinion.at(name, point) for name, point in points))
            case AskSurprise():
                left = len(ask.wanted)
                for found in surprise(self._engine(ask.network), ask.text, ask.wanted, should_stop):
                    left -= 1
                    yield Surprised(ask, found, left == 0)
            case AskUnits():
                text = ask.text.encode("utf-8", "replace")
                units = activations(self._engine(ask.network), text, should_stop)
                if len(units) == len(text):
                    yield Units(ask, tuple(find_units(text, units)))

            case AskWriting():
                engine, _ = load_network(ask.folder)
                pieces = []
                for piece in steps(engine, ask.prompt, ask.length, READABLE):
                    if should_stop():
                        return
                    pieces.append(piece)
                yield Written(ask, ask.prompt + "".join(pieces))

    def _engine(self, name: str) -> Engine:
        if name not in self._engines:
            self._engines[name], _ = load_network(self._networks[name])
        return self._engines[name]

    def _read(self, name: str, context: bytes, should_stop: Callable[[], bool]) -> Point:
        if name not in self._readers:
            self._readers[name] = ContextReader(self._engine(name))
        return self._readers[name].read(context, should_stop)

    def _is_old(self, ask: Ask) -> bool:
        return ask.id != self._ids.newest


class LessonThread(WorkerThread):
    """The thread of the worker; it starts with the first question.

    Signals:
        answered(Answer): emitted on the GUI thread; never one of a request that is old by then.
    """

    answered = Signal(object)
    _asked = Signal(object)

    def __init__(self, compared: Collection[str], networks: Mapping[str, Path], parent: QObject | None = None) -> None:
        super().__init__("how it works", parent)
        self.ids = RequestIds()
        worker = self._worker = self.take(LessonWorker(compared, networks, self.ids))
        self._asked.connect(worker.on_asked)
        worker.answered.connect(self._on_answered)

    def ask(self, ask: Ask) -> None:
        """Let the worker answer; `ask.id` is the newest of `ids`."""
        self.start()
        self._asked.emit(ask)

    def stop(self) -> None:
        """End the thread after the worker's current step."""
        self.ids.issue()
        super().stop()

    @Slot(object)
    def _on_answered(self, answer: Answer) -> None:
        if answer.ask.id == self.ids.newest:
            self.answered.emit(answer)
