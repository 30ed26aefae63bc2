"""A command that does not succeed says so in a line, and to a program that asked for JSON in its last event."""

import json

import pytest

from gan_gallery.errors import TrainingStopped as GalleryStopped
from lm.errors import TrainingError, TrainingRefused, TrainingStopped
from resources.runs.command import run_command


class Failing:
    """A command that ends with an error."""

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
