"""Where training runs: the GPU when a one-operation probe of MXNet in a child process succeeds, else the CPU."""

import subprocess
import sys
from dataclasses import dataclass
from typing import Literal

from resources.runs.child_process import PACKAGES, PYTHON, child_environment, module_arguments
from resources.user_error import UserError

_PROBE_SECONDS = 120


class DeviceError(UserError):
    """A GPU was asked for that MXNet cannot use."""


@dataclass(frozen=True, slots=True)
class Device:
    """A device and, in plain words, why it is the one."""

    name: Literal["cpu", "gpu"]
    reason: str


def choose_device(wanted: str) -> Device:
    """Return the device for training; `wanted` is `auto`, `cpu` or `gpu`.

    The probe runs in a child because MXNet on a chip it holds no code for may end the process.

    Raises:
        DeviceError: if `gpu` was asked for and MXNet cannot use one.
    """
    if wanted == "cpu":
        return Device("cpu", "the CPU was asked for")
    problem = _gpu_problem()
    if problem is None:
        return Device("gpu", "MXNet can use the GPU")
    if wanted == "gpu":
        raise DeviceError(f"MXNet cannot use a GPU here ({problem}): train with --device cpu")
    return Device("cpu", f"MXNet cannot use a GPU here: {problem}")


def _gpu_problem() -> str | None:
    try:
        probe = subprocess.run(
            [PYTHON, *module_arguments("resources.runs.device")],
            cwd=PACKAGES,
            env=child_environment() | {"PYTHONWARNINGS": "ignore"},
            capture_output=True,
            text=True,
            timeout=_PROBE_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as exc:
        return f"the probe did not end ({exc})"
    if probe.returncode == 0 and probe.stdout.strip().endswith("128.0"):
        return None
    if "USE_CUDA" in probe.stderr or "is not enabled" in probe.stderr:
        return "the installed MXNet is built for the CPU"
    if probe.returncode < 0:
        return f"the probe ended with signal {-probe.returncode}"
    lines = [line for line in probe.stderr.strip().splitlines() if line.strip()]
    return lines[-1][:160] if lines else f"the probe ended with code {probe.returncode}"


def _probe() -> None:
    """Compute 128 on the GPU, in the child."""
    from resources.runs.mxnet_shim import mx

    sys.stdout.write(f"{(mx.nd.ones((8, 8), ctx=mx.gpu()) * 2).sum().asscalar()}\n")


if __name__ == "__main__":
    _probe()
