"""What trains: the sentence where it is missing, and the one place that imports MXNet."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from resources.runs.command import run_command
from resources.runs.trainers import MXNET_WHEELS, PACKAGES, NoTrainingError, loading_mxnet, missing_sentence

ROOT = Path(__file__).parents[3]


class _Needing:
    """A command that needs a module."""

    EXAMPLE = "python -m lm train"

    def __init__(self, module: str) -> None:
        self._module = module

    def add_arguments(self, parser):
        pass

    def run(self, arguments):
        raise ModuleNotFoundError(f"No module named {self._module!r}", name=self._module)


def test_what_is_missing_is_said_with_the_command_that_brings_it(monkeypatch):
    monkeypatch.setattr("platform.system", lambda: "Linux")
    monkeypatch.setattr("platform.machine", lambda: "x86_64")
    assert missing_sentence("mxnet").endswith(f"run {sys.executable} -m pip install --no-deps 'mxnet==1.9.1'")
    assert missing_sentence("onnx").endswith(f"-m pip install '{PACKAGES['onnx']}'")


@pytest.mark.parametrize(("system", "machine"), [("Windows", "AMD64"), ("Darwin", "arm64")])
def test_where_there_is_no_mxnet_none_is_recommended(monkeypatch, system, machine):
    monkeypatch.setattr("platform.system", lambda: system)
    monkeypatch.setattr("platform.machine", lambda: machine)
    assert "pip" not in missing_sentence("mxnet")
    assert "suggestions and faces work everywhere" in missing_sentence("mxnet")


def test_a_missing_export_library_is_noticed_before_anything_is_trained(monkeypatch):
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None if name == "onnx" else object())
    with pytest.raises(NoTrainingError, match="onnx, which this needs, is not installed"), loading_mxnet():
        raise AssertionError("it should not come so far")


def test_a_library_that_mxnet_loads_is_named_with_its_package(monkeypatch):
    monkeypatch.setattr("importlib.util.find_spec", lambda name: object())
    with pytest.raises(NoTrainingError, match="apt-get install libgomp1 libquadmath0"), loading_mxnet():
        raise OSError("libquadmath.so.0: cannot open shared object file: No such file or directory")


def test_a_command_says_which_package_it_lacks(capsys):
    assert run_command("gan_gallery", "", {"scan": (_Needing("cv2"), "")}, ["scan"]) == 1
    assert re.match(r"error: cv2, which this needs, is not installed: run .*opencv-python", capsys.readouterr().err)


def test_a_module_of_our_own_that_is_missing_is_no_lack_of_a_package():
    with pytest.raises(ModuleNotFoundError):
        run_command("lm", "", {"train": (_Needing("lm.nowhere"), "")}, ["train"])


def test_the_packages_named_are_those_of_the_project():
    pyproject = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    mxnet = pyproject["tool"]["foretype"]["mxnet"]
    assert mxnet == {"requirement": PACKAGES["mxnet"], "wheels": list(MXNET_WHEELS)}
    training = pyproject["project"]["optional-dependencies"]["training"]
    assert set(training) == set(PACKAGES.values()) - {PACKAGES["mxnet"]}


@pytest.mark.mxnet
def test_mxnets_import_leaves_numpy_and_the_modules_as_they_were():
    script = (
        "import sys, numpy\n"
        "from resources.runs.mxnet_shim import mx\n"
        "print(mx.nd.ones((2, 3)).sum().asscalar(), vars(numpy).keys() & {'PZERO', 'NaN', 'product', 'npv'})\n"
        "print(sys.version_info < (3, 12) or 'distutils' not in sys.modules)\n"
    )
    child = subprocess.run(
        [sys.executable, "-W", "error", "-c", script], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert child.stdout.split() == ["6.0", "set()", "True"], child.stderr
