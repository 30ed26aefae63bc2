"""What a command says reads well, and programs can read it."""

import io
import math
import sys

import pytest

from resources.runs.terminal import ProgressLine, duration, print_json


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0.4, "0 s"),
        (59.4, "59 s"),
        (60, "1 min 00 s"),
        (45, "45 s"),
        (200, "3 min 20 s"),
        (7500, "2 h 05 min"),
        (math.nan, "?"),
        (-1, "?"),
    ],
)
def test_durations_read_as_people_say_them(seconds, words):
    assert duration(seconds) == words


def test_json_lines_are_plain_ascii(capsys):
    print_json({"inline": "café"})
    assert capsys.readouterr().out == '{"inline": "caf\\u00e9"}\n'


class Terminal(io.StringIO):
    """A text stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_a_line_that_stays_ends_the_one_that_is_written_again(monkeypatch):
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)  # a terminal is no argument of a command
    with ProgressLine(as_json=False) as line:
        line.show(0.5, "half")
        line.say("said")
        line.say("again")
    assert terminal.getvalue() == "\r[############------------]  50%  half\x1b[K\nsaid\nagain\n"


def test_programs_see_no_progress_line(monkeypatch):
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    with ProgressLine(as_json=True) as line:
        line.show(0.5, "half")
    assert terminal.getvalue() == ""
