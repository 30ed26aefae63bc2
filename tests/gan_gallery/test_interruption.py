"""A training process that is killed, and one that is asked to stop."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

import gan_gallery
from gan_gallery.network.model_folder import open_generator_model
from gan_gallery.training.run_folder import RunFolder

pytestmark = [pytest.mark.training, pytest.mark.mxnet]

_ROOT = Path(gan_gallery.__file__).parents[1]
_TINY = ["--latent-size", "10", "--ngf", "4", "--ndf", "4", "--batch-size", "4", "--evaluate-count", "20"]
_WAIT_SECONDS = 60
_STOP_SECONDS = 20
"""Two on a quiet machine; the whole run would take hours."""


@pytest.fixture
def start(pictures, tmp_path):
    """Start a training command; what still runs at the end of the test is killed."""
    running = []

    def start(out, *more):
        words = [sys.executable, "-W", "ignore", "-m", "gan_gallery", "train", str(pictures), "--out", str(out)]
        process = subprocess.Popen(
            [*words, *_TINY, "--device", "cpu", "--json", *more],
            cwd=_ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env=os.environ | {"XDG_CACHE_HOME": str(tmp_path / "cache"), "FORETYPE_TRAINING_THREADS": "1"},
        )
        running.append(process)
        return process

    yield start
    for process in running:
        if process.poll() is None:
            process.kill()
        process.communicate()


def _wait_for(process, kind, at_least=0):
    for line in process.stdout:
        event = json.loads(line)
        if event["event"] == kind and event["step"] >= at_least:
            return event
    raise AssertionError(process.stderr.read())


def test_a_killed_run_that_goes_on_ends_as_an_uninterrupted_one(start, tmp_path):
    straight = start(tmp_path / "straight", "--steps", "40", "--evaluate-every", "20")
    expected = _wait_for(straight, "finished")
    killed = start(tmp_path / "m", "--steps", "40", "--evaluate-every", "20", "--checkpoint-seconds", "0.01")
    _wait_for(killed, "checkpointed", at_least=5)
    killed.kill()
    killed.wait(_WAIT_SECONDS)
    resumed = start(tmp_path / "m", "--resume")
    begun = _wait_for(resumed, "started")
    assert 5 <= begun["step"] < 40
    finished = _wait_for(resumed, "finished")
    assert finished["fid"] == pytest.approx(expected["fid"], rel=1e-6)
    first, second = (open_generator_model(str(tmp_path / name)).weights() for name in ("straight", "m"))
    for name, array in first.items():
        np.testing.assert_array_equal(second[name], array, err_msg=name)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_stop_is_answered_soon_and_keeps_the_faces(start, tmp_path, number):
    process = start(tmp_path / "m", "--steps", "100000")
    step = _wait_for(process, "step")["step"]
    process.send_signal(number)
    _, err = process.communicate(timeout=_STOP_SECONDS)
    assert process.returncode == 1
    assert err.startswith("error: stopped before the end")
    assert err.count("\n") == 1
    assert open_generator_model(str(tmp_path / "m")).architecture.latent_size == 10
    assert RunFolder(tmp_path / "m.training").steps()[-1] >= step
