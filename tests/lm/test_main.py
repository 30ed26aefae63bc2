"""Tests of `lm/__main__.py`."""

import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from tests.lm.small_models import Trained

STOP_SECONDS = 20.0
"""Two on a quiet machine; without the signal it would wait for the next request."""
PATIENCE_SECONDS = 30.0


@contextmanager
def _child(*arguments: object) -> Iterator[subprocess.Popen[str]]:
    """Run `python -m lm` in a child, and end it whatever happens."""
    pipe = subprocess.PIPE
    words = [sys.executable, "-m", "lm", *map(str, arguments)]
    # Where the tests run in the background, Ctrl+C is ignored, which a child inherits.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    child = subprocess.Popen(words, stdin=pipe, stdout=pipe, stderr=pipe, text=True)
    signal.signal(signal.SIGINT, before)
    with child:
        try:
            yield child
        finally:
            child.kill()


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("fly",),
        ("train",),
        ("train", "text.txt"),
        ("train", "text.txt", "--out", "m", "--kind", "transformer"),
        ("train", "text.txt", "--out", "m", "--epochs", "1", "--minutes", "1"),
        ("train", "text.txt", "--out", "m", "--hidden-size", "many"),
        ("evaluate",),
        ("generate", "--length", "long"),
        ("serve", "--nonsense"),
    ],
    ids=" ".join,
)
def test_wrong_usage_ends_with_2_and_writes_nothing_to_stdout(run_lm, arguments):
    outcome = run_lm(*arguments)
    assert outcome.code == 2
    assert outcome.stdout == ""
    assert "usage: python -m lm" in outcome.stderr


@pytest.mark.parametrize("command", ["train", "pair", "evaluate", "generate", "serve"])
def test_every_command_explains_itself(run_lm, command):
    outcome = run_lm(command, "--help")
    assert outcome.code == 0
    assert f"usage: python -m lm {command}" in outcome.stdout


def test_command_that_does_not_load_its_model_says_what_to_do(run_lm, tmp_path):
    outcome = run_lm("serve", "--model", tmp_path)
    assert outcome.code == 1
    assert outcome.stdout == ""
    assert outcome.stderr == f"error: {tmp_path} is not a model folder: it has no card.json\n"


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_signal_ends_a_command_with_1_and_one_error_line(trained_bytes: Trained, number):
    with _child("serve", "--model", trained_bytes.folder) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        child.stdin.write('{"op": "suggest", "context": "The "}\n')
        child.stdin.flush()
        assert "words" in json.loads(child.stdout.readline())
        child.send_signal(number)
        assert child.wait(STOP_SECONDS) == 1
        assert child.stderr is not None
        (line,) = child.stderr.read().splitlines()
        assert line.startswith("error: stopped")


def test_reader_that_goes_away_ends_a_command_without_a_traceback(trained_bytes: Trained):
    with _child("generate", "--model", trained_bytes.folder, "--length", 1_000_000) as child:
        assert child.stdout is not None
        assert child.stderr is not None
        child.stdout.read(5)
        child.stdout.close()
        assert child.wait(PATIENCE_SECONDS) == 1
        assert child.stderr.read() == ""
