import io
import json
import sys

from lm.commands.reporting import LabelledLine, TrainingReporter
from lm.training.messages import Checkpointed, Evaluated, Finished, Started, Step

EVENTS = [
    Started(0, 1_500_000, 2_000_000, 2_000_000, 20_000, "cpu", "the CPU was asked for"),
    Step(10, 0.1, 0.25, 1.5, 2.2, 12_345.0, 1e-3, 0.5, 200.0),
    Evaluated(10, 1.4, 4.06, 2.02, True),
    Checkpointed(10, "m.training/checkpoint.safetensors"),
    Finished(40, "done", 1.3, 3.67, 1.88, 20_000, 2_000_000, 61.0),
]


class Terminal(io.StringIO):
    """A text stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_json_events_are_one_line_each_and_nothing_stands_on_stderr(capsys):
    with TrainingReporter(as_json=True) as reporter:
        for event in EVENTS:
            reporter.report(event)
    written = capsys.readouterr()
    lines = [json.loads(line) for line in written.out.splitlines()]
    assert [line["event"] for line in lines] == ["started", "step", "evaluated", "checkpointed", "finished"]
    assert written.err == ""


def test_without_a_terminal_no_progress_line_is_drawn(capsys):
    with TrainingReporter(as_json=False) as reporter:
        for event in EVENTS:
            reporter.report(event)
    written = capsys.readouterr()
    assert written.out == ""
    assert "\r" not in written.err
    assert "held out 2.020 bits/char, perplexity 4.06, best so far" in written.err
    assert written.err.endswith("on 20000 held-out bytes after 1 min 01 s\n")


def test_terminal_sees_loss_speed_and_time_left_on_one_line_that_is_ended(monkeypatch):
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)  # a terminal is no argument of a command
    with TrainingReporter(as_json=False) as reporter:
        reporter.report(EVENTS[1])
    line = terminal.getvalue()
    assert line.startswith("\r[######------------------]  25%")
    assert "loss 1.500  2.200 bits/char  12.3 k char/s  ETA 3 min 20 s" in line
    assert line.endswith("\n")


def test_progress_line_clears_itself(monkeypatch):
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    with LabelledLine("coding", as_json=False) as progress:
        progress.show(0.5)
    assert "coding [############------------]  50%" in terminal.getvalue()
    assert terminal.getvalue().endswith("\r\x1b[K")


def test_progress_line_is_silent_elsewhere(capsys):
    with LabelledLine("coding", as_json=False) as progress:
        progress.show(0.5)
    assert capsys.readouterr().err == ""
