import json

from gan_gallery.commands.reporting import Reporter
from gan_gallery.training.messages import Evaluated, Finished, Started, Step, Warned

_EVENTS = [
    Started(0, 16, 99_000, 8, "cpu", "it was asked for"),
    Step(3, 0.3, 1.21, 0.8, 120.0, 1e-4, 65.0),
    Evaluated(5, 12.3, 0.05, 1_000, 0.9, 0.9, True),
    Warned(5, "The faces have become alike"),
    Finished(10, "done", 5, 12.3, 0.05, 1_000, 320, 65.0),
]


def _show(as_json):
    with Reporter(as_json) as reporter:
        for event in _EVENTS:
            reporter.report(event)


def test_json_goes_to_stdout_and_nothing_else(capsys):
    _show(as_json=True)
    captured = capsys.readouterr()
    kinds = [json.loads(line)["event"] for line in captured.out.splitlines()]
    assert kinds == ["started", "step", "evaluated", "warned", "finished"]
    assert captured.err == ""


def test_people_are_told_on_stderr(capsys):
    _show(as_json=False)
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "warning: The faces have become alike" in captured.err
    assert "FID 12.30" in captured.err
    assert "\r" not in captured.err  # no terminal, no progress line


def test_a_terminal_has_a_progress_line(capsys, monkeypatch):
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    _show(as_json=False)
    assert "\r[#######" in capsys.readouterr().err
