import json

import pytest

from tests.lm.small_models import Trained


def test_text_goes_on_from_the_prompt(run_lm, trained_bytes: Trained):
    outcome = run_lm("generate", "--model", trained_bytes.folder, "--prompt", "The baker ", "--length", 30)
    assert outcome.code == 0
    assert outcome.stderr == ""
    assert outcome.stdout.startswith("The baker ")
    assert len(outcome.stdout) == len("The baker ") + 30 + 1


def test_json_is_one_line_with_the_seed(run_lm, trained_bytes: Trained):
    arguments = (
        "generate",
        "--model",
        trained_bytes.folder,
        "--prompt",
        "Café ",
        "--length",
        12,
        "--seed",
        9,
        "--json",
    )
    first, again = (run_lm(*arguments) for _ in range(2))
    result = json.loads(first.stdout)
    assert first.stdout == again.stdout
    assert first.stdout.count("\n") == 1
    assert result["prompt"] == "Café "
    assert result["seed"] == 9
    assert len(result["text"]) == 12


def test_prompt_that_is_no_utf_8_is_no_error(run_lm, trained_bytes: Trained):
    # So an argument arrives that was the byte 0xe9.
    outcome = run_lm("generate", "--model", trained_bytes.folder, "--prompt", "caf\udce9", "--length", 5, "--json")
    assert outcome.code == 0
    assert json.loads(outcome.stdout)["prompt"] == "caf\N{REPLACEMENT CHARACTER}"


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--length", 0), "--length 0"),
        (("--length", 10_000_000), "--length 10000000"),
        (("--temperature", -1), "--temperature -1.0"),
        (("--temperature", "nan"), "--temperature nan"),
        (("--top-k", -1), "--top-k"),
        (("--seed", -1), "--seed"),
        (("--top-p", 0), "--top-p 0.0"),
        (("--top-p", 1.5), "--top-p 1.5"),
        (("--longest-repeat", -1), "--longest-repeat"),
        (("--model", "klingon"), "klingon"),
    ],
    ids=lambda value: "-".join(map(str, value)) if isinstance(value, tuple) else "",
)
def test_option_that_makes_no_sense_is_one_error_line(run_lm, trained_bytes: Trained, options, words):
    outcome = run_lm("generate", "--model", trained_bytes.folder, *options)
    assert outcome.code == 1
    assert outcome.stdout == ""
    assert outcome.stderr.startswith("error: ")
    assert outcome.stderr.count("\n") == 1
    assert words in outcome.stderr
