"""A fine-tuning from the wish to its end, with a child that trains nothing."""

import os
import shutil
import signal
from pathlib import Path

import pytest

from editor.errors import ProfileError
from editor.profiles.profiles import Profiles
from editor.tuning.tuning_session import Stage, TuningSession, TuningWish
from tests.editor.tuning.scripted_job import GOOD, REFUSED, WAITING, ScriptedJob

ENOUGH = "The heron waited in the reeds. " * 100


@pytest.fixture
def letters(tmp_path) -> Path:
    folder = tmp_path / "letters"
    folder.mkdir()
    (folder / "a.txt").write_text(ENOUGH)
    return folder


@pytest.fixture
def profiles(tmp_path) -> Profiles:
    return Profiles(tmp_path / "profiles")


@pytest.fixture
def job():
    return ScriptedJob(GOOD)


@pytest.fixture
def session(qtbot, profiles, job):
    made = TuningSession(profiles, job)
    yield made
    made.stop()


@pytest.fixture
def wish(profiles, letters) -> TuningWish:
    english = profiles.find("english")
    assert english is not None
    return TuningWish((letters,), english, " mine ", 5.0)


def run(qtbot, session, deed, *arguments, **more) -> None:
    with qtbot.waitSignal(session.ended, timeout=10_000):
        deed(*arguments, **more)


def wait_for(qtbot, session, stage: Stage) -> None:
    qtbot.waitUntil(lambda: session.stage is stage, timeout=10_000)


def wait_until_training(qtbot, session) -> None:
    qtbot.waitUntil(lambda: session.tracker.progress.fraction is not None, timeout=10_000)


def names(profiles) -> list[str]:
    return [profile.name for profile in profiles.all() if not profile.is_shipped]


def test_run_copies_the_documents_trains_and_publishes_a_profile_and_leaves_nothing_else(
    qtbot, session, profiles, wish, job
):
    run(qtbot, session, session.begin, wish)
    assert session.stage is Stage.DONE
    assert names(profiles) == ["mine"]
    assert [path.name for path in (profiles.folder / "mine").iterdir()] == ["0001"]
    arguments = job.commands[0].arguments
    assert arguments[arguments.index("--minutes") + 1] == "5.0"
    assert arguments[arguments.index("--model") + 1] == str(wish.base.model)
    assert session.run is not None
    assert (session.run.num_documents, session.run.num_bytes) == (1, len(ENOUGH) + 1)


def test_profile_that_is_fine_tuned_again_keeps_the_version_before_and_no_older_one(qtbot, session, profiles, wish):
    for _ in range(3):
        run(qtbot, session, session.begin, wish)
    mine = profiles.find("mine")
    assert mine is not None
    assert mine.model.name == "0003"
    assert sorted(path.name for path in mine.folder.iterdir()) == ["0002", "0003"]


def test_refused_run_is_kept_for_a_second_thought_and_published_on_demand(qtbot, session, profiles, wish, job):
    job.deeds = REFUSED
    run(qtbot, session, session.begin, wish)
    assert session.stage is Stage.REFUSED
    assert names(profiles) == []
    (unfinished,) = session.unfinished()
    assert unfinished.is_refused
    job.deeds = GOOD
    run(qtbot, session, session.take_up, unfinished, keep=True)
    assert "--keep" in job.commands[-1].arguments
    assert names(profiles) == ["mine"]
    assert session.unfinished() == []


def test_refused_run_can_be_removed(qtbot, session, profiles, wish, job):
    job.deeds = REFUSED
    run(qtbot, session, session.begin, wish)
    session.give_up(session.unfinished()[0])
    assert session.stage is Stage.IDLE
    assert list(profiles.folder.iterdir()) == []


def test_cancelled_run_can_be_resumed_though_the_documents_have_changed_meanwhile(
    qtbot, session, profiles, wish, job, letters
):
    job.deeds = WAITING
    session.begin(wish)
    wait_until_training(qtbot, session)
    assert session.is_in_use(wish.base)
    run(qtbot, session, session.cancel)
    assert session.stage is Stage.CANCELLED
    assert "kept" in session.sentence
    shutil.rmtree(letters)
    (unfinished,) = session.unfinished()
    run(qtbot, session, session.take_up, unfinished)
    assert session.stage is Stage.DONE
    assert names(profiles) == ["mine"]


def test_paused_run_goes_on(qtbot, session, profiles, wish, job):
    job.deeds = WAITING
    session.begin(wish)
    wait_until_training(qtbot, session)
    session.pause()
    wait_for(qtbot, session, Stage.PAUSED)
    assert session.unfinished() == []  # it is under way
    run(qtbot, session, session.resume)
    assert session.stage is Stage.DONE


def test_killed_child_leaves_the_profile_before_and_a_run_to_resume(qtbot, session, profiles, wish, job):
    run(qtbot, session, session.begin, wish)
    before = profiles.find("mine")
    job.deeds = WAITING
    session.begin(wish)
    wait_until_training(qtbot, session)
    with qtbot.waitSignal(session.ended, timeout=10_000):
        os.kill(job.process_id, signal.SIGKILL)
    assert session.stage is Stage.FAILED
    assert "killed" in session.sentence
    assert profiles.find("mine") == before
    run(qtbot, session, session.take_up, session.unfinished()[0])
    after = profiles.find("mine")
    assert after is not None
    assert before is not None
    assert after.previous == before.model


def test_child_killed_right_after_it_published_is_done(qtbot, session, profiles, wish, job):
    job.deeds = [*GOOD, "die=9"]
    run(qtbot, session, session.begin, wish)
    assert session.stage is Stage.DONE
    assert names(profiles) == ["mine"]


def test_run_that_the_end_of_the_program_interrupts_is_offered_at_the_next_start(qtbot, session, profiles, wish, job):
    job.deeds = WAITING
    session.begin(wish)
    wait_until_training(qtbot, session)
    session.stop()
    later = TuningSession(Profiles(profiles.folder), ScriptedJob(WAITING))
    (unfinished,) = later.unfinished()
    assert unfinished.profile == "mine"
    run(qtbot, later, later.take_up, unfinished)
    assert later.stage is Stage.DONE
    later.stop()


def test_editor_killed_between_publishing_and_cleaning_up_has_a_profile_and_nothing_unfinished(
    qtbot, session, profiles, wish, job
):
    job.deeds = WAITING
    session.begin(wish)
    wait_until_training(qtbot, session)
    session.stop()
    version = Path(session.run.version)
    version.with_name("0001.finetuning").rename(version)
    (version / "card.json").write_text('{"family": "lm-pair"}')
    later = TuningSession(Profiles(profiles.folder), ScriptedJob(GOOD))
    assert later.unfinished() == []
    assert [path.name for path in (profiles.folder / "mine").iterdir()] == ["0001"]


def test_another_program_that_trains_is_not_disturbed(qtbot, session, profiles, wish, job):
    job.deeds = WAITING
    session.begin(wish)
    wait_until_training(qtbot, session)
    other = TuningSession(Profiles(profiles.folder), ScriptedJob(GOOD))
    assert other.unfinished() == []
    with pytest.raises(ProfileError, match="another Foretype"):
        other.begin(TuningWish(wish.paths, wish.base, "other", 1.0))


def test_one_training_at_a_time(qtbot, session, wish, job):
    job.deeds = WAITING
    session.begin(wish)
    with pytest.raises(ProfileError, match="one at a time"):
        session.begin(wish)
    wait_until_training(qtbot, session)
    with pytest.raises(ProfileError, match="one at a time"):
        session.take_up(session.run)


def test_profile_with_an_unfinished_run_is_not_begun_anew(qtbot, session, wish, job):
    job.deeds = WAITING
    session.begin(wish)
    wait_until_training(qtbot, session)
    run(qtbot, session, session.cancel)
    with pytest.raises(ProfileError, match="already"):
        session.begin(wish)


def test_documents_that_vanish_before_they_are_copied_are_a_sentence(qtbot, session, profiles, wish, letters):
    shutil.rmtree(letters)
    run(qtbot, session, session.begin, wish)
    assert session.stage is Stage.FAILED
    assert "none of the documents" in session.sentence
    assert session.unfinished() == []


def test_cancel_while_the_documents_are_copied_leaves_nothing(qtbot, session, profiles, wish, job):
    session.begin(wish)
    run(qtbot, session, session.cancel)
    assert session.stage is Stage.CANCELLED
    assert job.commands == []
    assert names(profiles) == []
    assert session.unfinished() == []


def test_failure_of_the_trainer_is_told_in_its_words(qtbot, session, wish, job):
    job.deeds = ["log=error: the checkpoint cannot be written: free some space", "exit=1"]
    run(qtbot, session, session.begin, wish)
    assert session.stage is Stage.FAILED
    assert session.sentence == "the checkpoint cannot be written: free some space"
