"""The wrapper listens to any child, ends it when asked, and says in words how it ended."""

import os
import signal
from pathlib import Path

import pytest

from editor.process.training_job import Ending, JobCommand, JobState, Outcome, TrainingJob

TRAINER = Path(__file__).with_name("fake_trainer.py")
UNREACHED_GRACE_MS = 60_000


def command(*deeds: str, **more) -> JobCommand:
    return JobCommand((str(TRAINER), *deeds), **more)


class Listener:
    """Everything that a job told, in order."""

    def __init__(self, job: TrainingJob) -> None:
        self.events: list[dict] = []
        self.failures: list[str] = []
        self.outcomes: list[Outcome] = []
        self.states: list[JobState] = []
        job.reported.connect(self.events.append)
        job.failed.connect(self.failures.append)
        job.finished.connect(self.outcomes.append)
        job.state_changed.connect(self.states.append)

    @property
    def names(self) -> list[str]:
        return [event["event"] for event in self.events]


@pytest.fixture
def job(qtbot):
    made = TrainingJob(grace_ms=UNREACHED_GRACE_MS)
    yield made
    made.close()


@pytest.fixture
def told(job):
    return Listener(job)


def run(qtbot, job, *deeds: str, **more) -> Outcome:
    with qtbot.waitSignal(job.finished, timeout=10_000) as ended:
        assert job.start(command(*deeds, **more))
    return ended.args[0]


def start_until(qtbot, job, told, name: str, *deeds: str) -> None:
    job.start(command(*deeds))
    qtbot.waitUntil(lambda: name in told.names, timeout=10_000)


def test_every_json_line_is_an_event_in_order_and_the_end_is_told_once(qtbot, job, told):
    with qtbot.waitSignal(job.started):
        outcome = run(qtbot, job, "event=started", "event=step", "event=finished")
    assert told.names == ["started", "step", "finished"]
    assert outcome.ending is Ending.DONE
    assert told.outcomes == [outcome]
    assert told.failures == []
    assert told.states == [JobState.RUNNING, JobState.IDLE]


def test_child_is_nice_and_has_the_environment_it_was_given_and_no_other(qtbot, job, told, monkeypatch):
    monkeypatch.setenv("OMP_NUM_THREADS", "7")
    script = "import json, os; print(json.dumps({'event': 'e', 'nice': os.nice(0), 'env': dict(os.environ)}))"
    job.start(JobCommand(("-c", script), {"OMP_NUM_THREADS": "1", "PATH": os.environ["PATH"]}))
    qtbot.waitUntil(lambda: job.state is JobState.IDLE)
    (event,) = told.events
    assert event["nice"] >= os.nice(0) + 10 or event["nice"] == 19
    assert event["env"]["OMP_NUM_THREADS"] == "1"
    assert "HOME" not in event["env"]


def test_modules_of_the_folder_where_the_editor_was_started_are_not_taken_for_ours(
    qtbot, job, told, tmp_path, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    run(qtbot, job, "event=started")
    assert told.events[0]["cwd"] != str(tmp_path)


def test_garbage_among_the_lines_is_left_out_and_logged(qtbot, job, told, caplog):
    garbage = ("raw=\\xff\\xfe\\n", "raw={\\n", "raw=[1]\\n", 'raw={"event": 3}\\n', "raw=\\n", "raw=NaN\\n")
    outcome = run(qtbot, job, "event=a", *garbage, 'raw={"event": "b"', "raw=}\\n", 'raw={"event": "cut o')
    assert told.names == ["a", "b"]
    assert outcome.ending is Ending.DONE
    assert len(caplog.records) == 6


def test_line_without_end_does_not_fill_the_memory(qtbot, job, told, caplog):
    script = "import sys; w = sys.stdout.write; [w('x' * 65536) for _ in range(64)]; w('\\n{\"event\": \"after\"}\\n')"
    job.start(JobCommand(("-c", script)))
    qtbot.waitUntil(lambda: job.state is JobState.IDLE)
    assert told.names == ["after"]
    assert "too long" in caplog.text


@pytest.mark.parametrize(("ending", "meant"), [("refused", Ending.REFUSED), ("failed", Ending.FAILED)])
def test_the_childs_last_event_says_how_it_ended_and_is_no_other_event(qtbot, job, told, ending, meant):
    outcome = run(qtbot, job, "event=step", f"ended={ending}", "exit=1")
    assert outcome == Outcome(meant, "it is said here")
    assert told.failures == ["it is said here"]
    assert told.names == ["step"]


def test_error_line_of_a_child_without_a_last_event_is_the_failure(qtbot, job, told, caplog):
    outcome = run(qtbot, job, "log=error: an older one", "log=error: refused: stopped before", "log=bye", "exit=1")
    assert outcome == Outcome(Ending.FAILED, "refused: stopped before")
    assert "bye" in caplog.text


def test_child_that_ends_without_a_word_is_told_by_its_exit_code(qtbot, job, told):
    assert "exit code 3" in run(qtbot, job, "exit=3").sentence


@pytest.mark.parametrize(("number", "words"), [(signal.SIGKILL, "memory"), (signal.SIGSEGV, "SIGSEGV")])
def test_killed_child_is_told_by_the_signal(qtbot, job, told, number, words):
    outcome = run(qtbot, job, "event=started", f"die={int(number)}")
    assert outcome.ending is Ending.CRASHED
    assert f"signal {int(number)}" in outcome.sentence
    assert words in outcome.sentence
    assert told.failures == [outcome.sentence]
    assert told.names == ["started"]


def test_program_that_does_not_exist_is_a_failure_in_words(qtbot, job, told, monkeypatch):
    monkeypatch.setattr("editor.process.training_job.shutil.which", lambda _name: None)
    outcome = run(qtbot, job, program="/nonexistent/python")
    assert outcome.ending is Ending.FAILED
    assert "cannot be started" in outcome.sentence
    assert job.state is JobState.IDLE


def test_cancel_asks_the_child_which_ends_by_itself(qtbot, job, told):
    start_until(qtbot, job, told, "ready", "polite", "event=ready", "wait")
    with qtbot.waitSignal(job.finished, timeout=10_000):
        job.cancel()
        assert job.state is JobState.CANCELLING
        job.cancel()
    # The grace of this job is a minute: it was not killed.
    assert told.outcomes[0].ending is Ending.CANCELLED
    assert told.failures == []
    assert not job._grace.isActive()


def test_child_that_ignores_the_question_is_killed_after_the_grace(qtbot, job, told):
    job._grace_ms = 30
    start_until(qtbot, job, told, "ready", "stubborn", "event=ready", "wait")
    with qtbot.waitSignal(job.finished, timeout=10_000):
        job.cancel()
    assert told.outcomes[0].ending is Ending.CANCELLED


def test_a_person_who_cancels_waits_less_than_two_seconds():
    assert TrainingJob()._grace_ms < 1_900


def test_pause_has_time_to_keep_everything_until_it_is_cancelled(qtbot, job, told):
    job._grace_ms = 30
    start_until(qtbot, job, told, "ready", "stubborn", "event=ready", "wait")
    job.pause()
    assert job._grace.remainingTime() > 5_000
    with qtbot.waitSignal(job.finished, timeout=10_000):
        job.cancel()
    assert told.outcomes[0].ending is Ending.CANCELLED


def test_pause_ends_the_child_and_resume_goes_on_with_another(qtbot, job, told):
    start_until(qtbot, job, told, "ready", "polite", "event=ready", "wait=resumed", "event=finished")
    job.pause()
    assert job.state is JobState.PAUSING
    qtbot.waitUntil(lambda: job.state is JobState.PAUSED)
    assert job.process_id == 0
    assert told.outcomes == []
    with qtbot.waitSignal(job.finished, timeout=10_000):
        job.resume()
    assert told.outcomes[0].ending is Ending.DONE
    assert [event["resumed"] for event in told.events] == [False, True, True]


def test_resume_before_the_child_has_ended_goes_on_when_it_has(qtbot, job, told):
    start_until(qtbot, job, told, "ready", "polite", "event=ready", "wait=resumed", "event=finished")
    with qtbot.waitSignal(job.finished, timeout=10_000):
        job.pause()
        job.resume()
    assert told.names == ["ready", "ready", "finished"]


def test_paused_job_can_be_cancelled(qtbot, job, told):
    start_until(qtbot, job, told, "ready", "polite", "event=ready", "wait")
    job.pause()
    qtbot.waitUntil(lambda: job.state is JobState.PAUSED)
    job.cancel()
    assert told.outcomes[0].ending is Ending.CANCELLED
    assert job.state is JobState.IDLE


def test_pausing_job_can_be_cancelled(qtbot, job, told):
    start_until(qtbot, job, told, "ready", "polite", "event=ready", "wait")
    with qtbot.waitSignal(job.finished, timeout=10_000):
        job.pause()
        job.cancel()
    assert told.outcomes[0].ending is Ending.CANCELLED


def end_at_sigterm_with(status: object) -> JobCommand:
    """Return a child that says `ready` and answers SIGTERM with `sys.exit(status)`."""
    script = (
        f"import signal, sys; signal.signal(signal.SIGTERM, lambda *_: sys.exit({status!r}));"
        'print(\'{"event": "ready"}\', flush=True); signal.pause()'
    )
    return JobCommand(("-c", script))


def test_job_that_was_done_before_it_could_pause_is_done(qtbot, job, told):
    job.start(end_at_sigterm_with(0))
    qtbot.waitUntil(lambda: told.names == ["ready"])
    with qtbot.waitSignal(job.finished, timeout=10_000):
        job.pause()
    assert told.outcomes[0].ending is Ending.DONE


def test_failure_while_pausing_is_told_and_no_pause(qtbot, job, told):
    job.start(end_at_sigterm_with("error: the disk is full"))
    qtbot.waitUntil(lambda: told.names == ["ready"])
    with qtbot.waitSignal(job.finished, timeout=10_000):
        job.pause()
    assert told.failures == ["the disk is full"]


def test_child_killed_from_outside_leaves_a_job_that_can_start_again(qtbot, job, told):
    start_until(qtbot, job, told, "ready", "event=ready", "wait=resumed")
    with qtbot.waitSignal(job.finished, timeout=10_000):
        os.kill(job.process_id, signal.SIGKILL)
    assert told.outcomes[0].ending is Ending.CRASHED
    with qtbot.waitSignal(job.finished, timeout=10_000):
        assert job.start(command("event=ready", "wait=resumed"), resume=True)
    assert told.outcomes[1].ending is Ending.DONE
    assert told.events[-1]["resumed"]


def test_one_job_at_a_time(qtbot, job, told):
    start_until(qtbot, job, told, "ready", "polite", "event=ready", "wait")
    assert not job.start(command("event=other"))
    assert told.names == ["ready"]


def test_closing_while_a_pause_is_about_to_go_on_starts_nothing(qtbot, job, told):
    start_until(qtbot, job, told, "ready", "polite", "event=ready", "wait")
    job.pause()
    job.resume()
    job.close()
    assert job.process_id == 0


def test_closing_leaves_no_child_and_says_nothing(qtbot, job, told):
    start_until(qtbot, job, told, "ready", "polite", "event=ready", "wait")
    child = job.process_id
    job.close()
    with pytest.raises(ProcessLookupError):
        os.kill(child, 0)
    assert told.outcomes == []
    assert job.state is JobState.IDLE
