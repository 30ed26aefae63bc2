"""A command that does not succeed says so in a line, and to a program that asked for JSON in its last event."""

import json
import re
import signal

import pytest

from gan_gallery.__main__ import main as gallery_main
from gan_gallery.errors import TrainingStopped as GalleryStopped
from lm.__main__ import main as lm_main
from lm.errors import TrainingError, TrainingRefused, TrainingStopped
from resources.runs.command import run_command

COMMANDS = {
    lm_main: ("train", "finetune", "pair", "evaluate", "generate", "serve"),
    gallery_main: ("train", "generate", "evaluate", "scan", "estimate", "import"),
}


class Failing:
    """A command that ends with an error."""

    EXAMPLE = "python -m lm train"

    def __init__(self, error: BaseException) -> None:
        self._error = error

    def add_arguments(self, parser) -> None:
        parser.add_argument("--json", action="store_true")

    def run(self, _arguments) -> None:
        raise self._error


def run(error: BaseException, *arguments: str) -> int:
    return run_command("lm", "", {"train": (Failing(error), "trains")}, ["train", *arguments])


@pytest.mark.parametrize(
    ("error", "ending"),
    [
        (TrainingError("no disk"), "failed"),
        (TrainingStopped("asked"), "stopped"),
        (GalleryStopped("asked"), "stopped"),
        (TrainingRefused("no better"), "refused"),
        (KeyboardInterrupt(), "stopped"),
    ],
)
def test_the_last_event_says_how_the_run_ended(capfd, error, ending):
    assert run(error, "--json") == 1
    out, err = capfd.readouterr()
    event = json.loads(out)
    assert (event["event"], event["ending"]) == ("ended", ending)
    assert err == f"error: {event['sentence']}\n"


def test_a_person_reads_the_sentence_alone(capfd):
    assert run(TrainingError("no disk")) == 1
    assert capfd.readouterr() == ("", "error: no disk\n")


@pytest.mark.parametrize(
    ("main", "command"),
    [(main, command) for main, commands in COMMANDS.items() for command in commands],
    ids=lambda value: value if isinstance(value, str) else value.__module__,
)
def test_the_help_of_every_command_explains_each_option_and_shows_an_example(capsys, main, command):
    with pytest.raises(SystemExit) as ended:
        main([command, "--help"])
    assert ended.value.code == 0
    shown = capsys.readouterr().out
    assert command in shown[shown.index("example: ") :].split()
    options = shown[shown.index("options:") : shown.index("example:")]
    silent = [line for line in re.findall(r"^  (--\S+.*)\n(?=  -|\n)", options, re.MULTILINE) if "  " not in line]
    assert silent == []


def test_a_command_leaves_the_signals_as_they_were():
    before = signal.getsignal(signal.SIGTERM)
    run(TrainingError("no disk"))
    assert signal.getsignal(signal.SIGTERM) is before


def test_a_default_is_named(capsys):
    with pytest.raises(SystemExit):
        gallery_main(["generate", "--help"])
    assert "same seed, same faces (default: 7)" in capsys.readouterr().out
