"""How many threads a training process computes with."""

import os
from collections.abc import Mapping

THREADS_VARIABLE = "FORETYPE_TRAINING_THREADS"

_AFFINITY = "granularity=fine,compact,1,0"
"""Each thread keeps its core, half as fast again on two: OpenMP's workers otherwise move, and its waiting threads are
preempted in the middle of a step."""


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
