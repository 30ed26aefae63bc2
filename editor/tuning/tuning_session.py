"""One fine-tuning from the wish to its end: documents copied, a child that trains, a version published or not.

It lives as long as the program: the dialog only shows it, and may be closed while it goes on.
"""

import logging
from dataclasses import dataclass, replace
from enum import Enum, auto
from pathlib import Path
from typing import Any

from PySide6.QtCore import QLockFile, QObject, Signal, Slot

from editor.errors import ProfileError
from editor.process.training_job import Ending, JobState, Outcome, TrainingJob
from editor.profiles.profiles import Profile, Profiles
from editor.translation import tr
from editor.tuning.document_survey import SurveyReply, SurveyThread
from editor.tuning.tuning_progress import ProgressTracker
from editor.tuning.tuning_run import TuningRun, TuningRuns

_log = logging.getLogger(__name__)

_LOCK = ".training.lock"


class Stage(Enum):
    """Where a session stands; the last five are ends."""

    IDLE = auto()
    COPYING = auto()
    RUNNING = auto()
    PAUSING = auto()
    PAUSED = auto()
    CANCELLING = auto()
    DONE = auto()
    REFUSED = auto()
    FAILED = auto()
    CANCELLED = auto()

    @property
    def is_over(self) -> bool:
        """Whether nothing is under way."""
        return self in _OVER


_OVER = {Stage.IDLE, Stage.DONE, Stage.REFUSED, Stage.FAILED, Stage.CANCELLED}
_STAGES = {
    JobState.RUNNING: Stage.RUNNING,
    JobState.PAUSING: Stage.PAUSING,
    JobState.PAUSED: Stage.PAUSED,
    JobState.CANCELLING: Stage.CANCELLING,
}


@dataclass(frozen=True, slots=True)
class TuningWish:
    """What a person asks for: learn these documents, from this profile, as a profile of this name."""

    paths: tuple[Path, ...]
    base: Profile
    name: str
    minutes: float


class TuningSession(QObject):
    """At most one fine-tuning at a time; lives on the GUI thread.

    Attributes:
        profiles, runs: on the disk.
        survey: reads documents on its thread.
        tracker: what the run has told.
        run: the one under way, or the last.
        sentence: how it ended.

    Signals:
        changed(): the stage or the progress is another.
        ended(): a run came to an end of any kind.
    """

    changed = Signal()
    ended = Signal()

    def __init__(self, profiles: Profiles, job: TrainingJob | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.profiles = profiles
        self.runs = TuningRuns(profiles)
        self.survey = SurveyThread(self)
        self.survey.replied.connect(self._on_copied)
        self.tracker = ProgressTracker(say=tr)
        self.run: TuningRun | None = None
        self.sentence = ""
        self.stage = Stage.IDLE
        self._copying = 0
        self._lock: QLockFile | None = None
        self._job = job or TrainingJob(self)
        self._job.started.connect(self._on_started)
        self._job.reported.connect(self._on_reported)
        self._job.state_changed.connect(self._on_state_changed)
        self._job.finished.connect(self._on_finished)

    def unfinished(self) -> list[TuningRun]:
        """Return the runs that could be taken up; none while one is under way, here or in another program."""
        if not self.stage.is_over or not self.profiles.folder.is_dir() or not self._has_lock():
            return []
        found = []
        for run in self.runs.unfinished():
            if self.runs.has_published(run):  # killed between the publishing and the cleaning up
                self._clean_up(run)
            else:
                found.append(run)
        self._unlock()
        return found

    def check(self, wish: TuningWish) -> TuningWish:
        """Return the wish with its name as it will be.

        Raises:
            ProfileError: if it cannot be begun, with a sentence.
        """
        if not self.stage.is_over:
            raise ProfileError(tr("a training is under way: one at a time"))
        name = wish.name.strip()
        known = self.profiles.find(name)
        if known is None or known.is_shipped:
            name = self.profiles.check_new_name(name)
        elif any(run.profile == name for run in self.runs.unfinished()):
            sentence = tr("“{name}” has a training that was not finished: resume it or give it up first")
            raise ProfileError(sentence.format(name=name))
        return replace(wish, name=name)

    def begin(self, wish: TuningWish) -> None:
        """Copy the documents, then train.

        Raises:
            ProfileError: if it cannot be begun, with a sentence.
        """
        wish = self.check(wish)
        if not self._has_lock():
            raise ProfileError(tr("another Foretype is training a model: wait until it is done"))
        version = self.profiles.next_version(wish.name)
        self.run = TuningRun(wish.name, str(version), str(wish.base.model), wish.base.name, wish.minutes, 0, 0)
        self.tracker = ProgressTracker(say=tr)
        copies = self.runs.copies(wish.name)
        self.profiles.discard(copies)  # of a run that was killed while it copied
        self._copying = self.survey.ask(wish.paths, copies)
        self._set_stage(Stage.COPYING)

    def take_up(self, run: TuningRun, *, keep: bool = False) -> None:
        """Go on with an unfinished run; `keep` publishes it even if nothing got better.

        Raises:
            ProfileError: if one is under way.
        """
        if not self.stage.is_over:
            raise ProfileError(tr("a training is under way: one at a time"))
        if not self._has_lock():
            raise ProfileError(tr("another Foretype is training a model: wait until it is done"))
        if self.run is None or (self.run.profile, self.run.version) != (run.profile, run.version):
            self.tracker = ProgressTracker(say=tr)
        self.run = run
        self._job.start(self.runs.command(run, keep=keep), resume=True)

    def give_up(self, run: TuningRun) -> None:
        """Remove what an unfinished run left.

        Raises:
            ProfileError: if it is under way, or the disk refuses.
        """
        if not self.stage.is_over:
            raise ProfileError(tr("the training is under way: cancel it first"))
        self.runs.discard(run)
        if self.run is not None and self.run.version == run.version:
            self.dismiss()

    def dismiss(self) -> None:
        """Forget how the last run ended."""
        if self.stage.is_over:
            self.run = None
            self._set_stage(Stage.IDLE)

    def pause(self) -> None:
        """Let the child keep what it has and end, until `resume`."""
        self._job.pause()

    def resume(self) -> None:
        """Go on after a pause."""
        self._job.resume()

    def cancel(self) -> None:
        """End the run within two seconds; what it has done is kept."""
        if self.stage is Stage.COPYING:
            self._set_stage(Stage.CANCELLING)
            self.survey.drop()  # the worker answers that it was stopped
        else:
            self._job.cancel()

    def is_in_use(self, profile: Profile) -> bool:
        """Tell whether a run that is not over reads or makes a profile."""
        if self.stage.is_over or self.run is None:
            return False
        return profile.name in (self.run.profile, self.run.base_name)

    def stop(self) -> None:
        """End the child and the thread; the run can be resumed at the next start."""
        self._job.close()
        self.survey.stop()
        self._unlock()

    @Slot(object)
    def _on_copied(self, reply: SurveyReply) -> None:
        if self.run is None or reply.request.id != self._copying:
            return
        run = replace(self.run, num_documents=reply.num_copied, num_bytes=reply.bytes_copied)
        self._copying = 0
        self.run = run
        failure = reply.failure or ("" if reply.num_copied else tr("none of the documents can be read"))
        if not failure:
            try:
                self.runs.save(run)
            except ProfileError as exc:
                failure = str(exc)
        if self.stage is Stage.CANCELLING:
            self._give_up_quietly(run)
            self._end(Stage.CANCELLED, tr("Cancelled before anything was learned."))
        elif failure:
            self._give_up_quietly(run)
            self._end(Stage.FAILED, failure)
        else:
            self._job.start(self.runs.command(run, keep=False))

    @Slot()
    def _on_started(self) -> None:
        self.tracker.start()
        self.changed.emit()

    @Slot(object)
    def _on_reported(self, event: dict[str, Any]) -> None:
        self.tracker.take(event)
        self.changed.emit()

    @Slot(object)
    def _on_state_changed(self, state: JobState) -> None:
        if state in _STAGES:
            self._set_stage(_STAGES[state])

    @Slot(object)
    def _on_finished(self, outcome: Outcome) -> None:
        run = self.run
        assert run is not None  # a job has one
        # A child that was killed or cancelled right after it had published is done all the same.
        if outcome.ending is Ending.DONE or self.runs.has_published(run):
            self._clean_up(run)
            self._end(Stage.DONE, tr("“{profile}” has learned your words.").format(profile=run.profile))
        elif outcome.ending is Ending.CANCELLED:
            self._end(Stage.CANCELLED, self._cancelled_sentence(run))
        elif outcome.ending is Ending.REFUSED:
            self.run = replace(run, is_refused=True)
            try:
                self.runs.save(self.run)
            except ProfileError as exc:
                _log.warning("%s", exc)
            sentence = tr("Nothing got better on your held-out text, so the previous model stays in use.")
            self._end(Stage.REFUSED, sentence)
        else:
            self._end(Stage.FAILED, outcome.sentence)

    def _cancelled_sentence(self, run: TuningRun) -> str:
        folder = Path(run.version)
        has_begun = folder.with_name(folder.name + ".finetuning").is_dir()
        if has_begun:
            return tr("Cancelled; what was learned is kept, and you can resume it later.")
        return tr("Cancelled; nothing had been learned yet.")

    def _clean_up(self, run: TuningRun) -> None:
        """Remove what only the run needed, and versions that nobody goes back to; a disk that refuses is no matter."""
        self._give_up_quietly(run)
        try:
            self.profiles.keep_two_versions(run.profile)
        except ProfileError as exc:
            _log.warning("%s", exc)

    def _give_up_quietly(self, run: TuningRun) -> None:
        try:
            self.runs.discard(run)
        except ProfileError as exc:
            _log.warning("%s", exc)

    def _end(self, stage: Stage, sentence: str) -> None:
        self.sentence = sentence
        self._unlock()
        self._set_stage(stage)
        self.ended.emit()

    def _set_stage(self, stage: Stage) -> None:
        self.stage = stage
        self.changed.emit()

    def _has_lock(self) -> bool:
        """Take the lock by which two Foretypes do not train in the same folder; one left by a crash is taken over."""
        if self._lock is not None:
            return True
        self.profiles.folder.mkdir(parents=True, exist_ok=True)
        lock = QLockFile(str(self.profiles.folder / _LOCK))
        lock.setStaleLockTime(0)  # hours of training are not stale; a dead process is, whatever the time
        if not lock.tryLock(0):
            return False
        self._lock = lock
        return True

    def _unlock(self) -> None:
        if self._lock is not None:
            self._lock.unlock()
            self._lock = None
