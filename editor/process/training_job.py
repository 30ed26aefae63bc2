"""A training in a child process, the same for both trainers: started nicely, listened to, paused, cancelled.

The child writes JSON lines on stdout and its log on stderr, ends with 0, or with 1 after a line that says how it ended,
and keeps a checkpoint when it is asked to end. A pause is such an end, and going on is a new child with `--resume`:
a child that only stood still would keep its memory, die with the editor, and count the pause as time trained.
"""

import logging
import os
import shutil
import signal
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Any

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, Signal, Slot

from editor.process.timers import single_shot
from editor.translation import QT_TR_NOOP, tr
from resources.runs.child_process import ENDED, PACKAGES, PYTHON, EventLines, child_environment
from resources.user_error import REFUSED, STOPPED

_log = logging.getLogger(__name__)

GRACE_MS = 1600
"""From asking a child to end until it is killed: a person who cancels waits less than two seconds."""
_PAUSE_GRACE_MS = 10_000
"""A person who pauses wants all of it kept, also where a busy disk takes its time."""
_NICENESS = "10"
_KEPT_LOG_BYTES = 8 << 10
_ERROR = "error: "


@dataclass(frozen=True, slots=True)
class JobCommand:
    """What a child is started with.

    Attributes:
        arguments: after the interpreter, such as `module_arguments` returns; paths in it are absolute.
        environment: all of the child's, with the threads that it may use.
        resume: added to the arguments to go on with an interrupted run.
        program: the interpreter.
    """

    arguments: tuple[str, ...]
    environment: Mapping[str, str] = field(default_factory=lambda: dict(os.environ))
    resume: tuple[str, ...] = ("--resume",)
    program: str = PYTHON


class JobState(Enum):
    """Where a job stands; `PAUSING` and `CANCELLING` wait for the child to end."""

    IDLE = auto()
    RUNNING = auto()
    PAUSING = auto()
    PAUSED = auto()
    CANCELLING = auto()


class Ending(Enum):
    """How a job ended."""

    DONE = auto()
    CANCELLED = auto()
    REFUSED = auto()
    FAILED = auto()
    CRASHED = auto()


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a job ended, and a sentence that says so.

    `REFUSED` made nothing better than what there was; `CRASHED` is an end that the child did not choose.
    """

    ending: Ending
    sentence: str


class TrainingJob(QObject):
    """One training at a time; lives on the GUI thread and never waits for the child, but in `close`.

    Signals:
        started(): a child runs, at the beginning and after each pause.
        reported(dict): one JSON line of the child.
        failed(str): the job ended without success and without being asked to; `finished` follows.
        finished(Outcome): the job ended, in whatever way.
        state_changed(JobState): it began, pauses, goes on, ended.
    """

    started = Signal()
    reported = Signal(object)  # `event` is a method of every QObject
    failed = Signal(str)
    finished = Signal(object)
    state_changed = Signal(object)

    def __init__(self, parent: QObject | None = None, *, grace_ms: int = GRACE_MS) -> None:
        super().__init__(parent)
        self._state = JobState.IDLE
        self._command: JobCommand | None = None
        self._goes_on = False
        self._grace_ms = grace_ms
        self._lines = EventLines()
        self._error_tail = b""
        self._end_event: dict[str, Any] = {}
        self._process = QProcess(self)
        self._process.setWorkingDirectory(str(PACKAGES))  # a folder `lm` where the editor was started is not ours
        self._process.started.connect(self.started)
        self._process.readyReadStandardOutput.connect(self._on_output)
        self._process.readyReadStandardError.connect(self._on_log)
        self._process.errorOccurred.connect(self._on_error)
        self._process.finished.connect(self._on_finished)
        self._grace = single_shot(self, 0, self._process.kill)

    @property
    def state(self) -> JobState:
        """Where the job stands."""
        return self._state

    @property
    def process_id(self) -> int:
        """The child's process id, 0 when there is none."""
        return int(self._process.processId())

    def start(self, command: JobCommand, *, resume: bool = False) -> bool:
        """Start a child, with `resume` to go on with an interrupted run; False if a job is under way."""
        if self._state is not JobState.IDLE:
            return False
        self._command = command
        self._launch(resume=resume)
        return True

    def pause(self) -> None:
        """Let the child keep what it has done and end; `resume` goes on from there."""
        if self._state is JobState.RUNNING:
            self._goes_on = False
            self._set_state(JobState.PAUSING)
            self._ask_to_end(max(self._grace_ms, _PAUSE_GRACE_MS))

    def resume(self) -> None:
        """Go on after a pause, or as soon as the child has ended if it still pauses."""
        if self._state is JobState.PAUSED:
            self._launch(resume=True)
        elif self._state is JobState.PAUSING:
            self._goes_on = True

    def cancel(self) -> None:
        """Let the child keep what it has done and end; it is killed after a grace."""
        if self._state is JobState.PAUSED:
            self._end(Outcome(Ending.CANCELLED, tr(_CANCELLED)))
        elif self._state in (JobState.RUNNING, JobState.PAUSING):
            was_asked = self._state is JobState.PAUSING
            self._set_state(JobState.CANCELLING)
            if was_asked:  # a second question would interrupt the answer to the first
                self._grace.start(self._grace_ms)
            else:
                self._ask_to_end(self._grace_ms)

    def close(self) -> None:
        """End the child now, waiting for it as long as the grace, and say nothing; for the end of the program."""
        self.blockSignals(True)
        self._state = JobState.CANCELLING
        self._grace.stop()
        if self._process.state() is not QProcess.ProcessState.NotRunning:
            self._process.terminate()
            if not self._process.waitForFinished(self._grace_ms):
                self._process.kill()
                self._process.waitForFinished()
        self._state = JobState.IDLE
        self.blockSignals(False)

    def _launch(self, *, resume: bool) -> None:
        command = self._command
        assert command is not None  # `start` set it
        self._lines = EventLines()
        self._error_tail = b""
        self._end_event = {}
        environment = QProcessEnvironment()
        for name, value in child_environment(command.environment).items():
            environment.insert(name, value)
        self._process.setProcessEnvironment(environment)
        whole = [command.program, *command.arguments, *(command.resume if resume else ())]
        nice = shutil.which("nice")
        if nice is not None:
            whole = [nice, "-n", _NICENESS, *whole]
        self._set_state(JobState.RUNNING)
        self._process.start(whole[0], whole[1:])

    def _ask_to_end(self, grace_ms: int) -> None:
        self._grace.start(grace_ms)
        self._process.terminate()

    def _set_state(self, state: JobState) -> None:
        self._state = state
        self.state_changed.emit(state)

    @Slot()
    def _on_output(self) -> None:
        self._take(self._lines.feed(bytes(self._process.readAllStandardOutput().data())))

    def _take(self, events: Iterable[dict[str, Any]]) -> None:
        for event in events:
            if event["event"] == ENDED:
                self._end_event = event
            else:
                self.reported.emit(event)

    @Slot()
    def _on_log(self) -> None:
        self._error_tail = (self._error_tail + bytes(self._process.readAllStandardError().data()))[-_KEPT_LOG_BYTES:]

    @Slot(QProcess.ProcessError)
    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:  # the only one after which `finished` does not come
            sentence = tr("the training cannot be started ({reason})").format(reason=self._process.errorString())
            self._fail(Outcome(Ending.FAILED, sentence))

    @Slot(int, QProcess.ExitStatus)
    def _on_finished(self, code: int, status: QProcess.ExitStatus) -> None:
        self._grace.stop()
        self._on_output()
        self._on_log()
        self._take(self._lines.end())
        has_crashed = status is QProcess.ExitStatus.CrashExit
        ending = self._end_event.get("ending")
        was_asked = self._state in (JobState.PAUSING, JobState.CANCELLING)
        if code == 0 and not has_crashed:
            self._end(Outcome(Ending.DONE, tr("the training is done")))
        elif was_asked and (has_crashed or ending == STOPPED):
            self._on_stopped()
        elif self._state is JobState.CANCELLING:
            self._end(Outcome(Ending.CANCELLED, tr(_CANCELLED)))
        elif has_crashed:
            self._fail(Outcome(Ending.CRASHED, _crash_sentence(code)))
        else:
            silent = tr("the training ended with exit code {code} and said nothing").format(code=code)
            sentence = str(self._end_event.get("sentence") or self._error_line() or silent)
            self._fail(Outcome(Ending.REFUSED if ending == REFUSED else Ending.FAILED, sentence))

    def _on_stopped(self) -> None:
        if self._state is JobState.CANCELLING:
            self._end(Outcome(Ending.CANCELLED, tr(_CANCELLED)))
        elif self._goes_on:
            self._launch(resume=True)
        else:
            self._set_state(JobState.PAUSED)

    def _error_line(self) -> str:
        """Return what the last `error:` line says of a child that ended too early for an event, "" if there is none."""
        lines = self._error_tail.decode("utf-8", "replace").splitlines()
        return next((line.removeprefix(_ERROR) for line in reversed(lines) if line.startswith(_ERROR)), "")

    def _fail(self, outcome: Outcome) -> None:
        if self._error_tail:
            _log.warning("the trainer's last words:\n%s", self._error_tail.decode("utf-8", "replace"))
        self._set_state(JobState.IDLE)
        self.failed.emit(outcome.sentence)
        self.finished.emit(outcome)

    def _end(self, outcome: Outcome) -> None:
        self._set_state(JobState.IDLE)
        self.finished.emit(outcome)


_CANCELLED = QT_TR_NOOP("the training was cancelled; what it had done is kept")


def _crash_sentence(number: int) -> str:
    try:
        name = tr("signal {number}, {name}").format(number=number, name=signal.Signals(number).name)
    except ValueError:
        name = tr("code {number}").format(number=number)
    sentence = (
        tr(
            "the training process was killed by {name} (perhaps the memory ran out): "
            "its last checkpoint is kept, resume the run"
        )
        if number == getattr(signal, "SIGKILL", None)
        else tr("the training process was killed by {name}: its last checkpoint is kept, resume the run")
    )
    return sentence.format(name=name)
