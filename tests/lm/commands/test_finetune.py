import json
import os
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from lm.predicting.predictor import load_predictor
from resources.runs.child_process import PARENT_VARIABLE
from resources.runs.stopping import stop_on_signals
from tests.lm.finetuning.test_fine_tuner import _content, lighthouse_text
from tests.lm.small_models import Outcome, one_thread

STOP_SECONDS = 20.0
"""Two on a quiet machine; without an answer to the signal the run would take longer than this."""
_SECONDS_OF_WORK = 200_000_000
"""Turns of an empty loop, some seconds: an end for a test that fails."""
SMALL = ("--device", "cpu", "--lr", 1e-2, "--no-typing")


@pytest.fixture
def letters(tmp_path) -> Path:
    folder = tmp_path / "letters"
    folder.mkdir()
    for seed in (1, 2):
        (folder / f"{seed}.txt").write_bytes(lighthouse_text(150, seed))
    return folder


@pytest.fixture
def out(tmp_path) -> Path:
    return tmp_path / "models" / "mine"


def _events(outcome: Outcome) -> list[dict]:
    return [json.loads(line) for line in outcome.stdout.splitlines()]


def _assert_one_error_line(outcome: Outcome, words: str) -> None:
    assert outcome.code == 1
    assert outcome.stderr.startswith("error: ")
    assert outcome.stderr.count("\n") == 1
    assert words in outcome.stderr


@contextmanager
def _child_at(event: str, *arguments: object) -> Iterator[subprocess.Popen[str]]:
    """Start `python -m lm` and wait for the first event of a kind; the child is gone afterwards."""
    command = [sys.executable, "-m", "lm", *map(str, arguments), "--json"]
    child = subprocess.Popen(
        command, env=os.environ | one_thread(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    guard = threading.Timer(60.0, child.kill)
    guard.start()
    try:
        assert child.stdout is not None
        next(line for line in child.stdout if json.loads(line)["event"] == event)
        yield child
    finally:
        guard.cancel()
        child.kill()
        child.communicate()


def test_events_are_json_lines_from_what_is_read_to_the_figures_before_and_after(run_lm, letters, pair_folder, out):
    (letters / "photo.txt").write_bytes(b"\x89PNG\0\0")
    outcome = run_lm("finetune", letters, "--model", pair_folder, "--out", out, *SMALL, "--epochs", 2, "--json")
    assert outcome.code == 0, outcome.stderr
    assert outcome.stderr == ""
    events = _events(outcome)
    assert [event["event"] for event in events[:2]] == ["started", "read"]
    assert events[1]["files"] == 2
    assert events[1]["skipped"][0]["path"].endswith("photo.txt")
    assert "binary" in events[1]["skipped"][0]["reason"]
    assert events[-1]["event"] == "finished"
    for tuned in events[-1]["networks"]:
        assert tuned["after"]["user"] < tuned["before"]["user"]
        assert tuned["after"]["general"] > 0
    assert load_predictor(out).name == "mine"


@pytest.mark.training
def test_progress_for_people_goes_to_stderr_alone(run_lm, letters, trained_bytes, out):
    arguments = ("--model", trained_bytes.folder, "--out", out, *SMALL[:-1], "--minutes", 0.02)
    outcome = run_lm("finetune", letters, letters / "missing.txt", *arguments)
    assert outcome.code == 0
    assert outcome.stdout == ""
    assert "skipped: cannot read" in outcome.stderr
    assert "at most" in outcome.stderr
    assert "keystrokes saved on your text: ghost" in outcome.stderr
    assert f"published {out}" in outcome.stderr


def test_worse_result_is_refused_in_one_line_and_can_be_kept_all_the_same(run_lm, letters, trained_bytes, out):
    arguments = ("--model", trained_bytes.folder, "--out", out, "--device", "cpu", "--lr", 5, "--epochs", 0.2)
    arguments += ("--no-typing",)
    outcome = run_lm("finetune", letters, *arguments, "--json")
    _assert_one_error_line(outcome, "refused: no network got better")
    tuned, ended = _events(outcome)[-2:]
    assert tuned["event"] == "tuned"
    assert not tuned["kept"]
    assert (ended["event"], ended["ending"]) == ("ended", "refused")
    assert not out.exists()
    outcome = run_lm("finetune", letters, *arguments, "--resume", "--keep")
    assert outcome.code == 0, outcome.stderr
    assert [path.name for path in out.parent.iterdir()] == ["mine"]


def test_documents_of_which_none_can_be_read_are_one_error_line(run_lm, trained_bytes, tmp_path, out):
    (tmp_path / "latin.txt").write_bytes(b"caf\xe9 " * 1000)
    outcome = run_lm("finetune", tmp_path / "latin.txt", "--model", trained_bytes.folder, "--out", out, "--json")
    _assert_one_error_line(outcome, "latin.txt is not UTF-8")
    assert [event["ending"] for event in _events(outcome)] == ["failed"]


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--minutes", 0), "--minutes 0.0"),
        (("--epochs", -1), "--epochs -1.0"),
        (("--epochs", "inf"), "--epochs inf"),
        (("--lr", "nan"), "--lr nan"),
        (("--seed", -1), "--seed -1"),
        (("--model", "no-such"), "there is no model no-such"),
    ],
    ids=lambda value: "-".join(map(str, value)) if isinstance(value, tuple) else "",
)
def test_option_that_makes_no_sense_is_one_error_line(run_lm, letters, trained_bytes, out, options, words):
    outcome = run_lm("finetune", letters, "--model", trained_bytes.folder, "--out", out, *options, "--json")
    _assert_one_error_line(outcome, words)
    assert not out.parent.exists()


def test_time_and_passes_cannot_both_be_given(run_lm, letters, out):
    assert run_lm("finetune", letters, "--out", out, "--minutes", 1, "--epochs", 1).code == 2


@pytest.mark.training
def test_cancelled_run_stops_within_two_seconds_and_a_killed_one_too_can_be_resumed(
    run_lm, letters, pair_folder, trained_bytes, out
):
    shutil.copytree(trained_bytes.folder, out)
    published, parent = _content(out), _content(pair_folder)
    arguments = ("finetune", letters, "--model", pair_folder, "--out", out, *SMALL, "--epochs", 5)

    with _child_at("evaluated", *arguments) as child:
        child.send_signal(signal.SIGTERM)
        _, stderr = child.communicate(timeout=STOP_SECONDS)
    assert child.returncode == 1
    assert stderr.startswith("error: stopped before the end")
    assert stderr.count("\n") == 1
    assert _content(out) == published

    with _child_at("evaluated", *arguments, "--resume") as child:
        child.kill()
    assert _content(out) == published
    assert _content(pair_folder) == parent

    outcome = run_lm(*arguments, "--resume", "--json")
    assert outcome.code == 0, outcome.stderr
    assert _events(outcome)[0]["resumed"]
    assert load_predictor(out).name == "mine"
    assert [path.name for path in out.parent.iterdir()] == ["mine"]


def test_trainer_whose_parent_is_gone_stops(monkeypatch):
    with stop_on_signals() as should_stop:
        assert not should_stop()
        monkeypatch.setenv(PARENT_VARIABLE, str(os.getppid()))
        assert not should_stop()
        monkeypatch.setenv(PARENT_VARIABLE, "1" if os.getppid() != 1 else "2")
        assert should_stop()


def test_work_that_does_not_look_whether_it_should_stop_is_interrupted():
    def work() -> None:
        with stop_on_signals(0.05):
            os.kill(os.getpid(), signal.SIGTERM)
            for _ in range(_SECONDS_OF_WORK):
                pass

    before = signal.getsignal(signal.SIGTERM)
    with pytest.raises(KeyboardInterrupt):
        work()
    assert signal.getsignal(signal.SIGTERM) == before
