"""Teaches the models what the person writes, on the inference thread, in the gaps between requests."""

import logging
import time
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QObject, Signal, Slot

from editor.process.timers import single_shot
from editor.suggestions.lessons import Lesson, UnlearnWord, WholeLesson
from editor.suggestions.messages import RequestIds
from lm.keeping.teaching_steps import Step, document_steps, take_in, typed_steps
from lm.text.own_words import without_word
from lm.text.secret_text import BREAK, SafeText

_log = logging.getLogger(__name__)

_PAUSE_MS = 3
"""Between two steps: about as long as one takes, so that the window's own Python gets half of the time at the worst."""
_QUIET_SECONDS = 0.06
"""After a request is asked: its answer and the painting of it come first, and at a fast pace the next key too."""
_PATIENCE_SECONDS = 1.0
"""Someone who types faster than that is taught from all the same, a step at a time."""


@runtime_checkable
class TeachableEngine(Protocol):
    """An engine that learns; one that does not is left alone."""

    def learn(self, text: str, *, continues: bool = False, keeps_state: bool = False) -> int:
        """Read and count a text."""

    def count(self, text: str, *, continues: bool = False) -> int:
        """Count a text."""

    def forget_spellings(self, word: str) -> bool:
        """Forget a word in any case."""

    def forget_everything(self) -> None:
        """Forget all that was learned."""


@dataclass(slots=True)
class _Pupil:
    """An engine and what it still has to learn.

    Attributes:
        waits: it has not been given everything yet; what comes before is part of that.
        last_run: whose typing it learned last, 0 for none.
    """

    engine: TeachableEngine
    waits: bool = True
    last_run: int = 0
    lessons: deque[Lesson | WholeLesson] = field(default_factory=deque)
    steps: Iterator[Step] | None = None


class Teacher(QObject):
    """Takes lessons and does them step by step; a request in the thread's queue waits for one step at the most.

    Signals:
        lessons_wanted(bool): an engine wants all that is kept; True when it is to forget whatever else it knows.
        idle(): everything that came has been learned.
    """

    lessons_wanted = Signal(bool)
    idle = Signal()

    def __init__(self, ids: RequestIds, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._ids = ids
        self._clock = clock
        self._pupils: list[_Pupil] = []
        self._seen_request = 0
        self._quiet_from = 0.0
        self._last_step_at = 0.0
        self._timer = single_shot(self, 0, self._on_time)

    @Slot(object)
    def on_engines_changed(self, engines: tuple[object, ...]) -> None:
        """Teach these engines from now on; a new one is taught everything."""
        known = {id(pupil.engine): pupil for pupil in self._pupils}
        self._pupils = [
            known.get(id(engine)) or _Pupil(engine) for engine in engines if isinstance(engine, TeachableEngine)
        ]
        if any(pupil.waits for pupil in self._pupils):
            self.lessons_wanted.emit(False)

    @Slot(object)
    def on_lesson_ready(self, lesson: Lesson | WholeLesson | UnlearnWord) -> None:
        """Take a lesson in, or forget at once."""
        for pupil in self._pupils:
            try:
                self._give(pupil, lesson)
            except Exception:  # noqa: BLE001  # the worker goes on, whatever a lesson does
                _log.exception("forgetting failed")
        if not self._timer.isActive():
            self._last_step_at = self._clock()
            self._timer.start(0)

    @Slot()
    def on_stopping(self) -> None:
        """Learn no more."""
        self._timer.stop()
        self._pupils = []

    def _give(self, pupil: _Pupil, lesson: Lesson | WholeLesson | UnlearnWord) -> None:
        match lesson:
            case WholeLesson(replaces=True):
                pupil.lessons.clear()
                pupil.steps, pupil.waits, pupil.last_run = None, False, 0
                pupil.engine.forget_everything()
                pupil.lessons.append(lesson)
            case WholeLesson() if pupil.waits:
                pupil.waits = False
                pupil.lessons.append(lesson)
            case Lesson() if not pupil.waits:
                pupil.lessons.append(lesson)
            case UnlearnWord(word):
                if pupil.steps is not None:
                    pupil.steps = _steps_without(pupil.steps, word)
                pupil.lessons = deque(_lesson_without(each, word) for each in pupil.lessons)
                if not pupil.engine.forget_spellings(word):
                    # What the engine counts as several units, such as a word of another script.
                    self.lessons_wanted.emit(True)

    @Slot()
    def _on_time(self) -> None:
        now = self._clock()
        if self._ids.newest != self._seen_request:
            self._seen_request = self._ids.newest
            self._quiet_from = now + _QUIET_SECONDS
        if now < self._quiet_from and now < self._last_step_at + _PATIENCE_SECONDS:
            self._timer.start(max(1, round(1000 * (self._quiet_from - now))))
            return
        self._last_step_at = now
        if any(self._advance(pupil) for pupil in self._pupils):
            self._timer.start(_PAUSE_MS)
        else:
            self.idle.emit()

    def _advance(self, pupil: _Pupil) -> bool:
        """Do the next step; say whether there was one."""
        while pupil.steps is not None or pupil.lessons:
            if pupil.steps is None:
                pupil.steps = self._begin(pupil, pupil.lessons.popleft())
            step = next(pupil.steps, None)
            if step is None:
                pupil.steps = None
                continue
            try:
                take_in(pupil.engine, step)
            except Exception:  # noqa: BLE001  # as above
                _log.exception("learning failed")
                pupil.steps = None
            return True
        return False

    def _begin(self, pupil: _Pupil, lesson: Lesson | WholeLesson) -> Iterator[Step]:
        if isinstance(lesson, WholeLesson):
            pupil.last_run = 0
            return document_steps(lesson.texts)
        if lesson.is_document:
            pupil.last_run = 0  # its end is read, which leaves the typing's stream
            return document_steps((lesson.text,))
        continues = lesson.continues and lesson.run == pupil.last_run
        pupil.last_run = lesson.run
        return typed_steps(lesson.text, continues=continues)


def _lesson_without(lesson: Lesson | WholeLesson, word: str) -> Lesson | WholeLesson:
    if isinstance(lesson, WholeLesson):
        return WholeLesson(tuple(SafeText(without_word(text, word)) for text in lesson.texts), lesson.replaces)
    return replace(lesson, text=SafeText(without_word(lesson.text, word)))


def _steps_without(steps: Iterator[Step], word: str) -> Iterator[Step]:
    for step in steps:
        continues = step.continues
        for part in without_word(step.text, word).split(BREAK):
            if part:
                yield replace(step, text=part, continues=continues)
            continues = False
