"""Tests of `lm/__main__.py`."""

import pytest


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
