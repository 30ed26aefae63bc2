"""How many threads a training process computes with, and what MXNet's import needs around it."""

import os
import platform
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from resources.user_error import UserError

THREADS_VARIABLE = "FORETYPE_TRAINING_THREADS"

_AFFINITY = "granularity=fine,compact,1,0"
"""Each thread keeps its core, half as fast again on two: OpenMP's workers otherwise move, and its waiting threads are
preempted in the middle of a step."""


class NoTrainingError(UserError):
    """MXNet, which trains, cannot be loaded on this machine."""


def training_environment(environment: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return `environment` (this process's) with the threads that training wants, NumPy's too; the rest stays.

    MXNet and NumPy read them when they are imported. A window that keeps one thread for itself starts children that
    want every core; `FORETYPE_TRAINING_THREADS` says otherwise. An affinity that is set stays.
    """
    found = dict(os.environ if environment is None else environment)
    cores = str(len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1)
    threads = found.get(THREADS_VARIABLE, cores)
    found |= {"OMP_NUM_THREADS": threads, "OPENBLAS_NUM_THREADS": threads}
    if threads == cores:
        found.setdefault("KMP_AFFINITY", _AFFINITY)
    return found


@contextmanager
def loading_mxnet() -> Iterator[None]:
    """Set the threads that MXNet reads when it is imported within, and say in a sentence where it cannot be.

    Raises:
        NoTrainingError: if an import within fails.
    """
    if "mxnet" not in sys.modules:
        os.environ.update(training_environment())
    try:
        yield
    except (ImportError, OSError) as exc:
        raise NoTrainingError(
            f"MXNet, which trains, cannot be loaded on {platform.system()} {platform.machine()} ({exc}): "
            "train on Linux or an Intel Mac; suggestions and faces work everywhere"
        ) from exc
