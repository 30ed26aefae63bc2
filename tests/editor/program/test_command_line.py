"""`python -m editor` from outside: exit statuses, one-line errors, no display."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]


def run(*arguments: str, home: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    kept.pop("QT_QPA_PLATFORM", None)
    return subprocess.run(
        [sys.executable, "-m", "editor", *arguments],
        env={**kept, "HOME": str(home), **environment},
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize(
    "arguments", [("--fly",), ("--speed", "fast"), ("--theme", "pink")], ids=["option", "value", "choice"]
)
def test_a_wrong_command_line_is_a_usage_error(tmp_path, arguments):
    assert run(*arguments, home=tmp_path).returncode == 2


@pytest.mark.skipif(sys.platform != "linux", reason="other platforms always have a display")
@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("letter.txt",), "no display"),
        (("--demo", "--speed", "0"), "--speed"),
        (("--demo", "--screenshot", "a.jpg"), "must end in .png"),
    ],
)
def test_bad_input_is_one_line_and_no_traceback(tmp_path, arguments, sentence):
    done = run(*arguments, home=tmp_path)
    assert done.returncode == 1
    lines = done.stderr.strip().splitlines()
    assert lines[-1].startswith("error: ")
    assert sentence in lines[-1]
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="other platforms always have a display")
def test_a_display_that_does_not_answer_is_none(tmp_path):
    done = run("letter.txt", home=tmp_path, DISPLAY=":4095")
    assert done.returncode == 1
    assert "no display" in done.stderr


def test_the_window_opens_before_anything_heavy_is_imported(tmp_path):
    script = (
        "import sys; from editor.program import command_line, demo, foretype;"
        "heavy = {'mxnet', 'cv2', 'onnxruntime', 'numpy', 'lm.predicting.suggester'} & set(sys.modules);"
        "sys.exit(str(heavy) if heavy else 0)"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_a_missing_system_library_is_named_with_its_packages(tmp_path):
    (tmp_path / "PySide6").mkdir()
    (tmp_path / "PySide6" / "__init__.py").write_text("raise ImportError('libEGL.so.1: cannot open shared object')")
    done = run(home=tmp_path, PYTHONPATH=str(tmp_path))
    assert done.returncode == 1
    assert done.stderr.startswith("error: Qt cannot be loaded (libEGL.so.1")
    assert "libegl1" in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
