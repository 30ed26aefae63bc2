"""What a training process has of the program that starts it: its share of the cores, and the reason to go on."""

import os
from collections.abc import Mapping

THREADS_VARIABLE = "FORETYPE_TRAINING_THREADS"
PARENT_VARIABLE = "FORETYPE_PARENT"
"""The process id of a window that trains for itself; a child that is kept alive without it would train for nobody."""

_AFFINITY = "granularity=fine,compact,1,0"
"""Each thread keeps its core, half as fast again on two: OpenMP's workers otherwise move, and its waiting threads are
preempted in the middle of a step."""


def training_threads(environment: Mapping[str, str]) -> dict[str, str]:
    """Return the variables to set, which MXNet reads when it is imported.

    A window that keeps one thread for itself starts children that want every core; `FORETYPE_TRAINING_THREADS` says
    otherwise. An affinity that is set stays.
    """
    cores = str(len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1)
    threads = environment.get(THREADS_VARIABLE, cores)
    found = {"OMP_NUM_THREADS": threads}
    if threads == cores and "KMP_AFFINITY" not in environment:
        found["KMP_AFFINITY"] = _AFFINITY
    return found


def is_orphan() -> bool:
    """Say whether the program is gone that started this one for itself."""
    parent = os.environ.get(PARENT_VARIABLE, "")
    return hasattr(os, "getppid") and parent.isdigit() and os.getppid() != int(parent)
