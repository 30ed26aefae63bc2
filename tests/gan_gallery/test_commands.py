"""The command line in this process: what it writes, what it says, and its exit codes."""

import json

import numpy as np
import pytest

from gan_gallery.network.model_folder import open_generator_model
from resources.runs.mxnet_shim import mx

_TINY = ["--latent-size", 10, "--ngf", 4, "--ndf", 4, "--batch-size", 4, "--evaluate-count", 20, "--device", "cpu"]


def _lines(out):
    return [json.loads(line) for line in out.splitlines()]


def _train(run_command, pictures, out, *more):
    return run_command("train", pictures, "--out", out, *_TINY, "--json", *more)


def test_train_publishes_a_model_that_generates(run_command, pictures, tmp_path):
    code, out, err = _train(run_command, pictures, tmp_path / "m", "--steps", 4, "--data-note", "made with NumPy")
    assert (code, err) == (0, "")
    events = _lines(out)
    assert events[0]["event"] == "started"
    assert events[-1]["event"] == "finished"
    card = open_generator_model(str(tmp_path / "m")).folder.card
    assert card["recipe"]["ngf"] == 4
    assert card["training_data"]["num_images"] == 16
    assert card["training_data"]["note"].startswith("made with NumPy")
    assert card["figures"]["n"] == 20
    code, out, _ = run_command("generate", "--model", tmp_path / "m", "--out", tmp_path / "faces", "--json")
    assert code == 0
    assert len(list((tmp_path / "faces").glob("face_7_*.png"))) == 16
    assert _lines(out)[-1]["grid"] == str(tmp_path / "faces" / "grid_7.png")


def test_resume_needs_no_option_again_and_goes_on(run_command, pictures, tmp_path):
    _train(run_command, pictures, tmp_path / "m", "--steps", 3)
    code, out, _ = run_command("train", pictures, "--out", tmp_path / "m", "--resume", "--steps", 5, "--json")
    assert code == 0
    assert _lines(out)[0]["step"] == 3
    assert _lines(out)[-1]["step"] == 5


def test_resume_before_the_first_checkpoint_begins(run_command, pictures, tmp_path):
    code, out, _ = _train(run_command, pictures, tmp_path / "m", "--steps", 2, "--resume")
    assert code == 0
    assert _lines(out)[0]["step"] == 0


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--resume", "--ngf", 8], "has --ngf 4"),
        (["--resume", "--back-to", 1], "no checkpoint at or before step 1"),
        (["--back-to", 1], "add --resume"),
        (["--steps", -1], "makes no sense"),
        (["--lr-g", 0], "makes no sense"),
    ],
)
def test_wrong_wishes_are_one_line(run_command, pictures, tmp_path, words, message):
    _train(run_command, pictures, tmp_path / "m", "--steps", 3)
    code, out, err = run_command("train", pictures, "--out", tmp_path / "m", "--json", "--device", "cpu", *words)
    assert code == 1
    assert [event["ending"] for event in _lines(out)] == ["failed"]
    assert err.startswith("error: ")
    assert err.count("\n") == 1
    assert message in err


def test_the_same_seed_writes_the_same_files(run_command, tiny_model, tmp_path):
    for name in ("a", "b"):
        words = ["--model", tiny_model, "--seed", 9, "--count", 3, "--truncation", 0.7, "--gif", 6]
        code, _, err = run_command("generate", *words, "--out", tmp_path / name)
        assert code == 0
        assert "3 faces" in err
    first, second = ({path.name: path.read_bytes() for path in (tmp_path / name).iterdir()} for name in ("a", "b"))
    assert first == second
    assert sorted(first) == ["animation_9.gif", *(f"face_9_{i:04d}.png" for i in range(3)), "grid_9.png"]


def test_evaluate_prints_the_figures_of_the_contract(run_command, tiny_model, pictures):
    code, out, err = run_command("evaluate", "--model", tiny_model, "--reference", pictures, "--count", 20, "--json")
    assert (code, err) == (0, "")
    (figures,) = _lines(out)
    assert figures["n"] == 20
    assert figures["reference_n"] == 16
    assert {"fid", "kid", "diversity", "repeats", "copying"} <= figures.keys()
    assert len(figures["closest"]) == 5
    assert figures["closest"][0]["name"].endswith(".png")
    code, out, _ = run_command("evaluate", "--model", tiny_model, "--reference", pictures, "--count", 20)
    assert "n = 20 against 16" in out


def test_scan_reports_and_previews(run_command, pictures, tmp_path):
    (pictures / "bad.jpg").write_bytes(b"no")
    code, out, _ = run_command("scan", pictures, "--json", "--preview", tmp_path / "preview.png")
    (report,) = _lines(out)
    assert code == 0
    assert report["num_images"] == 16
    assert list(report["unreadable"]) == ["bad.jpg"]
    assert (tmp_path / "preview.png").read_bytes().startswith(b"\x89PNG")
    _, out, _ = run_command("scan", pictures)
    assert "left out: bad.jpg: it is not a JPEG" in out


def test_import_publishes_a_model(run_command, tiny_architecture, make_weights, tmp_path):
    weights = make_weights(tiny_architecture)
    mx.nd.save(str(tmp_path / "g.params"), {name: mx.nd.array(array) for name, array in weights.items()})
    code, out, _ = run_command("import", tmp_path / "g.params", "--out", tmp_path / "m", "--json")
    assert code == 0
    assert _lines(out)[0]["latent_size"] == 10
    imported = open_generator_model(str(tmp_path / "m")).weights()
    np.testing.assert_allclose(imported["up4.weight"], weights["up4.weight"])


@pytest.mark.parametrize(
    "words",
    [
        ["generate", "--model", "nobody", "--out", "x"],
        ["generate", "--model", "TINY", "--count", 0, "--out", "x"],
        ["generate", "--model", "TINY", "--seed", -1, "--out", "x"],
        ["generate", "--model", "TINY", "--truncation", "nan", "--out", "x"],
        ["generate", "--model", "TINY", "--out", "/dev/null/x"],
        ["evaluate", "--model", "TINY", "--reference", "nowhere"],
        ["evaluate", "--model", "TINY", "--reference", "nowhere", "--count", 1],
        ["scan", "nowhere"],
        ["train", "nowhere", "--out", "x"],
        ["import", "nowhere.params", "--out", "x"],
    ],
)
def test_every_failure_is_one_line_and_code_1(run_command, tiny_model, words):
    code, out, err = run_command(*(tiny_model if word == "TINY" else word for word in words))
    assert (code, out) == (1, "")
    assert err.startswith("error: ")
    assert err.count("\n") == 1


def test_a_program_reads_how_a_command_failed(run_command):
    code, out, _ = run_command("scan", "nowhere", "--json")
    assert code == 1
    assert [event["ending"] for event in _lines(out)] == ["failed"]


@pytest.mark.parametrize("out", ["PICTURES", "/", "/dev/null/m", "PICTURES/p00.png"])
def test_a_folder_that_cannot_be_published_to_is_refused_before_training(run_command, pictures, out):
    code, printed, err = _train(run_command, pictures, out.replace("PICTURES", str(pictures)))
    assert code == 1
    assert [event["ending"] for event in _lines(printed)] == ["failed"]
    assert "choose another --out" in err


@pytest.mark.parametrize("words", [[], ["dance"], ["generate"], ["train", "x", "--out", "y", "--steps", "many"]])
def test_usage_is_code_2(run_command, words):
    with pytest.raises(SystemExit, match="2"):
        run_command(*words)
