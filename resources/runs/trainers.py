"""What training needs beyond what the window does: MXNet, OpenCV and ONNX, and the sentence where one is missing.

Who only writes does without them. They are the extra `training` of pyproject.toml, and MXNet, which is installed by
itself: its description asks for NumPy 1, on which no other package here runs any more.
"""

import importlib.util
import os
import platform
import shlex
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from resources.runs.threads import training_environment
from resources.user_error import UserError

MXNET_WHEELS = ("Linux-x86_64", "Linux-aarch64", "Darwin-x86_64")
PACKAGES = {
    "mxnet": "mxnet==1.9.1",
    "requests": "requests>=2.20,<3",
    "onnx": "onnx==1.23.2",
    "cv2": "opencv-python>=4.12,<5",
}
"""Where each module comes from."""
_FOR_EVERY_TRAINING = ("mxnet", "requests", "onnx")
_LIBRARIES = "libgomp1 libquadmath0"
"""What MXNet loads and its wheel does not bring."""


class NoTrainingError(UserError):
    """What trains is not installed, or cannot be loaded on this machine."""


@contextmanager
def loading_mxnet() -> Iterator[None]:
    """Set the threads that MXNet reads when it is imported within, and say in a sentence where it cannot be.

    The library that a trained network is exported with is asked for too, before hours are spent.

    Raises:
        NoTrainingError: if something is missing, or an import within fails.
    """
    if "mxnet" not in sys.modules:
        os.environ.update(training_environment())
    for name in _FOR_EVERY_TRAINING:
        if importlib.util.find_spec(name) is None:
            raise NoTrainingError(missing_sentence(name))
    try:
        yield
    except (ImportError, OSError) as exc:
        raise NoTrainingError(_failure_sentence(exc)) from exc


def missing_sentence(module: str) -> str:
    """Say that a module of `PACKAGES` is missing, and what brings it."""
    system, machine = platform.system(), platform.machine()
    if module == "mxnet" and f"{system}-{machine}" not in MXNET_WHEELS:
        return (
            f"there is no MXNet, which trains, for {system} {machine}: "
            "train on Linux or an Intel Mac; suggestions and faces work everywhere"
        )
    what = "MXNet, which trains," if module == "mxnet" else f"{module}, which this needs,"
    options = "--no-deps " if module == "mxnet" else ""
    return f"{what} is not installed: run {shlex.quote(sys.executable)} -m pip install {options}'{PACKAGES[module]}'"


def _failure_sentence(exc: ImportError | OSError) -> str:
    if isinstance(exc, ModuleNotFoundError) and exc.name in PACKAGES:
        return missing_sentence(exc.name)
    if "shared object" in str(exc):
        return f"MXNet, which trains, cannot be loaded ({exc}): on Debian or Ubuntu run apt-get install {_LIBRARIES}"
    return f"MXNet, which trains, cannot be loaded ({exc}): it was seen to run under Python 3.11 to 3.13 with NumPy 2"
