import json
import os
import shutil
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from lm.predicting.predictor import load_network
from resources.model_folder import open_model
from tests.lm.small_models import Trained, garden_text, one_thread

SMALL = ("--hidden-size", 12, "--embedding-size", 6, "--batch-size", 4, "--bptt", 16, "--device", "cpu")
STOP_SECONDS = 20.0


@pytest.fixture
def text(tmp_path) -> Path:
    path = tmp_path / "garden.txt"
    path.write_bytes(garden_text(120))
    return path


def _content(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


@pytest.mark.mxnet
def test_training_publishes_a_model_that_loads_with_its_recipe(run_lm, text, tmp_path):
    out = tmp_path / "models" / "garden"
    outcome = run_lm("train", text, "--out", out, *SMALL, "--epochs", 0.3, "--json")
    assert outcome.code == 0
    assert outcome.stderr == ""
    events = [json.loads(line)["event"] for line in outcome.stdout.splitlines()]
    assert events[0] == "started"
    assert events[-1] == "finished"
    engine, vocabulary = load_network(out)
    assert engine.vocab_size == 256
    assert vocabulary is None
    card = open_model(out, "lm").card
    assert card["training"]["texts"] == ["garden.txt"]
    assert card["training"]["recipe"]["batch_size"] == 4
    assert card["measured"]["bits_per_char"] > 0
    assert [path.name for path in out.parent.iterdir()] == ["garden"]  # the checkpoint went with the run


@pytest.mark.mxnet
@pytest.mark.parametrize(
    ("options", "kind"),
    [
        (("--kind", "gru"), "gru"),
        (("--kind", "rnn"), "rnn_tanh"),
        (("--kind", "rnn", "--activation", "relu"), "rnn_relu"),
        (("--kind", "unrolled", "--window", 3), "unrolled"),
        (("--symbols", "words", "--vocab-size", 50, "--candidates", 16), "lstm"),
        (("--symbols", "words", "--num-words", 40, "--candidates", 16), "lstm"),
    ],
    ids=lambda value: "-".join(map(str, value)) if isinstance(value, tuple) else "",
)
def test_every_kind_of_network_can_be_trained_and_loaded(run_lm, text, tmp_path, options, kind):
    out = tmp_path / "m"
    outcome = run_lm("train", text, "--out", out, *SMALL, "--epochs", 0.1, "--evaluations", 1, *options)
    assert outcome.code == 0, outcome.stderr
    engine, vocabulary = load_network(out)
    assert engine.architecture.kind == kind
    assert (vocabulary is not None) == ("words" in options)


@pytest.mark.mxnet
def test_shares_say_how_often_each_text_is_read(run_lm, text, tmp_path):
    shares = tmp_path / "shares.json"
    shares.write_text('{"garden.txt": 2}', encoding="utf-8")
    sizes = []
    for options in ((), ("--shares", shares)):
        outcome = run_lm("train", text, "--out", tmp_path / "m", *SMALL, "--epochs", 0.1, "--json", *options)
        sizes.append(json.loads(outcome.stdout.splitlines()[0])["train_bytes"])
    assert sizes[1] == 2 * sizes[0]


def test_missing_pytorch_is_one_error_line(run_lm, text, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "torch", None)
    outcome = run_lm("train", text, "--out", tmp_path / "m", *SMALL, "--twin")
    assert outcome.code == 1
    assert "PyTorch is not installed" in outcome.stderr


@pytest.mark.mxnet
def test_progress_for_people_goes_to_stderr_alone(run_lm, text, tmp_path):
    outcome = run_lm("train", text, "--out", tmp_path / "m", *SMALL, "--epochs", 0.1)
    assert outcome.code == 0
    assert outcome.stdout == ""
    assert "bits/char" in outcome.stderr


@pytest.mark.mxnet
@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--hidden-size", 0), "hidden_size is 0"),
        (("--num-layers", 99), "num_layers is 99"),
        (("--dropout", 1.5), "dropout is 1.5"),
        (("--batch-size", 0), "batch_size is 0"),
        (("--lr", "nan"), "lr is nan"),
        (("--epochs", -1), "epochs is -1.0"),
        (("--evaluations", 0), "evaluations is 0"),
        (("--seed", -3), "--seed -3"),
        (("--held-out", 1.5), "--held-out 1.5"),
        (("--vocab-size", 1), "--vocab-size 1"),
        (("--kind", "unrolled", "--window", 500), "bptt is 16"),
        (("--batch-size", 10_000), "one batch needs"),
        (("--resume",), "there is no checkpoint"),
    ],
    ids=lambda value: "-".join(map(str, value)) if isinstance(value, tuple) else "",
)
def test_option_that_makes_no_sense_is_one_error_line(run_lm, text, tmp_path, options, words):
    outcome = run_lm("train", text, "--out", tmp_path / "m", *SMALL, *options, "--json")
    assert outcome.code == 1
    assert outcome.stderr.startswith("error: ")
    assert outcome.stderr.count("\n") == 1
    assert words in outcome.stderr
    assert not (tmp_path / "m").exists()


def test_text_that_cannot_be_read_is_one_error_line(run_lm, tmp_path):
    outcome = run_lm("train", tmp_path / "missing.txt", "--out", tmp_path / "m")
    assert outcome.code == 1
    assert outcome.stderr.count("\n") == 1
    assert "missing.txt" in outcome.stderr


def test_place_that_cannot_be_written_is_refused_before_training(run_lm, text, tmp_path):
    (tmp_path / "file").write_bytes(b"")
    outcome = run_lm("train", text, "--out", tmp_path / "file" / "m", *SMALL, "--json")
    assert outcome.code == 1
    assert json.loads(outcome.stdout)["ending"] == "failed"
    assert outcome.stderr.startswith("error: cannot write")


def test_folder_that_is_no_model_is_refused_before_training_and_kept(run_lm, text, tmp_path):
    folder = tmp_path / "letters"
    folder.mkdir()
    (folder / "letter.txt").write_text("dear all")
    outcome = run_lm("train", text, "--out", folder, *SMALL, "--json")
    assert outcome.code == 1
    assert json.loads(outcome.stdout)["ending"] == "failed"
    assert "not a model folder" in outcome.stderr
    assert (folder / "letter.txt").read_text() == "dear all"


def test_where_mxnet_is_missing_training_says_so_in_a_sentence(text, tmp_path):
    (tmp_path / "mxnet.py").write_text("raise ImportError('no package for this platform')")
    child = subprocess.run(
        [sys.executable, "-m", "lm", "train", str(text), "--out", str(tmp_path / "m"), "--device", "cpu"],
        env=os.environ | {"PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert child.returncode == 1
    assert child.stdout == ""
    assert child.stderr.startswith("error: MXNet, which trains, cannot be loaded ")
    assert child.stderr.count("\n") == 1


@pytest.mark.mxnet
@pytest.mark.training
def test_ctrl_c_stops_within_two_seconds_keeps_the_published_model_and_can_be_resumed(
    run_lm, trained_bytes: Trained, text, tmp_path
):
    out = tmp_path / "m"
    shutil.copytree(trained_bytes.folder, out)
    published = _content(out)
    arguments = [str(a) for a in ("train", text, "--out", out, *SMALL, "--epochs", 100_000, "--evaluations", 100_000)]
    child = subprocess.Popen(
        [sys.executable, "-m", "lm", *arguments, "--json"],
        env=os.environ | one_thread(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    guard = threading.Timer(60.0, child.kill)
    guard.start()
    try:
        assert child.stdout is not None
        for line in child.stdout:
            if json.loads(line)["event"] == "evaluated":
                break
        child.send_signal(signal.SIGINT)
        _, stderr = child.communicate(timeout=STOP_SECONDS)
    finally:
        guard.cancel()
        child.kill()
        child.wait()

    assert child.returncode == 1
    assert stderr.startswith("error: stopped before the end")
    assert stderr.count("\n") == 1
    assert _content(out) == published

    resumed = run_lm("train", text, "--out", out, *SMALL, "--epochs", 0.001, "--resume", "--json")
    assert resumed.code == 0
    assert json.loads(resumed.stdout.splitlines()[0])["step"] > 0
    assert open_model(out, "lm").card["name"] == "m"
